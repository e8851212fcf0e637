import PlanningModel
import Testing

@testable import Targets

/// Milestones, tasks, issues and trends, by records with papers.
@Suite struct ProgressTests {
  private func judge(
    _ measure: String, due: String? = "{date: 2024-12-31, kind: hard}",
    milestones: [MilestoneRecord] = [], issues: [IssueRecord] = [], ledger: [LedgerEntry] = [],
    facilities: [Facility] = [], registers: [Register] = [], asOf: String = "2024-12-31",
    more: String = "", universes: String = ""
  ) throws -> Verdict {
    let district = District(
      code: "500156", name: "武隆区", nameEnglish: "Wulong", codeSystem: .nbs2023,
      units: WulongDistrict.units, facilities: facilities, ledger: ledger, milestones: milestones,
      issues: issues, registers: registers)
    let text = universes + SmallPolicy.target(measure, due: due, more: more)
    return try Judgement(SmallPolicy.policies(text), district, asOf: asOf)("T1")
  }

  private func record(
    _ state: String?, _ date: String, unit: UnitID? = nil, row: String? = nil,
    quarter: Int? = nil
  ) throws -> MilestoneRecord {
    MilestoneRecord(
      target: "T1", unit: unit, row: row, quarter: quarter, state: state, date: try day(date),
      evidence: "文件", provenance: .official)
  }

  private let complete = Register(id: "own", targets: ["T1"], isComplete: true)
  private let plan = "{type: milestone, states: [编制中, 审定, 印发], done_at: 印发}"

  @Test func aMilestoneIsReachedByItsRecord() throws {
    let done = try judge(
      plan, milestones: [record("审定", "2024-05-01"), record("印发", "2024-09-30")])
    #expect((done.status, done.required, done.achieved, done.gap) == (.met, 1, 1, 0))
    #expect(done.provenance == .official)
    guard case .milestone(let figure)? = done.detail else {
      Issue.record("no detail")
      return
    }
    #expect((figure.date?.description, figure.evidence) == ("2024-09-30", "文件"))
    let silent = try judge(plan)
    #expect((silent.status, silent.unknown) == (.unknown, 1))
    let open = try judge(plan, milestones: [record("审定", "2024-05-01")])
    #expect(open.status == .unknown, "no later record is not a no")
    #expect(open.reason?.contains("审定") == true)
    let missed = try judge(plan, milestones: [record("审定", "2024-05-01")], registers: [complete])
    #expect(missed.status == .missed)
    let early = try judge(
      plan, milestones: [record("审定", "2024-05-01")], registers: [complete], asOf: "2024-06-30")
    #expect(early.status == .onTrack)
  }

  @Test func aMilestoneCanBeLateOrSetBack() throws {
    let late = try judge(plan, milestones: [record("印发", "2025-01-10")], asOf: "2025-02-01")
    #expect(late.status == .met)
    #expect(late.reason?.contains("迟10天") == true)
    let back = try judge(
      plan, milestones: [record("印发", "2024-05-01"), record("编制中", "2024-08-01")],
      registers: [complete])
    #expect(back.status == .missed, "the latest record says how it stands")
    let future = try judge(plan, milestones: [record("印发", "2025-01-10")], registers: [complete])
    #expect(future.status == .missed, "a record of a later day is not there yet")
    let stray = try judge(plan, milestones: [record("发布", "2024-05-01")])
    #expect(stray.status == .unknown)
  }

