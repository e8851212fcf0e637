import Geometry
import PlanningModel
import RoadNetwork
import TestSupport
import Testing
import TravelTimes

/// Fields after changes against fields, and searches, computed anew.
@Suite struct NearestFieldTests {
  /// Everything that a field says at all nodes of its network and some places between.
  private func answers(_ field: NearestField, _ origins: [GeographicPosition?]) throws
    -> NearestTimes
  {
    try field.nearest(from: origins, within: nil)
  }

  private func check(_ field: NearestField, _ origins: [GeographicPosition?]) throws {
    let changed = try answers(field, origins)
    let anew = try answers(
      NearestField(field.roads, to: field.destinations, profile: field.profile), origins)
    let searched = try field.roads.nearest(
      from: origins, to: field.destinations, profile: field.profile, within: nil)
    #expect(changed.entries == anew.entries)
    #expect(changed.status == anew.status)
    #expect(changed.entries == searched.entries)
    #expect(changed.status == searched.status)
  }

  /// What roads remember from before they changed must be what roads find that never knew.
  private func checkKept(
    _ field: NearestField, _ origins: [GeographicPosition?], _ fresh: RoadTravelTimes
  ) throws {
    let kept = try field.roads.nearest(
      from: origins, to: field.destinations, profile: field.profile, within: nil)
    let found = try fresh.nearest(
      from: origins, to: field.destinations, profile: field.profile, within: nil)
    #expect(kept.entries == found.entries)
    #expect(kept.status == found.status)
    let mode = field.profile.mode
    #expect(
      field.roads.components(mode: mode).component == fresh.components(mode: mode).component)
  }

  @Test(arguments: 0..<200)
  func changesEqualARecomputation(seed: Int) throws {
    var random = SeededRandom(seed: 9000 + seed)
    let isGrid = seed % 4 == 0
    let town = RandomNetworkTests.Town(seed: 2000 + seed)
    let lines = isGrid ? GridTown.lines(side: 9, isUneven: true, seed: seed) : town.lines
    let network = RoadNetwork(lines: lines)
    let nodes = (0..<network.nodeCount).map { node -> GeographicPosition? in
      GeographicPosition(
        longitude: network.nodeLongitude[node], latitude: network.nodeLatitude[node])
    }
    let places = isGrid ? GridTown.places(12, side: 9, seed: seed) : town.destinations
    func place() -> GeographicPosition? {
      (Bool.random(using: &random) ? nodes.randomElement(using: &random) : nil)
        ?? places.randomElement(using: &random) ?? nil
    }
    let profile = TravelProfile(
      mode: seed % 2 == 0 ? .walk : .car, paceMillimetresPerSecond: 900,
      direction: seed % 3 == 0 ? .from : seed % 2 == 0 ? .roundTrip : .to)
    let origins = nodes + places + [nil]
    var field = try NearestField(
      RoadTravelTimes(network: network), to: (0..<4).map { _ in place() }, profile: profile)
    try check(field, origins)
    var changes: [UInt32: EdgeChange] = [:]
    for _ in 0..<4 {
      let count = field.destinations.count
      switch Int.random(in: 0..<5, using: &random) {
      case 0: if let new = place() { field = field.adding(new) }
      case 1: field = field.removing(.random(in: 0..<count, using: &random))
      case 2: field = field.moving(.random(in: 0..<count, using: &random), to: place())
      default:
        guard network.edgeCount > 0 else { continue }
        let factors: [Double?] = [nil, 0.5, 3, 1]
        let edges = (0..<Int.random(in: 1...3, using: &random)).map { _ in
          EdgeChange(
            edge: .random(in: 0..<UInt32(network.edgeCount), using: &random),
            timeFactor: factors.randomElement(using: &random) ?? nil)
        }
        field = try field.changing(edges)
        for change in edges { changes[change.edge] = change }
      }
      try check(field, origins)
      try checkKept(
        field, origins, RoadTravelTimes(network: network).changing(Array(changes.values)))
    }
  }

  @Test func theFieldBeforeStaysAsItWas() throws {
    let map = ASCIIMap("A    B    C    D")
    let roads = RoadTravelTimes(map.roads("ABCD"))
    let origins = "ABCD".map { Optional(map.place($0)) }
    let field = try NearestField(roads, to: [map.place("A")], profile: strolling)
    let before = try answers(field, origins).entries
    let two = field.adding(map.place("D"))
    #expect(try answers(two, origins).entries.map { $0?.destination } == [0, 0, 1, 1])
    let moved = two.moving(0, to: map.place("C"))
    #expect(try answers(moved, origins).entries.map { $0?.destination } == [0, 0, 0, 1])
    let none = moved.removing(0).removing(1)
    #expect(try answers(none, origins).status.allSatisfy { $0 == .unreachable })
    #expect(try answers(field, origins).entries == before)
  }

  @Test func aSlowerEdgeAndAClosedOneSendPeopleElsewhere() throws {
    // A loop of 200 by 100 m; the goal is C.
    let map = ASCIIMap(
      """
      A B
      D C
      """)
    let network = RoadNetwork(lines: map.roads("AB", "BC", "CD", "DA"))
    let roads = RoadTravelTimes(network: network, snapping: SnapSettings(capMetres: 1))
    let from = map.place("A")
    let goal = map.place("C")
    func seconds(_ roads: RoadTravelTimes) throws -> Double? { try roads.seconds(from, goal) }
    func edge(_ first: Character, _ second: Character) -> UInt32 {
      let ends = [map.place(first), map.place(second)].map { [$0.longitude, $0.latitude] }
      let found = (0..<network.edgeCount).first { edge in
        let nodes = [network.tail[edge], network.head[edge]].map {
          [network.nodeLongitude[Int($0)], network.nodeLatitude[Int($0)]]
        }
        return nodes == ends || nodes == ends.reversed()
      }
      return UInt32(found ?? 0)
    }
    #expect(isClose(try seconds(roads), 300))
    let slow = roads.changing([EdgeChange(edge: edge("A", "B"), timeFactor: 1.25)])
    #expect(isClose(try seconds(slow), 300))
    let bothSlow = slow.changing([EdgeChange(edge: edge("A", "D"), timeFactor: 4)])
    #expect(isClose(try seconds(bothSlow), 350))
    let closed = bothSlow.changing([EdgeChange(edge: edge("A", "B"), timeFactor: nil)])
    #expect(isClose(try seconds(closed), 600))
    let cut = closed.changing([EdgeChange(edge: edge("A", "D"), timeFactor: nil)])
    #expect(try seconds(cut) == nil)
    #expect(cut.components(mode: .walk).nodeCount == [3])
    let open = cut.changing([
      EdgeChange(edge: edge("A", "B"), timeFactor: 1),
      EdgeChange(edge: edge("A", "D"), timeFactor: 1),
    ])
    #expect(isClose(try seconds(open), 300))
    #expect(isClose(try seconds(roads), 300))
  }

  @Test func directionsWithTwoWaysAreRefused() throws {
    let map = ASCIIMap("A B")
    let roads = RoadTravelTimes(map.roads("AB"))
    let profile = TravelProfile(mode: .walk, paceMillimetresPerSecond: 900, direction: .worst)
    #expect(throws: WorkError.self) { try NearestField(roads, to: [], profile: profile) }
  }
}
