import Geometry
import PlanningModel
import RoadNetwork
import TestSupport
import Testing
import TravelTimes

/// Isochrones of networks small enough to be worked out by hand; 1 m/s, so seconds are metres.
@Suite struct IsochroneDrawnTests {
  static let outwards = TravelProfile(
    mode: .walk, paceMillimetresPerSecond: 1000, direction: .from)

  /// How far from a reached place the drawn line may lie at least: the grace and half a cell.
  static let edgeMetres = 2.36 * 25

  static func isochrone(
    _ lines: TaggedLines, _ place: GeographicPosition?,
    _ profile: TravelProfile = IsochroneDrawnTests.outwards, seconds: UInt32...
  ) throws -> Isochrone {
    let limits = seconds.map { TravelTime(milliseconds: $0 * 1000) }
    return try #require(
      try RoadTravelTimes(lines).isochrones(around: [place], profile: profile, within: limits)
        .first)
  }

  static func squareMetres(_ area: Shape) throws -> Double {
    let scale = EllipsoidalMetric.metresPerDegree(atLatitude: 0)
    return try area.planarArea() * scale.east * scale.north
  }

  static func covers(_ area: Shape?, _ place: GeographicPosition) throws -> Bool {
    try area?.covers(Position(x: place.longitude, y: place.latitude)) ?? false
  }

  @Test func aGridInADesertIsADiamond() throws {
    // 21 by 21 streets, 100 m apart, each crossing a shared vertex.
    let map = ASCIIMap("A")
    var lines = TaggedLines(keys: ["highway"])
    lines.strings = ["residential"]
    for isRow in [true, false] {
      for street in -10...10 {
        for crossing in -10...10 {
          let (east, north) = isRow ? (crossing, street) : (street, crossing)
          let place = map.place("A", east: Double(100 * east), north: Double(100 * north))
          lines.longitude.append(place.longitude)
          lines.latitude.append(place.latitude)
          lines.vertexIDs.append(Int64(100 * (east + 20) + north + 20))
        }
        lines.firstVertex.append(UInt32(lines.longitude.count))
        lines.lineIDs.append(Int64(lines.lineIDs.count + 1))
        lines.values.append(0)
      }
    }
    let isochrone = try Self.isochrone(lines, map.place("A"), seconds: 300, 600, 900)
    for (ring, radius) in zip(isochrone.rings, [300.0, 600, 900]) {
      let area = try Self.squareMetres(try #require(ring.area))
      // What is drawn lies within 59 m of a reached place, as the crow flies.
      let most = radius + 2.0.squareRoot() * Self.edgeMetres
      #expect(area >= 2 * radius * radius)
      #expect(area <= 2 * most * most)
      // Rows and columns at distance d keep radius − d each way.
      let street = (0...9).reduce(0.0) { sum, number in
        let left = max(0, radius - Double(100 * number))
        return sum + (number == 0 ? 2 : 4) * 2 * left
      }
      #expect(abs(ring.reachedMetres - street) < 1)
    }
    #expect(isochrone.scale?.cellMetres == 25)
  }

  @Test func aRoadIsCutWhereTimeRunsOut() throws {
    let map = ASCIIMap("A                   B")
    let middle = map.place("A", east: 1000)
    let isochrone = try Self.isochrone(map.roads("AB"), middle, seconds: 300)
    let ring = isochrone.rings[0]
    #expect(isClose(ring.reachedMetres, 600))
    for end in [-1.0, 1] {
      #expect(try Self.covers(ring.area, map.place("A", east: 1000 + end * 299.9)))
      #expect(
        try !Self.covers(ring.area, map.place("A", east: 1000 + end * (300 + Self.edgeMetres))))
    }
    // Off the road, as far as the off-road distance in the middle.
    #expect(try Self.covers(ring.area, map.place("A", east: 1000, north: 85)))
    #expect(try !Self.covers(ring.area, map.place("A", east: 1000, north: 113)))
  }

  @Test func theLegCostsTimeAndIsDrawn() throws {
    let map = ASCIIMap("A                   B")
    let place = map.place("A", east: 1000, north: 200)
    let isochrone = try Self.isochrone(map.roads("AB"), place, seconds: 100, 300)
    #expect(isochrone.rings[0].reachedMetres == 0)
    #expect(try Self.covers(isochrone.rings[0].area, map.place("A", east: 1000, north: 101)))
    #expect(try !Self.covers(isochrone.rings[0].area, map.place("A", east: 1000)))
    #expect(isClose(isochrone.rings[1].reachedMetres, 200))
    #expect(try Self.covers(isochrone.rings[1].area, map.place("A", east: 1099.9)))
  }

  /// A place off the mode's roads has a time by its leg, and is drawn only near the road.
  @Test func legsAtTheFarEndAreFollowedToTheOffRoadDistance() throws {
    let map = ASCIIMap(
      """
      A                   B



                          C
      """)
    let lines = map.lines([
      ("AB", ["highway": "residential"]), ("BC", ["highway": "footway"]),
    ])
    let profile = TravelProfile(mode: .car, paceMillimetresPerSecond: 1000, direction: .from)
    let place = map.place("A", east: 1500)
    let limit = TravelTime(milliseconds: 600_000)
    // 500 m at 18 km/h, then 400 m at 1 m/s.
    let time = try RoadTravelTimes(lines).nearest(
      from: [map.place("C")], to: [place], profile: profile, within: limit
    ).entries[0]?.time
    #expect(isClose(time.map { Double($0.milliseconds) / 1000 }, 500))
    let isochrone = try Self.isochrone(lines, place, profile, seconds: 600)
    let area = isochrone.rings[0].area
    let most = try #require(isochrone.scale).offRoadMetres
    #expect(try Self.covers(area, map.place("B")))
    #expect(try Self.covers(area, map.place("B", north: most - 15)))
    #expect(try !Self.covers(area, map.place("B", north: most + 13)))
    #expect(try !Self.covers(area, map.place("C")))
  }

  @Test func directionIsSeenFromThePlace() throws {
    let map = ASCIIMap("A                   B")
    let lines = map.lines([("AB", ["highway": "residential", "oneway": "yes"])])
    for (direction, isAhead) in [(TravelDirection.from, true), (.to, false)] {
      let profile = TravelProfile(
        mode: .car, paceMillimetresPerSecond: 1000, direction: direction)
      let ring = try Self.isochrone(
        lines, map.place("A", east: 1000), profile, seconds: 100
      ).rings[0]
      #expect(isClose(ring.reachedMetres, 500))
      #expect(try Self.covers(ring.area, map.place("A", east: 1499)) == isAhead)
      #expect(try Self.covers(ring.area, map.place("A", east: 501)) == !isAhead)
    }
    for direction in [TravelDirection.worst, .roundTrip] {
      let profile = TravelProfile(
        mode: .car, paceMillimetresPerSecond: 1000, direction: direction)
      let ring = try Self.isochrone(
        lines, map.place("A", east: 1000), profile, seconds: 100
      ).rings[0]
      #expect(ring.reachedMetres == 0)
      #expect(try Self.covers(ring.area, map.place("A", east: 1000)))
    }
  }

  @Test func aRingRoadKeepsItsHole() throws {
    let map = ASCIIMap(
      """
      A     B


      C     D
      """)
    let ring = try Self.isochrone(map.roads("ABDCA"), map.place("A"), seconds: 2000).rings[0]
    #expect(isClose(ring.reachedMetres, 1800))
    let area = try #require(ring.area)
    #expect(area.polygons.count == 1)
    #expect(area.polygons[0].interiors.count == 1)
    #expect(try !Self.covers(area, map.place("A", east: 300, north: -150)))
    // 80 m further in on each side nothing is left of the hole.
    let small = ASCIIMap(
      """
      A  B

      C  D
      """)
    let filled = try Self.isochrone(small.roads("ABDCA"), small.place("A"), seconds: 2000)
    #expect(filled.rings[0].area?.polygons.first?.interiors.isEmpty == true)
  }

  @Test func whatIsReachedBeyondAGapStaysAPartOfItsOwn() throws {
    // Two one-way roads 1 km apart lead from town to town: halfway one can only go on.
    let map = ASCIIMap(
      """
           E              F
      A                      B
           G              H
      """, cellMetres: 500)
    let oneWay = ["highway": "residential", "oneway": "yes"]
    let lines = map.lines([("AEFB", oneWay), ("BHGA", oneWay)])
    let profile = TravelProfile(
      mode: .car, paceMillimetresPerSecond: 1000, direction: .worst)
    let isochrone = try Self.isochrone(lines, map.place("A"), profile, seconds: 2500)
    let area = try #require(isochrone.rings[0].area)
    #expect(area.polygons.count == 2)
    #expect(try Self.covers(area, map.place("A")))
    #expect(try Self.covers(area, map.place("B")))
    #expect(try !Self.covers(area, map.place("E", east: 3000)))
  }

  @Test func nobodyVanishes() throws {
    let map = ASCIIMap("A    B")
    let far = map.place("A", north: 5000)
    let isNotANumber = GeographicPosition(longitude: .nan, latitude: 0)
    let source = RoadTravelTimes(map.roads("AB"))
    let limits = [TravelTime(milliseconds: 0), TravelTime(milliseconds: 60_000)]
    let found = try source.isochrones(
      around: [map.place("A"), nil, far, isNotANumber], profile: Self.outwards, within: limits)
    #expect(found.map(\.status) == [.reached, .invalid, .notSnapped, .invalid])
    #expect(found.allSatisfy { $0.rings.map(\.limit) == limits })
    #expect(found.dropFirst().allSatisfy { $0.rings.allSatisfy { $0.area == nil } })
    // In no time one is where one is, which is drawn as a blot.
    #expect(found[0].rings[0].reachedMetres == 0)
    #expect(try Self.covers(found[0].rings[0].area, map.place("A")))
    #expect(try found[0].rings[0].area?.validity().isValid == true)
    #expect(isClose(found[0].rings[1].reachedMetres, 60))
  }

  @Test func smallNetworksAnswer() throws {
    let map = ASCIIMap(
      """
      A  B
      C  D
      """)
    let empty = try Self.isochrone(map.roads(), map.place("A"), seconds: 60)
    #expect(empty.status == .notSnapped)
    // One node, whose only edge comes back to it.
    let loop = map.roads("ABDCA")
    #expect(RoadNetwork(lines: loop).nodeCount == 1)
    let ring = try Self.isochrone(loop, map.place("A"), seconds: 150, 800)
    #expect(isClose(ring.rings[0].reachedMetres, 300))
    #expect(isClose(ring.rings[1].reachedMetres, 800))
    #expect(try Self.isochrone(loop, map.place("A")).rings.isEmpty)
  }

  @Test func aBusWaitsFirst() throws {
    let map = ASCIIMap("A         B")
    var rules = RoadRules()
    rules.busHeadwayMinutes = 10
    let source = RoadTravelTimes(map.roads("AB"), rules: rules)
    let profile = TravelProfile(mode: .bus, paceMillimetresPerSecond: 1000, direction: .from)
    let found = try source.isochrones(
      around: [map.place("A")], profile: profile,
      within: [TravelTime(milliseconds: 299_999), TravelTime(milliseconds: 310_000)])
    #expect(found[0].rings[0].area == nil)
    #expect(isClose(found[0].rings[1].reachedMetres, 30))
  }
}
