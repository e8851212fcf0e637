import Geometry
import PlanningModel
import RoadNetwork
import TestSupport
import Testing
import TravelTimes

/// Roads added to a network against networks that are built with them.
@Suite struct RoadAdditionTests {
  /// A vertex of a town's roads, as a place to tie a road to.
  private static func ends(
    _ network: RoadNetwork
  ) -> [(end: AddedRoad.End, position: Position)] {
    var ends = (0..<network.nodeCount).map { node in
      (
        AddedRoad.End.node(UInt32(node)),
        Position(x: network.nodeLongitude[node], y: network.nodeLatitude[node])
      )
    }
    for edge in 0..<network.edgeCount {
      for vertex in network.vertices(ofEdge: edge).dropFirst().dropLast() {
        let place = SnapCandidate(
          edge: UInt32(edge), offsetMetres: vertex.offsetMetres, legMetres: 0,
          longitude: vertex.position.x, latitude: vertex.position.y)
        ends.append((.place(place), vertex.position))
      }
    }
    return ends
  }

  /// A town with one line more, through vertices that it has.
  private static func lines(
    _ lines: TaggedLines, adding shape: [Position], _ tags: [String: String]
  ) -> TaggedLines {
    var lines = lines
    for (index, position) in shape.enumerated() {
      let known = lines.longitude.indices.first {
        lines.longitude[$0] == position.x && lines.latitude[$0] == position.y
      }
      lines.longitude.append(position.x)
      lines.latitude.append(position.y)
      let isEnd = index == 0 || index == shape.count - 1
      let fresh = -Int64(lines.vertexIDs.count)
      lines.vertexIDs.append(isEnd ? known.map { lines.vertexIDs[$0] } ?? fresh : fresh)
    }
    lines.firstVertex.append(UInt32(lines.longitude.count))
    lines.lineIDs.append(Int64(lines.lineIDs.count))
    for key in lines.keys {
      lines.values.append(UInt32(lines.strings.firstIndex(of: tags[key] ?? "") ?? 0))
    }
    return lines
  }

  private static let tags: [[String: String]] = [
    ["highway": "residential"], ["highway": "primary", "oneway": "yes"], ["highway": "footway"],
    ["highway": "residential", "oneway": "-1", "foot": "no"],
  ]

  @Test(arguments: 0..<200)
  func anAddedRoadEqualsARebuild(seed: Int) throws {
    var random = SeededRandom(seed: 17_000 + seed)
    let town = RandomNetworkTests.Town(seed: 4000 + seed)
    var lines = town.lines
    let profile = TravelProfile(
      mode: seed % 2 == 0 ? .walk : .car, paceMillimetresPerSecond: 900,
      direction: [.to, .from, .roundTrip][seed % 3])
    let isSingle = profile.mode == .walk || profile.direction != .roundTrip
    let origins = town.origins.map(Optional.some) + [nil]
    var roads = RoadTravelTimes(lines)
    guard roads.network.edgeCount > 0 else { return }
    // Graphs that were built for an earlier question must be adapted, not forgotten.
    _ = try roads.times(from: origins, to: town.destinations, profile: profile, within: nil)
    var field = isSingle ? try NearestField(roads, to: town.destinations, profile: profile) : nil
    for step in 0..<3 {
      let ends = Self.ends(roads.network).filter { end in
        // A cut edge is nobody's any more.
        guard case .place(let place) = end.end else { return true }
        return isOpen(place, roads)
      }
      guard let from = ends.randomElement(using: &random),
        let to = ends.randomElement(using: &random)
      else { return }
      let between =
        (0..<Int.random(in: from.position == to.position ? 1...2 : 0...2, using: &random))
        .map { index in
          Position(
            x: from.position.x + 0.001 * Double(index + 1),
            y: to.position.y + .random(in: -0.002...0.002, using: &random))
        }
      let tags = Self.tags.randomElement(using: &random) ?? [:]
      let addition = try RoadAddition(
        AddedRoad(from: from.end, to: to.end, between: between, tags: tags), to: roads.network)
      roads = roads.adding(addition)
      field = try field?.adding(addition)
      lines = Self.lines(lines, adding: [from.position] + between + [to.position], tags)
      let rebuilt = RoadTravelTimes(lines)
      #expect(roads.network.nodeCount == rebuilt.network.nodeCount, "step \(step)")
      try compare(roads, rebuilt, field, origins, town.destinations.map(Optional.some), profile)
    }
  }

  /// Whether somebody may use the edge of a place.
  private func isOpen(_ place: SnapCandidate, _ roads: RoadTravelTimes) -> Bool {
    let here = GeographicPosition(longitude: place.longitude, latitude: place.latitude)
    return [TravelMode.walk, .car].contains { mode in
      roads.snap([here], mode: mode).candidates.contains { $0.edge == place.edge }
    }
  }

