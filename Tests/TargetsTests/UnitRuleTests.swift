import PlanningModel
import Targets
import Testing
import TravelTimes

@Suite struct UnitRuleTests {
  static let kinds: [ServiceKind] = ["mh_rehab_station"]
  static let streets =
    "{type: share_units, universe: WL.street, value: 50%, kind: mh_rehab_station}"

  private func register(_ isComplete: Bool) -> Register {
    Register(
      id: "mh_rehab", kinds: Self.kinds, activities: ["精康服务", "议事会"], isComplete: isComplete)
  }

  private func judge(
    _ measure: String = streets, covered: String = "{rule: hosted}", complete: Bool,
    facilities: [Facility] = [], activities: [ActivityRecord] = [], points: [DemandPoint] = [],
    reach: (any ReachSource)? = nil, asOf: String = "2024-12-31", more: String = ""
  ) throws -> Verdict {
    let text = "targets:\n" + PolicyFiles.target(measure, covered: covered, more: more)
    return try Judgement(
      PolicyFiles.policies(targets: text),
      WulongDistrict.district(
        plan: false, demandPoints: points, facilities: facilities, activities: activities,
        registers: [register(complete)]), asOf: asOf, reach: reach)("T1")
  }

  private func stations(_ count: Int) -> [Facility] {
    WulongDistrict.streets.prefix(count).map {
      WulongDistrict.facility("s-\($0.1)", "mh_rehab_station", $0.1)
    }
  }

  /// Known yes from 0 to 4 of 4 streets, half needed, on both kinds of register.
  @Test(arguments: [
    (0, true, "missed", 0), (1, true, "missed", 0), (2, true, "met", 0), (4, true, "met", 0),
    (0, false, "unknown", 4), (1, false, "unknown", 3), (2, false, "met", 2),
    (4, false, "met", 0),
  ])
  func threeValuedEvidence(count: Int, complete: Bool, status: String, unknown: Int) throws {
    let verdict = try judge(complete: complete, facilities: stations(count))
    #expect(verdict.status.rawValue == status)
    #expect((verdict.achieved, verdict.unknown) == (count, unknown))
    #expect((verdict.rangeLow, verdict.rangeHigh) == (count, count + unknown))
    #expect(verdict.gap == max(0, 2 - count))
    #expect(verdict.met.count + verdict.missing.count + verdict.undecided.count == 4)
  }

  @Test func failsEvenWhenTheUndecidedCouldNotHelp() throws {
    // Two of four records are known to lack; all four are needed.
    let measure = "{type: share_units, universe: WL.street, value: 1.00}"
    let record = ActivityRecord(
      unit: "500156001", activity: "议事会", year: 2024, provenance: .official)
    let verdict = try judge(
      measure, covered: "{rule: record, all_of: [议事会, 备用金]}", complete: true,
      activities: [record])
    #expect((verdict.status, verdict.missing.count, verdict.undecided.count) == (.missed, 3, 1))
  }

