import Foundation
public import PlanningModel
public import Targets

/// The verdicts at the end of a quarter.
public struct QuarterResults: Sendable {
  /// 1 to 4.
  public var quarter: Int
  /// What was found then.
  public var results: TargetResults

  /// Collects a quarter's results.
  public init(quarter: Int, results: TargetResults) {
    self.quarter = quarter
    self.results = results
  }
}

/// What a report sets beside its evaluation.
public struct EvaluationComparisons: Sendable {
  /// The same date without the scenario; nil when there is none.
  public var baseline: Evaluation?
  /// The quarters of the year that are over, the last at the date of the report or before.
  public var quarters: [QuarterResults]
  /// A plan over years on top of it; nil when none was asked for.
  public var plan: PlanOutcome?
  /// How missed targets can be repaired; nil where nobody looked.
  public var proposals: RepairProposals?
  /// Another scenario, or the baseline, that it is laid beside in full; nil where none was asked
  /// for.
  public var scenario: ScenarioComparison?

  /// Nothing beside it.
  public static let none = EvaluationComparisons(baseline: nil, quarters: [])

  /// Collects comparisons.
  public init(
    baseline: Evaluation?, quarters: [QuarterResults], scenario: ScenarioComparison? = nil
  ) {
    self.baseline = baseline
    self.quarters = quarters
    self.scenario = scenario
  }
}

extension WorkspaceSession {
  /// Evaluates what a report of this request sets beside it.
  ///
  /// - Parameter other: what the evaluation is compared with in full; nil for nothing.
  /// - Throws: what evaluating throws.
  public func comparisons(
    to evaluation: Evaluation, _ request: EvaluationRequest,
    comparedWith other: EvaluationRequest? = nil
  ) throws -> EvaluationComparisons {
    var plain = request
    plain.scenario = nil
    plain.asOf = evaluation.asOf
    plain.drawsRoads = false
    let baseline = evaluation.scenario == nil ? nil : try evaluate(plain)
    var dated = request
    dated.drawsRoads = false
    let quarters = try CivilDate.quarterEnds(of: evaluation.asOf.year)
      .filter { $0.date <= evaluation.asOf }
      .map { quarter, date -> QuarterResults in
        guard date != evaluation.asOf else {
          return QuarterResults(quarter: quarter, results: evaluation.results)
        }
        dated.asOf = date
        return QuarterResults(quarter: quarter, results: try evaluate(dated).results)
      }
    var comparisons = EvaluationComparisons(
      baseline: baseline, quarters: quarters,
      scenario: try other.map { try compared($0, to: evaluation, request) })
    comparisons.proposals = try proposals(to: evaluation, request)
    return comparisons
  }
}

extension WorkspaceSession {
  private func compared(
    _ other: EvaluationRequest, to evaluation: Evaluation, _ request: EvaluationRequest
  ) throws -> ScenarioComparison {
    var other = other
    other.asOf = other.asOf ?? evaluation.asOf
    other.drawsRoads = false
    let situation = try situation(request)
    let after = ComparedSide(
      situation: situation, evaluation: evaluation, questions: accessQuestions(situation))
    return try compared(side(other, nil), after, isVaried: true)
  }
}

extension CivilDate {
  /// 31 March, 30 June, 30 September and 31 December of a year.
  public static func quarterEnds(of year: Int) -> [(quarter: Int, date: CivilDate)] {
    [(3, 31), (6, 30), (9, 30), (12, 31)].enumerated().compactMap { index, day in
      CivilDate(year: year, month: day.0, day: day.1).map { (quarter: index + 1, date: $0) }
    }
  }
}
