/// The answer to a plan over periods.
public struct PhasedAnswer: Sendable {
  /// `optimal`, `infeasible`, or `unknown` where the solver gave up.
  public var status: SitingAnswer.Status
  /// When each site opens; nil when there is no plan.
  public var schedule: PhasedSchedule?
  /// Why there is none.
  public var failure: PhasedFailure?
}

/// Finds the one best plan over periods by branch and cut (CBC), with every answer re-computed in
/// whole numbers.
///
/// Of all plans that meet the conditions: the least cost; then, target by target, the most served
/// over all periods; then the fewest sites; then the earliest opening of each site in the order
/// of ids. So there is one answer, whatever the solver and the machine.
public struct PhasedSolver: Sendable {
  private let solver: any IntegerProgramSolver = CbcSolver()

  /// A search without a clock.
  public init() {}

  /// Solves a plan.
  public func solve(_ statement: PhasedStatement) -> PhasedAnswer {
    guard statement.periods > 0 else {
      return PhasedAnswer(status: .optimal, schedule: PhasedSchedule(opens: []))
    }
    var model = PhasedModel(statement)
    let cost = model.cost
    model.aim(at: cost, isMaximised: false)
    let first = found(model)
    guard var best = first.schedule else {
      return first.isComplete
        ? PhasedAnswer(status: .infeasible, failure: failure(statement))
        : PhasedAnswer(status: .unknown)
    }
    model.keep(cost, atMost: Double(best.cost(statement)))
    for (number, target) in statement.targets.enumerated() {
      let (terms, constant) = model.served(number)
      guard !terms.isEmpty else { continue }
      model.aim(at: terms, isMaximised: true)
      guard let better = found(model).schedule else { return PhasedAnswer(status: .unknown) }
      best = better
      model.keep(terms, atLeast: Double(best.served(target, statement)) - constant)
    }
    let last = model.horizon - 1
    let count = model.open.map { (column: $0[last], weight: 1.0) }
    model.aim(at: count, isMaximised: false)
    guard let fewest = found(model).schedule else { return PhasedAnswer(status: .unknown) }
    best = fewest
    model.keep(count, atMost: Double(best.opens.count { $0 != nil }))
    guard let chosen = earliest(&model, best) else { return PhasedAnswer(status: .unknown) }
    return PhasedAnswer(status: .optimal, schedule: chosen)
  }

  /// Each site in turn as early as what was decided before allows; some sites at a time, weighed
  /// so that one period of a site outweighs all periods of those after it.
  private func earliest(
    _ model: inout PhasedModel, _ found: PhasedSchedule
  ) -> PhasedSchedule? {
    var best = found
    let (sites, step) = (model.statement.sites, Double(model.horizon + 1))
    var block: [Int] = []
    for site in sites.indices {
      block.append(site)
      let isLast = site == sites.count - 1
      guard isLast || power(step, block.count + 1) > 1e6 else { continue }
      let first = block.map { sites[$0].window.first }
      if zip(block, first).contains(where: { best.opens[$0] != $1 }) {
        let terms = block.enumerated().flatMap { place, site in
          model.open[site].map { ($0, power(step, block.count - 1 - place)) }
        }
        model.aim(at: terms, isMaximised: true)
        guard let better = self.found(model).schedule else { return nil }
        best = better
      }
      for site in block {
        for period in 0..<model.horizon {
          model.fix(site, in: period, isOpen: best.isOpen(site, in: period))
        }
      }
      block = []
    }
    return best
  }

  private func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { power, _ in power * base }
  }

  /// A solution that holds in whole numbers; not complete when the solver gave up, or answered
  /// with what does not hold.
  func found(_ model: PhasedModel) -> (schedule: PhasedSchedule?, isComplete: Bool) {
    let outcome = solver.solve(model.program, seconds: nil)
    guard let values = outcome.values, outcome.isComplete else { return (nil, outcome.isComplete) }
    let schedule = model.schedule(values)
    let holds = schedule.holds(model.statement, through: model.horizon - 1)
    return (holds ? schedule : nil, holds)
  }

  /// The least shortfall of a relieved model; nil when it has no solution even so.
  func shortfall(_ model: PhasedModel) -> (value: Double, schedule: PhasedSchedule)? {
    let outcome = solver.solve(model.program, seconds: nil)
    guard outcome.isComplete, let values = outcome.values else { return nil }
    return (model.shortfall.map { values[$0].rounded() } ?? 0, model.schedule(values))
  }
}
