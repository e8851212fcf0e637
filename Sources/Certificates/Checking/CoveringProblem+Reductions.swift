extension CoveringProblem {
  mutating func reduce(_ reduction: SitingProof.Reduction, states: DecidedSites) -> Bool {
    switch reduction {
    case .met(let point, let site):
      guard statement.problem != .backup, statement.demands.indices.contains(point),
        statement.states.indices.contains(site), !isPointLeftOut[point], states[site] == .open,
        covers[point].contains(site)
      else { return false }
      leaveOut(point)
      return true
    case .site(let site, let other):
      let sites = statement.states.indices
      guard sites.contains(site), sites.contains(other), site != other, states[site] == .free,
        states[other] != .closed
      else { return false }
      return canStand(other, for: site)
    case .point(let point, let other):
      let points = statement.demands.indices
      guard statement.problem == .lscp || statement.problem == .pCentre, points.contains(point),
        points.contains(other), point != other, !isPointLeftOut[point], !isPointLeftOut[other]
      else { return false }
      let sites = Set(covers[point])
      guard covers[other].allSatisfy({ states[$0] == .closed || sites.contains($0) }) else {
        return false
      }
      leaveOut(point)
      return true
    }
  }

  var pointsLeftOut: Int { leftOut.count }

  mutating func takeBackPoints(to count: Int) {
    while leftOut.count > count { isPointLeftOut[leftOut.removeLast()] = false }
  }

  private mutating func leaveOut(_ point: Int) {
    isPointLeftOut[point] = true
    leftOut.append(point)
  }

  /// Whether a site covers all that another covers of what is left, and costs no more.
  private func canStand(_ site: Int, for other: Int) -> Bool {
    switch statement.problem {
    case .backup, .pMedian: return false
    case .lscp, .mclp, .pCentre: break
    case .partialCover, .budget, .unitShare:
      guard statement.prices[site] <= statement.prices[other] else { return false }
    }
    let points = Set(pointsOfSite[site])
    return pointsOfSite[other].allSatisfy { isPointLeftOut[$0] || points.contains($0) }
  }
}
