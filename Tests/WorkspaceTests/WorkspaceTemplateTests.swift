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
    #expect(folder.settings.sources.count == 11)
    #expect(try folder.currentSources().count == 11)
    #expect(try folder.storeState(for: folder.currentSources()) == .absent)
    #expect(try folder.policyFiles() == ["policies/documents.yaml", "policies/universes.yaml"])
  }

  /// A planner finds every built-in kind, with both names, in the documentation.
  @Test func everyBuiltInKindIsDocumented() throws {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let target = scratch.file("某区")
    _ = try WorkspaceTemplate.write(to: target)
    let file = target.appendingPathComponent("yike.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(text.replacing("000000", with: "500156").utf8).write(to: file)
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../docs/formats/workspace.md").standardizedFileURL
    let documented = try String(contentsOf: page, encoding: .utf8)
    let types = try WorkspaceFolder(at: target).settings.serviceTypes
    #expect(types.count == 31)
    for type in types {
      #expect(
        documented.contains("| `\(type.id.rawValue)` | \(type.label) | \(type.labelEnglish) |"))
    }
  }

  @Test func everyColumnOfEveryLedgerIsExplained() throws {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let written = try WorkspaceTemplate.write(to: scratch.file("某区"))
    let ledgers = written.filter { $0.hasSuffix(".csv") }
    #expect(ledgers.count == 11)
    for name in ledgers {
      let data = try Data(contentsOf: scratch.file("某区").appendingPathComponent(name))
      #expect(data.starts(with: [0xEF, 0xBB, 0xBF]), "\(name)")
      let lines = String(decoding: data.dropFirst(3), as: UTF8.self).split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }
      #expect(lines.count == 2 && lines[0].count == lines[1].count, "\(name)")
      #expect(lines[0].allSatisfy { !$0.isEmpty }, "\(name)")
      // Only the second row names columns, so it is the header.
      #expect(Set(lines[0]).isDisjoint(with: Set(lines[1])), "\(name)")
    }
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
