/// When each site opens, and what that comes to in plain whole numbers; the solver's own numbers
/// are never taken.
public struct PhasedSchedule: Sendable, Hashable {
  /// The period in which each site opens; nil for a site that is not built.
  public var opens: [Int?]

  /// States a schedule.
  public init(opens: [Int?]) { self.opens = opens }

  /// Whether a site is open at the end of a period.
  public func isOpen(_ site: Int, in period: Int) -> Bool {
    opens[site].map { $0 <= period } ?? false
  }

  /// What plans are compared by: the present values of all openings.
  public func cost(_ statement: PhasedStatement) -> Int64 {
    zip(opens, statement.sites).reduce(0) { sum, pair in
      sum + (pair.0.map { pair.1.costs[$0] } ?? 0)
    }
  }

  /// What is paid in a year.
  public func spent(_ statement: PhasedStatement, year: Int) -> Int64 {
    zip(opens, statement.sites).reduce(0) { sum, pair in
      sum + (pair.0.map { statement.yearOfPeriod[$0] == year ? pair.1.price : 0 } ?? 0)
    }
  }

  /// The posts that are filled at the end of a period.
  public func staff(_ statement: PhasedStatement, period: Int) -> Int64 {
    statement.sites.indices.reduce(0) { sum, site in
      sum + (isOpen(site, in: period) ? statement.sites[site].staff : 0)
    }
  }

  /// Whether a point is served at the end of a period.
  public func serves(_ point: PhasedStatement.Point, in period: Int) -> Bool {
    point.isServed[period] || point.sites.contains { isOpen($0, in: period) }
  }

  /// Whether a group counts at the end of a period.
  public func counts(_ group: PhasedStatement.Group, in period: Int) -> Bool {
    group.points.reduce(0) { $0 + (serves($1, in: period) ? $1.weight : 0) } >= group.need
  }

  /// What of a target is reached at the end of a period.
  public func reached(_ target: PhasedStatement.Target, in period: Int) -> Int64 {
    target.groups.reduce(0) { $0 + (counts($1, in: period) ? $1.value : 0) }
  }

  /// What of a target is reached, added up over the ends of all periods.
  public func served(_ target: PhasedStatement.Target, _ statement: PhasedStatement) -> Int64 {
    (0..<statement.periods).reduce(0) { $0 + reached(target, in: $1) }
  }

  /// Whether every condition up to the end of a period holds.
  public func holds(_ statement: PhasedStatement, through last: Int) -> Bool {
    sitesHold(statement, through: last) && moneyHolds(statement, through: last)
      && (0...last).allSatisfy { period in
        statement.targets.allSatisfy { target in
          target.needs[period].map { reached(target, in: period) >= $0 } ?? true
        }
          && statement.floors.allSatisfy { $0.period > period || holds($0.kind, in: period) }
          && statement.staffLimits[statement.yearOfPeriod[period]].map {
            staff(statement, period: period) <= $0
          } ?? true
      }
  }

  private func holds(_ floor: PhasedStatement.Floor.Kind, in period: Int) -> Bool {
    switch floor {
    case .sites(let sites, let least): sites.count { isOpen($0, in: period) } >= least
    case .group(let group): counts(group, in: period)
    }
  }

  private func sitesHold(_ statement: PhasedStatement, through last: Int) -> Bool {
    statement.sites.indices.allSatisfy { index in
      let site = statement.sites[index]
      guard let period = opens[index] else {
        return !site.isRequired || (site.window.last ?? -1) > last
      }
      let follows =
        site.services.map { services in
          site.isServed[period] || services.contains { isOpen($0, in: period) }
        } ?? true
      return site.window.contains(period) && follows
    }
  }

  private func moneyHolds(_ statement: PhasedStatement, through last: Int) -> Bool {
    var left: Int64 = 0
    for year in 0...statement.yearOfPeriod[last] {
      // Once a year is without limit, what it leaves is without limit too.
      guard let budget = statement.budgets[year] else {
        if statement.carriesOver { return true }
        continue
      }
      left = (statement.carriesOver ? left : 0) + budget - spent(statement, year: year)
      if left < 0 { return false }
    }
    return true
  }
}