  @Test func stagesAreDueEachByItsYear() throws {
    let stages =
      "{type: milestone, stages: [{by: 2022-12-31, state: 甲}, {by: 2025-12-31, state: 乙}]}"
    let due = "{date: 2025-12-31, kind: stage}"
    let first = try judge(stages, due: due, milestones: [record("甲", "2022-10-01")])
    #expect((first.status, first.universe, first.achieved) == (.onTrack, 2, 1))
    #expect(try judge(stages, due: due, registers: [complete]).status == .behind)
    #expect(
      try judge(stages, due: due, registers: [complete], asOf: "2026-01-01").status == .missed)
    #expect(try judge(stages, due: due).status == .unknown)
    #expect(try judge(stages, due: due, asOf: "2021-12-31").status == .onTrack, "nothing is due")
    let both = try judge(
      stages, due: due,
      milestones: [record("甲", "2022-10-01"), record(nil, "2025-11-01", row: "2025")],
      asOf: "2025-12-31")
    #expect(both.status == .met)
  }

  @Test func eachUnitHasItsOwnMilestone() throws {
    let universes = "universes:\n  S: {level: township, within: \"500156\", where: {class: 街道}}\n"
    let measure = "{type: milestone_per_unit, universe: S, states: [未开展, 开展], done_at: 开展}"
    let ran = try WulongDistrict.streets.map { try record("开展", "2024-03-01", unit: UnitID($0.0)) }
    let all = try judge(measure, milestones: ran, universes: universes)
    #expect((all.status, all.universe, all.achieved) == (.met, 4, 4))
    let three = try judge(
      measure, milestones: Array(ran.prefix(3)), registers: [complete], universes: universes)
    #expect((three.status, three.missing.map(\.name)) == (.missed, ["羊角街道"]))
    let having = measure.replacing("universe: S", with: "universe: S, where_has: disability_home")
    let home = WulongDistrict.facility("h", "disability_home", "芙蓉街道")
    let kinds = Register(id: "homes", kinds: ["disability_home"], isComplete: true)
    let one = try judge(
      having, milestones: ran, facilities: [home], registers: [kinds], universes: universes)
    #expect((one.status, one.universe) == (.met, 1))
    let open = try judge(having, milestones: ran, facilities: [home], universes: universes)
    #expect((open.status, open.universe, open.achieved) == (.unknown, nil, 1))
    let none = try judge(having, registers: [kinds], universes: universes)
    #expect(none.status == .notApplicable)
  }

  @Test func issuesAreClosedOrOverdue() throws {
    func issue(_ id: String, due: String?, closed: String?) throws -> IssueRecord {
      IssueRecord(
        target: "T1", id: id, found: try day("2024-03-01"), due: try due.map(day),
        closed: try closed.map(day), provenance: .official)
    }
    let measure = "{type: issue_ledger, done_when: all_closed}"
    let continuous = "{kind: continuous}"
    let closed = [
      try issue("1", due: "2024-06-01", closed: "2024-05-01"),
      try issue("2", due: nil, closed: "2024-07-01"),
    ]
    #expect(try judge(measure, due: continuous, issues: closed).status == .unknown)
    #expect(
      try judge(measure, due: continuous, issues: closed, registers: [complete]).status == .met)
    let earlier = try judge(measure, due: continuous, issues: closed, asOf: "2024-06-15")
    #expect((earlier.status, earlier.universe, earlier.achieved) == (.behind, 2, 1))
    let open = closed + [try issue("3", due: "2024-08-01", closed: nil)]
    let overdue = try judge(measure, due: continuous, issues: open)
    #expect((overdue.status, overdue.gap, overdue.missing.map(\.id)) == (.behind, 1, ["3"]))
    guard case .issues(let figure)? = overdue.detail else {
      Issue.record("no detail")
      return
    }
    #expect((figure.found, figure.closed, figure.overdue) == (3, 2, ["3"]))
    #expect(try judge(measure, due: continuous).status == .unknown)
    #expect(try judge(measure, due: continuous, registers: [complete]).status == .notApplicable)
  }

  @Test func aTrendComparesWithItsBaseline() throws {
    let measure = "{type: trend, kind_in: [mh_rehab_station], direction: increase}"
    let stations = ["羊角街道", "白马镇"].enumerated().map { index, host in
      WulongDistrict.facility(
        "s\(index)", "mh_rehab_station", host, opened: index == 0 ? "2020-01-01" : "2024-03-01")
    }
    let kinds = Register(id: "r", kinds: ["mh_rehab_station"], isComplete: true)
    let up = try judge(measure, facilities: stations, registers: [kinds])
    #expect((up.status, up.required, up.achieved) == (.met, 2, 2))
    guard case .trend(let figure)? = up.detail else {
      Issue.record("no detail")
      return
    }
    #expect((figure.baselineYear, figure.before, figure.now) == (2023, 1, 2))
    let flat = try judge(measure, facilities: [stations[0]], registers: [kinds])
    #expect((flat.status, flat.gap) == (.missed, 1))
    let open = try judge(measure, facilities: stations)
    #expect(open.status == .unknown)
    #expect(open.reason?.contains("基期") == true)
    let stated = try judge(
      measure, facilities: stations, more: "baseline: {year: 2020, value: 1}")
    #expect(stated.status == .met, "two are known, whatever else there may be")
    let down = "{type: trend, object: graves, direction: decrease}"
    func graves(_ value: Int, _ date: String) throws -> LedgerEntry {
      LedgerEntry(
        indicator: "graves", value: value, asOf: try day(date), provenance: .official)
    }
    let fewer = [try graves(9, "2023-12-31"), try graves(7, "2024-12-01")]
    #expect(try judge(down, ledger: fewer).status == .met)
    #expect(try judge(down, ledger: [fewer[0], try graves(9, "2024-12-01")]).status == .missed)
  }

  @Test func parametersAreNeverAScore() throws {
    let verdict = try judge("{type: parameter, values: {a: 1.5, years: [2021, 2025]}}", due: nil)
    #expect(verdict.status == .informational)
    #expect(
      verdict.detail
        == .parameters([
          PolicyParameter(name: "a", values: ["1.5"]),
          PolicyParameter(name: "years", values: ["2021", "2025"]),
        ]))
  }

  @Test func lostRowsOfATableStayUnknown() throws {
    let measure = "{type: task_table, rows: 3}"
    let verdict = try judge(measure, due: nil, registers: [complete])
    #expect((verdict.status, verdict.universe, verdict.unknown) == (.unknown, 3, 3))
    let rows =
      "{type: task_table, rows: [{no: 1, task: 甲, due: 2022年年底完成}, {no: 2, task: 乙, due: 长期坚持}]}"
    let one = try judge(
      rows, due: nil, milestones: [record(nil, "2022-12-01", row: "1")], registers: [complete])
    #expect((one.status, one.achieved, one.missing.map(\.id)) == (.behind, 1, ["T1/2"]))
    guard case .tasks(let tasks)? = one.detail else {
      Issue.record("no detail")
      return
    }
    #expect(tasks.map(\.light) == [.green, .yellow])
    let progress = try judge(
      rows, due: nil, milestones: [record("推进中", "2022-12-01", row: "1")], registers: [complete])
    #expect(progress.achieved == 0, "a state of progress is not done")
  }
}
