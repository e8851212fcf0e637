import PlanningModel
import Targets
import Testing
import TravelTimes

/// Which unverified values could turn a verdict: 40 of 100 people, at exactly the limit.
@Suite struct FlipTests {
  private func flips(_ threshold: String) throws -> [String] {
    let policies = try PolicyFiles.policies()
    let district = WulongDistrict.district(
      plan: false, demandPoints: PopulationTests.points(), facilities: [PopulationTests.centre])
    let share = try #require(ExactDecimal(threshold))
    var settings = EvaluationSettings()
    settings.localThresholds = ["WL24-22a": share]
    let verdict = try Judgement(
      policies, district, reach: TableReach(rows: PopulationTests.rows), settings: settings
    )("WL24-22a")
    let target = try #require(policies.target("WL24-22a"))
    let search = try #require(
      PopulationFlips(verdict, of: target, in: district, localThreshold: share))
    return search.found().map {
      "\($0.kind) \($0.name) \($0.isIncrease ? "+" : "-")\($0.amount) \($0.effortPerMille)"
    }
  }

  @Test func `a verdict kept by nobody to spare turns at the smallest error`() throws {
    #expect(
      try flips("0.4") == [
        // One millisecond more than 15:00 takes village a out.
        "coordinates a +1 1", "count a -1 25", "count b +1 34", "count c +1 50",
        "count d +1 100",
      ])
  }

  @Test func `a verdict that fails turns by who could come in`() throws {
    #expect(
      try flips("0.5") == [
        "coordinates b -1 1", "count a +20 500", "count b -20 667",
        "coordinates d -900000 1000", "count c -20 1000",
      ])
  }

  @Test func `a verdict far from its promise has no single flip`() throws {
    #expect(try flips("0.95").isEmpty)
  }

  private func unitFlips(_ promised: String) throws -> [VerdictFlip] {
    let policies = try PolicyFiles.policies(
      targets: """
        targets:
        \(PolicyFiles.target(
          "{type: share_units, universe: WL.street, kind: mh_rehab_station, value: \(promised), op: \">=\"}",
          covered: "{rule: hosted}"))
        """)
    var first = WulongDistrict.facility("s1", "mh_rehab_station", "凤山街道", opened: "2020-01-01")
    var second = WulongDistrict.facility("s2", "mh_rehab_station", "芙蓉街道", opened: "2020-01-01")
    first.provenance = FacilityProvenance(record: .official, host: .estimated)
    second.provenance = FacilityProvenance(record: .official)
    let district = WulongDistrict.district(plan: false, facilities: [first, second])
    return UnitFlips(try Judgement(policies, district)("T1"), in: district).found()
  }

  @Test func `an unverified host holds up a share of units`() throws {
    #expect(try unitFlips("0.5").map(\.name) == ["凤山街道"])
    #expect(try unitFlips("0.5").map(\.amount) == [1])
    #expect(try unitFlips("0.25").isEmpty, "one unit to spare, one unverified")
  }
}
