import Foundation
import PlanningModel
import RoadNetwork
import TestSupport
import Testing

/// Rules written as YAML: the defaults, one override each, and every way to get one wrong.
@Suite struct RoadRulesReaderTests {
  static func read(_ text: String) throws -> (RoadRules, [InputFault]) {
    try RoadRulesReader.read(
      text: "schema: yike-road-rules/1\n" + text, file: "rules.yaml")
  }

  @Test func theWrittenDefaultsAreTheDefaults() throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/formats/road-rules-defaults.yaml")
    let text = try String(contentsOf: url, encoding: .utf8)
    var other = RoadRules()
    other.classes = RoadRules.RoadClass.defaults.map { .init($0.highway) }
    other.plainLineClass = "path"
    other.ferryModes = [.car]
    other.ferrySpeedKilometresPerHour = 1
    other.closedAccess = []
    other.openAccess = []
    other.motorSpeedCapKilometresPerHour = 1
    other.busSpeedShare = 1
    other.busHeadwayMinutes = 1
    other.longestBusWaitMinutes = 1
    other.mountainGrade = 1
    other.mountainSpeedShare = 1
    // Over rules that differ in everything, so that a key left out would show.
    let (rules, faults) = try RoadRulesReader.read(text: text, file: "defaults", base: other)
    #expect(faults == [])
    #expect(rules == RoadRules())
  }

  @Test func whatIsNotWrittenKeepsItsDefault() throws {
    let (rules, faults) = try Self.read(
      """
      classes:
        tertiary: {speed_kmh: 30}
        trunk: {walk: no}
        trunk_link: {walk: yes}
        track: {speed_kmh: none, walk: false}
        construction: {speed_kmh: 12.5}
      ferries: {modes: [walk, bus]}
      bus: {headway_min: 40}
      """)
    #expect(faults == [])
    func rule(_ highway: String) -> RoadRules.RoadClass? {
      rules.classes.first { $0.highway == highway }
    }
    #expect(rule("tertiary") == .init("tertiary", speedKilometresPerHour: 30))
    #expect(rule("tertiary_link") == .init("tertiary_link", speedKilometresPerHour: 30))
    #expect(
      rule("trunk") == .init("trunk", isWalkable: false, speedKilometresPerHour: 55))
    #expect(rule("trunk_link") == .init("trunk_link", speedKilometresPerHour: 55))
    #expect(rule("track") == .init("track", isWalkable: false))
    #expect(rule("construction") == .init("construction", speedKilometresPerHour: 12.5))
    #expect(rule("primary") == .init("primary", speedKilometresPerHour: 45))
    #expect(rules.ferryModes == [.walk, .bus])
    #expect(rules.ferrySpeedKilometresPerHour == 8)
    #expect(rules.busHeadwayMinutes == 40)
    #expect(rules.closedAccess == RoadRules().closedAccess)
    let (none, _) = try RoadRulesReader.read(
      text: "schema: yike-road-rules/1\nbus: {headway_min: none}", file: "", base: rules)
    #expect(none.busHeadwayMinutes == nil)
    #expect(none.classes == rules.classes)
  }

  @Test func everyFaultIsListedWithItsLine() throws {
    let (_, faults) = try RoadRulesReader.read(
      text: """
        schema: yike-road-rules/2
        clases: {}
        classes:
          primary: {speed_kmh: 0, walk: maybe}
          tertary: {speed: 30}
          secondary: {speed_kmh: 201}
          track: fast
        plain_line_class: unclasified
        access: {closed: [no, yes]}
        ferries: {modes: [walking], speed_kmh: -3}
        motor_cap_kmh: quick
        bus: {share_of_car: 1.5, headway_min: 0, longest_wait_min: 900}
        mountain: {grade: -0.1, factor: 0}

        """, file: "rules.yaml")
    #expect(
      faults.map { "\($0.row ?? 0) \($0.check) \($0.column ?? "")" } == [
        "1 road_rules.schema schema", "2 yaml.unknown_key clases",
        "4 yaml.wrong_type classes.primary.walk",
        "4 road_rules.out_of_range classes.primary.speed_kmh",
        "5 yaml.unknown_key classes.tertary.speed", "5 road_rules.new_class classes.tertary",
        "6 road_rules.out_of_range classes.secondary.speed_kmh",
        "7 yaml.wrong_type classes.track",
        "8 road_rules.undeclared plain_line_class", "9 road_rules.ambiguous access",
        "10 yaml.wrong_type ferries.modes[0]", "10 road_rules.out_of_range ferries.speed_kmh",
        "11 yaml.wrong_type motor_cap_kmh", "12 road_rules.out_of_range bus.share_of_car",
        "12 road_rules.out_of_range bus.headway_min",
        "12 road_rules.out_of_range bus.longest_wait_min",
        "13 road_rules.out_of_range mountain.grade",
        "13 road_rules.out_of_range mountain.factor",
      ])
    #expect(faults.filter { $0.severity == .warning }.map(\.check) == ["road_rules.new_class"])
    #expect(faults.allSatisfy { $0.file == "rules.yaml" && !$0.remedy.isEmpty })
    func remedy(_ check: String) -> String? { faults.first { $0.check == check }?.remedy }
    #expect(remedy("yaml.unknown_key")?.contains("“classes”") == true)
    #expect(remedy("road_rules.undeclared")?.contains("“unclassified”") == true)
    #expect(remedy("road_rules.new_class")?.hasSuffix("did you mean “tertiary”?") == true)
  }

  @Test(arguments: ["", "3", "- 1", "classes: 5", "access: []", "bus: [1]", "ferries: {modes: {}}"])
  func nothingCrashesIt(text: String) throws {
    let (_, faults) = try RoadRulesReader.read(text: text, file: "rules.yaml")
    #expect(!faults.isEmpty)
  }

  @Test func textThatIsNoYAMLNamesItsLine() {
    #expect(throws: WorkError.self) {
      try RoadRulesReader.read(text: "schema: [a\n", file: "rules.yaml")
    }
  }

  @Test func moreClassesThanAnEdgeCanNumberAreRefused() throws {
    let many = (0..<300).map { "  class\($0): {walk: yes}\n" }.joined()
    let (_, faults) = try Self.read("classes:\n" + many)
    #expect(faults.contains { $0.check == "road_rules.too_many_classes" })
  }

  @Test func aHeadwayGivesBusTimes() throws {
    let map = ASCIIMap("A    B")
    let (rules, _) = try Self.read(
      """
      classes: {residential: {speed_kmh: 36}}
      bus: {share_of_car: 0.5, headway_min: 10}
      """)
    let source = RoadTravelTimes(map.roads("AB"), rules: rules)
    // 500 m at 18 km/h, and five minutes of waiting.
    #expect(isClose(try source.seconds(map.place("A"), map.place("B"), .bus), 100 + 300))
  }

  @Test func aFerryThatTheRulesListCarriesWalkers() throws {
    let map = ASCIIMap("A    B")
    let (rules, _) = try Self.read("ferries: {modes: [walk], speed_kmh: 6}")
    let source = RoadTravelTimes(map.lines([("AB", ["route": "ferry"])]), rules: rules)
    #expect(isClose(try source.seconds(map.place("A"), map.place("B")), 300))
    #expect(try source.seconds(map.place("A"), map.place("B"), .car) == nil)
  }
}
