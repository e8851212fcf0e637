import Geometry
import Journeys
import PlanningModel
import RoadNetwork
import Terrain
import TestSupport
import Testing
import TravelTimes

/// People far from roads walk across the slope to the road and then along it.
@Suite struct SlopeWalkTests {
  /// Home is 1 km north of a road of 4 km; the middle of the road lies below.
  static let map = ASCIIMap(
    """
    .
    .
    .
    A         M         B
    """, cellMetres: 200)
  static let home = map.place("M", north: 1000)
  static let lines = map.roads("AMB")
  /// The equator's northing of the road.
  static let road = -600.0

  private func seconds(
    _ source: JourneySource, _ direction: TravelDirection, to place: GeographicPosition,
    mode: TravelMode = .walk
  ) throws -> Double {
    let profile = DrawnGround.walking(direction, mode: mode)
    let matrix = try source.times(
      from: [Self.home], to: [place], profile: profile, within: nil)
    try #require(matrix.status == [.reached])
    #expect(matrix.isEstimated == [false])
    let nearest = try source.nearest(
      from: [Self.home], to: [place], profile: profile, within: nil)
    #expect(nearest.entries[0]?.time.milliseconds == matrix.milliseconds[0])
    let path = try #require(try source.path(from: Self.home, to: place, profile: profile))
    #expect(path.time.milliseconds == matrix.milliseconds[0] || direction == .worst)
    return Double(matrix.milliseconds[0]) / 1000
  }

  @Test func onAPlaneItIsTheStraightLine() throws {
    let source = DrawnGround.source(Self.lines, over: DrawnGround.model { _, _ in 500 })
    // Straight down to the road, along the grid's own moves: nothing but rounding is lost.
    #expect(abs(try seconds(source, .to, to: Self.map.place("M")) - 1000) < 1)
    // The first 1,500 m of road are within reach of the walk.
    let far = Self.map.place("M", east: 1400)
    let straight = (1400.0 * 1400 + 1000 * 1000).squareRoot()
    let found = try seconds(source, .to, to: far)
    #expect(found >= straight - 0.5 && found <= straight * 1.0275 + 1)
  }

