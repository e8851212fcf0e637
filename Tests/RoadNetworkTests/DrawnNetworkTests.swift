import Geometry
import PlanningModel
import RoadNetwork
import TestSupport
import Testing
import TravelTimes

/// Networks small enough to be worked out by hand; 1 m/s, so seconds are metres.
@Suite struct DrawnNetworkTests {
  @Test func aGridInADesertIsWalkedInRightAngles() throws {
    let map = ASCIIMap(
      """
      ABCDE
      FGHIJ
      KLMNO
      PQRST
      UVWXY
      """)
    let source = RoadTravelTimes(
      map.roads(
        "ABCDE", "FGHIJ", "KLMNO", "PQRST", "UVWXY", "AFKPU", "BGLQV", "CHMRW", "DINSX", "EJOTY"))
    #expect(source.network.nodeCount == 25)
    #expect(source.network.edgeCount == 40)
    let places = "ABCDEFGHIJKLMNOPQRSTUVWXY".map { map.place($0) }
    let matrix = try source.times(from: places, to: places, profile: strolling, within: nil)
    for origin in 0..<25 {
      let row = matrix.firstEntry[origin]..<matrix.firstEntry[origin + 1]
      #expect(row.count == 25)
      for entry in row {
        let other = Int(matrix.destination[entry])
        let steps = abs(origin % 5 - other % 5) + abs(origin / 5 - other / 5)
        #expect(isClose(Double(matrix.milliseconds[entry]) / 1000, Double(100 * steps)))
        #expect(isClose(Double(matrix.metres[entry]), Double(100 * steps)))
      }
    }
  }

  @Test func oneWayBindsCarsAndNotWalkers() throws {
    let map = ASCIIMap("A   B")
    let tags = ["highway": "residential", "oneway": "yes"]
    let source = RoadTravelTimes(map.lines([("AB", tags)]))
    let (a, b) = (map.place("A"), map.place("B"))
    #expect(isClose(try source.seconds(a, b), 400))
    #expect(isClose(try source.seconds(b, a), 400))
    #expect(isClose(try source.seconds(a, b, .car), 80))
    #expect(try source.seconds(b, a, .car) == nil)
    #expect(isClose(try source.seconds(b, a, .car, .from), 80))
    #expect(try source.seconds(a, b, .car, .worst) == nil)
    let footTags = ["highway": "residential", "oneway:foot": "yes"]
    let footOneWay = RoadTravelTimes(map.lines([("AB", footTags)]))
    #expect(isClose(try footOneWay.seconds(a, b), 400))
    #expect(try footOneWay.seconds(b, a) == nil)
    #expect(try footOneWay.seconds(a, b, .walk, .roundTrip) == nil)
  }

  @Test func aCarGoesRoundTheBlockAgainstAOneWay() throws {
    let map = ASCIIMap(
      """
      A   B
      C   D
      """)
    let source = RoadTravelTimes(
      map.lines([
        ("AB", ["highway": "residential", "oneway": "yes"]),
        ("BDCA", ["highway": "residential", "oneway": ""]),
      ]))
    let (a, b) = (map.place("A"), map.place("B"))
    #expect(isClose(try source.seconds(a, b, .car), 80))
    #expect(isClose(try source.seconds(b, a, .car), 120))
    #expect(isClose(try source.seconds(a, b, .car, .worst), 120))
    #expect(isClose(try source.seconds(a, b, .car, .roundTrip), 100))
  }

  @Test func aRoundaboutIsOneWay() throws {
    let map = ASCIIMap(
      """
      AB
      DC
      """)
    let source = RoadTravelTimes(
      map.lines([("ABCDA", ["highway": "residential", "junction": "roundabout"])]))
    #expect(isClose(try source.seconds(map.place("A"), map.place("B"), .car), 20))
    #expect(isClose(try source.seconds(map.place("B"), map.place("A"), .car), 60))
  }

  @Test func twoPointsOnOneEdgeDoNotGoByItsEnds() throws {
    let map = ASCIIMap("A         B")
    let source = RoadTravelTimes(map.roads("AB"))
    let from = map.place("A", east: 300, north: 20)
    let to = map.place("A", east: 450, north: -30)
    #expect(isClose(try source.seconds(from, to), 20 + 150 + 30))
    #expect(isClose(try source.seconds(from, from), 40))
    #expect(isClose(try source.seconds(to, from, .walk, .roundTrip), 200))
    #expect(isClose(try source.seconds(from, to, .car), 50 + 150 * 0.2))
  }

