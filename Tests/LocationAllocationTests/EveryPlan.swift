import LocationAllocation
import TestSupport

/// Every way to open the sites of a small plan, judged by the words of its definition; shares no
/// code with the solver or with its re-computation.
struct EveryPlan {
  let statement: PhasedStatement
  var through: Int?

  struct Best {
    var opens: [Int?]
    /// Whether another plan has the same cost and serves as much.
    var isTied: Bool
  }

  /// The first of the best, by cost, by what is served target by target, by the number of sites
  /// and by ids; nil when no plan meets the conditions.
  var best: Best? {
    var best: (rank: [Int64], opens: [Int?])?
    var alike = 0
    let choices = (0..<statement.periods).map { Optional($0) } + [nil]
    var opens: [Int?] = statement.sites.map { _ in nil }
    func extend(_ site: Int) {
      guard site < opens.count else {
        guard isPlan(opens) else { return }
        let rank = rank(opens)
        let goals = 1 + statement.targets.count
        if let known = best, known.rank.prefix(goals) == rank.prefix(goals) {
          alike += 1
        } else if best.map({ rank.lexicographicallyPrecedes($0.rank) }) ?? true {
          alike = 0
        }
        if best.map({ rank.lexicographicallyPrecedes($0.rank) }) ?? true { best = (rank, opens) }
        return
      }
      for choice in choices {
        opens[site] = choice
        extend(site + 1)
      }
    }
    extend(0)
    return best.map { Best(opens: $0.opens, isTied: alike > 0) }
  }

  private var last: Int { through ?? statement.periods - 1 }

  private func rank(_ opens: [Int?]) -> [Int64] {
    var cost: Int64 = 0
    for (site, period) in opens.enumerated() {
      if let period { cost += statement.sites[site].costs[period] }
    }
    let served = statement.targets.map { target -> Int64 in
      var sum: Int64 = 0
      for period in 0..<statement.periods { sum -= reached(target, opens, period) }
      return sum
    }
    let count = Int64(opens.count { $0 != nil })
    return [cost] + served + [count] + opens.map { Int64($0 ?? statement.periods) }
  }

  private func isOpen(_ site: Int, _ opens: [Int?], _ period: Int) -> Bool {
    if let opened = opens[site] { opened <= period } else { false }
  }

  private func reached(
    _ target: PhasedStatement.Target, _ opens: [Int?], _ period: Int
  ) -> Int64 {
    var sum: Int64 = 0
    for group in target.groups where weight(group, opens, period) >= group.need {
      sum += group.value
    }
    return sum
  }

  private func weight(_ group: PhasedStatement.Group, _ opens: [Int?], _ period: Int) -> Int64 {
    var weight: Int64 = 0
    for point in group.points {
      var isServed = point.isServed[period]
      for site in point.sites where isOpen(site, opens, period) { isServed = true }
      if isServed { weight += point.weight }
    }
    return weight
  }

  private func isPlan(_ opens: [Int?]) -> Bool {
    for (number, site) in statement.sites.enumerated() {
      if let opened = opens[number] {
        if !site.window.contains(opened) { return false }
        if let services = site.services, !site.isServed[opened],
          !services.contains(where: { isOpen($0, opens, opened) })
        {
          return false
        }
      } else if site.isRequired, site.window.upperBound - 1 <= last {
        return false
      }
    }
    var purse: Int64 = 0
    for year in 0...statement.yearOfPeriod[last] {
      guard let budget = statement.budgets[year] else {
        // An endless purse that carries over stays endless.
        if statement.carriesOver { break }
        continue
      }
      if !statement.carriesOver { purse = 0 }
      purse += budget
      for (site, period) in opens.enumerated() {
        if let period, statement.yearOfPeriod[period] == year {
          purse -= statement.sites[site].price
        }
      }
      if purse < 0 { return false }
    }
    for period in 0...last { if !isMet(opens, period) { return false } }
    return true
  }

