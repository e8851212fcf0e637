import PlanningModel
import Scenarios
import Testing

@Suite struct ScenarioTests {
  static let today = CivilDate(year: 2024, month: 12, day: 31)
  static let units = [("500156207", "白云乡"), ("500156212", "大洞河乡")].map {
    AdministrativeUnit(
      id: .init($0.0), name: $0.1, unitClass: .township, parent: "500156",
      codes: [.nbs2023: $0.0])
  }

  private func read(_ body: String) throws -> (Scenario?, [InputFault]) {
    try ScenarioReader(
      names: UnitNames(Self.units), kinds: ["mh_rehab_station"], registers: ["mh_rehab"]
    ).scenario("schema: yike-scenario/1\nid: test\n" + body, file: "scenarios/test.yaml")
  }

  private var station: Facility {
    Facility(
      id: "s1", name: "s1", kind: "mh_rehab_station", host: "500156207", position: nil,
      state: .operating, opened: CivilDate("2024-06-01"), provenance: .init(record: .official))
  }

  private func district(_ facilities: [Facility] = []) -> District {
    District(
      code: "500156", name: "武隆区", nameEnglish: "Wulong", codeSystem: .nbs2023,
      units: Self.units, facilities: facilities)
  }

  @Test func opensAFacilityWithItsRangeAndProvenances() throws {
    let (scenario, faults) = try read(
      """
      as_of: 2024-12-31
      assume_complete: [mh_rehab]
      open:
        - {id: s1, kind: mh_rehab_station, host: 白云乡, lon: 107.41845, lat: 29.31312,
           state: operating, opened: 2024-12-31, service_range: [白云乡, 大洞河乡],
           provenance: {record: official, position: illustrative, range: illustrative}}
      activities:
        - {unit: 大洞河乡, activity: 精康服务, year: 2024, sessions: 1, provenance: derived}
      """)
    #expect(faults.isEmpty, "\(faults)")
    let (patched, conflicts) = try #require(scenario).applied(
      to: district(), on: #require(Self.today))
    #expect(conflicts.isEmpty)
    let facility = try #require(patched.facilities.first)
    #expect(facility.servedUnits == ["500156207", "500156212"])
    #expect(facility.provenance.host == .official)
    #expect(facility.provenance.range == .illustrative)
    #expect(facility.position?.longitude == 107.41845)
    #expect(patched.activities.map(\.unit) == ["500156212"])
    #expect(district().facilities.isEmpty, "the baseline stays as it was")
  }

  @Test func listsAllFaultsWithPlaceAndRemedy() throws {
    let (scenario, faults) = try read(
      """
      assume_complete: [mh_rehabs]
      open:
        - {id: s1, kind: mh_station, host: 白云镇, state: open, provenance: real}
      activitys: []
      activities:
        - {unit: 大洞河乡, activity: 精康服务, year: 2024, sessions: -1, provenance: derived}
      """)
    #expect(scenario == nil)
    let checks = Set(faults.map(\.check))
    #expect(
      checks == [
        "yaml.unknown_key", "scenario.unknown_register", "facility.unknown_kind",
        "count.negative",
      ])
    #expect(faults.contains { $0.remedy.contains("“activities”") })
    #expect(faults.allSatisfy { $0.row != nil && $0.file == "scenarios/test.yaml" })
  }

  @Test func anUnmatchedUnitIsToldTheNearestNames() throws {
    let (_, faults) = try read(
      """
      open:
        - {id: s1, kind: mh_rehab_station, host: 白云镇, state: operating, provenance: official}
      """)
    #expect(faults.first?.check == "unit.unmatched")
    #expect(faults.first?.remedy.contains("白云乡") == true)
  }

  @Test func conflictsAreLoud() throws {
    let (scenario, _) = try read(
      """
      open:
        - {id: s1, kind: mh_rehab_station, host: 白云乡, state: operating, provenance: official}
      close:
        - {id: nothing, on: 2024-05-01}
      """)
    let (_, faults) = try #require(scenario).applied(
      to: district([station]), on: #require(Self.today))
    #expect(faults.map(\.check) == ["scenario.conflict", "scenario.unknown_facility"])
  }

  @Test func closingTakesEffectOnItsDay() throws {
    let (scenario, _) = try read("close:\n  - {id: s1, on: 2024-09-01}\n")
    let (patched, faults) = try #require(scenario).applied(
      to: district([station]), on: #require(Self.today))
    #expect(faults.isEmpty)
    let facility = try #require(patched.facilities.first)
    #expect(facility.isOperating(on: try #require(CivilDate("2024-08-31"))))
    #expect(!facility.isOperating(on: try #require(CivilDate("2024-09-01"))))
  }
}
