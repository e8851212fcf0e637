import PlanningModel
import Targets
import Testing

@Suite struct CountTests {
  private func judge(
    _ measure: String, facilities: [Facility] = [], ledger: [LedgerEntry] = [],
    register: Register? = nil, asOf: String = "2024-12-31",
    due: String = "{date: 2024-12-31, kind: hard}", more: String = ""
  ) throws -> Verdict {
    let text = "targets:\n" + PolicyFiles.target(measure, due: due, more: more)
    return try Judgement(
      PolicyFiles.policies(targets: text),
      WulongDistrict.district(
        plan: false, facilities: facilities, ledger: ledger,
        registers: register.map { [$0] } ?? []), asOf: asOf)("T1")
  }

  private func canteen(
    _ id: String, state: FacilityState = .operating, opened: String? = "2024-06-30",
    closed: String? = nil, designations: [String] = [], host: String = "凤山街道"
  ) -> Facility {
    WulongDistrict.facility(
      id, "elder_canteen", host, state: state, opened: opened, closed: closed,
      designations: designations)
  }

  private let complete = Register(
    id: "r", kinds: ["elder_canteen"], indicators: ["beds", "accidents"], isComplete: true)

  @Test func countsWhatIsNewInTheYear() throws {
    let facilities = [
      canteen("a"), canteen("b", state: .accepted), canteen("c", state: .completed),
      canteen("d", opened: "2023-12-31"), canteen("e", opened: "2025-01-01"),
      canteen("f", closed: "2024-12-31"), canteen("g", closed: "2025-01-01"),
      canteen("h", state: .suspended), canteen("i", opened: "2024-12-31"),
    ]
    let verdict = try judge(
      "{type: count, kind: elder_canteen, value: 5}", facilities: facilities, register: complete)
    #expect((verdict.achieved, verdict.unknown, verdict.status) == (4, 0, .missed))
    #expect((verdict.gap, verdict.requiredText, verdict.rule) == (1, "5", "count"))
    let open = try judge(
      "{type: count, kind: elder_canteen, value: 5}", facilities: facilities)
    #expect((open.status, open.unknown, open.rangeHigh, open.gap) == (.unknown, nil, nil, 1))
    let undated = try judge(
      "{type: count, kind: elder_canteen, value: 5}",
      facilities: facilities + [canteen("j", opened: nil)], register: complete)
    #expect((undated.status, undated.unknown, undated.rangeHigh) == (.unknown, 1, 5))
    let stock = try judge(
      "{type: count, kind: elder_canteen, value: 5, counting: net_stock}",
      facilities: facilities, register: complete)
    #expect((stock.achieved, stock.status) == (5, .met))
  }

