import PlanningModel
import Scenarios
import Testing

/// Changes of facilities, people and settings, and what happens when they contradict each other.
@Suite struct PatchTests {
  static let day = CivilDate.endOfYear(2024)
  static let units = [("500156207", "白云乡"), ("500156212", "大洞河乡")].map {
    AdministrativeUnit(
      id: .init($0.0), name: $0.1, unitClass: .township, parent: "500156",
      codes: [.nbs2023: $0.0])
  }
  static let station = Facility(
    id: "s1", name: "s1", kind: "station", host: "500156207",
    position: GeographicPosition(longitude: 107.4, latitude: 29.3), state: .operating,
    capacity: 20, provenance: .init(record: .official))

  static func village(_ name: String, _ people: Int?, unit: UnitID = "500156207") -> DemandPoint {
    DemandPoint(
      id: DemandPointID("\(unit)/\(name)"), name: name, unitClass: .village, unit: unit,
      position: nil, people: people.map { ["total": $0] } ?? [:], positionProvenance: .official,
      peopleProvenance: .official)
  }

  static func district(_ villages: [DemandPoint] = []) -> District {
    District(
      code: "500156", name: "武隆区", nameEnglish: "Wulong", codeSystem: .nbs2023, units: units,
      demandPoints: villages, facilities: [station])
  }

  private func read(
    _ body: String, file: String = "scenarios/a.yaml", base: [String: String] = [:]
  ) throws -> (Scenario?, [InputFault]) {
    try ScenarioReader(
      names: UnitNames(Self.units), kinds: ["station"], registers: [], cohorts: ["total"]
    ).scenario("schema: yike-scenario/1\nid: a\n" + body, file: file) { name, _ in
      base[name].map { (file: "scenarios/\(name)", text: $0) }
    }
  }

  private func applied(_ body: String, to district: District) throws -> (District, [InputFault]) {
    let (scenario, faults) = try read(body)
    return try #require(scenario, "\(faults)").applied(to: district, on: #require(Self.day))
  }

  @Test func movesResizesAndChanges() throws {
    let (patched, faults) = try applied(
      """
      move:
        - {id: s1, lon: 107.5, lat: 29.4, host: 大洞河乡, provenance: illustrative}
      resize:
        - {id: s1, capacity: 40, floor_area_m2: 120.5, provenance: estimated}
      change:
        - {id: s1, service_range: [白云乡, 大洞河乡], provenance: official}
      """, to: Self.district())
    #expect(faults.isEmpty)
    let facility = try #require(patched.facilities.first)
    #expect(facility.position == GeographicPosition(longitude: 107.5, latitude: 29.4))
    #expect(facility.host == "500156212")
    #expect(facility.capacity == 40)
    #expect(facility.servedUnits == ["500156207", "500156212"])
    #expect(facility.provenance.position == .illustrative)
    #expect(facility.provenance.record == .estimated)
  }

  @Test(arguments: [
    // A closed facility that moves.
    (
      "close: [{id: s1, on: 2024-05-01}]\n"
        + "move: [{id: s1, lon: 107.5, lat: 29.4, provenance: official}]",
      "scenario.conflict"
    ),
    // Two values in one field.
    (
      "resize:\n  - {id: s1, capacity: 40, provenance: official}\n"
        + "  - {id: s1, capacity: 50, provenance: official}", "scenario.conflict"
    ),
    ("move: [{id: s9, lon: 107.5, lat: 29.4, provenance: official}]", "scenario.unknown_facility"),
    ("close: [{id: s9, on: 2024-05-01}]", "scenario.unknown_facility"),
    (
      "people: [{cohort: total, add: 5, to: 无此村, provenance: estimated}]", "scenario.people"
    ),
    (
      "people: [{cohort: total, move: 500, from: 甲村, to: 乙村, provenance: estimated}]",
      "scenario.people"
    ),
  ])
  func contradictionsAreTold(body: String, check: String) throws {
    let villages = [Self.village("甲村", 100), Self.village("乙村", 10)]
    let (_, faults) = try applied(body + "\n", to: Self.district(villages))
    #expect(faults.map(\.check) == [check])
    #expect(faults.allSatisfy { $0.row != nil && $0.file == "scenarios/a.yaml" })
  }

  @Test func aFacilityThatClosedBeforeTheDayDoesNotMove() throws {
    var district = Self.district()
    district.facilities[0].closed = CivilDate("2024-03-01")
    let move = "move: [{id: s1, lon: 107.5, lat: 29.4, provenance: official}]\n"
    #expect(try applied(move, to: district).1.map(\.check) == ["scenario.conflict"])
  }

