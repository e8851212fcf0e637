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

  @Test func keysThatAreNoHashesAreRefused() throws {
    try withCache { cache in
      let entry = RoadNetworkCache.Entry(network: RoadNetwork(lines: TaggedLines(keys: [])))
      for key in ["", "../x", "ABC", "a/b"] {
        #expect(throws: WorkError.self) { try cache.store(entry, key: key) }
        #expect(cache.load(key: key) == nil)
      }
      let nowhere = RoadNetworkCache(folder: "/proc/nothing/here")
      #expect(throws: WorkError.self) { try nowhere.store(entry, key: "aa") }
    }
  }
}
