import Certificates

/// Every choice of sites of a small problem, judged by the words of its definition.
struct ExhaustiveSearch {
  /// The best objective; nil when there is no choice.
  private(set) var objective: Int64?
  /// The choices that have it, by ids; where sites may be needless the cheaper, then fewer, first.
  private(set) var choices: [[Int]] = []

  init(_ statement: SitingStatement) {
    let count = statement.candidateIDs.count
    for mask in 0..<(1 << count) {
      let open = (0..<count).filter { mask >> $0 & 1 == 1 }
      guard let value = Self.value(statement, open) else { continue }
      let isBetter = objective.map { statement.problem.isMaximised ? value > $0 : value < $0 }
      if isBetter ?? true {
        objective = value
        choices = []
      }
      if value == objective { choices.append(open) }
    }
    let isPriced = statement.problem == .partialCover || statement.problem == .unitShare
    let hasNeedless =
      statement.problem == .budget || (isPriced && statement.prices.contains(0))
    func price(_ open: [Int]) -> Int64 { open.reduce(0) { $0 + statement.prices[$1] } }
    choices.sort { left, right in
      if hasNeedless, price(left) != price(right) { return price(left) < price(right) }
      if hasNeedless, left.count != right.count { return left.count < right.count }
      return left.lexicographicallyPrecedes(right)
    }
  }

  static func value(_ statement: SitingStatement, _ open: [Int]) -> Int64? {
    for (site, state) in statement.states.enumerated() {
      if state == .fixed, !open.contains(site) { return nil }
      if state == .forbidden, open.contains(site) { return nil }
    }
    if let count = statement.siteCount, open.count != count { return nil }
    let price = open.reduce(0) { $0 + statement.prices[$1] }
    var near: [Int64?] = []
    var times: [Int] = []
    for point in statement.demands.indices {
      let costs = statement.pairs(ofDemand: point)
        .filter { open.contains(Int(statement.sites[$0])) }.map { statement.costs[$0] }
      near.append(costs.min())
      times.append(costs.count { $0 <= statement.limit ?? .max })
    }
    let covered = zip(times, statement.demands).reduce(Int64(0)) { $1.0 > 0 ? $0 + $1.1 : $0 }
    switch statement.problem {
    case .lscp: return times.contains(0) ? nil : Int64(open.count)
    case .mclp: return covered
    case .pMedian:
      var sum: Int64 = 0
      for (cost, demand) in zip(near, statement.demands) {
        guard let cost else { return nil }
        sum += cost * demand
      }
      return sum
    case .pCentre: return near.contains(nil) ? nil : near.compactMap { $0 }.max() ?? 0
    case .partialCover: return covered >= statement.need ?? 0 ? price : nil
    case .backup: return times.contains(0) ? nil : Int64(times.count { $0 > 1 })
    case .budget: return price <= statement.budget ?? 0 ? covered : nil
    case .unitShare:
      var counted: Int64 = 0
      for unit in statement.unitIDs.indices {
        var sum: Int64 = 0
        for point in statement.demands.indices
        where statement.unitOfDemand[point] == unit && times[point] > 0 {
          sum += statement.demands[point]
        }
        if sum >= statement.unitNeeds[unit] {
          counted += 1
        } else if statement.isUnitForced[unit] {
          return nil
        }
      }
      return counted >= statement.need ?? 0 ? price : nil
    }
  }
}
