import PlanningModel
import RoadNetwork
import TestSupport
import Testing

/// What tags mean to walkers and vehicles, by the way from A to B and back.
@Suite struct RoadRulesTests {
  /// Which of walk there, walk back, motor there, motor back, car there, car back are open.
  static func open(_ tags: [String: String]) throws -> String {
    let map = ASCIIMap("A B")
    let source = RoadTravelTimes(map.lines([("AB", tags)]))
    var result = ""
    for (mode, letter) in [(TravelMode.walk, "w"), (.motor, "m"), (.car, "c")] {
      result += try source.seconds(map.place("A"), map.place("B"), mode) != nil ? letter : "-"
      result += try source.seconds(map.place("B"), map.place("A"), mode) != nil ? letter : "-"
    }
    return result
  }

  @Test(arguments: [
    (["highway": "residential"], "wwmmcc"),
    (["highway": "footway"], "ww----"),
    (["highway": "steps"], "ww----"),
    (["highway": "cycleway"], "ww----"),
    (["highway": "motorway"], "----c-"),
    (["highway": "motorway_link"], "----cc"),
    (["highway": "motorway", "foot": "yes"], "ww--c-"),
    (["highway": "trunk"], "wwmmcc"),
    (["highway": "trunk", "motorroad": "yes"], "----cc"),
    (["highway": "proposed"], "------"),
    (["highway": "construction"], "------"),
    (["highway": "service", "access": "private"], "------"),
    (["highway": "service", "access": "private", "foot": "designated"], "ww----"),
    (["highway": "service", "access": "no", "motor_vehicle": "yes"], "--mmcc"),
    (["highway": "residential", "foot": "no"], "--mmcc"),
    (["highway": "track", "access": "agricultural"], "------"),
    (["highway": "track", "access": "agricultural;destination"], "wwmmcc"),
    (["highway": "residential", "motor_vehicle": "no"], "ww----"),
    (["highway": "residential", "motorcar": "no"], "wwmm--"),
    (["highway": "residential", "vehicle": "no", "motorcycle": "yes"], "wwmm--"),
    (["highway": "residential", "oneway": "-1"], "ww-m-c"),
    (["highway": "residential", "junction": "roundabout", "oneway": "no"], "wwmmcc"),
    (["highway": "path", "foot:backward": "no"], "w-----"),
    (["highway": "path", "oneway:foot": "-1"], "-w----"),
    (["route": "ferry"], "------"),
    (["name": "a line layer"], "wwmmcc"),
  ])
  func tags(_ tags: [String: String], _ expected: String) throws {
    #expect(try Self.open(tags) == expected)
  }

  @Test func speedsFollowTheClassAndTheCap() throws {
    let map = ASCIIMap("A    B")
    func seconds(_ highway: String, _ mode: TravelMode) throws -> Double? {
      try RoadTravelTimes(map.lines([("AB", ["highway": highway])]))
        .seconds(map.place("A"), map.place("B"), mode)
    }
    #expect(isClose(try seconds("trunk", .car), 500 * 3.6 / 55))
    #expect(isClose(try seconds("trunk", .motor), 500 * 3.6 / 20))
    #expect(isClose(try seconds("track", .motor), 500 * 3.6 / 10))
    #expect(isClose(try seconds("tertiary_link", .car), 500 * 3.6 / 25))
  }

  @Test func rulesAreOverriddenByPlace() throws {
    let map = ASCIIMap("A    B")
    var rules = RoadRules()
    rules.classes = rules.classes.map {
      var rule = $0
      if rule.highway == "residential" { rule.speedKilometresPerHour = 36 }
      return rule
    }
    let source = RoadTravelTimes(map.roads("AB"), rules: rules)
    #expect(isClose(try source.seconds(map.place("A"), map.place("B"), .car), 50))
  }

  @Test func pathsNameTheirRoads() throws {
    let map = ASCIIMap(
      """
      A   B
          C
      """)
    let source = RoadTravelTimes(
      map.lines([
        ("AB", ["highway": "primary", "name": "人民路"]),
        ("BC", ["highway": "footway", "ref": "X1", "name": ""]),
      ]), snapping: SnapSettings(capMetres: 50))
    let start = map.place("A", east: 100, north: 30)
    let path = try source.path(from: start, to: map.place("C"), profile: strolling)
    let found = try #require(path)
    #expect(found.stretches.map(\.name) == ["人民路", "X1"])
    #expect(found.stretches.map(\.roadClass) == ["primary", "footway"])
    #expect(isClose(found.firstLeg.metres, 30))
    #expect(isClose(found.stretches.first?.metres, 300))
    #expect(isClose(found.metres, 430))
    #expect(found.time.milliseconds == 430_000)
    #expect(found.stretches.map(\.positions.count) == [2, 2])
  }
}
