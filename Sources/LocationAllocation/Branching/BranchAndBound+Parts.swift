import Certificates

extension BranchAndBound {
  /// Solves parts that share no site one by one instead of together; true when the node is closed.
  mutating func solveParts(_ relaxation: R, _ ascent: DualAscent) -> Bool {
    guard rules.ties == nil, let partSolver else { return false }
    let parts = relaxation.parts(states)
    guard parts.count > 1 else { return false }
    var effort = rules.effort
    effort.nodes = max(1, effort.nodes - nodeCount)
    let solved = SolvedParts(parts, states, effort: effort, by: partSolver)
    nodeCount += solved.nodeCount
    guard let open = solved.open else { return false }
    offer(open)
    if solved.isComplete {
      record(.parts(solved.proven))
    } else {
      isStopped = true
      openBound = min(openBound, max(solved.bound, ascent.bound))
    }
    return true
  }
}
