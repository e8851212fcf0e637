import Planning
import PlanningModel
import Targets

/// The words of comparisons.
struct ComparisonWording {
  let comparison: ScenarioComparison
  let wording: Wording

  init(_ comparison: ScenarioComparison, _ language: Language) {
    self.comparison = comparison
    wording = Wording(language: language)
  }

  /// `现状（2024年12月31日）→ 2024-plan（…）`.
  var heading: String {
    "\(name(comparison.before)) → \(name(comparison.after))"
  }

  /// What it costs; nil where nobody says.
  var cost: String? {
    let costs = [comparison.before, comparison.after].map { side in
      side.cost.map { $0.description + (side.currency ?? "") }
    }
    guard costs.contains(where: { $0 != nil }) else { return nil }
    let missing = comparison.after.patchesWithoutCost
    let text = wording.language(
      "费用：之前 \(costs[0] ?? "—")，之后 \(costs[1] ?? "—")",
      "Cost: before \(costs[0] ?? "—"), after \(costs[1] ?? "—")")
    guard missing > 0 else { return text }
    return text
      + wording.language(
        "；另有 \(missing) 项未写费用", "; \(missing) changes state no cost")
  }

  func name(_ side: ScenarioComparison.Side) -> String {
    let title =
      wording.language(side.title, side.titleEnglish ?? side.title) ?? side.scenario
      ?? wording.language("现状", "Baseline")
    return wording.language(
      "\(title)（\(wording.date(side.asOf))）", "\(title) (\(wording.date(side.asOf)))")
  }

  func status(_ verdict: Verdict) -> String {
    wording.language(verdict.status.label, verdict.status.rawValue)
  }

  func style(_ change: ScenarioComparison.TargetChange) -> TextTable.Style {
    guard change.flips else { return .plain }
    switch change.after.status {
    case .met, .onTrack: return .good
    case .behind, .missed, .infeasible: return .bad
    case .unknown, .informational, .notApplicable: return .warning
    }
  }

  /// `9 → 10`, or the one number that stays.
  func pair(_ before: Int?, _ after: Int?) -> String {
    before == after
      ? wording.count(after) : "\(wording.count(before)) → \(wording.count(after))"
  }

  /// The first few names and how many there are.
  func names(_ findings: [UnitFinding]) -> String {
    guard !findings.isEmpty else { return "" }
    let names = FindingNames(comparison.evaluations.after.district, wording.language)
    let shown = findings.prefix(3).map { names.name(of: $0) }.joined(
      separator: wording.language("、", ", "))
    guard findings.count > 3 else { return shown }
    return shown + wording.language(" 等 \(findings.count) 个", " and \(findings.count - 3) more")
  }

  func people(_ service: ScenarioComparison.ServiceChange, _ count: Int?) -> String {
    service.countsPeople ? wording.count(count) : wording.language("不予公布", "withheld")
  }

  /// `+120`, `-35`, `0`.
  func signed(_ count: Int?) -> String {
    guard let count else { return "—" }
    return count > 0 ? "+" + wording.count(count) : wording.count(count)
  }

  /// Whether the verdicts hold at other settings, and what else the later one rests on.
  func holds(_ change: ScenarioComparison.TargetChange) -> String {
    let language = wording.language
    guard !change.isUntested else { return language("未验", "not tried") }
    guard let holds = change.holds else { return "—" }
    let word = holds ? language("稳健", "yes") : language("不稳健", "no")
    return change.after.assumptions.isEmpty
      ? word : word + language("（依假设）", " (if assumed)")
  }

  /// Whether people gain or lose alike at other settings, and from what to what.
  func holds(_ service: ScenarioComparison.ServiceChange) -> String {
    let language = wording.language
    guard service.countsPeople else { return "—" }
    guard let varied = service.varied else { return "—" }
    let word = varied.holds ? language("稳健", "yes") : language("不稳健", "no")
    let range =
      varied.low == varied.high
      ? signed(varied.low)
      : language(
        "\(signed(varied.low))至\(signed(varied.high))",
        "\(signed(varied.low)) to \(signed(varied.high))")
    return language("\(word)（\(range)）", "\(word) (\(range))")
  }
}
