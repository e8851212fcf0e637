import Geometry
import PlanningModel
import RoadNetwork
import TestSupport
import Testing
import TravelTimes

@Suite struct SnappingTests {
  @Test func bothLegsArePriced() throws {
    let map = ASCIIMap("A         B")
    let source = RoadTravelTimes(map.roads("AB"))
    let from = map.place("A", east: 100, north: 300)
    let to = map.place("B", east: 40, north: -30)
    #expect(isClose(try source.seconds(from, to), 300 + 900 + 50))
    let matrix = try source.times(from: [from], to: [to], profile: strolling, within: nil)
    #expect(isClose(Double(matrix.metres[0]), 1250))
  }

  @Test func legsOfVehiclesAreWalked() throws {
    let map = ASCIIMap("A         B")
    let source = RoadTravelTimes(map.roads("AB"))
    let from = map.place("A", north: 100)
    let car = TravelProfile(mode: .car, paceMillimetresPerSecond: 500, direction: .to)
    let matrix = try source.times(from: [from], to: [map.place("B")], profile: car, within: nil)
    #expect(isClose(Double(matrix.milliseconds[0]) / 1000, 200 + 1000 * 0.2))
  }

  @Test func theCandidateIsChosenByTotalCost() throws {
    // P is nearest to the road A–B on its own side of the river; the goal lies on C–D.
    let map = ASCIIMap(
      """
      A      B
         P
      C      D
      """)
    let lines = map.roads("AB", "CD", "BD")
    let from = map.place("P", north: 10)
    let source = RoadTravelTimes(lines)
    #expect(isClose(try source.seconds(from, map.place("C")), 110 + 300))
    let single = RoadTravelTimes(lines, snapping: SnapSettings(candidateCount: 1))
    #expect(isClose(try single.seconds(from, map.place("C")), 90 + 400 + 200 + 700))
  }

  @Test func theCapIsIncludedAndBeyondItAPointIsListed() throws {
    let map = ASCIIMap("A         B")
    let source = RoadTravelTimes(map.roads("AB"), snapping: SnapSettings(capMetres: 200))
    let near = map.place("A", east: 500, north: 199.99)
    let far = map.place("A", east: 500, north: 200.1)
    let matrix = try source.times(
      from: [near, far, nil, GeographicPosition(longitude: .nan, latitude: 0)],
      to: [map.place("B"), far, nil], profile: strolling, within: nil)
    #expect(matrix.status == [.reached, .notSnapped, .invalid, .invalid])
    #expect(matrix.firstEntry == [0, 1, 1, 1, 1])
    #expect(matrix.isEstimated.allSatisfy { !$0 })
    let nearest = try source.nearest(
      from: [near, far, nil], to: [far, map.place("B")], profile: strolling, within: nil)
    #expect(nearest.status == [.reached, .notSnapped, .invalid])
    #expect(nearest.entries[0]?.destination == 1)
  }

  @Test func aCapOfZeroTakesPointsOnTheRoadOnly() throws {
    let map = ASCIIMap("A         B")
    let source = RoadTravelTimes(map.roads("AB"), snapping: SnapSettings(capMetres: 0))
    let matrix = try source.times(
      from: [map.place("A"), map.place("A", north: 1)], to: [map.place("B")],
      profile: strolling, within: nil)
    #expect(matrix.status == [.reached, .notSnapped])
  }

  @Test func candidatesAreNearestFirstOnDistinctEdgesOfTheMode() throws {
    let map = ASCIIMap(
      """
      A  B  C
      D  E  F
      """)
    let source = RoadTravelTimes(
      map.lines([
        ("ABC", ["highway": "footway"]), ("DEF", ["highway": "residential"]),
        ("BE", ["highway": "residential"]),
      ]))
    let point = map.place("B", east: 50, north: -20)
    let walk = source.snap([point], mode: .walk)
    #expect(walk.candidates.count == 5)
    #expect(Set(walk.candidates.map(\.edge)).count == 5)
    #expect(walk.candidates.map(\.legMetres) == walk.candidates.map(\.legMetres).sorted())
    #expect(isClose(walk.candidates[0].legMetres, 20))
    #expect(isClose(walk.candidates[1].legMetres, 50))
    let car = source.snap([point], mode: .car)
    #expect(car.candidates.count == 3)
    #expect(isClose(car.candidates[0].legMetres, 50))
  }

  @Test func oneNodeNoNodeAndEmptyQuestionsAnswer() throws {
    let map = ASCIIMap("A B")
    let empty = RoadTravelTimes(TaggedLines(keys: []))
    let here = map.place("A")
    #expect(
      try empty.times(from: [here], to: [here], profile: strolling, within: nil).status
        == [.notSnapped])
    #expect(
      try empty.nearest(from: [here], to: [], profile: strolling, within: nil).status
        == [.notSnapped])
    // A line of a single place is no road.
    let dot = RoadTravelTimes(map.roads("AA", "B"))
    #expect(dot.network.nodeCount == 0)
    #expect(dot.network.summary.linesInvalid == 2)
    #expect(
      try dot.times(from: [here], to: [here], profile: strolling, within: nil).status
        == [.notSnapped])
    let road = RoadTravelTimes(map.roads("AB"))
    let none = try road.times(from: [], to: [here], profile: strolling, within: nil)
    #expect(none.originCount == 0)
    #expect(none.firstEntry == [0])
    #expect(
      try road.times(from: [here], to: [], profile: strolling, within: nil).status
        == [.unreachable])
  }

  @Test func linesWithCoordinatesThatAreNoneAreCountedNotUsed() {
    let map = ASCIIMap("A B C")
    var lines = map.roads("AB", "BC")
    lines.longitude[3] = .nan
    let network = RoadNetwork(lines: lines)
    #expect(
      network.summary
        == {
          var summary = RoadNetwork.BuildSummary()
          summary.lines = 1
          summary.linesInvalid = 1
          return summary
        }())
  }

  @Test func aPaceOfNothingAndABusWithoutHeadwayAreRefused() throws {
    let map = ASCIIMap("A B")
    let source = RoadTravelTimes(map.roads("AB"))
    let still = TravelProfile(mode: .walk, paceMillimetresPerSecond: 0, direction: .to)
    #expect(throws: WorkError.self) {
      try source.times(from: [], to: [], profile: still, within: nil)
    }
    #expect(throws: WorkError.self) { try source.seconds(map.place("A"), map.place("B"), .bus) }
    var rules = RoadRules()
    rules.busHeadwayMinutes = 30
    let bus = RoadTravelTimes(map.roads("AB"), rules: rules)
    #expect(
      isClose(
        try bus.seconds(map.place("A"), map.place("B"), .bus), 15 * 60 + 200 * 3.6 / (18 * 0.6)))
    rules.busHeadwayMinutes = 240
    let rare = RoadTravelTimes(map.roads("AB"), rules: rules)
    #expect(try rare.boardingMilliseconds(.bus) == 30 * 60_000)
  }
}
