import PlanningModel

/// Which registers are complete: only in those does absence mean no (DESIGN §5.4).
struct RegisterBook {
  private let registers: [Register]

  /// The registers as declared, with those that are assumed complete.
  init(_ registers: [Register], assuming assumed: Set<String>) {
    self.registers = registers.map { register in
      var register = register
      if assumed.contains(register.id) { register.isComplete = true }
      return register
    }
  }

  /// Whether every one of the kinds stands in a complete register.
  func isComplete(kinds: [ServiceKind]) -> Bool {
    !kinds.isEmpty
      && kinds.allSatisfy { kind in
        registers.contains { $0.isComplete && $0.kinds.contains(kind) }
      }
  }

  /// Whether one of the kinds stands only in registers that are declared incomplete.
  func isDeclaredIncomplete(kinds: [ServiceKind]) -> Bool {
    kinds.contains { kind in
      let holding = registers.filter { $0.kinds.contains(kind) }
      return !holding.isEmpty && !holding.contains(where: \.isComplete)
    }
  }

  /// Whether the activity stands in a complete register.
  func isComplete(activity: String) -> Bool {
    registers.contains { $0.isComplete && $0.activities.contains(activity) }
  }

  /// Whether the target's submissions, milestones or issues stand in a complete register.
  func isComplete(target: String) -> Bool {
    registers.contains { $0.isComplete && $0.targets.contains(target) }
  }

  /// Whether every one of the indicators stands in a complete register.
  func isComplete(indicators: [String]) -> Bool {
    !indicators.isEmpty
      && indicators.allSatisfy { indicator in
        registers.contains { $0.isComplete && $0.indicators.contains(indicator) }
      }
  }
}

extension Target {
  /// Whether a verdict on the target reads the register.
  func reads(_ register: Register) -> Bool {
    if measure.readsOwnRecords, register.targets.contains(id) { return true }
    if !Set(measure.kinds).isDisjoint(with: register.kinds) { return true }
    let activities =
      (covered?.activity.map { [$0] } ?? []) + (covered?.allOf ?? [])
      + measure.records
    if !Set(activities).isDisjoint(with: register.activities) { return true }
    var indicators: [String] = []
    switch measure {
    case .count(let count):
      if case .indicators(let named) = count.subject { indicators = named }
    case .rate(let rate): indicators = [rate.numerator, rate.denominator]
    case .trend(let trend):
      if case .indicators(let named) = trend.subject { indicators = named }
    default: break
    }
    return !Set(indicators).isDisjoint(with: register.indicators)
  }
}
