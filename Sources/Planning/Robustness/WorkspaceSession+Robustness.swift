import Coverage
import PlanningModel
import Targets
import TravelTimes
import Workspace

extension WorkspaceSession {
  /// Judges every share under varied pace, limit, slope, snapping, rule and split of people, one
  /// thing at a time, and looks for single unverified values that would turn a verdict.
  ///
  /// - Returns: the targets on a share of units or people, in the order of the policies.
  public func robustness(_ request: EvaluationRequest) throws -> [TargetRobustness] {
    let situation = try situation(request)
    let all = Set(situation.policies.targets.map(\.id))
    return try robustness(situation, of: all).filter { $0.verdict.denominator != nil }.map {
      found in
      var result = found.result
      if let target = situation.policies.target(result.id) {
        result.flips = flips(found.verdict, of: target, in: situation)
      }
      return result
    }
  }

  /// The same for some targets, counts among them, without the single values; each with its
  /// verdict as set.
  func robustness(
    _ situation: Situation, of ids: Set<String>
  ) throws -> [(result: TargetRobustness, verdict: Verdict)] {
    let asSet = try VariedSituation(self, situation, under: .asSet).verdicts(on: ids)
    let varying = Set(asSet.filter { travels($0, situation) }.map(\.id))
    let settings = varying.isEmpty ? [] : RobustnessSetting.allCases.dropFirst()
    let varied = try settings.map { setting in
      let verdicts = try VariedSituation(self, situation, under: setting).verdicts(on: varying)
      return (
        setting, Dictionary(verdicts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      )
    }
    return asSet.map { verdict in
      let rows =
        [row(verdict, under: .asSet)]
        + varied.compactMap { setting, verdicts in
          verdicts[verdict.id].map { row($0, under: setting) }
        }
      let result = TargetRobustness(
        id: verdict.id, title: verdict.title, titleEnglish: verdict.titleEnglish ?? verdict.title,
        rows: rows + alternatives(of: verdict), flips: [])
      return (result, verdict)
    }
  }

  /// Whether a verdict rests on how long people travel.
  func travels(_ verdict: Verdict, _ situation: Situation) -> Bool {
    if case .sharePopulation? = situation.policies.target(verdict.id)?.measure { return true }
    return verdict.rule == "within_time"
  }

  private func row(_ verdict: Verdict, under setting: RobustnessSetting) -> TargetRobustness.Row {
    TargetRobustness.Row(
      setting: setting.id, label: setting.label, achieved: verdict.achieved,
      universe: verdict.universe, status: verdict.status)
  }

  private func alternatives(of verdict: Verdict) -> [TargetRobustness.Row] {
    verdict.alternatives.filter { $0.rule != verdict.rule }.map { other in
      TargetRobustness.Row(
        setting: "rule:\(other.rule)", label: Bilingual("口径：\(other.rule)", "rule: \(other.rule)"),
        achieved: other.achieved, universe: verdict.universe, status: other.status)
    }
  }

  private func flips(
    _ verdict: Verdict, of target: Target, in situation: Situation
  ) -> [VerdictFlip] {
    let threshold = situation.settings.localThresholds.first { $0.target == target.id }?.value
    if let people = PopulationFlips(
      verdict, of: target, in: situation.district, localThreshold: threshold)
    {
      return people.found()
    }
    return UnitFlips(verdict, in: situation.district).found()
  }
}
