import Foundation
import PlanningModel
import Testing
import Workspace

@Suite struct WorkspaceTemplateTests {
  @Test func laysOutAWorkspaceThatOnlyLacksItsCode() throws {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let target = scratch.file("某区")
    let written = try WorkspaceTemplate.write(to: target)
    #expect(written.first == "yike.yaml")
    #expect(written.contains("geodata/progress.csv"))
    let error = try #require(throws: WorkError.self) { try WorkspaceFolder(at: target) }
    #expect(error.faults.map(\.check) == ["settings.district_code"])
    let file = target.appendingPathComponent("yike.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(text.replacing("000000", with: "500156").utf8).write(to: file)
    let folder = try WorkspaceFolder(at: target)
    #expect(folder.warnings == [])
    #expect(folder.settings.sources.count == 5)
    #expect(try folder.currentSources().count == 5)
    #expect(try folder.storeState(for: folder.currentSources()) == .absent)
    #expect(try folder.policyFiles() == [])
  }

  @Test func neverOverwrites() throws {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    try scratch.write("mine", to: "geodata/units.csv")
    let error = try #require(throws: WorkError.self) {
      try WorkspaceTemplate.write(to: scratch.url)
    }
    #expect(error.message.contains("geodata/units.csv"))
    #expect(scratch.names == ["geodata"])
    #expect(try String(contentsOf: scratch.file("geodata/units.csv"), encoding: .utf8) == "mine")
  }
}
