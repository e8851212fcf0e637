import Foundation
import Testing

/// A killed import leaves the old store readable.
@Suite struct KilledImportTests {
  @Test func theOldStoreSurvivesFiftyKills() throws {
    let copy = try WorkspaceCopy()
    #expect(try copy.run("import").exitCode == 0)
    var store = try copy.data("geodata/500156.gpkg")
    let villages = try copy.text("geodata/villages.csv")
    var generator = SystemRandomNumberGenerator()
    var killed = 0
    for attempt in 0..<50 {
      // Every attempt has something new to import.
      try copy.write(
        villages + "\n" + String(repeating: "\n", count: attempt), to: "geodata/villages.csv")
      let process = try YikeProcess.start(["import"], in: copy.folder)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32.random(in: 1_000...400_000, using: &generator))
      if process.isRunning {
        kill(process.processIdentifier, SIGKILL)
        killed += 1
      }
      process.waitUntilExit()
      let found = try copy.data("geodata/500156.gpkg")
      if found != store {
        // The import had come through: then the new store is whole, and importing adds nothing.
        #expect(try copy.run("import").exitCode == 0)
        #expect(try copy.data("geodata/500156.gpkg") == found, "attempt \(attempt)")
        store = found
      }
    }
    #expect(killed > 0)
    let check = try YikeProcess.run(["targets", "--format", "csv"], in: copy.folder)
    #expect(check.exitCode == 0, "\(check.stderr)")
    let left = try FileManager.default.contentsOfDirectory(
      atPath: copy.folder.appending(path: "geodata").path)
    #expect(left.allSatisfy { !$0.contains("partial") }, "\(left)")
  }
}
