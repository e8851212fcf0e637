import Certificates

/// Solves the p-centre problem: the least radius at which `p` sites cover every point.
///
/// The radius is one of the costs, so it is found by halving the list of them; the proof is that
/// of the next smaller one (Minieka 1970).
struct CentreSearch {
  let statement: SitingStatement

  /// Searches for the least radius and proves that none is smaller.
  func run(effort: SearchEffort) -> SearchOutcome {
    let radii = Array(Set(statement.costs)).sorted()
    let widest = outcome(within: radii.last ?? 0, effort)
    guard var best = choice(widest) else { return widest }
    var outcome: SearchOutcome?
    var provenBelow: Int64 = -1
    var nodes = widest.nodeCount
    var low = 0
    while true {
      // Radii of `low ..< high` are smaller than the best and not yet examined.
      let high = radii.firstIndex { Int128($0) >= best.objective } ?? 0
      if low >= high { break }
      let middle = (low + high) / 2
      let tried = self.outcome(within: radii[middle], effort)
      nodes += tried.nodeCount
      if let better = choice(tried) {
        best = better
      } else {
        low = middle + 1
        outcome = tried
        provenBelow = radii[middle]
        if !tried.isComplete { break }
      }
    }
    let next = radii.last { Int128($0) < best.objective } ?? -1
    if outcome == nil || (provenBelow != next && outcome?.isComplete == true) {
      outcome = self.outcome(within: next, effort)
    }
    guard var result = outcome else { return widest }
    result.best = best
    result.nodeCount = nodes
    result.openBound = result.isComplete ? .infinity : Double(radii[min(low, radii.count - 1)])
    return result
  }

  private func outcome(within limit: Int64, _ effort: SearchEffort) -> SearchOutcome {
    CoveringSearch(statement, limit: limit).run(effort: effort)
  }

  /// What a cover found costs at most, which may be less than it was looked for with.
  private func choice(_ outcome: SearchOutcome) -> (open: [Int], objective: Int128)? {
    guard let open = outcome.best?.open else { return nil }
    var isOpen = Array(repeating: false, count: statement.candidateIDs.count)
    for site in open { isOpen[site] = true }
    var largest: Int64 = 0
    for point in statement.demands.indices {
      var least = Int64.max
      for pair in statement.pairs(ofDemand: point) where isOpen[Int(statement.sites[pair])] {
        least = min(least, statement.costs[pair])
      }
      largest = max(largest, least)
    }
    return (open, Int128(largest))
  }
}