  @Test func slopesCountThereAndBack() throws {
    // Home lies 100 m above the road: down at the pace, up by Tobler's e^0.35.
    let source = DrawnGround.source(
      Self.lines, over: DrawnGround.model { _, north in 300 + 0.1 * (north - Self.road) })
    let place = Self.map.place("M")
    #expect(abs(try seconds(source, .to, to: place) - 1000) < 1)
    #expect(abs(try seconds(source, .from, to: place) - 1000 * 1.4190675) < 2)
    #expect(abs(try seconds(source, .worst, to: place) - 1000 * 1.4190675) < 2)
    #expect(abs(try seconds(source, .roundTrip, to: place) - 500 * 2.4190675) < 2)
    let path = try #require(
      try source.path(from: place, to: Self.home, profile: DrawnGround.walking(.to)))
    #expect(abs(path.climbMetres - 100) < 1)
    #expect(abs(path.metres - 1000) < 1)
    #expect(abs(try #require(path.legs.last?.positions.last).y - Self.home.latitude) < 1e-9)
  }

  @Test func aRidgeIsClimbedOrWalkedRound() throws {
    // A ridge 500 m north of the road: up 1 in 10 for 400 m, 200 m of crest, then down.
    func height(_ north: Double) -> Double {
      300 - 0.1 * max(0, abs(north - Self.road - 500) - 100)
    }
    let over = 400 * 1.4190675 + 200 + 400
    let ridge = DrawnGround.model { _, north in height(north) }
    let place = Self.map.place("M")
    let climbed = DrawnGround.source(Self.lines, over: ridge)
    let direct = try seconds(climbed, .to, to: place)
    #expect(abs(direct - over) < 4, "\(direct)")
    #expect(abs(try seconds(climbed, .roundTrip, to: place) - over) < 4)
    // A ridge four times as steep, which takes 47 minutes, ends 100 m to the east.
    let short = DrawnGround.model { east, north in
      east > 2100 ? 140 : 300 - 4 * (300 - height(north))
    }
    let round = DrawnGround.source(Self.lines, over: short)
    let walked = try seconds(round, .to, to: place)
    #expect(walked >= 1000 && walked < 1500, "\(walked)")
  }

  @Test func aRiverIsCrossedAtTheFordOnly() throws {
    // Cells without height from west to east 500 m north of the road, but for a ford.
    func river(_ ford: ClosedRange<Double>?) -> ElevationModel {
      DrawnGround.model { east, north in
        abs(north - Self.road - 500) < 100 && ford?.contains(east) != true ? .nan : 250
      }
    }
    let middle = 2000.0
    let ford = DrawnGround.source(
      Self.lines, over: river(middle + 700...middle + 900))
    let found = try seconds(ford, .to, to: Self.map.place("M"))
    // By the corners of the ford: at least 700 m east, and the same way back.
    let least = 2 * (700.0 * 700 + 400 * 400).squareRoot() + 200
    #expect(found >= least - 60 && found <= least * 1.0275 + 150, "\(found)")
    let closed = DrawnGround.source(Self.lines, over: river(nil), detour: 1.8)
    let matrix = try closed.times(
      from: [Self.home], to: [Self.map.place("M")], profile: DrawnGround.walking(.to),
      within: nil)
    #expect(matrix.isEstimated == [true])
    #expect(abs(Double(matrix.milliseconds[0]) - 1_800_000) < 100)
  }

  @Test func whereNoHeightIsKnownNobodyVanishes() throws {
    let holes = DrawnGround.model { _, north in north > Self.road + 700 ? .nan : 250 }
    let place = Self.map.place("M")
    for (detour, status) in [(1.8, OriginStatus.reached), (nil, .notSnapped)] {
      let source = DrawnGround.source(Self.lines, over: holes, detour: detour)
      let matrix = try source.times(
        from: [Self.home, place, nil], to: [place], profile: DrawnGround.walking(.to),
        within: nil)
      #expect(matrix.status == [status, .reached, .invalid])
      #expect(matrix.isEstimated == [detour != nil, false, false])
    }
    let none = DrawnGround.source(Self.lines, over: DrawnGround.model { _, _ in .nan })
    let nearest = try none.nearest(
      from: [Self.home], to: [place], profile: DrawnGround.walking(.to), within: nil)
    #expect(nearest.status == [.notSnapped])
  }

  @Test func placesNearRoadsKeepTheirTimes() throws {
    let hills = DrawnGround.model { east, north in 300 + 0.05 * east - 0.1 * north }
    let places = [0.0, 150, 250].flatMap { north -> [GeographicPosition] in
      [Self.map.place("A", north: north), Self.map.place("B", north: -north)]
    }
    for direction in TravelDirection.allCases {
      let profile = DrawnGround.walking(direction)
      let with = try DrawnGround.source(Self.lines, over: hills).times(
        from: places, to: places, profile: profile, within: nil)
      let without = try DrawnGround.source(Self.lines, over: nil).times(
        from: places, to: places, profile: profile, within: nil)
      #expect(with.milliseconds == without.milliseconds && with.metres == without.metres)
      #expect(with.status == without.status)
    }
  }

  @Test func neighboursFarFromRoadsWalkToEachOther() throws {
    let source = DrawnGround.source(Self.lines, over: DrawnGround.model { _, _ in 500 })
    let neighbour = Self.map.place("M", east: 400, north: 1000)
    #expect(abs(try seconds(source, .roundTrip, to: neighbour) - 400) < 1)
    #expect(abs(try seconds(source, .to, to: neighbour, mode: .car) - 400) < 1)
    let path = try #require(
      try source.path(
        from: Self.home, to: neighbour, profile: DrawnGround.walking(.roundTrip)))
    #expect(path.stretches.isEmpty && path.lastLeg == nil)
    #expect(path.firstLeg.isAcrossCountry && abs(path.metres - 400) < 1)
    // A place near the road, but between it and home, needs no way by the road either.
    let between = Self.map.place("M", north: 250)
    #expect(abs(try seconds(source, .to, to: between) - 750) < 1)
  }

  @Test func vehiclesWaitAtTheRoad() throws {
    let source = DrawnGround.source(Self.lines, over: DrawnGround.model { _, _ in 500 })
    // Down on foot, then 2 km at 18 km/h; slantwise walks do not pay.
    let found = try seconds(source, .to, to: Self.map.place("B"), mode: .car)
    let best = 1000 * (1 - 0.2 * 0.2).squareRoot() + 2000 * 0.2
    #expect(found >= best - 1 && found <= best * 1.0275 + 5)
  }

  @Test func nearestAndSecondAreThoseOfTheMatrix() throws {
    let hills = DrawnGround.model { east, north in
      300 + 30 * Double((Int(east + 9000) / 350 + Int(north + 9000) / 450) % 3)
    }
    let source = DrawnGround.source(Self.lines, over: hills)
    var random = SeededRandom(seed: 7)
    let places = (0..<12).map { _ in
      Self.map.place(
        "M", east: Double.random(in: -1500...1500, using: &random),
        north: Double.random(in: -1200...1200, using: &random))
    }
    for direction in TravelDirection.allCases {
      let profile = DrawnGround.walking(direction)
      let limit = TravelTime(milliseconds: 2_500_000)
      let matrix = try source.times(
        from: places, to: places.reversed(), profile: profile, within: limit)
      let two = try source.nearestTwo(
        from: places, to: places.reversed(), profile: profile, within: limit)
      let expected = NearestTimes(firstTwoOf: matrix)
      #expect(two.status == expected.status)
      #expect(two.entries.map { $0?.time } == expected.entries.map { $0?.time })
      #expect(two.entries.map { $0?.destination } == expected.entries.map { $0?.destination })
      #expect(two.second.map { $0?.time } == expected.second.map { $0?.time })
    }
  }

  @Test func threadsChangeNothing() throws {
    let hills = SlopeWalks(over: DrawnGround.model { east, north in 300 + 0.1 * (east - north) })
    var answers: [[UInt32]] = []
    for threads in [1, 2] {
      let roads = RoadTravelTimes(
        network: RoadNetwork(lines: Self.lines), snapping: SnapSettings(capMetres: 300),
        ground: hills, threads: threads)
      let origins = (1..<8).map { Self.map.place("M", east: 100, north: 350 * Double($0)) }
      answers.append(
        try JourneySource(roads: roads, detour: nil).times(
          from: origins, to: [Self.map.place("A")], profile: DrawnGround.walking(.roundTrip),
          within: nil
        ).milliseconds)
    }
    #expect(answers[0] == answers[1] && answers[0].count == 7)
  }
}
