import Certificates

/// Solves some points apart with the sites that are free.
typealias PartSolver = (_ points: [Int], _ states: SiteStates, SearchEffort) -> SearchOutcome

/// Parts that share no site, solved one by one instead of together.
///
/// Branching over all of them at once would multiply the sizes of their trees.
struct SolvedParts {
  /// The sites open before and those of all parts, ascending; nil where a part has no answer.
  private(set) var open: [Int]?
  /// No choice is below it.
  private(set) var bound: Double
  /// The parts with their proofs.
  private(set) var proven: [SitingProof.Part] = []
  /// Whether every part was searched to its end.
  private(set) var isComplete = true
  /// How many nodes that took.
  private(set) var nodeCount = 0

  /// Solves the parts.
  ///
  /// - Parameters:
  ///   - parts: one point for each condition, by parts.
  ///   - states: what is decided.
  ///   - effort: what is left of what the search may cost.
  init(_ parts: [[Int]], _ states: SiteStates, effort: SearchEffort, by solve: PartSolver) {
    var open = states.open
    bound = Double(open.count)
    for points in parts {
      var rest = effort
      rest.nodes = max(1, effort.nodes - nodeCount)
      let outcome = solve(points, states, rest)
      nodeCount += outcome.nodeCount
      guard let best = outcome.best else { return }
      open += best.open
      bound += outcome.isComplete ? Double(best.objective) : outcome.openBound
      isComplete = isComplete && outcome.isComplete
      var part = SitingProof.Part(points: points, proof: outcome.proof)
      part.proof.selected = best.open
      part.proof.objective = best.objective
      proven.append(part)
    }
    self.open = open.sorted()
  }
}