  private func compare(
    _ roads: RoadTravelTimes, _ rebuilt: RoadTravelTimes, _ field: NearestField?,
    _ origins: [GeographicPosition?], _ destinations: [GeographicPosition?],
    _ profile: TravelProfile
  ) throws {
    let found = try roads.times(
      from: origins, to: destinations, profile: profile, within: nil)
    let wanted = try rebuilt.times(
      from: origins, to: destinations, profile: profile, within: nil)
    #expect(found.firstEntry == wanted.firstEntry)
    #expect(found.destination == wanted.destination)
    #expect(found.milliseconds == wanted.milliseconds)
    #expect(found.metres == wanted.metres)
    #expect(found.status == wanted.status)
    guard let field else { return }
    let nearest = try rebuilt.nearest(
      from: origins, to: destinations, profile: profile, within: nil)
    let kept = try field.nearest(from: origins, within: nil)
    #expect(kept.entries == nearest.entries)
    #expect(kept.status == nearest.status)
  }

  @Test func aBridgeOverARiverShortensTheWay() throws {
    // Two banks that meet far in the west only; the bridge runs between places within edges.
    let map = ASCIIMap(
      """
      A         B
      C         D
      """)
    let roads = RoadTravelTimes(
      map.roads("AB", "CD", "AC"), snapping: SnapSettings(capMetres: 1))
    let (from, to) = (map.place("B"), map.place("D"))
    #expect(isClose(try roads.seconds(from, to), 2100))
    func place(_ bank: Character) -> AddedRoad.End {
      .place(roads.snap([map.place(bank, east: 800)], mode: .walk).candidates[0])
    }
    let bridge = try RoadAddition(
      AddedRoad(from: place("A"), to: place("C"), tags: ["highway": "footway", "bridge": "yes"]),
      to: roads.network)
    #expect(bridge.cuts.map(\.parts.count) == [2, 2])
    #expect(bridge.network.isStructure[Int(bridge.edge)])
    let crossed = roads.adding(bridge)
    #expect(isClose(try crossed.seconds(from, to), 200 + 100 + 200))
    // Nobody drives over a footbridge, and the roads before are as they were.
    #expect(isClose(try crossed.seconds(from, to, .car), 2100 * 0.2))
    #expect(isClose(try roads.seconds(from, to), 2100))
    // A place beside the new bridge is tied to it.
    #expect(
      isClose(try crossed.seconds(map.place("A", east: 800, north: -50), to), 50 + 200))
    // What was slow before it was cut stays slow in its parts.
    let edge = try #require(bridge.cuts.first).edge
    let slow = roads.changing([EdgeChange(edge: edge, timeFactor: 3)]).adding(bridge)
    let sum = try #require(try slow.seconds(from, to)) + (try #require(try slow.seconds(to, from)))
    #expect(isClose(sum, 2 * (200 + 100 + 200) + 2 * 2 * 200))
  }

  @Test func partsKeepTheSlopeOfTheirEdge() throws {
    let map = ASCIIMap("A    B    C")
    let network = RoadNetwork(lines: map.roads("AC"))
    let slopes = EdgeSlopes(
      firstStep: [0, 4], slope: [0.1, 0, 0, -0.1], forwardFactor: [2, 1, 1, 1],
      backwardFactor: [1, 1, 1, 3])
    let roads = RoadTravelTimes(
      network: network, slopes: slopes, snapping: SnapSettings(capMetres: 110))
    let (a, c) = (map.place("A"), map.place("C"))
    #expect(isClose(try roads.seconds(a, c), 500 + 250 + 250 + 250))
    let place = try #require(
      roads.snap([map.place("B", east: -100)], mode: .walk).candidates.first)
    let road = try RoadAddition(
      AddedRoad(
        from: .place(place), to: .place(place),
        between: [map.place("B", north: 90), map.place("B", east: 30, north: 90)].map {
          Position(x: $0.longitude, y: $0.latitude)
        }), to: network)
    let near = RoadTravelTimes(
      network: network, slopes: slopes, snapping: SnapSettings(capMetres: 1))
    let cut = near.adding(road)
    #expect(isClose(try cut.seconds(a, c), 500 + 250 + 250 + 250))
    #expect(isClose(try cut.seconds(c, a), 750 + 250 + 250 + 250))
  }

  @Test func whatIsNoRoadIsRefused() throws {
    let map = ASCIIMap("A  B")
    let network = RoadNetwork(lines: map.roads("AB"))
    func add(_ road: AddedRoad) throws { _ = try RoadAddition(road, to: network) }
    let (from, to) = (AddedRoad.End.node(0), AddedRoad.End.node(1))
    #expect(throws: WorkError.self) { try add(AddedRoad(from: from, to: from)) }
    #expect(throws: WorkError.self) { try add(AddedRoad(from: from, to: .node(7))) }
    #expect(throws: WorkError.self) {
      try add(AddedRoad(from: from, to: to, tags: ["highway": "proposed"]))
    }
    #expect(throws: WorkError.self) {
      try add(AddedRoad(from: from, to: to, between: [Position(x: .nan, y: 0)]))
    }
    let beyond = SnapCandidate(
      edge: 0, offsetMetres: 9999, legMetres: 0, longitude: 107, latitude: 0)
    #expect(throws: WorkError.self) { try add(AddedRoad(from: from, to: .place(beyond))) }
  }
}
