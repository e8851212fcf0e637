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
  ///   - isVaried: whether settings of travel are varied to see what of the changes holds, which
  ///     takes networks of their own; verdicts that do not rest on travel are looked at anyhow.
  /// - Throws: as ``evaluate(_:)`` and ``coverage(_:_:options:level:)``.
  public func compare(
    _ before: EvaluationRequest, _ after: EvaluationRequest, question: CoverageQuestion? = nil,
    isVaried: Bool = false
  ) throws -> ScenarioComparison {
    try compared(side(before, question), side(after, question), isVaried: isVaried)
  }

  /// Lays two sides next to each other and looks at what of the changes holds.
  func compared(
    _ before: ComparedSide, _ after: ComparedSide, isVaried: Bool
  ) throws -> ScenarioComparison {
    let comparison = try ScenarioComparison(
      (named(before), before.evaluation), (named(after), after.evaluation))
    return try tested(comparison, before, after, isVaried: isVaried)
  }

  /// One of the two, evaluated.
  func side(_ request: EvaluationRequest, _ question: CoverageQuestion?) throws -> ComparedSide {
    let situation = try situation(request)
    var evaluation = try evaluate(situation, drawsRoads: request.drawsRoads)
    let further = try question.map { try questions($0, situation) } ?? []
    evaluation.coverage += try further.map { try table($0, situation, CoverageOptions()) }
    return ComparedSide(
      situation: situation, evaluation: evaluation,
      questions: accessQuestions(situation) + further)
  }

  /// What one of the two is called and costs.
  private func named(_ side: ComparedSide) -> ScenarioComparison.Side {
    let scenario = side.situation.scenario
    return ScenarioComparison.Side(
      scenario: scenario?.id, title: scenario?.title, titleEnglish: scenario?.titleEnglish,
      asOf: side.situation.asOf, cost: scenario?.cost, currency: scenario?.currency,
      patchesWithoutCost: scenario?.patchesWithoutCost ?? 0,
      assumptions: side.evaluation.results.assumptions)
  }
}

/// One side of a comparison with what it was evaluated from.
struct ComparedSide {
  var situation: Situation
  var evaluation: Evaluation
  /// The questions behind the coverage tables of the evaluation, in their order.
  var questions: [AskedCoverage]
}
