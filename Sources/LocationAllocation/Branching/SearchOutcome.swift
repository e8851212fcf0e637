import Certificates

/// What a search found.
struct SearchOutcome {
  /// The best choice and its objective as a minimum.
  var best: (open: [Int], objective: Int128)?
  /// No feasible choice has a smaller objective; infinite when everything was examined.
  var openBound: Double
  /// Whether everything was examined.
  var isComplete: Bool
  /// The tree; without objective and sites.
  var proof: SitingProof
  /// How many nodes were examined.
  var nodeCount: Int
  /// All choices with the objective asked for, when ties were.
  var found: [[Int]]
}

extension BranchAndBound {
  /// What was found so far.
  var outcome: SearchOutcome {
    SearchOutcome(
      best: best, openBound: openBound, isComplete: !isStopped, proof: proof,
      nodeCount: nodeCount, found: found)
  }
}
