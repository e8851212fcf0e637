import Foundation
import Geometry
import PlanningModel
import RoadNetwork
import TestSupport
import Testing
import TravelTimes

/// What comes out of the cache is what went in, or nothing.
@Suite struct RoadNetworkCacheTests {
  static let key = String(repeating: "0f", count: 32)

  /// A folder of its own for each test.
  private func withCache(_ body: (RoadNetworkCache) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("roads-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(RoadNetworkCache(folder: folder))
  }

  private func path(_ cache: RoadNetworkCache, _ key: String = key) -> URL {
    URL(fileURLWithPath: "\(cache.folder)/\(key).roads")
  }

  private func slopes(_ network: RoadNetwork) -> EdgeSlopes {
    let edges = 0..<network.edgeCount
    return EdgeSlopes(
      firstStep: (0...network.edgeCount).map(UInt32.init), slope: edges.map { Float($0) / 100 },
      forwardFactor: edges.map { 1 + Float($0) / 10 }, backwardFactor: edges.map { _ in 1 })
  }

  @Test func whatIsLoadedAnswersLikeWhatWasBuilt() throws {
    try withCache { cache in
      let town = RandomNetworkTests.Town(seed: 42)
      let network = RoadNetwork(lines: town.lines)
      #expect(cache.load(key: Self.key) == nil)
      try cache.store(
        .init(network: network, slopes: slopes(network), unknownSlopeMetres: 12.5), key: Self.key)
      let loaded = try #require(cache.load(key: Self.key))
      #expect(loaded.unknownSlopeMetres == 12.5)
      #expect(loaded.network.summary == network.summary)
      #expect(loaded.network.line == network.line)
      #expect(loaded.network.interiorOffsetMetres == network.interiorOffsetMetres)
      for edge in 0..<network.edgeCount {
        #expect(loaded.network.classText(ofEdge: edge) == network.classText(ofEdge: edge))
      }
      for mode in [TravelMode.walk, .car] {
        let profile = TravelProfile(mode: mode, paceMillimetresPerSecond: 900, direction: .to)
        let built = try RoadTravelTimes(network: network, slopes: slopes(network)).times(
          from: town.origins, to: town.destinations, profile: profile, within: nil)
        let cached = try RoadTravelTimes(network: loaded.network, slopes: loaded.slopes).times(
          from: town.origins, to: town.destinations, profile: profile, within: nil)
        #expect(built.milliseconds == cached.milliseconds)
        #expect(built.metres == cached.metres)
        #expect(built.status == cached.status)
      }
    }
  }

  @Test func namesAndEmptyNetworksSurvive() throws {
    try withCache { cache in
      let map = ASCIIMap("A B")
      let lines = map.lines([("AB", ["highway": "residential", "name": "人民路"])])
      try cache.store(.init(network: RoadNetwork(lines: lines)), key: Self.key)
      let loaded = try #require(cache.load(key: Self.key))
      #expect(loaded.network.nameText(ofEdge: 0) == "人民路")
      #expect(loaded.slopes == nil)
      try cache.store(.init(network: RoadNetwork(lines: TaggedLines(keys: []))), key: "ab")
      #expect(cache.load(key: "ab")?.network.nodeCount == 0)
    }
  }

  @Test func aRebuildGivesTheSameBytesAndLeavesNothingElse() throws {
    try withCache { cache in
      let town = RandomNetworkTests.Town(seed: 43)
      try cache.store(.init(network: RoadNetwork(lines: town.lines)), key: Self.key)
      let first = try Data(contentsOf: path(cache))
      try cache.store(.init(network: RoadNetwork(lines: town.lines)), key: Self.key)
      #expect(try Data(contentsOf: path(cache)) == first)
      #expect(try FileManager.default.contentsOfDirectory(atPath: cache.folder).count == 1)
    }
  }

  @Test func whatIsDamagedForeignOrOfAnotherVersionIsIgnored() throws {
    try withCache { cache in
      let town = RandomNetworkTests.Town(seed: 44)
      try cache.store(.init(network: RoadNetwork(lines: town.lines)), key: Self.key)
      let whole = try Data(contentsOf: path(cache))
      func loads(_ data: Data, as key: String = Self.key) throws -> Bool {
        try data.write(to: path(cache, key))
        return cache.load(key: key) != nil
      }
      #expect(try loads(whole))
      for count in [0, 7, 39, 40, 200, whole.count - 8, whole.count - 1] {
        #expect(try !loads(whole.prefix(count)), "\(count) bytes")
      }
      #expect(try !loads(whole + Data(count: 8)))
      var random = SeededRandom(seed: 3)
      for _ in 0..<200 {
        var damaged = whole
        let byte = Int.random(in: whole.indices, using: &random)
        damaged[byte] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        #expect(try !loads(damaged), "byte \(byte)")
      }
      // A whole file under another name.
      #expect(try !loads(whole, as: "aa"))
      try FileManager.default.createDirectory(
        at: path(cache, "bb"), withIntermediateDirectories: true)
      #expect(cache.load(key: "bb") == nil)
    }
  }

  @Test func jointsAndNotesSurvive() throws {
    try withCache { cache in
      let joining = EndJoiningTests.join(EndJoiningTests.gap)
      #expect(joining.joints.count == 1)
      let entry = RoadNetworkCache.Entry(
        network: RoadNetwork(lines: joining.lines), joints: joining.joints,
        notes: [":7: 一条线", "", "official"])
      try cache.store(entry, key: Self.key)
      let loaded = try #require(cache.load(key: Self.key))
      #expect(loaded.joints == entry.joints)
      #expect(loaded.notes == entry.notes)
    }
  }

  @Test func onlyTheNetworksUsedLastAreKept() throws {
    try withCache { cache in
      let entry = RoadNetworkCache.Entry(network: RoadNetwork(lines: TaggedLines(keys: [])))
      let keys = (0..<RoadNetworkCache.capacity).map { "a\($0)" }
      for (age, key) in keys.enumerated() {
        try cache.store(entry, key: key)
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSince1970: Double(1_000_000 + age))],
          ofItemAtPath: path(cache, key).path)
      }
      // The oldest is used again, so that another one is.
      #expect(cache.load(key: keys[0]) != nil)
      let foreign = ["notes.txt", "a0.roads.2147483647-1.part", "a0.roads.\(getpid())-1.part"]
      for name in foreign {
        try Data("x".utf8).write(to: URL(fileURLWithPath: "\(cache.folder)/\(name)"))
      }
      try cache.store(entry, key: "ff")
      let left = try Set(FileManager.default.contentsOfDirectory(atPath: cache.folder))
      let kept = ([keys[0]] + keys[2...] + ["ff"]).map { "\($0).roads" }
      #expect(left == Set(kept + [foreign[0], foreign[2]]))
    }
  }

  @Test func severalWritersAndReadersDoNotDisturbEachOther() async throws {
    let town = RandomNetworkTests.Town(seed: 45)
    let entry = RoadNetworkCache.Entry(network: RoadNetwork(lines: town.lines))
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("roads-\(UUID().uuidString)/deep/er").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let cache = RoadNetworkCache(folder: folder)
    try cache.store(entry, key: Self.key)
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for worker in 0..<8 {
        group.addTask {
          for _ in 0..<20 {
            if worker % 2 == 0 { try cache.store(entry, key: Self.key) }
            if cache.load(key: Self.key)?.network.tail != entry.network.tail { return false }
          }
          return true
        }
      }
      for try await isWhole in group { #expect(isWhole) }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["\(Self.key).roads"])
  }

  @Test func keysThatAreNoHashesAreRefused() throws {
    try withCache { cache in
      let entry = RoadNetworkCache.Entry(network: RoadNetwork(lines: TaggedLines(keys: [])))
      for key in ["", "../x", "ABC", "a/b"] {
        #expect(throws: WorkError.self) { try cache.store(entry, key: key) }
        #expect(cache.load(key: key) == nil)
      }
      let nowhere = RoadNetworkCache(folder: "/proc/nothing/here")
      #expect(nowhere.load(key: "aa") == nil)
      #expect(throws: WorkError.self) { try nowhere.store(entry, key: "aa") }
    }
  }
}
