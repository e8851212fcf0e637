import Foundation
import PlanningModel
import Testing
import Workspace

@Suite struct StoreFailureTests {
  @Test func whatIsNoStoreIsNamed() throws {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    func message(_ name: String) throws -> WorkError {
      try #require(throws: WorkError.self) { try GeoPackageStore.read(scratch.file(name)) }
    }
    #expect(try message("none.gpkg").code == .notFound)
    try FileManager.default.createDirectory(
      at: scratch.file("folder.gpkg"), withIntermediateDirectories: true)
    #expect(try message("folder.gpkg").code == .unreadable)
    try scratch.write("id,name\n", to: "a.gpkg")
    #expect(try message("a.gpkg").message.contains("no SQLite database"))
    try scratch.write("", to: "b.gpkg")
    #expect(try message("b.gpkg").code == .malformed)
  }

  @Test func aFileCutAnywhereIsDamagedNotFatal() throws {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let url = scratch.file("a.gpkg")
    try GeoPackageStore.write(SmallStore.contents, to: url)
    let whole = try Data(contentsOf: url)
    for length in stride(from: 0, to: whole.count, by: 997) {
      try whole.prefix(length).write(to: url)
      let error = try #require(throws: WorkError.self) { try GeoPackageStore.read(url) }
      #expect(error.code == .malformed)
      #expect(error.remedy.contains("yike import"))
    }
  }

  /// Bytes turned over: the answer may be wrong data or an error, but never a crash.
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func turnedBytesNeverCrash(seed: UInt64) throws {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let url = scratch.file("a.gpkg")
    try GeoPackageStore.write(SmallStore.contents, to: url)
    let whole = [UInt8](try Data(contentsOf: url))
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33)
    }
    for _ in 0..<60 {
      var bytes = whole
      for _ in 0..<8 { bytes[next() % bytes.count] = UInt8(truncatingIfNeeded: next()) }
      try Data(bytes).write(to: url)
      do { _ = try GeoPackageStore.read(url) } catch { #expect(error is WorkError) }
    }
  }

  @Test(arguments: [
    ("UPDATE yike_migration SET version = 0", "has version 0"),
    ("UPDATE yike_migration SET version = 99", "has version 99"),
    ("UPDATE facility SET state = 'ruin'", "table facility, column state"),
    ("UPDATE facility SET opened = '2024-02-30'", "table facility, column opened"),
    ("UPDATE village_people SET count = 'many'", "column count"),
    ("UPDATE road SET geom = x'4750'", "table road, column geom"),
    ("UPDATE elevation SET width = 4", "table elevation"),
    ("UPDATE source SET provenance = NULL", ""),
    ("DROP TABLE road_tag", "road_tag"),
    ("DROP TABLE meta", "no store of Yike's"),
  ])
  func valuesThatDoNotBelongAreNamed(sql: String, expected: String) throws {
    guard let python = ExternalTools.python else { return }
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let url = scratch.file("a.gpkg")
    try GeoPackageStore.write(SmallStore.contents, to: url)
    let script =
      "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute(sys.argv[2]); c.commit()"
    let run = try ExternalTools.run(python, ["-c", script, url.path, sql])
    guard run.status == 0 else { return }  // the schema itself refused the value
    let error = try #require(throws: WorkError.self) { try GeoPackageStore.read(url) }
    #expect(error.message.contains(expected), "\(error)")
  }

  @Test func whatRefersToNothingIsRefusedByName() throws {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let url = scratch.file("a.gpkg")
    try GeoPackageStore.write(SmallStore.contents, to: url)
    let before = try Data(contentsOf: url)
    var contents = SmallStore.contents
    contents.demandPoints[0].unit = "500156999"
    contents.facilities[0].serviceRange = ["500156888"]
    contents.facilities.append(contents.facilities[1])
    let error = try #require(throws: WorkError.self) {
      try GeoPackageStore.write(contents, to: url)
    }
    for word in ["500156999", "500156888", "facility c2 is given twice"] {
      #expect(error.message.contains(word))
    }
    #expect(try Data(contentsOf: url) == before)
    #expect(scratch.names == ["a.gpkg"])
  }

  @Test func anotherProgramsDatabaseIsNotReplaced() throws {
    guard let python = ExternalTools.python else { return }
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let url = scratch.file("500156.gpkg")
    let script =
      "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('create table t (a)'); c.commit()"
    #expect(try ExternalTools.run(python, ["-c", script, url.path]).status == 0)
    #expect(
      try #require(throws: WorkError.self) { try GeoPackageStore.read(url) }.message
        .contains("no GeoPackage"))
    let error = try #require(throws: WorkError.self) {
      try GeoPackageStore.write(SmallStore.contents, to: url)
    }
    #expect(error.code == .unwritable)
  }

  @Test func leftoversOfTheDeadAreRemovedThoseOfTheLivingKept() throws {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let living = "a.gpkg.partial-\(ProcessInfo.processInfo.processIdentifier)-ff"
    for name in [
      "a.gpkg.partial-999999999-1", "a.gpkg.partial", living, "b.gpkg.partial-999999999-1",
    ] {
      try scratch.write("half", to: name)
    }
    try GeoPackageStore.write(SmallStore.contents, to: scratch.file("a.gpkg"))
    #expect(scratch.names == ["a.gpkg", living, "b.gpkg.partial-999999999-1"])
  }

  @Test func aFolderThatCannotBeWrittenIsNamed() throws {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    try scratch.write("", to: "file")
    let error = try #require(throws: WorkError.self) {
      try GeoPackageStore.write(SmallStore.contents, to: scratch.file("file/a.gpkg"))
    }
    #expect(error.code == .unwritable)
  }
}
