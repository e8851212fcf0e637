import PlanningModel
import RoadNetwork
import TestSupport
import Testing

/// How each mode gets along a line, for those who lay roads over the ground.
@Suite struct LineTravelTests {
  private func travel(_ tags: [String: String], _ mode: TravelMode) -> LineTravel? {
    RoadRules().travel(on: ASCIIMap("A B").lines([("AB", tags)]), mode: mode)[0]
  }

  @Test func vehiclesRideWhereTheyMayAndElseArePushed() {
    let primary = ["highway": "primary"]
    #expect(travel(primary, .walk) == .onFoot)
    #expect(travel(primary, .car) == .riding(kilometresPerHour: 45))
    #expect(travel(primary, .motor) == .riding(kilometresPerHour: 20))
    #expect(travel(primary, .bus) == .riding(kilometresPerHour: 27))
    #expect(travel(["highway": "steps"], .car) == .onFoot)
    #expect(travel(["highway": "residential", "motorcar": "no"], .car) == .onFoot)
  }

  @Test func closedLinesStayClosed() {
    let motorway = ["highway": "motorway"]
    #expect(travel(motorway, .walk) == nil)
    #expect(travel(motorway, .motor) == nil)
    #expect(travel(motorway, .car) == .riding(kilometresPerHour: 80))
    #expect(travel(["highway": "proposed"], .walk) == nil)
    #expect(travel(["route": "ferry"], .walk) == nil)
  }

  @Test func aFerryCarriesWhomTheRulesLetAboard() {
    var rules = RoadRules()
    rules.ferryModes = [.walk]
    let lines = ASCIIMap("A B").lines([("AB", ["route": "ferry"])])
    #expect(rules.travel(on: lines, mode: .walk) == [.riding(kilometresPerHour: 8)])
    #expect(rules.travel(on: lines, mode: .car) == [nil])
  }
}
