import Foundation
import Planning
import PlanningModel
import Reports
import Scenarios
import Targets
import Testing

/// The illustrative plan over three years, and plans that ask for other things, on 武隆.
@Suite struct PlanTests {
  private static let file = "plans/2024-2026.yaml"

  /// The years of the example: plan, verdicts, scenarios, table.
  private func threeYearsMeetTenTwelveAndFourteenAsTheEvaluatorSays(
    _ copy: WorkspaceCopy, _ session: WorkspaceSession
  ) throws -> PlanOutcome {
    let outcome = try plan(copy.text(Self.file), session)
    // By hand: 26 is the cheapest that 30 pays for in 2024; 鸭江 with its point is 40 for two;
    // 江口 is owed its 36, and 桐梓 is the cheapest of 2026. At once it would be 114.
    #expect(outcome.cost == ExactDecimal(120))
    #expect(outcome.years.map(\.spent) == [26, 40, 54].map { ExactDecimal($0) })
    #expect(outcome.regret?.cost == ExactDecimal(114))
    #expect(outcome.regret?.moreCost == ExactDecimal(6))
    #expect(outcome.regret?.lessServed == [ExactDecimal(6)])
    #expect(outcome.provenance == .illustrative)
    let goal = try #require(outcome.targets.first)
    #expect(goal.reached == [10, 12, 14] && goal.required == [10, 12, 14])
    #expect(goal.verdicts.map(\.achieved) == [10, 12, 14])
    #expect(goal.verdicts.map(\.status) == [.missed, .missed, .met])
    for (year, scenario) in outcome.scenarios.enumerated() {
      let path = copy.folder.appending(path: "scenarios/\(scenario.name)").path
      let judged = try session.evaluate(
        EvaluationRequest(scenario: ScenarioText(name: path, text: scenario.text)))
      #expect(
        judged.results.verdicts.first { $0.id == "WL24-42c" } == goal.verdicts[year])
    }
    let rows = String(decoding: PlanLayers.csv(outcome), as: UTF8.self).split(separator: "\n")
    // A row for every candidate, built or not.
    #expect(rows.count == 1 + outcome.sites.count)
    #expect(rows.count { $0.contains(",opens,") } == 5)
    let json = try JSONSerialization.jsonObject(
      with: Data(PlanJSON.bytes(outcome, version: "test")))
    #expect((json as? [String: Any])?["cost"] as? String == "120")
    #expect(
      try JSONSerialization.jsonObject(with: Data(PlanLayers.geoJSON(outcome))) is [String: Any])
    return outcome
  }

  private func theReportHoldsThePlanAndRepeats(
    _ outcome: PlanOutcome, _ copy: WorkspaceCopy, _ session: WorkspaceSession
  ) throws {
    let asked = EvaluationRequest(scenario: outcome.baseText, drawsRoads: true)
    var evaluation = try session.evaluate(asked)
    evaluation.takeInputs(of: outcome)
    var comparisons = try session.comparisons(to: evaluation, asked)
    comparisons.plan = outcome
    let folder = copy.folder.appending(path: "reports/one")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let files = try ReportFolder.render(
      evaluation, comparisons: comparisons,
      ReportRequest(language: .zh, version: YikeVersion.text, outputs: [.md, .xlsx]))
    for file in files {
      try Data(file.bytes).write(to: folder.appending(path: file.name))
    }
    let text = try copy.text("reports/one/report.md")
    #expect(text.contains("![图7　分年建设安排](gantt.svg)"))
    #expect(text.contains("| 2026年 | 江口镇“渝康家园”社区康复站点 | 江口镇 | 36\\*示 |"))
    #expect(try copy.text("reports/one/gantt.svg").contains("14 / 14"))
    #expect(try copy.text("reports/one/plan.csv").contains("tongzi,"))
    let replay = try ReportReplay(
      manifest: folder.appending(path: "manifest.json"), version: YikeVersion.text
    ) { _ in }
    #expect(try replay.differences().map { "\($0)" } == [])
  }

  /// One workspace for all that is asked in process: importing it is what takes time.
  @Test func plansOverYears() throws {
    let copy = try WorkspaceCopy()
    let session = try WorkspaceSession(folder: copy.folder) { _ in }
    let years = try threeYearsMeetTenTwelveAndFourteenAsTheEvaluatorSays(copy, session)
    try reachIsWhatTheEvaluatorSaysInEveryPeriod(session)
    try whatCannotBeMetIsNamedWithWhatWouldDo(copy, session)
    try theFaultsOfAPlanAreListedWithPlaceAndRemedy(copy, session)
    try theReportHoldsThePlanAndRepeats(years, copy, session)
    try aTableOfCandidatesIsReadLikeTheList(copy, session)
  }

  private func reachIsWhatTheEvaluatorSaysInEveryPeriod(_ session: WorkspaceSession) throws {
    let people = """
      schema: yike-plan/1
      id: elders
      years: [2025]
      provenance: illustrative
      targets: [{id: WL24-22a, require: {2025-Q2: 40%, 2025: 42%}}]
      floors: [{units: [土地乡], target: WL24-22a, share: 10%, by: 2025-Q3}]
      candidates: {kind: elder_mutual_aid_point, cost: 1.5, units_of: WL24-42c}
      """
    let elders = try plan(people, session)
    #expect(elders.hasPlan, "\(PlanText.rendered(elders, language: .en))")
    #expect(elders.periods.count == 4)
    let named = """
      schema: yike-plan/1
      id: named
      years: [2025, 2026]
      provenance: illustrative
      targets: [{id: WL24-40c, rule: within_time, require: {2025: 5, 2026: 9}}]
      candidates: {kind: mh_rehab_station, cost: 1, units_of: WL24-40c}
      """
    for outcome in [elders, try plan(named, session)] {
      #expect(outcome.hasPlan)
      for goal in outcome.targets {
        for (index, period) in outcome.periods.enumerated() {
          guard let year = outcome.plan.year(endingWith: index) else { continue }
          #expect(goal.verdicts[year].achieved == goal.reached[index], "\(goal.id) \(period)")
        }
      }
    }
  }

  private func whatCannotBeMetIsNamedWithWhatWouldDo(
    _ copy: WorkspaceCopy, _ session: WorkspaceSession
  ) throws {
    let text = try copy.text(Self.file)
    let poor = try plan(text.replacing("2024: 30, 2025", with: "2024: 0, 2025"), session)
    let failure = try #require(poor.failure)
    #expect(failure.period.label == "2024")
    let words = PlanText.rendered(poor, language: .zh)
    #expect(words.contains("2024年资金至少 26 万元（现 0 万元）"), "\(words)")
    #expect(words.contains("WL24-42c 最多要求 9（现 10）"), "\(words)")
    let all = try plan(text.replacing("2026: 14", with: "2026: 23"), session)
    #expect(PlanText.rendered(all, language: .en).contains("ask at most 14 of WL24-42c (now 23)"))
    // What stands already asks for nothing to be built.
    let none = try plan(
      text.replacing("2024: 10, 2025: 12, 2026: 14", with: "2024: 9")
        .replacing("sites: 1, by", with: "sites: 0, by"), session)
    #expect(none.hasPlan && none.built.isEmpty)
    #expect(none.regret?.cost == ExactDecimal(0))
    try copy.write(text.replacing("2024: 30, 2025", with: "2024: 0, 2025"), to: "plans/poor.yaml")
    let process = try copy.run("plan", "plans/poor.yaml", "--fail-on-gap")
    #expect(process.exitCode == 2, "\(process.stderr)")
  }

  private static let faulty: [(old: String, new: String, check: String, word: String)] = [
    ("id: WL24-42c", "id: WL24-42x", "plan.unknown_target", "WL24-42a"),
    ("    rule: assigned\n", "", "plan.evidence_year", "2024"),
    ("rule: assigned", "rule: within_time", "plan.rule", "hosted"),
    ("feeds: yajiang", "feeds: nobody", "plan.unknown_service", "nobody"),
    ("unit: 火炉镇, cost: 28", "unit: 火炉镇, cost: 28, feeds: huolu", "plan.circle", "feeds"),
    ("2025: 12, 2026: 14", "2025: 12, 2026: 11", "plan.years_conflict", "2026"),
    ("{2024: 30, 2025: 45", "{2023: 30, 2025: 45", "plan.unknown_year", "2023"),
    ("by: 2026}", "by: 2026-Q5}", "plan.period", "2024-Q3"),
    (
      "cost: 36, staff: 3, from: 2025", "cost: 36, from: 2026, until: 2025", "plan.years_conflict",
      "until"
    ),
    ("id: huolu", "id: fenglai", "plan.twice", "fenglai"),
    ("unit: 火炉镇", "unit: 火炉乡", "unit.unmatched", "火炉镇"),
    ("carry_over: true", "carryover: true", "yaml.unknown_key", "carry_over"),
    ("cost: 28}", "cost: -28}", "plan.money", "-28"),
    ("years: [2024, 2025, 2026]", "years: [2024, 2026, 2025]", "plan.years", "2024"),
  ]

  private func theFaultsOfAPlanAreListedWithPlaceAndRemedy(
    _ copy: WorkspaceCopy, _ session: WorkspaceSession
  ) throws {
    let text = try copy.text(Self.file)
    for (old, new, check, word) in Self.faulty {
      #expect(text.contains(old), "\(old)")
      let error = try #require(
        #expect(throws: WorkError.self) {
          try plan(text.replacing(old, with: new), session)
        })
      let fault = try #require(error.faults.first { $0.check == check }, "\(error)")
      #expect(fault.row != nil)
      #expect("\(fault)".contains(word), "\(fault)")
      #expect(!fault.remedy(in: .zh).isEmpty && !fault.remedy(in: .en).isEmpty)
    }
  }

  private func aTableOfCandidatesIsReadLikeTheList(
    _ copy: WorkspaceCopy, _ session: WorkspaceSession
  ) throws {
    let text = try copy.text(Self.file)
    let start = try #require(text.range(of: "  sites:\n"))
    let end = try #require(text.range(of: "\nassumptions:"))
    let table = """
      id,unit,kind,cost,staff,from,feeds
      jiangkou,江口镇,,36,3,2025,
      huolu,火炉镇,,28,,,
      fenglai,凤来镇,,26,,,
      yajiang,鸭江镇,,32,,,
      miaoya,庙垭乡,mh_rehab_point,8,1,,yajiang
      pingqiao,平桥镇,,20,,2026,
      tongzi,桐梓镇,,18,,2026,

      """
    try copy.write(table, to: "plans/sites.csv")
    let listed = text.replacingCharacters(
      in: start.lowerBound..<end.lowerBound, with: "  file: sites.csv\n")
    let path = copy.folder.appending(path: Self.file).path
    let outcome = try session.plan(
      PlanRequest(file: ScenarioText(name: path, text: listed), threads: 1))
    #expect(outcome.built.map(\.id) == ["fenglai", "miaoya", "yajiang", "jiangkou", "tongzi"])
    #expect(outcome.inputs.map(\.path) == ["plans/2024-2026.yaml", "plans/sites.csv"])
    try copy.write(table.replacing("火炉镇", with: "火炉"), to: "plans/sites.csv")
    let error = try #require(
      #expect(throws: WorkError.self) {
        try session.plan(PlanRequest(file: ScenarioText(name: path, text: listed), threads: 1))
      })
    let fault = try #require(error.faults.first)
    #expect(fault.file == "sites.csv" && fault.row == 3)
  }

  private func plan(_ text: String, _ session: WorkspaceSession) throws -> PlanOutcome {
    try session.plan(
      PlanRequest(file: ScenarioText(name: Self.file, text: text), threads: 1))
  }
}
