import Foundation
import PlanningModel
import Testing
import Workspace

@Suite struct WorkspaceFolderTests {
  private func scratchWorkspace(_ more: String) throws -> ScratchFolder {
    let scratch = try ScratchFolder()
    try scratch.write("\u{FEFF}" + minimalSettings + more, to: "yike.yaml")
    return scratch
  }

  @Test func aFolderWithoutSettingsIsNamed() throws {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let error = try #require(throws: WorkError.self) { try WorkspaceFolder(at: scratch.url) }
    #expect(error.code == .notFound)
    try Data([0x73, 0xFF]).write(to: scratch.file("yike.yaml"))
    let encoding = try #require(throws: WorkError.self) { try WorkspaceFolder(at: scratch.url) }
    #expect(encoding.message.contains("UTF-8"))
  }

  @Test func theStoreIsCurrentUntilASourceOrItsSettingsChange() throws {
    let scratch = try scratchWorkspace(
      """
      sources:
        - {role: units, file: geodata/units.csv, provenance: official}
        - {role: unit_polygons, file: geodata/单位.SHP, provenance: official}

      """)
    defer { scratch.remove() }
    try scratch.write("abc", to: "geodata/units.csv")
    for ending in ["SHP", "dbf", "SHX", "qix"] {
      try scratch.write(ending, to: "geodata/单位.\(ending)")
    }
    let folder = try WorkspaceFolder(at: scratch.url)
    let sources = try folder.currentSources()
    #expect(
      sources.map(\.path)
        == ["geodata/units.csv", "geodata/单位.SHP", "geodata/单位.SHX", "geodata/单位.dbf"])
    #expect(
      sources[0].sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(try folder.storeState(for: sources) == .absent)

    try GeoPackageStore.write(
      StoreContents(settingsSHA256: folder.settingsSHA256, sources: sources), to: folder.storeURL)
    #expect(try folder.storeState(for: sources) == .current)

    // The same bytes at a later time are the same source.
    try scratch.write("abc", to: "geodata/units.csv")
    #expect(try folder.storeState(for: folder.currentSources()) == .current)

    try scratch.write("abd", to: "geodata/units.csv")
    try scratch.write("GBK", to: "geodata/单位.cpg")
    try FileManager.default.removeItem(at: scratch.file("geodata/单位.dbf"))
    #expect(
      try folder.storeState(for: folder.currentSources())
        == .outdated([
          "geodata/units.csv 已修改 · geodata/units.csv changed",
          "geodata/单位.cpg 为新增 · geodata/单位.cpg is new",
          "geodata/单位.dbf 已移除 · geodata/单位.dbf is gone",
        ]))
  }

  @Test func settingsThatTheImportReadsOutdateTheStore() throws {
    let scratch = try scratchWorkspace("")
    defer { scratch.remove() }
    let folder = try WorkspaceFolder(at: scratch.url)
    try GeoPackageStore.write(
      StoreContents(settingsSHA256: folder.settingsSHA256), to: folder.storeURL)
    try scratch.write(minimalSettings + "local_thresholds: {A: 0.9}\n", to: "yike.yaml")
    #expect(try WorkspaceFolder(at: scratch.url).storeState(for: []) == .current)
    try scratch.write(minimalSettings + "aliases: {甲: 乙}\n", to: "yike.yaml")
    #expect(
      try WorkspaceFolder(at: scratch.url).storeState(for: [])
        == .outdated(["yike.yaml 已修改 · yike.yaml changed"]))
    try Data("cut".utf8).write(to: folder.storeURL)
    #expect(
      try folder.storeState(for: [])
        == .outdated([
          "文件不是 SQLite 数据库 · the file is no SQLite database"
        ]))
  }

  @Test func everySourceThatCannotBeReadIsListed() throws {
    let scratch = try scratchWorkspace(
      """
      sources:
        - {role: units, file: geodata/none.csv, provenance: official}
        - {role: villages, file: geodata/folder, provenance: official}

      """)
    defer { scratch.remove() }
    try FileManager.default.createDirectory(
      at: scratch.file("geodata/folder"), withIntermediateDirectories: true)
    let folder = try WorkspaceFolder(at: scratch.url)
    let error = try #require(throws: WorkError.self) { try folder.currentSources() }
    #expect(error.faults.map(\.file) == ["geodata/none.csv", "geodata/folder"])
    #expect(error.faults[1].rule.contains("folder"))
  }

  @Test func policyPatternsAreExpandedAndSorted() throws {
    let scratch = try scratchWorkspace("policies: [policies/b*.yaml, policies/a.yaml]\n")
    defer { scratch.remove() }
    for name in ["b2.yaml", "b1.yaml", "a.yaml", "c.yaml", ".b.yaml", "b1.yml"] {
      try scratch.write("", to: "policies/\(name)")
    }
    let folder = try WorkspaceFolder(at: scratch.url)
    #expect(
      try folder.policyFiles() == ["policies/a.yaml", "policies/b1.yaml", "policies/b2.yaml"])
    try FileManager.default.removeItem(at: scratch.file("policies/a.yaml"))
    #expect(throws: WorkError.self) { try folder.policyFiles() }
  }
}
