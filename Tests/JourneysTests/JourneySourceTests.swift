import Geometry
import Journeys
import PlanningModel
import RoadNetwork
import TestSupport
import Testing
import TravelTimes

@Suite struct JourneySourceTests {
  static let map = ASCIIMap("A         B                    F")
  static let walking = TravelProfile(
    mode: .walk, paceMillimetresPerSecond: 1000, direction: .to)

  static func source(_ detour: Double? = JourneySource.mountainDetour) -> JourneySource {
    JourneySource(
      roads: RoadTravelTimes(
        network: RoadNetwork(lines: map.roads("AB")), snapping: SnapSettings(capMetres: 500)),
      detour: detour)
  }

  @Test func peopleFarFromRoadsAreEstimatedAndFlagged() throws {
    let (a, b, far) = (Self.map.place("A"), Self.map.place("B"), Self.map.place("F"))
    let matrix = try Self.source().times(
      from: [a, far, nil], to: [b, a], profile: Self.walking, within: nil)
    #expect(matrix.status == [.reached, .reached, .invalid])
    #expect(matrix.isEstimated == [false, true, false])
    #expect(matrix.destination == [1, 0, 0, 1])
    // F is 2,100 m from B and 3,100 m from A in a straight line.
    let expected: [Double] = [0, 1_000_000, 2100 * 1800, 3100 * 1800]
    for (found, wanted) in zip(matrix.milliseconds, expected) {
      #expect(abs(Double(found) - wanted) <= 10)
    }
    #expect(abs(matrix.metres[2] - 3780) < 0.1)
  }

  @Test func facilitiesFarFromRoadsAreEstimatedToo() throws {
    let (a, b, far) = (Self.map.place("A"), Self.map.place("B"), Self.map.place("F"))
    let journeys = Self.source(JourneySource.urbanDetour)
    let limit = TravelTime(milliseconds: 3_000_000)
    let matrix = try journeys.times(
      from: [a, b], to: [a, far], profile: Self.walking, within: limit)
    #expect(matrix.firstEntry == [0, 1, 3])
    #expect(matrix.isEstimated == [false, true])
    let nearest = try journeys.nearest(
      from: [a, b, far], to: [far], profile: Self.walking, within: limit)
    #expect(nearest.status == [.tooFar, .reached, .reached])
    #expect(nearest.entries[1]?.isEstimated == true)
    #expect(abs(Double(nearest.entries[1]?.time.milliseconds ?? 0) - 2100 * 1400) <= 10)
    #expect(nearest.entries[2]?.time.milliseconds == 0)
  }

  @Test func vehiclesAreEstimatedAtTheirSlowestClass() throws {
    let car = TravelProfile(mode: .car, paceMillimetresPerSecond: 1000, direction: .to)
    let nearest = try Self.source().nearest(
      from: [Self.map.place("F")], to: [Self.map.place("B")], profile: car, within: nil)
    #expect(
      abs(Double(nearest.entries[0]?.time.milliseconds ?? 0) - 2100 * 1.8 * 360) <= 10)
  }

  @Test func theEstimateCanBeTurnedOff() throws {
    let nearest = try Self.source(nil).nearest(
      from: [Self.map.place("F")], to: [Self.map.place("B")], profile: Self.walking, within: nil)
    #expect(nearest.status == [.notSnapped])
    #expect(nearest.entries == [nil])
  }

  @Test func aWalkAcrossCountryIsNotAddedSilently() throws {
    // Both ends are on the road, which runs 2 km around a gap of 100 m.
    let map = ASCIIMap(
      """
      A         B
      C         D
      """)
    let source = JourneySource(
      roads: RoadTravelTimes(
        network: RoadNetwork(lines: map.roads("ABDC")), snapping: SnapSettings(capMetres: 10)))
    let nearest = try source.nearest(
      from: [map.place("A")], to: [map.place("C")], profile: Self.walking, within: nil)
    #expect(abs(Double(nearest.entries[0]?.time.milliseconds ?? 0) - 2_100_000) <= 10)
    #expect(nearest.entries[0]?.isEstimated == false)
  }

  @Test func theSecondNearestMayBeAnEstimate() throws {
    let (a, b, far) = (Self.map.place("A"), Self.map.place("B"), Self.map.place("F"))
    let two = try Self.source().nearestTwo(
      from: [a, far], to: [far, b, a], profile: Self.walking, within: nil)
    #expect(two.entries.map { $0?.destination } == [2, 0])
    #expect(two.second.map { $0?.destination } == [1, 1])
    #expect(two.second.map { $0?.isEstimated } == [false, true])
    let near = try Self.source().nearestTwo(
      from: [a, far], to: [far, b, a], profile: Self.walking,
      within: TravelTime(milliseconds: 60_000))
    #expect(near.entries.map { $0?.destination } == [2, 0])
    #expect(near.second == [nil, nil])
  }
}
