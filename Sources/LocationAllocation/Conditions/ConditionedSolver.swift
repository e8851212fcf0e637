public import Certificates

/// The answer to a location problem with further conditions.
public struct ConditionedAnswer: Sendable {
  /// How far the search came.
  public var status: SitingAnswer.Status
  /// The open sites, ascending.
  public var selected: [Int] = []
  /// The objective of ``selected``, re-computed from the statement; nil when there is no choice.
  public var objective: Int128?
  /// No choice is better than it, by the solver's word; nil when there is no choice.
  public var bound: Int128?
  /// How much goes over each pair of the statement; nil where points go to their nearest site.
  public var amounts: [Int64]?
  /// Other choices with the same objective.
  public var alternatives: [[Int]] = []
  /// Whether there are no more of them; nil when they were not searched.
  public var areTiesComplete: Bool?

  /// No choice meets the conditions.
  public static let infeasible = ConditionedAnswer(status: .infeasible)
}

/// Solves location problems with further conditions by branch and cut (CBC).
///
/// Sites are chosen by the library; what they serve and what that comes to is re-computed in whole
/// numbers. There is no certificate.
public struct ConditionedSolver: Sendable {
  /// When to stop; nil for never.
  public var seconds: Double?
  /// How many other choices with the same objective to look for.
  public var alternatives = 0
  private let solver: any IntegerProgramSolver = CbcSolver()

  /// A search without a clock and without alternatives.
  public init() {}

  /// Solves a problem.
  ///
  /// - Parameters:
  ///   - statement: `lscp`, `mclp`, `p-median` (with or without a limit), `partial-cover` or
  ///     `budget`; its `need` may be nil.
  ///   - conditions: the further conditions.
  public func solve(
    _ statement: SitingStatement, _ conditions: SitingConditions
  ) -> ConditionedAnswer {
    var model = ConditionModel(statement, conditions)
    let outcome = solver.solve(model.program, seconds: seconds)
    guard let values = outcome.values else {
      return ConditionedAnswer(status: outcome.isComplete ? .infeasible : .unknown)
    }
    let open = model.open(values)
    guard let (objective, amounts) = judged(open, model) else {
      return ConditionedAnswer(status: .unknown)
    }
    var answer = ConditionedAnswer(
      status: outcome.isComplete ? .optimal : .feasible, selected: open, objective: objective,
      bound: objective, amounts: amounts)
    if !outcome.isComplete {
      answer.bound = bound(outcome, statement, objective)
    } else if alternatives > 0 {
      addTies(&answer, &model, objective)
    }
    return answer
  }

  /// Whether a choice can hold, what it comes to and how much goes where.
  func judged(
    _ open: [Int], _ model: ConditionModel
  ) -> (objective: Int128, amounts: [Int64]?)? {
    let check = ConditionCheck(statement: model.statement, conditions: model.conditions)
    guard model.pairs.contains(where: { $0 >= 0 }) || model.conditions.capacities != nil else {
      return check.objective(of: open, amounts: nil).map { ($0, nil) }
    }
    // A vertex of the transport problem is whole when demand and capacities are.
    guard let values = solver.solve(model.allotting(to: open), seconds: nil).values,
      let amounts = model.amounts(values),
      let objective = check.objective(of: open, amounts: amounts)
    else { return nil }
    return (objective, amounts)
  }

  private func addTies(
    _ answer: inout ConditionedAnswer, _ model: inout ConditionModel, _ objective: Int128
  ) {
    model.exclude(answer.selected)
    answer.areTiesComplete = false
    while answer.alternatives.count <= alternatives {
      let outcome = solver.solve(model.program, seconds: seconds)
      guard outcome.isComplete else { return }
      guard let values = outcome.values else {
        answer.areTiesComplete = true
        return
      }
      let open = model.open(values)
      guard let other = judged(open, model), other.objective == objective else {
        answer.areTiesComplete = true
        return
      }
      if answer.alternatives.count == alternatives { return }
      answer.alternatives.append(open)
      model.exclude(open)
    }
  }

  /// The solver's bound in units of the statement, rounded to the weaker side.
  private func bound(
    _ outcome: IntegerProgramOutcome, _ statement: SitingStatement, _ objective: Int128
  ) -> Int128? {
    guard let bound = outcome.bound, bound.isFinite, abs(bound) < 1e30 else { return nil }
    let decimals =
      switch statement.problem {
      case .pMedian: statement.demandDecimals + statement.costDecimals
      case .mclp, .budget: statement.demandDecimals
      case .partialCover: statement.priceDecimals
      case .lscp, .pCentre, .backup, .unitShare: 0
      }
    let scaled = (0..<decimals).reduce(bound) { value, _ in value * 10 }
    let slack = abs(scaled) * 1e-9
    return statement.problem.isMaximised
      ? max(objective, Int128((scaled + slack).rounded(.down)))
      : min(objective, Int128((scaled - slack).rounded(.up)))
  }
}