  @Test func anEdgeThatBendsBackIsLeftWhereTheRoundaboutWayIsShorter() throws {
    // Along the edge A-B-C-D it is 900 m from A to D; the second road links them in 100 m.
    let map = ASCIIMap(
      """
      A   B
      D   C
      """)
    let source = RoadTravelTimes(map.roads("ABCD", "AD"))
    #expect(
      isClose(
        try source.seconds(map.place("A", east: 200), map.place("D", east: 200)), 200 + 100 + 200))
  }

  @Test func anIslandIsUnreachableAndListed() throws {
    let map = ASCIIMap("A  B      C D")
    let source = RoadTravelTimes(
      map.roads("AB", "CD"), snapping: SnapSettings(capMetres: 200))
    let matrix = try source.times(
      from: [map.place("A"), map.place("C")], to: [map.place("B")], profile: strolling,
      within: TravelTime(milliseconds: 100_000))
    #expect(matrix.status == [.tooFar, .unreachable])
    #expect(matrix.destination.isEmpty)
    let components = source.components(mode: .walk)
    #expect(components.nodeCount == [2, 2])
    #expect(isClose(components.lengthMetres[0] + components.lengthMetres[1], 500))
  }

  @Test func aBridgeOverARoadIsNoJunction() throws {
    let map = ASCIIMap(
      """
        C
      A X B
        D
      """)
    let ways = [
      ("AXB", ["highway": "residential"]),
      ("CXD", ["highway": "residential", "bridge": "yes", "layer": "1"]),
    ]
    let crossing = RoadTravelTimes(
      map.lines(ways, sharingPlaces: false), snapping: SnapSettings(capMetres: 1))
    #expect(crossing.network.nodeCount == 4)
    #expect(try crossing.seconds(map.place("A"), map.place("C")) == nil)
    #expect(isClose(try crossing.seconds(map.place("C"), map.place("D")), 200))
    // The same drawing with a shared OSM node is a junction, whatever the layers say.
    let meeting = RoadTravelTimes(map.lines(ways), snapping: SnapSettings(capMetres: 1))
    #expect(isClose(try meeting.seconds(map.place("A"), map.place("C")), 300))
  }

  @Test func aBridgeThatEndsOnARoadJoinsIt() throws {
    let map = ASCIIMap("A X B")
    let source = RoadTravelTimes(
      map.lines(
        [
          ("AX", ["highway": "residential", "layer": ""]),
          ("XB", ["highway": "residential", "layer": "1"]),
        ], sharingPlaces: false))
    #expect(isClose(try source.seconds(map.place("A"), map.place("B")), 400))
  }

  @Test func aLineLayerWithoutTagsIsWalkedAndMeetsAtVertices() throws {
    let map = ASCIIMap(
      """
        C
      A X B
      """)
    let source = RoadTravelTimes(
      map.lines([("AXB", [:]), ("CX", [:])], sharingPlaces: false))
    #expect(source.network.edgeCount == 3)
    #expect(isClose(try source.seconds(map.place("C"), map.place("B")), 300))
    #expect(isClose(try source.seconds(map.place("A"), map.place("B"), .car), 80))
  }

  @Test func ferriesAreOffUnlessListed() throws {
    let map = ASCIIMap("A   B   C")
    let lines = map.lines([
      ("AB", ["highway": "residential"]), ("BC", ["route": "ferry"]),
    ])
    let near = SnapSettings(capMetres: 10)
    let off = RoadTravelTimes(lines, snapping: near)
    #expect(off.network.edgeCount == 1)
    let status = try off.times(
      from: [map.place("C")], to: [map.place("A")], profile: strolling, within: nil
    ).status
    #expect(status == [.notSnapped])
    var rules = RoadRules()
    rules.ferryModes = [.walk]
    let on = RoadTravelTimes(lines, rules: rules, snapping: near)
    #expect(isClose(try on.seconds(map.place("A"), map.place("C")), 400 + 400 * 3.6 / 8))
    #expect(try on.seconds(map.place("A"), map.place("C"), .car) == nil)
  }

  @Test func stepsAreForWalkersOnly() throws {
    let map = ASCIIMap(
      """
      A  B
      C  D
      """)
    let source = RoadTravelTimes(
      map.lines([
        ("AB", ["highway": "steps"]), ("BDCA", ["highway": "residential"]),
      ]), snapping: SnapSettings(capMetres: 1))
    #expect(isClose(try source.seconds(map.place("A"), map.place("B")), 300))
    #expect(isClose(try source.seconds(map.place("A"), map.place("B"), .car), 100))
  }

  @Test func parallelRoadsAndLoopsAreKept() throws {
    let map = ASCIIMap(
      """
      A  B
       CD
      """)
    // A loop from B over C and D back to B, and two ways between A and B.
    let source = RoadTravelTimes(map.roads("AB", "AB", "ACB", "BDCB"))
    #expect(isClose(try source.seconds(map.place("A"), map.place("B")), 300))
    let middle = map.place("D")
    #expect(try source.seconds(middle, map.place("A")) != nil)
  }

  @Test func aRingByItselfIsWalkedBothWaysRound() throws {
    let map = ASCIIMap(
      """
      AB
      DC
      """)
    let source = RoadTravelTimes(map.roads("ABCDA"))
    #expect(source.network.nodeCount == 1)
    #expect(isClose(try source.seconds(map.place("B"), map.place("D")), 200))
    let from = map.place("A", east: 50)
    #expect(isClose(try source.seconds(from, map.place("D")), 150))
  }
}
