extension ProofChecker {
  /// Checks that open sites and the least that each part needs exceed a limit.
  ///
  /// Every choice below the node covers the points of a part with sites that are not closed; as
  /// none of the open ones covers any and no site belongs to two parts, the numbers add up.
  func check(
    _ parts: [SitingProof.Part], _ limit: Int128, _ position: Int
  ) throws(ProofRefusal) {
    guard statement.problem == .lscp else {
      throw ProofRefusal(.malformed, "node \(position) has parts")
    }
    var isTaken = statement.states.map { _ in false }
    var least = Int128(states.openCount)
    for part in parts {
      let points = part.points
      guard points.allSatisfy({ statement.demands.indices.contains($0) }),
        zip(points, points.dropFirst()).allSatisfy({ $0 < $1 }), !part.proof.isInfeasible
      else { throw ProofRefusal(.malformed, "node \(position) has a part of no points") }
      let free = try sites(of: points, position)
      for site in free {
        guard !isTaken[site] else {
          throw ProofRefusal(.malformed, "node \(position), parts share site \(site)")
        }
        isTaken[site] = true
      }
      try ProofChecker.check(part.proof, of: statement.part(points: points, free: free))
      least += part.proof.objective
    }
    guard least > limit else { throw ProofRefusal(.boundTooWeak, "node \(position)") }
  }

  /// The free sites that cover any of some points, ascending.
  private func sites(of points: [Int], _ position: Int) throws(ProofRefusal) -> [Int] {
    var result: Set<Int> = []
    for point in points {
      for pair in statement.pairs(ofDemand: point)
      where statement.costs[pair] <= statement.limit ?? 0 {
        let site = Int(statement.sites[pair])
        switch states[site] {
        case .free: result.insert(site)
        case .closed: break
        case .open:
          throw ProofRefusal(.malformed, "node \(position), site \(site) covers point \(point)")
        }
      }
    }
    return result.sorted()
  }
}
