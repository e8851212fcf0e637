import PlanningModel
import Targets
import Testing

/// Levels complete and linked.
@Suite struct NetworkTests {
  static let measure = """
    {type: hierarchy, levels: [{level: district, kind: centre}, {level: township, kind: station,
    required: {op: ">=", value: 2}}, {level: village, kind: point, required: {value: 50%}}],
    linkage: {each_child_has_parent: true}}
    """.replacing("\n", with: " ")

  private func judge(
    _ measure: String = measure, _ facilities: [Facility], complete: Bool = true
  ) throws -> Verdict {
    let villages = [("羊角街道", "甲村"), ("白马镇", "乙村"), ("江口镇", "丙村"), ("江口镇", "丁村")].map {
      let unit = WulongDistrict.id($0.0)
      return DemandPoint(
        id: DemandPointID("\(unit)/\($0.1)"), name: $0.1, unitClass: .village, unit: unit,
        position: nil, people: [:], positionProvenance: .official, peopleProvenance: .official)
    }
    let register = Register(
      id: "r", kinds: ["centre", "station", "point"], isComplete: complete)
    return try Judgement(
      SmallPolicy.policies(SmallPolicy.target(measure, due: "{kind: continuous}")),
      WulongDistrict.district(
        plan: false, demandPoints: villages, facilities: facilities, registers: [register]))("T1")
  }

  private func point(_ village: String, in unit: String) -> Facility {
    var facility = WulongDistrict.facility(village, "point", unit)
    facility.village = DemandPointID("\(WulongDistrict.id(unit))/\(village)")
    return facility
  }

  private var whole: [Facility] {
    [
      WulongDistrict.facility("c", "centre", "凤山街道"),
      WulongDistrict.facility("s1", "station", "羊角街道"),
      WulongDistrict.facility("s2", "station", "白马镇"), point("甲村", in: "羊角街道"),
      point("乙村", in: "白马镇"),
    ]
  }

  @Test func isMetWhenEveryLevelIs() throws {
    let verdict = try judge(Self.measure, whole)
    #expect((verdict.status, verdict.required, verdict.achieved) == (.met, 3, 3))
    guard case .levels(let levels)? = verdict.detail else {
      Issue.record("no detail")
      return
    }
    #expect(levels.map(\.universe) == [1, 26, 4])
    #expect(levels.map(\.required) == [1, 2, 2])
    #expect(levels.map(\.achieved) == [1, 2, 2])
  }

  @Test func failsWhenALevelDoes() throws {
    let verdict = try judge(Self.measure, Array(whole.dropFirst()))
    #expect((verdict.status, verdict.achieved) == (.behind, 1))
    #expect(verdict.missing.map(\.id) == ["district", "township"], "the stations have none above")
    #expect(verdict.reason?.contains("区县") == true)
    let open = try judge(Self.measure, Array(whole.dropFirst()), complete: false)
    #expect(open.status == .unknown)
  }

  @Test func findsAVillageWithoutAStationAbove() throws {
    let verdict = try judge(Self.measure, whole + [point("丙村", in: "江口镇")])
    #expect((verdict.status, verdict.achieved) == (.behind, 2))
    guard case .levels(let levels)? = verdict.detail else {
      Issue.record("no detail")
      return
    }
    #expect(levels[2].orphans.map(\.name) == ["丙村"])
    let unlinked = Self.measure.replacing("parent: true", with: "parent: false")
    #expect(try judge(unlinked, whole + [point("丙村", in: "江口镇")]).status == .met)
    let open = try judge(Self.measure, whole + [point("丙村", in: "江口镇")], complete: false)
    #expect(open.status == .unknown, "a station may be there and not on record")
  }

  @Test func needsAWayToTheLevelAbove() throws {
    let timed = Self.measure.replacing("parent: true", with: "parent: true, max_parent_minutes: 30")
    let verdict = try judge(timed, whole)
    #expect(verdict.status == .unknown, "no travel times here")
  }

  @Test func refusesLevelsThatDoNotGoDown() {
    let turned = Self.measure.replacing("level: village", with: "level: district")
    #expect(SmallPolicy.checks(SmallPolicy.target(turned)).contains("policy.level_order"))
  }
}
