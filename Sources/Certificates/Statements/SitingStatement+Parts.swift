extension SitingStatement {
  /// The same problem for some points and some sites alone; all other sites are forbidden.
  ///
  /// - Parameters:
  ///   - points: the points, ascending.
  ///   - free: the sites that may be opened.
  public func part(points: [Int], free: [Int]) -> SitingStatement {
    var part = SitingStatement(
      problem, demandIDs: points.map { demandIDs[$0] }, candidateIDs: candidateIDs)
    part.demands = points.map { demands[$0] }
    part.states = states.map { _ in .forbidden }
    for site in free { part.states[site] = .free }
    part.prices = prices
    part.limit = limit
    part.rowStarts = [0]
    for point in points {
      part.sites += sites[pairs(ofDemand: point)]
      part.costs += costs[pairs(ofDemand: point)]
      part.rowStarts.append(part.sites.count)
    }
    return part
  }
}
