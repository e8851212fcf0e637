import LocationAllocation
import PlanningModel
import Scenarios

extension PlanQuestion {
  /// What each year spends, fills and adds.
  func years(_ schedule: PhasedSchedule) -> [PlanOutcome.Year] {
    var left: Int64? = 0
    return plan.years.enumerated().map { number, year in
      let inYear = plan.periods.indices.filter { plan.periods[$0].year == year }
      let spent = schedule.spent(statement, year: number)
      let given = statement.budgets[number]
      // What a year without limit leaves has none either.
      let available =
        plan.carriesOver
        ? given.flatMap { given in left.map { $0 + given } } : given
      left = available.map { $0 - spent }
      let opened = sites.indices.filter { site in
        schedule.opens[site].map { inYear.contains($0) } ?? false
      }
      let cost = PlanMoney.sum(opened.map { sites[$0].cost })
      return PlanOutcome.Year(
        year: year, budget: plan.budgets[year], available: available.map(money.amount),
        spent: cost, staff: Int(schedule.staff(statement, period: inYear.last ?? 0)),
        staffLimit: plan.staff[year], opened: opened.map { sites[$0].id },
        gains: goals.indices.map { gain($0, schedule, inYear, cost) })
    }
  }

  /// What a year adds to a target: what counts at its end by the plan alone, and did not at the
  /// end of the year before.
  private func gain(
    _ number: Int, _ schedule: PhasedSchedule, _ inYear: [Int], _ cost: ExactDecimal
  ) -> PlanOutcome.Gain {
    let (groups, end) = (groups[number], inYear.last ?? 0)
    let before = inYear.first.map { $0 - 1 } ?? -1
    let nothing = PhasedSchedule(opens: sites.map { _ in nil })
    let new = groups.groups.indices.filter { index in
      let group = groups.groups[index]
      let isNew = before < 0 || !schedule.counts(group, in: before)
      return isNew && schedule.counts(group, in: end) && !nothing.counts(group, in: end)
    }
    let people = new.reduce(Int?(0)) { sum, index in
      groups.people[index].flatMap { people in sum.map { $0 + people } }
    }
    let count = new.reduce(0) { $0 + Int(groups.groups[$1].value) }
    return PlanOutcome.Gain(
      target: goals[number].id, places: new.map { groups.names[$0] }, count: count,
      people: people, costPerCount: PlanMoney.each(cost, of: count),
      costPerPerson: people.flatMap { PlanMoney.each(cost, of: $0) })
  }

  /// The plan against the cheapest end state built in the first period.
  func regret(_ schedule: PhasedSchedule) -> PlanOutcome.Regret? {
    guard let best = PhasedSolver().solve(atOnce).schedule else { return nil }
    let chosen = sites.indices.filter { best.opens[$0] != nil }
    let cost = PlanMoney.sum(chosen.map { sites[$0].cost })
    let built = sites.indices.filter { schedule.opens[$0] != nil }
    let perYear = plan.isQuarterly ? 4 : 1
    return PlanOutcome.Regret(
      sites: chosen.map { sites[$0].id }, cost: cost,
      moreCost: PlanMoney.difference(PlanMoney.sum(built.map { sites[$0].cost }), cost),
      lessServed: statement.targets.map { target in
        let less = best.served(target, statement) - schedule.served(target, statement)
        return ExactDecimal(Int(less), over: perYear) ?? ExactDecimal(0)
      })
  }

  /// A failure in the words of the plan.
  func failure(_ failure: PhasedFailure) -> PlanOutcome.Failure {
    let years = plan.years
    return PlanOutcome.Failure(
      period: plan.periods[failure.period],
      remedies: failure.remedies.map { remedy in
        switch remedy {
        case .money(let year, let least):
          .money(
            year: years[year], least: money.amount(least),
            given: plan.budgets[years[year]] ?? ExactDecimal(0))
        case .posts(let year, let least):
          .posts(year: years[year], least: Int(least), given: plan.staff[years[year]] ?? 0)
        case .need(let target, let most):
          .need(
            target: goals[target].id, most: Int(most),
            asked: goals[target].required[failure.period] ?? 0)
        case .floor(let number): .floor(unit: floors[number].unit, origin: floors[number].origin)
        case .windows: .windows
        case .services: .services
        case .moneyAndPosts: .moneyAndPosts
        case .reachable(let target, let most):
          .reachable(
            target: goals[target].id, most: Int(most),
            asked: goals[target].required[failure.period] ?? 0)
        }
      })
  }
}
