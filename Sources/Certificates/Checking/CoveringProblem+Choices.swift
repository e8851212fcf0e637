extension CoveringProblem {
  func minimum(of open: [Int]) -> Int128? {
    var isOpen = Array(repeating: false, count: statement.states.count)
    for site in open { isOpen[site] = true }
    let times = covers.map { sites in sites.count { isOpen[$0] } }
    let price = open.reduce(Int128(0)) { $0 + Int128(statement.prices[$1]) }
    switch statement.problem {
    case .lscp: return times.contains(0) ? nil : Int128(open.count)
    case .pCentre, .pMedian: return largestCost(isOpen)
    case .mclp: return uncovered(times)
    case .budget: return price <= Int128(statement.budget ?? 0) ? uncovered(times) : nil
    case .backup: return times.contains(0) ? nil : Int128(times.count { $0 == 1 })
    case .partialCover:
      return total - uncovered(times) >= Int128(statement.need ?? 0) ? price : nil
    case .unitShare: return areEnoughUnits(times) ? price : nil
    }
  }

  private func uncovered(_ times: [Int]) -> Int128 {
    zip(times, statement.demands).reduce(0) { $1.0 == 0 ? $0 + Int128($1.1) : $0 }
  }

  /// The largest cost of any point to its nearest open site; nil when one has none.
  private func largestCost(_ isOpen: [Bool]) -> Int128? {
    var largest: Int64 = 0
    for point in statement.demands.indices {
      let costs = statement.pairs(ofDemand: point)
        .filter { isOpen[Int(statement.sites[$0])] }.map { statement.costs[$0] }
      guard let least = costs.min() else { return nil }
      largest = max(largest, least)
    }
    return Int128(largest)
  }

  private func areEnoughUnits(_ times: [Int]) -> Bool {
    var covered = statement.unitIDs.map { _ in Int128(0) }
    for (point, unit) in statement.unitOfDemand.enumerated() where times[point] > 0 {
      covered[unit] += Int128(statement.demands[point])
    }
    let counts = covered.indices.map { covered[$0] >= Int128(statement.unitNeeds[$0]) }
    guard zip(counts, statement.isUnitForced).allSatisfy({ $0 || !$1 }) else { return false }
    return counts.count { $0 } >= statement.need ?? 0
  }
}
