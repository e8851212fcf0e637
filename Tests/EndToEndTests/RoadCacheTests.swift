import Foundation
import Testing

/// Built networks are kept and used again, and no result tells whether they were.
@Suite struct RoadCacheTests {
  private static func cached(in folder: URL) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).sorted()
  }

  /// Changes one byte in the middle of a file.
  private static func damage(_ file: URL) throws {
    var bytes = try Data(contentsOf: file)
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: file)
  }

  private static let coverage = ["coverage", "--target", "WL24-22a", "--format", "csv"]

  @Test(arguments: [["run", "scenarios/2024-plan.yaml", "--format", "json"], coverage])
  func aWorkspaceAnswersAlikeColdAndWarm(_ question: [String]) throws {
    let copy = try WorkspaceCopy()
    func ask(_ threads: Int) throws -> YikeProcess {
      try YikeProcess.run(question + ["--threads", "\(threads)"], in: copy.folder)
    }
    let cold = try ask(1)
    #expect(cold.exitCode == 0)
    let files = Self.cached(in: copy.folder.appending(path: ".yike"))
    #expect(files.count == 1)
    for threads in [1, 2] {
      let warm = try ask(threads)
      #expect(warm.stdout == cold.stdout)
      #expect(warm.stderr.isEmpty)
    }
    #expect(Self.cached(in: copy.folder.appending(path: ".yike")) == files)
  }

  @Test func whatIsDamagedOrGoneIsBuiltAgain() throws {
    let copy = try WorkspaceCopy()
    let folder = copy.folder.appending(path: ".yike")
    let cold = try YikeProcess.run(Self.coverage, in: copy.folder)
    let file = folder.appending(path: try #require(Self.cached(in: folder).first))
    let kept = try Data(contentsOf: file)
    let mishaps: [() throws -> Void] = [
      { try Self.damage(file) }, { try kept.prefix(kept.count / 2).write(to: file) },
      { try FileManager.default.removeItem(at: folder) },
    ]
    for mishap in mishaps {
      try mishap()
      #expect(try YikeProcess.run(Self.coverage, in: copy.folder).stdout == cold.stdout)
      #expect(try Data(contentsOf: file) == kept)
    }
  }

  @Test func aFolderThatCannotBeWrittenIsOnlyNoted() throws {
    let copy = try WorkspaceCopy()
    let usual = try YikeProcess.run(Self.coverage, in: copy.folder)
    try copy.remove(".yike")
    // Not even root can write into what is no folder.
    try copy.write("no folder", to: ".yike")
    let noted = try YikeProcess.run(Self.coverage, in: copy.folder)
    #expect(noted.exitCode == 0)
    #expect(noted.stdout == usual.stdout)
    #expect(noted.stderr.contains("cannot be written"))
  }

  @Test func whatTheNetworkDependsOnChangesIt() throws {
    let copy = try WorkspaceCopy()
    let folder = copy.folder.appending(path: ".yike")
    func shares() throws -> Data { try YikeProcess.run(Self.coverage, in: copy.folder).stdout }
    let before = try shares()
    // Villages and paces are no part of the network.
    let villages = try copy.data("geodata/villages.csv")
    try copy.write(villages + Data("\n".utf8), to: "geodata/villages.csv")
    #expect(try shares() == before)
    #expect(Self.cached(in: folder).count == 1)
    // A road less: another network, whose times a fresh workspace confirms.
    var roads = try copy.text("geodata/roads.geojson").split(
      separator: "\n", omittingEmptySubsequences: false)
    let index = try #require(roads.lastIndex { $0.contains("LineString") && $0.hasSuffix(",") })
    roads.remove(at: index)
    try copy.write(roads.joined(separator: "\n"), to: "geodata/roads.geojson")
    let after = try shares()
    #expect(Self.cached(in: folder).count == 2)
    try copy.remove(".yike")
    #expect(try shares() == after)
  }

  @Test func plainFilesAreCachedOnRequest() throws {
    let folder = try RoadRulesTests.files()
    defer { try? FileManager.default.removeItem(at: folder) }
    let question = [
      "travel-times", "--roads", "roads.geojson", "--from", "a.csv", "--to", "b.csv", "--within",
      "60min", "--snap-cap", "0.1", "--join-ends", "1",
    ]
    func ask(_ more: String...) throws -> YikeProcess {
      try YikeProcess.run(question + more, in: folder)
    }
    let files = Self.cached(in: folder)
    let plain = try ask()
    #expect(Self.cached(in: folder) == files)
    let cache = folder.appending(path: "kept/roads")
    for threads in ["1", "2", "2"] {
      let cached = try ask("--cache", "kept/roads", "--threads", threads)
      #expect(cached.stdout == plain.stdout)
      // Joined ends are told whether they were joined now or earlier.
      #expect(cached.stderr == plain.stderr)
      #expect(Self.cached(in: cache).count == 1)
    }
    try Self.damage(cache.appending(path: try #require(Self.cached(in: cache).first)))
    #expect(try ask("--cache", "kept/roads").stdout == plain.stdout)
    // Another tolerance is another network; other roads under the old name too.
    #expect(try ask("--cache", "kept/roads", "--join-ends", "0.5").output.contains("unreachable"))
    #expect(Self.cached(in: cache).count == 2)
    let text = try String(contentsOf: folder.appending(path: "roads.geojson"), encoding: .utf8)
    try Data(
      text.replacingOccurrences(of: "[107.01,29]", with: "[107.005,29],[107.01,29]")
        .replacingOccurrences(of: "29.000005", with: "29").utf8
    ).write(
      to: folder.appending(path: "roads.geojson"))
    #expect(try ask("--cache", "kept/roads", "--join-ends", "0").output.contains("a,b,"))
    #expect(Self.cached(in: cache).count == 3)
    let nowhere = try ask("--cache", "/proc/nothing")
    #expect(nowhere.exitCode == 0)
    #expect(nowhere.stderr.contains("cannot be written"))
    let rings = [
      "isochrones", "--roads", "roads.geojson", "--from", "a.csv", "--within", "5min",
    ]
    let drawn = try YikeProcess.run(rings, in: folder)
    for _ in 0..<2 {
      #expect(
        try YikeProcess.run(rings + ["--cache", "kept"], in: folder).stdout == drawn.stdout)
    }
  }
}