  @Test func readsTheVerbsState() throws {
    let started = [canteen("a", state: .underConstruction, opened: nil)]
    let kind = "kind: elder_canteen, value: 1"
    #expect(
      try judge(
        "{type: count, \(kind), state_min: under_construction}", facilities: started
      ).status
        == .met)
    #expect(
      try judge("{type: count, \(kind)}", facilities: started, register: complete).status
        == .missed)
    let plain = [canteen("a")]
    let marked = [canteen("a", designations: ["区级"])]
    let designated = "{type: count, \(kind), state_min: designated}"
    #expect(try judge(designated, facilities: plain, register: complete).achieved == 0)
    #expect(try judge(designated, facilities: marked, register: complete).achieved == 1)
    let city = "{type: count, \(kind), state_min: designated, where: {designation: 市级示范}}"
    #expect(try judge(city, facilities: marked, register: complete).achieved == 0)
  }

  @Test func listsTheNamedHosts() throws {
    let measure = "{type: count, kind: elder_canteen, value: 2, hosts_named: [凤山街道, 白马镇]}"
    // Two in one host do not stand in for the other, and one elsewhere counts for neither.
    let crowded = [canteen("a"), canteen("b"), canteen("c", host: "江口镇")]
    let verdict = try judge(measure, facilities: crowded, register: complete)
    #expect((verdict.achieved, verdict.status) == (1, .missed))
    #expect(verdict.met.map(\.name) == ["凤山街道"])
    #expect(verdict.met.first?.by == ["a", "b"])
    #expect(verdict.missing.map(\.reason) == [.noSite])
    let open = try judge(measure, facilities: crowded)
    #expect((open.status, open.undecided.map(\.name)) == (.unknown, ["白马镇"]))
    let planned = try judge(
      measure, facilities: [canteen("p", state: .planned, host: "白马镇")], register: complete)
    #expect(planned.missing.map(\.reason) == [.noSite, .notOperating])
  }

  @Test func countsFromABaselineOnlyWhenThereIsOne() throws {
    let measure =
      "{type: count, kind: elder_canteen, value: 5, counting: cumulative_since_baseline}"
    let facilities = [canteen("a", opened: "2022-01-01"), canteen("b", opened: "2020-01-01")]
    let verdict = try judge(
      measure, facilities: facilities, register: complete,
      more: "baseline: {year: 2021, value: 4}")
    #expect((verdict.achieved, verdict.status) == (5, .met))
    let without = try judge(measure, facilities: facilities, register: complete)
    #expect((without.status, without.achieved) == (.unknown, nil))
    #expect(without.reason?.contains("基期") == true)
  }

  private func entry(
    _ indicator: String, _ value: Int, _ date: String = "2024-12-01", unit: UnitID? = nil
  ) throws -> LedgerEntry {
    LedgerEntry(
      indicator: indicator, value: value, asOf: try #require(CivilDate(date)), unit: unit,
      provenance: .official)
  }

  @Test func readsTheLatestFigureOfTheLedger() throws {
    let measure = "{type: count, object: beds, value: 10}"
    let entries = [
      try entry("beds", 4, "2024-06-30"), try entry("beds", 9, "2024-12-01"),
      try entry("beds", 12, "2025-01-05"),
    ]
    #expect(try judge(measure, ledger: entries, register: complete).achieved == 9)
    #expect(try judge(measure, ledger: entries, register: complete).status == .missed)
    #expect(try judge(measure, ledger: entries).status == .unknown)
    #expect(try judge(measure, ledger: entries, asOf: "2024-07-01").achieved == 4)
    let silent = try judge(measure, register: complete)
    #expect((silent.status, silent.achieved) == (.unknown, nil), "no entry is not a zero")
    #expect(silent.reason?.contains("beds") == true)
    let parts = [
      try entry("beds", 6, unit: "500156001"), try entry("beds", 5, unit: "500156002"),
      try entry("beds", 1, "2024-01-01", unit: "500156002"),
    ]
    let summed = try judge(measure, ledger: parts, register: complete)
    #expect((summed.achieved, summed.status, summed.provenance) == (11, .met, .derived))
  }

  @Test func neverMeetsACeilingOnAnOpenRegister() throws {
    let measure = "{type: count, objects: [accidents, beds], value: 0, op: \"<=\"}"
    let zero = [try entry("accidents", 0), try entry("beds", 0)]
    #expect(try judge(measure, ledger: zero).status == .unknown)
    #expect(try judge(measure, ledger: zero, register: complete).status == .met)
    let half = try judge(measure, ledger: [zero[0]], register: complete)
    #expect(half.status == .unknown, "one of the two is not reported")
    let one = try judge(measure, ledger: [try entry("accidents", 1)])
    #expect((one.status, one.gap, one.requiredText) == (.missed, 1, "<=0"))
    let continuous = try judge(
      measure, ledger: [try entry("accidents", 1)], due: "{kind: continuous}")
    #expect(continuous.status == .behind)
  }

  @Test func judgesRates() throws {
    let measure = "{type: rate, numerator: served, denominator: all, value: 45%}"
    func judge(_ served: Int?, _ all: Int?) throws -> Verdict {
      let entries = [
        try served.map { try entry("served", $0) }, try all.map { try entry("all", $0) },
      ].compactMap { $0 }
      return try self.judge(measure, ledger: entries)
    }
    let verdict = try judge(44, 100)
    #expect((verdict.status, verdict.required, verdict.gap) == (.missed, 45, 1))
    #expect(verdict.persons == PersonsFigure(covered: 44, total: 100, gap: 1))
    #expect(verdict.shareText == "44.0%")
    #expect(try judge(45, 100).status == .met)
    #expect(try judge(10, 21).required == 10, "9.45 rounds up")
    #expect(try judge(nil, 100).status == .unknown)
    #expect(try judge(nil, 100).reason?.contains("served") == true)
    #expect(try judge(1, nil).status == .unknown)
    #expect(try judge(0, 0).status == .notApplicable)
    let odd = try judge(101, 100)
    #expect((odd.status, odd.achieved) == (.unknown, nil))
    #expect(odd.reason?.contains("矛盾") == true)
  }

  @Test func comparesWithTheFigureAbove() throws {
    func binds(_ value: String, due: String) throws -> Bool? {
      try judge(
        "{type: rate, numerator: a, denominator: b, value: 60%}",
        more: "upper: {document: CQJK2023, value: \(value), due: \(due)}"
      ).upper?.binds
    }
    #expect(try binds("80%", due: "2025-12-31") == true)
    #expect(try binds("50%", due: "2023-12-31") == false)
    #expect(try binds("60%", due: "2024-06-30") == true)
    #expect(try binds("60%", due: "2024-12-31") == false)
  }

  @Test func refusesSettingsThatNameNothing() throws {
    let policies = try PolicyFiles.policies()
    let district = WulongDistrict.district()
    let threshold = try #require(ExactDecimal("0.9"))
    for settings in [
      EvaluationSettings(assumedComplete: ["mh_rehabs"]),
      EvaluationSettings(localThresholds: ["WL24-22x": threshold]),
    ] {
      let error = try #require(throws: WorkError.self) {
        try Judgement(policies, district, settings: settings)
      }
      #expect(error.code == .notFound)
    }
  }
}
