extension PhasedSolver {
  /// Which year cannot be met, and every single change that would do.
  func failure(_ statement: PhasedStatement) -> PhasedFailure {
    // The conditions of a period are those of the periods before it and more: halve.
    var (meetable, failing) = (-1, statement.periods - 1)
    while failing - meetable > 1 {
      let middle = (meetable + failing) / 2
      if shortfall(PhasedModel(statement, through: middle)) == nil {
        failing = middle
      } else {
        meetable = middle
      }
    }
    let single = remedies(statement, failing)
    return PhasedFailure(
      period: failing, remedies: single.isEmpty ? reachable(statement, failing) : single)
  }

  private func remedies(
    _ statement: PhasedStatement, _ period: Int
  ) -> [PhasedFailure.Remedy] {
    func least(_ relief: PhasedRelief) -> Int64? {
      guard
        let (value, schedule) = shortfall(PhasedModel(statement, through: period, relief: relief))
      else { return nil }
      let more = Int64(value)
      return schedule.holds(statement.relieved(relief, by: more), through: period) ? more : nil
    }
    var remedies: [PhasedFailure.Remedy] = []
    for year in 0...statement.yearOfPeriod[period] {
      if let budget = statement.budgets[year], let more = least(.money(year: year)) {
        remedies.append(.money(year: year, least: budget + more))
      }
    }
    for year in 0...statement.yearOfPeriod[period] {
      if let limit = statement.staffLimits[year], let more = least(.posts(year: year)) {
        remedies.append(.posts(year: year, least: limit + more))
      }
    }
    for (number, target) in statement.targets.enumerated() {
      if let need = target.needs[period],
        let short = least(.need(target: number, period: period)), short > 0
      {
        remedies.append(.need(target: number, most: need - short))
      }
    }
    for number in statement.floors.indices where statement.floors[number].period <= period {
      if least(.floor(number)) != nil { remedies.append(.floor(number)) }
    }
    if least(.families([.windows])) != nil { remedies.append(.windows) }
    if least(.families([.services])) != nil { remedies.append(.services) }
    if remedies.isEmpty, least(.families([.money, .posts])) != nil {
      remedies.append(.moneyAndPosts)
    }
    return remedies
  }

  /// What the targets come to when every site is open.
  private func reachable(
    _ statement: PhasedStatement, _ period: Int
  ) -> [PhasedFailure.Remedy] {
    let all = PhasedSchedule(opens: statement.sites.map { _ in 0 })
    return statement.targets.enumerated().compactMap { number, target in
      target.needs[period].map { _ in
        .reachable(target: number, most: all.reached(target, in: period))
      }
    }
  }
}

extension PhasedStatement {
  /// The same with one condition let go of, so that a remedy can be checked in whole numbers.
  func relieved(_ relief: PhasedRelief, by more: Int64) -> PhasedStatement {
    var result = self
    switch relief {
    case .nothing: break
    case .money(let year): result.budgets[year] = budgets[year].map { $0 + more }
    case .posts(let year): result.staffLimits[year] = staffLimits[year].map { $0 + more }
    case .need(let target, let period):
      result.targets[target].needs[period] = targets[target].needs[period].map { $0 - more }
    case .floor(let number): result.floors.remove(at: number)
    case .families(let families):
      if families.contains(.money) { result.budgets = budgets.map { _ in nil } }
      if families.contains(.posts) { result.staffLimits = staffLimits.map { _ in nil } }
      if families.contains(.floors) { result.floors = [] }
      for site in sites.indices {
        if families.contains(.windows) {
          // A required site still has to open by its last period.
          result.sites[site].window =
            sites[site].isRequired ? 0..<max(1, sites[site].window.upperBound) : 0..<periods
        }
        if families.contains(.services) { result.sites[site].services = nil }
      }
    }
    return result
  }
}
