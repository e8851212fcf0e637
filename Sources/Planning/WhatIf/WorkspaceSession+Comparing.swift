import Coverage
import PlanningModel
import Scenarios
import Targets

extension WorkspaceSession {
  /// Evaluates two patches, or the baseline and one, and lays them side by side.
  ///
  /// - Parameters:
  ///   - before: what is compared with.
  ///   - after: what is compared.
  ///   - question: a coverage question besides those of the targets; nil for none.
  /// - Throws: as ``evaluate(_:)`` and ``coverage(_:_:options:level:)``.
  public func compare(
    _ before: EvaluationRequest, _ after: EvaluationRequest, question: CoverageQuestion? = nil
  ) throws -> ScenarioComparison {
    try ScenarioComparison(side(before, question), side(after, question))
  }

  func side(
    _ request: EvaluationRequest, _ question: CoverageQuestion?
  ) throws -> (ScenarioComparison.Side, Evaluation) {
    let situation = try situation(request)
    var evaluation = try evaluate(situation, drawsRoads: request.drawsRoads)
    if let question {
      evaluation.coverage += try questions(question, situation).map {
        try table($0, situation, CoverageOptions())
      }
    }
    return (side(situation, evaluation), evaluation)
  }

  /// What one of the two is called and costs.
  func side(_ situation: Situation, _ evaluation: Evaluation) -> ScenarioComparison.Side {
    let scenario = situation.scenario
    return ScenarioComparison.Side(
      scenario: scenario?.id, title: scenario?.title, titleEnglish: scenario?.titleEnglish,
      asOf: situation.asOf, cost: scenario?.cost, currency: scenario?.currency,
      patchesWithoutCost: scenario?.patchesWithoutCost ?? 0,
      assumptions: evaluation.results.assumptions)
  }
}
