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
    let policies = situation.policies
    let results = try RobustnessSetting.allCases.map { setting in
      (setting, try verdicts(under: setting, situation))
    }
    guard let asSet = results.first?.1 else { return [] }
    return asSet.indices.compactMap { index in
      let verdict = asSet[index]
      guard verdict.denominator != nil, let target = policies.target(verdict.id) else {
        return nil
      }
      let travels =
        policies.accessQueries(evaluationSettings(situation))
        .contains { $0.targetID == verdict.id } || verdict.rule == "within_time"
      let varied = travels ? results : Array(results.prefix(1))
      return TargetRobustness(
        id: verdict.id, title: verdict.title,
        titleEnglish: verdict.titleEnglish ?? verdict.title,
        rows: varied.map { setting, verdicts in
          row(verdicts[index], id: setting.id, label: setting.label)
        } + alternatives(of: verdict),
        flips: flips(verdict, of: target, in: situation))
    }
  }

  private func verdicts(
    under setting: RobustnessSetting, _ situation: Situation
  ) throws -> [Verdict] {
    var travel = situation.settings.travel
    setting.variation.apply(to: &travel)
    let changesRoads =
      travel.slope.function != situation.settings.travel.slope.function
      || travel.snap.capMetres != situation.settings.travel.snap.capMetres
    let field = changesRoads ? try field(travel: travel, situation) : situation.field
    let district = setting.district(situation.district)
    var evaluation = evaluationSettings(situation)
    evaluation.paces = evaluation.paces.mapValues(setting.variation.pace)
    return try TargetEvaluator(
      policies: situation.policies, district: district, asOf: situation.asOf,
      reach: ScaledReach(
        source: FieldReach(district: district, asOf: situation.asOf, field: field),
        factor: setting.limitFactor),
      settings: evaluation
    ).evaluate().verdicts.map(
      VerdictDisclosure(situation.policies, in: district).applied)
  }

  private func row(_ verdict: Verdict, id: String, label: Bilingual) -> TargetRobustness.Row {
    TargetRobustness.Row(
      setting: id, label: label, achieved: verdict.achieved, universe: verdict.universe,
      status: verdict.status)
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