  private func isMet(_ opens: [Int?], _ period: Int) -> Bool {
    if let limit = statement.staffLimits[statement.yearOfPeriod[period]] {
      var staff: Int64 = 0
      for (number, site) in statement.sites.enumerated() where isOpen(number, opens, period) {
        staff += site.staff
      }
      if staff > limit { return false }
    }
    for target in statement.targets {
      if let need = target.needs[period], reached(target, opens, period) < need { return false }
    }
    for floor in statement.floors where floor.period <= period {
      switch floor.kind {
      case .sites(let sites, let least):
        if sites.count(where: { isOpen($0, opens, period) }) < least { return false }
      case .group(let group):
        if weight(group, opens, period) < group.need { return false }
      }
    }
    return true
  }
}

/// Small plans with much that is odd: no money, ties, equal sites, short windows, discounts.
enum RandomPlan {
  static func statement(_ numbers: inout SeededRandom) -> PhasedStatement {
    func whole(_ range: ClosedRange<Int64>) -> Int64 { .random(in: range, using: &numbers) }
    func place(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &numbers) }
    func chance(_ share: Int) -> Bool { place(1...100) <= share }
    let isQuarterly = chance(30)
    let periods = place(1...3)
    let years = (0..<periods).map { isQuarterly ? $0 / 2 : $0 }
    let count = place(1...5)
    let largest = whole(0...4)
    var sites = (0..<count).map { number in
      PhasedStatement.Site(
        id: "s\(number)", price: whole(0...largest), staff: whole(0...2), periods: periods)
    }
    for site in sites.indices {
      // Later money is worth less, sometimes.
      if chance(20) {
        sites[site].costs = (0..<periods).map { max(0, sites[site].price - Int64($0)) }
      }
      if chance(30) {
        let first = place(0...periods - 1)
        sites[site].window = first..<place(first + 1...periods)
      }
      sites[site].isRequired = chance(8)
      // Feeders follow sites of larger number, so that there is no circle.
      if site + 1 < count, chance(20) { sites[site].services = [place(site + 1...count - 1)] }
      if sites[site].services != nil, chance(30) {
        let from = place(0...periods - 1)
        sites[site].isServed = (0..<periods).map { $0 >= from }
      }
    }
    var statement = PhasedStatement(yearOfPeriod: years, sites: sites)
    func point() -> PhasedStatement.Point {
      .init(
        weight: whole(0...4), sites: (0..<count).filter { _ in chance(40) },
        isServed: (0..<periods).map { _ in chance(10) })
    }
    func group(_ isUnit: Bool) -> PhasedStatement.Group {
      let points = (0..<(isUnit ? 1 : place(1...3))).map { _ in point() }
      let all = points.reduce(0) { $0 + $1.weight }
      return .init(
        value: isUnit ? max(1, all) : 1, need: isUnit ? max(1, all) : max(1, (all + 1) / 2),
        points: points)
    }
    for _ in 0..<place(1...2) {
      let isPlain = chance(60)
      let groups = (0..<place(1...4)).map { _ in group(isPlain) }
      let total = groups.reduce(0) { $0 + $1.value }
      statement.targets.append(
        .init(
          groups: groups,
          needs: (0..<periods).map {
            chance(60) ? whole(0...(total * Int64($0 + 1) / Int64(periods + 1))) : nil
          }))
    }
    if chance(25) {
      statement.floors.append(
        .init(
          period: place(0...periods - 1),
          kind: chance(50)
            ? .sites((0..<count).filter { _ in chance(50) }, least: 1)
            : .group(group(false))))
    }
    let money = count * Int(largest) / periods
    for year in statement.budgets.indices {
      statement.budgets[year] = chance(20) ? nil : chance(15) ? 0 : whole(0...Int64(money + 2))
      statement.staffLimits[year] = chance(60) ? nil : whole(0...Int64(count) + 1)
    }
    statement.carriesOver = chance(50)
    return statement
  }
}