  @Test func growthKeepsTheRoundedTotal() throws {
    let villages = [("甲村", 10), ("乙村", 10), ("丙村", 11)].map { Self.village($0.0, $0.1) }
    let (patched, faults) = try applied(
      "people: [{cohort: total, growth: 5%, in: 白云乡, provenance: estimated}]\n",
      to: Self.district(villages))
    #expect(faults.isEmpty)
    // 31 × 1.05 = 32.55, rounded 33; remainders .5, .5 and .55: the largest first, then by id.
    let counts = patched.demandPoints.map { $0.people["total"] ?? 0 }
    #expect(counts.reduce(0, +) == 33)
    #expect(zip(patched.demandPoints, counts).first { $0.0.name == "丙村" }?.1 == 12)
    #expect(patched.demandPoints.count { $0.peopleProvenance == .estimated } == 2)
  }

  @Test func nobodyIsLostWhenPeopleMove() throws {
    let villages = [Self.village("甲村", 100), Self.village("乙村", 10)]
    let (patched, faults) = try applied(
      "people: [{cohort: total, move: 40, from: 白云乡/甲村, to: 乙村, provenance: surveyed}]\n",
      to: Self.district(villages))
    #expect(faults.isEmpty)
    #expect(patched.demandPoints.compactMap { $0.people["total"] }.reduce(0, +) == 110)
    #expect(patched.demandPoints.first { $0.name == "甲村" }?.people["total"] == 60)
  }

  @Test func extendingAddsUp() throws {
    let base = """
      schema: yike-scenario/1
      id: base
      as_of: 2024-12-31
      resize: [{id: s1, capacity: 30, provenance: official, cost: 1.5}]
      travel: {paces: {elder: 0.8}}
      """
    let (scenario, faults) = try read(
      "extends: base.yaml\nclose: [{id: s2, on: 2024-12-01, cost: 0.25}]\n",
      base: ["base.yaml": base])
    #expect(faults.isEmpty)
    let merged = try #require(scenario)
    #expect(merged.id == "a")
    #expect(merged.asOf == CivilDate("2024-12-31"))
    #expect(merged.cost?.description == "1.75")
    #expect(merged.settings.paces == ["elder": 800])
    #expect(merged.files.map(\.file) == ["scenarios/base.yaml", "scenarios/a.yaml"])
  }

  @Test func extendingConflictsLoudly() throws {
    let base = "schema: yike-scenario/1\nid: base\nlimits: {T1: 15min}\n"
    let (scenario, faults) = try read(
      "extends: base.yaml\nlimits: {T1: 20min}\n", base: ["base.yaml": base])
    #expect(scenario == nil)
    #expect(faults.map(\.check) == ["scenario.conflict"])
    #expect(faults.first?.rule.contains("scenarios/base.yaml:3") == true)
  }

  @Test func aCircleOfScenariosIsTold() throws {
    let base = "schema: yike-scenario/1\nid: base\nextends: a.yaml\n"
    let (_, faults) = try read(
      "extends: base.yaml\n",
      base: ["base.yaml": base, "a.yaml": "schema: yike-scenario/1\nid: a\n"])
    #expect(faults.map(\.check) == ["scenario.extends"])
    let (_, missing) = try read("extends: nothing.yaml\n")
    #expect(missing.map(\.check) == ["scenario.extends"])
    let (_, near) = try read(
      "extends: base\n", base: ["base.yaml": "schema: yike-scenario/1\nid: base\n"])
    #expect(near.map(\.remedy) == ["写作“base.yaml” · write “base.yaml”"])
  }

  @Test(arguments: [
    ("move: [{id: s1, provenance: official}]", "scenario.empty_change"),
    (
      "people: [{cohort: total, growth: 1%, add: 3, in: all, provenance: official}]",
      "scenario.people"
    ),
    (
      "people: [{cohort: elders, growth: 1%, in: all, provenance: official}]",
      "scenario.unknown_cohort"
    ),
    (
      "roads: {add: [{id: b, line: [[107, 29]], highway: footway, provenance: official}]}",
      "scenario.road"
    ),
    ("roads: {close: [{provenance: official}]}", "scenario.road"),
    ("roads: {slow: [{name: x, factor: 0, provenance: official}]}", "scenario.road"),
    ("roads: {slow: [{near: [107], factor: 2, provenance: official}]}", "place.outside_world"),
    ("travel: {paces: {elder: 9}}", "settings.out_of_range"),
    ("resize: [{id: s1, capacity: 3, cost: -1, provenance: official}]", "scenario.cost"),
    ("resize: [{id: s1, lon: 3, provenance: official}]", "yaml.unknown_key"),
  ])
  func faultsAreTold(body: String, check: String) throws {
    let (scenario, faults) = try read(body + "\n")
    #expect(scenario == nil)
    #expect(faults.contains { $0.check == check }, "\(faults)")
  }
}
