import LocationAllocation
import PlanningModel
import Scenarios
import Targets

/// A plan put together as a statement in whole numbers.
struct PlanQuestion {
  let plan: MultiYearPlan
  let sites: [PlanOutcome.Site]
  let goals: [PlanOutcome.Goal]
  let groups: [PlanGoals.Groups]
  let floors: [PlanFloors.Owed]
  let money: PlanMoney
  private(set) var statement: PhasedStatement

  init(
    plan: MultiYearPlan, sites: [PlanOutcome.Site], goals: [PlanOutcome.Goal],
    groups: [PlanGoals.Groups], floors: [PlanFloors.Owed], standing: [Facility]
  ) {
    self.plan = plan
    self.sites = sites
    self.goals = goals
    self.groups = groups
    self.floors = floors
    money = PlanMoney(sites.map(\.cost) + plan.budgets.values)
    let years = plan.years
    let yearOfPeriod = plan.periods.map { period in
      years.firstIndex(of: period.year) ?? 0
    }
    statement = PhasedStatement(yearOfPeriod: yearOfPeriod, sites: [])
    statement.sites = Self.sites(plan, sites, money, standing)
    statement.targets = zip(goals, groups).map { goal, groups in
      .init(groups: groups.groups, needs: goal.required.map { $0.map { Int64($0) } })
    }
    statement.floors = floors.map(\.floor)
    statement.budgets = years.map { year in plan.budgets[year].map { money.units($0) } }
    statement.carriesOver = plan.carriesOver
    statement.staffLimits = years.map { year in plan.staff[year].map { Int64($0) } }
  }

  private static func sites(
    _ plan: MultiYearPlan, _ sites: [PlanOutcome.Site], _ money: PlanMoney,
    _ standing: [Facility]
  ) -> [PhasedStatement.Site] {
    let position = Dictionary(
      sites.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let dearest = sites.map(\.cost).max() ?? ExactDecimal(0)
    return sites.map { site in
      var result = PhasedStatement.Site(
        id: site.id, price: money.units(site.cost), staff: Int64(site.staff),
        periods: plan.periods.count)
      result.costs = money.presentValues(
        site.cost, years: plan.periods.map(\.year), discount: plan.discount, dearest: dearest)
      result.window = site.window
      result.isRequired = site.isRequired
      if !site.feeds.isEmpty {
        result.services = site.feeds.compactMap { position[$0] }.sorted()
        let fed = standing.filter { site.feeds.contains($0.id.rawValue) }
        result.isServed = plan.periods.map { period in
          fed.contains { $0.isOperating(on: period.end) }
        }
      }
      return result
    }
  }

  /// The same conditions at one stroke: the whole budget, the last year's posts, and everything
  /// required by the end, in one period in which every site may open.
  var atOnce: PhasedStatement {
    let last = statement.periods - 1
    var once = PhasedStatement(yearOfPeriod: [0], sites: [])
    once.sites = statement.sites.map { site in
      var site = site
      site.costs = [site.price]
      site.window = 0..<1
      site.isServed = [site.isServed.contains(true)]
      return site
    }
    func atEnd(_ group: PhasedStatement.Group) -> PhasedStatement.Group {
      var group = group
      for point in group.points.indices {
        group.points[point].isServed = [group.points[point].isServed[last]]
      }
      return group
    }
    once.targets = statement.targets.map { target in
      .init(
        groups: target.groups.map(atEnd), needs: [target.needs.compactMap(\.self).max()])
    }
    once.floors = statement.floors.map { floor in
      switch floor.kind {
      case .sites: .init(period: 0, kind: floor.kind)
      case .group(let group): .init(period: 0, kind: .group(atEnd(group)))
      }
    }
    let budgets = statement.budgets.compactMap(\.self)
    once.budgets = [budgets.count == statement.years ? budgets.reduce(0, +) : nil]
    once.staffLimits = [statement.staffLimits.last ?? nil]
    return once
  }
}
