import Certificates

extension BranchAndBound {
  /// Solves parts that share no site one by one instead of together; true when the node is closed.
  ///
  /// Branching over all of them at once would multiply the sizes of their trees.
  mutating func solveParts(_ relaxation: R, _ ascent: DualAscent) -> Bool {
    guard rules.ties == nil, let partSolver else { return false }
    let parts = relaxation.parts(states)
    guard parts.count > 1 else { return false }
    var open = states.open
    var bound = Double(open.count)
    var proven: [SitingProof.Part] = []
    var isComplete = true
    for points in parts {
      var effort = rules.effort
      effort.nodes = max(1, effort.nodes - nodeCount)
      let outcome = partSolver(points, states, effort)
      nodeCount += outcome.nodeCount
      guard let best = outcome.best else { return false }
      open += best.open
      bound += outcome.isComplete ? Double(best.objective) : outcome.openBound
      isComplete = isComplete && outcome.isComplete
      var part = SitingProof.Part(points: points, proof: outcome.proof)
      part.proof.selected = best.open
      part.proof.objective = best.objective
      proven.append(part)
    }
    offer(open.sorted())
    if isComplete {
      record(.parts(proven))
    } else {
      isStopped = true
      openBound = min(openBound, max(bound, ascent.bound))
    }
    return true
  }
}
