import Geometry
import PlanningModel
import RoadNetwork
import TestSupport
import Testing
import TravelTimes

/// A packed or prepared graph and several threads give what one search after another gives, to
/// the millisecond and millimetre.
@Suite struct PreparedSearchTests {
  @Test(arguments: 0..<60)
  func preparingChangesNothing(seed: Int) throws {
    let town = RandomNetworkTests.Town(seed: 5000 + seed)
    let network = RoadNetwork(lines: town.lines)
    let plain = RoadTravelTimes(
      network: network, searchesWorthPacking: .max, searchesWorthPreparing: .max)
    let others = [
      RoadTravelTimes(
        network: network, threads: 1 + seed % 2, searchesWorthPacking: 0,
        searchesWorthPreparing: .max),
      RoadTravelTimes(network: network, threads: 1 + seed % 2, searchesWorthPreparing: 0),
    ]
    for mode in [TravelMode.walk, .car] {
      for direction in [TravelDirection.to, .from, .roundTrip, .worst] {
        let profile = TravelProfile(
          mode: mode, paceMillimetresPerSecond: 900, direction: direction)
        for limit: UInt32 in [600_000, 7_200_000] {
          let within = TravelTime(milliseconds: limit)
          let first = try plain.times(
            from: town.origins, to: town.destinations, profile: profile, within: within)
          for other in others {
            let second = try other.times(
              from: town.origins, to: town.destinations, profile: profile, within: within)
            #expect(first.firstEntry == second.firstEntry)
            #expect(first.destination == second.destination)
            #expect(first.milliseconds == second.milliseconds)
            #expect(first.metres == second.metres)
            #expect(first.status == second.status)
          }
        }
      }
    }
  }

  /// A grid is large enough for a core, and full of ways of equal time.
  @Test(arguments: [(12, false), (25, true)])
  func gridsWithACoreAgree(side: Int, isUneven: Bool) throws {
    let lines = GridTown.lines(side: side, isUneven: isUneven, seed: 7)
    let network = RoadNetwork(lines: lines)
    let places = GridTown.places(40, side: side, seed: 8)
    let profile = TravelProfile(mode: .walk, paceMillimetresPerSecond: 1000, direction: .to)
    let limit = TravelTime(milliseconds: 1_500_000)
    let plain = try RoadTravelTimes(
      network: network, searchesWorthPacking: .max, searchesWorthPreparing: .max
    ).times(from: places, to: places, profile: profile, within: limit)
    for (threads, preparing) in [(1, 0), (2, 0), (1, Int.max), (2, Int.max)] {
      let other = try RoadTravelTimes(
        network: network, threads: threads, searchesWorthPacking: 0,
        searchesWorthPreparing: preparing
      ).times(from: places, to: places, profile: profile, within: limit)
      #expect(plain.destination == other.destination)
      #expect(plain.milliseconds == other.milliseconds)
      #expect(plain.metres == other.metres)
    }
    #expect(plain.destination.count > 200)
  }

  /// Large enough that each of up to three threads takes a part of the nodes, with even streets
  /// full of ties across the borders of the parts.
  @Test(arguments: [false, true])
  func partsOfTheNodesChangeNothing(isUneven: Bool) throws {
    let side = 230
    let network = RoadNetwork(lines: GridTown.lines(side: side, isUneven: isUneven, seed: 11))
    let facilities = GridTown.places(12, side: side, seed: 12)
    let people = GridTown.places(3_000, side: side, seed: 13)
    let profile = TravelProfile(mode: .walk, paceMillimetresPerSecond: 1000, direction: .to)
    func nearest(threads: Int) throws -> (NearestTimes, NearestTimes) {
      let roads = RoadTravelTimes(network: network, threads: threads)
      return (
        try roads.nearest(from: people, to: facilities, profile: profile, within: nil),
        try NearestField(roads, to: facilities, profile: profile)
          .nearest(from: people, within: nil)
      )
    }
    let (one, oneField) = try nearest(threads: 1)
    #expect(one.entries == oneField.entries)
    #expect(Set(one.entries.compactMap { $0?.destination }).count == facilities.count)
    for threads in [2, 3] {
      let (several, severalField) = try nearest(threads: threads)
      #expect(one.entries == several.entries)
      #expect(one.entries == severalField.entries)
    }
  }
}

/// A town of straight streets, 100 m apart.
enum GridTown {
  static func lines(side: Int, isUneven: Bool, seed: Int) -> TaggedLines {
    var random = SeededRandom(seed: seed)
    var lines = TaggedLines(keys: ["highway", "oneway"])
    lines.strings = ["", "residential", "primary", "yes"]
    func shift() -> Double { isUneven ? .random(in: -0.0003...0.0003, using: &random) : 0 }
    var places: [(Double, Double)] = []
    for number in 0..<side * side {
      let east = Double(number % side) * 0.001
      let north = Double(number / side) * 0.001
      places.append((107 + east + shift(), north + shift()))
    }
    func add(_ ids: [Int]) {
      for id in ids {
        lines.longitude.append(places[id].0)
        lines.latitude.append(places[id].1)
        lines.vertexIDs.append(Int64(id))
      }
      lines.firstVertex.append(UInt32(lines.longitude.count))
      lines.lineIDs.append(Int64(lines.lineIDs.count))
      lines.values += [
        isUneven ? .random(in: 1...2, using: &random) : 1,
        isUneven && Int.random(in: 0..<6, using: &random) == 0 ? 3 : 0,
      ]
    }
    for row in 0..<side {
      for step in 0..<side - 1 {
        // Some blocks have no street on one side.
        if isUneven, Int.random(in: 0..<5, using: &random) == 0 { continue }
        add([row * side + step, row * side + step + 1])
        add([step * side + row, (step + 1) * side + row])
      }
    }
    return lines
  }

  static func places(_ count: Int, side: Int, seed: Int) -> [GeographicPosition?] {
    var random = SeededRandom(seed: seed)
    let extent = 0.001 * Double(side - 1)
    return (0..<count).map { _ in
      let east = Double.random(in: 0...extent, using: &random)
      let north = Double.random(in: 0...extent, using: &random)
      return GeographicPosition(longitude: 107 + east, latitude: north)
    }
  }
}
