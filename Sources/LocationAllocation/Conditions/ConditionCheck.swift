import Certificates

/// Judges a choice under further conditions in whole numbers; nothing of a solver is taken on
/// trust but that there is nothing better.
struct ConditionCheck {
  let statement: SitingStatement
  let conditions: SitingConditions

  /// The objective of open sites with the amounts that go where; nil when a condition is broken.
  func objective(of open: [Int], amounts: [Int64]?) -> Int128? {
    var isOpen = Array(repeating: false, count: statement.candidateIDs.count)
    for site in open { isOpen[site] = true }
    guard statement.siteCount.map({ $0 == open.count }) ?? true,
      statement.states.indices.allSatisfy({
        (statement.states[$0] != .fixed || isOpen[$0])
          && (statement.states[$0] != .forbidden || !isOpen[$0])
      }),
      conditions.atLeastOne.allSatisfy({ $0.contains { isOpen[$0] } }),
      conditions.links.allSatisfy({ !isOpen[$0.site] || $0.parents.contains { isOpen[$0] } })
    else { return nil }
    var price = open.reduce(Int128(0)) { $0 + Int128(statement.prices[$1]) }
    if let budget = statement.budget, price > Int128(budget) { return nil }
    for building in conditions.buildings where building.sites.contains(where: { isOpen[$0] }) {
      price += Int128(building.price)
    }
    guard let served = served(isOpen, amounts) else { return nil }
    switch statement.problem {
    case .lscp: return Int128(open.count)
    case .partialCover:
      return served.covered >= Int128(statement.need ?? 0) ? price : nil
    case .mclp, .budget: return served.covered
    case .pMedian: return served.cost
    case .pCentre, .backup, .unitShare: return nil
    }
  }

  /// The demand that is served and what that costs.
  private func served(_ isOpen: [Bool], _ amounts: [Int64]?) -> (covered: Int128, cost: Int128)? {
    let isForAll = statement.problem == .lscp || statement.problem == .pMedian
    var loads = isOpen.map { _ in Int128(0) }
    var ofUnit = conditions.unitMinimums.map { _ in Int128(0) }
    var covered: Int128 = 0
    var cost: Int128 = 0
    for point in statement.demands.indices {
      var sum: Int128 = 0
      var isReached = false
      var parts = 0
      for pair in statement.pairs(ofDemand: point)
      where isOpen[Int(statement.sites[pair])] && statement.costs[pair] <= statement.limit ?? .max {
        isReached = true
        guard let amounts else { continue }
        guard amounts[pair] >= 0 else { return nil }
        if amounts[pair] > 0 { parts += 1 }
        sum += Int128(amounts[pair])
        cost += Int128(amounts[pair]) * Int128(statement.costs[pair])
        loads[Int(statement.sites[pair])] += Int128(amounts[pair])
      }
      let demand = Int128(statement.demands[point])
      if amounts == nil { sum = isReached ? demand : 0 }
      guard sum <= demand, !isForAll || (isReached && sum == demand) else { return nil }
      guard !conditions.isWhole || (parts <= 1 && (sum == 0 || sum == demand)) else { return nil }
      covered += sum
      if !ofUnit.isEmpty { ofUnit[statement.unitOfDemand[point]] += sum }
    }
    guard zip(ofUnit, conditions.unitMinimums).allSatisfy({ $0 >= Int128($1) }) else { return nil }
    if let capacities = conditions.capacities {
      guard zip(loads, capacities).allSatisfy({ $0 <= Int128($1) }) else { return nil }
    }
    return (covered, cost)
  }
}