  @Test func givesTheReasonWhyAUnitIsMissing() throws {
    let facilities = [
      WulongDistrict.facility(
        "built", "mh_rehab_station", "凤山街道", state: .accepted),
      WulongDistrict.facility("away", "mh_rehab_station", "芙蓉街道", range: ["白云乡"]),
      WulongDistrict.facility(
        "closed", "mh_rehab_station", "仙女山街道", closed: "2024-12-31"),
    ]
    let hosted = try judge(complete: true, facilities: facilities)
    #expect(hosted.missing.map(\.reason) == [.notOperating, .notOperating, .noSite])
    #expect(hosted.met.map(\.name) == ["芙蓉街道"])
    let assigned = try judge(covered: "{rule: assigned}", complete: true, facilities: facilities)
    #expect(
      assigned.missing.map(\.reason) == [.notOperating, .outsideRange, .notOperating, .noSite])
    #expect(assigned.provenance == nil)
  }

  @Test(
    arguments: [
      (nil, nil, true), (1, nil, true), (0, nil, false), (0, 0, false), (0, 1, true),
      (nil, 0, false), (nil, 3, true),
    ] as [(Int?, Int?, Bool)])
  func asksActivitiesForEvidence(sessions: Int?, served: Int?, isYes: Bool) throws {
    let record = ActivityRecord(
      unit: "500156001", activity: "精康服务", year: 2024, sessions: sessions,
      servedPeople: served, provenance: .surveyed)
    let covered = "{rule: activity, activity: 精康服务}"
    let verdict = try judge(covered: covered, complete: true, activities: [record])
    #expect(verdict.achieved == (isYes ? 1 : 0))
    #expect(verdict.provenance == (isYes ? .surveyed : nil))
    var other = record
    other.year = 2023
    #expect(try judge(covered: covered, complete: true, activities: [other]).achieved == 0)
  }

  @Test func measuresUnitsByTheTimeOfTheirPeople() throws {
    let covered = """
      {rule: within_time, within_time: {max_minutes: 15, cohort: pop_60plus, pop_share_min: 0.4}}
      """
    let reach = TableReach(rows: PopulationTests.rows)
    let station = stations(1)
    let yes = try judge(
      covered: covered, complete: true, facilities: station, points: PopulationTests.points(),
      reach: reach)
    #expect(yes.met.map(\.name) == ["凤山街道"])
    #expect(yes.met.first?.by == ["own"])
    #expect(yes.undecided.count == 3, "streets without villages are not known")
    #expect(yes.alternative("hosted")?.achieved == 1)
    #expect(yes.alternative("assigned")?.achieved == 1)
    let strict = covered.replacing("0.4", with: "0.41")
    let no = try judge(
      strict, complete: true, facilities: station, points: PopulationTests.points(), reach: reach)
    #expect(no.missing.map(\.reason) == [.tooFar])
    let open = try judge(
      strict, complete: false, facilities: station, points: PopulationTests.points(),
      reach: reach)
    #expect((open.missing.count, open.undecided.count) == (0, 4))
    let blind = try judge(covered: covered, complete: true, points: PopulationTests.points())
    #expect((blind.status, blind.achieved) == (.unknown, nil))
  }

  private func judge(
    _ covered: String, complete: Bool, facilities: [Facility], points: [DemandPoint],
    reach: any ReachSource
  ) throws -> Verdict {
    try judge(
      covered: covered, complete: complete, facilities: facilities, points: points, reach: reach)
  }

  @Test func countsThePeopleOfTheCoveredUnits() throws {
    let points = WulongDistrict.streets.enumerated().map { index, street in
      DemandPoint(
        id: DemandPointID("\(street.0)/v"), name: "v", unitClass: .village,
        unit: UnitID(street.0), position: nil, people: ["total": 100 * (index + 1)],
        positionProvenance: .official, peopleProvenance: .official)
    }
    let verdict = try judge(complete: true, facilities: stations(2), points: points)
    #expect(verdict.persons == PersonsFigure(covered: 300, total: 1000, gap: nil))
  }

  @Test func declaredHostsThatCannotSufficeAreInfeasible() throws {
    func targets(rule: String) -> String {
      "targets:\n"
        + PolicyFiles.target(
          "{type: count, kind: mh_rehab_station, value: 2, counting: gross_new_in_year}")
        + PolicyFiles.target(
          "{type: named_units, kind: mh_rehab_station, names: [凤山街道, 芙蓉街道, 羊角街道]}",
          covered: "{rule: \(rule)}", id: "T2", more: "relations: {limited_by: T1}")
    }
    func judge(_ rule: String, _ facilities: [Facility], complete: Bool) throws -> Judgement {
      try Judgement(
        PolicyFiles.policies(targets: targets(rule: rule)),
        WulongDistrict.district(
          plan: false, facilities: facilities, registers: [register(complete)]))
    }
    let new = stations(2)
    #expect(try judge("hosted", new, complete: true)("T2").status == .infeasible)
    #expect(try judge("hosted", new, complete: false)("T2").status == .infeasible)
    #expect(try judge("hosted", [], complete: false)("T2").status == .infeasible)
    // A name that has had a station before leaves two names for two new ones.
    let old = WulongDistrict.facility(
      "old", "mh_rehab_station", "羊角街道", opened: "2020-05-01")
    #expect(try judge("hosted", [old], complete: true)("T2").status == .missed)
    #expect(try judge("hosted", [old] + new, complete: true)("T2").status == .met)
    let alternative = try judge("assigned", new, complete: true)("T2").alternative("hosted")
    #expect(alternative?.status == .infeasible)
    let open = try judge("assigned", new, complete: false)("T2").alternative("hosted")
    #expect((open?.status, open?.achieved) == (.unknown, 2))
  }

  @Test func judgesInTheOrderOfTheChecks() throws {
    let empty = """
      universes:
        X.empty: {of: WL.street, where: {class: 镇}}
        X.undefined: {level: village, within: "500156", defined: false}
        X.elsewhere: {level: township, within: "500999"}
      targets:

      """
    func status(_ universe: String, value: String) throws -> Verdict {
      let measure =
        "{type: share_units, universe: \(universe), value: \(value), kind: mh_rehab_station}"
      let policies = try PolicyFiles.policies(
        targets: empty + PolicyFiles.target(measure, covered: "{rule: hosted}"))
      return try Judgement(policies, WulongDistrict.district())("T1")
    }
    for value in ["0.5", "null"] {
      #expect(try status("X.undefined", value: value).status == .unknown)
      #expect(try status("X.elsewhere", value: value).status == .unknown)
      #expect(try status("X.empty", value: value).status == .notApplicable)
    }
    #expect(try status("X.undefined", value: "0.5").required == nil)
    let shown = try status("WL.street", value: "null")
    #expect((shown.status, shown.required, shown.gap) == (.informational, nil, nil))
    #expect(shown.achieved == 1)
  }

  @Test func listsAUniverseOfVillagesOnceThePlannerDefinesIt() throws {
    let text = """
      universes:
        X.urban: {level: village, within: "500156", list: [凤山街道/a, 500156001/b, 凤山街道/没有]}
      targets:

      """
    let measure = "{type: share_units, universe: X.urban, value: 60%, kind: mh_rehab_station}"
    var station = WulongDistrict.facility("s", "mh_rehab_station", "凤山街道")
    station.village = "500156001/a"
    let record = ActivityRecord(
      unit: "500156001/b", activity: "精康服务", year: 2024, provenance: .derived)
    let policies = try PolicyFiles.policies(
      targets: text
        + PolicyFiles.target(measure, covered: "{rule: activity, activity: 精康服务}"))
    let verdict = try Judgement(
      policies,
      WulongDistrict.district(
        plan: false, demandPoints: PopulationTests.points(), facilities: [station],
        activities: [record], registers: [register(true)]))("T1")
    #expect((verdict.universe, verdict.required, verdict.achieved) == (3, 2, 1))
    #expect(verdict.met.map(\.id) == ["500156001/b"])
    #expect(verdict.alternative("hosted")?.achieved == 1)
  }
}
