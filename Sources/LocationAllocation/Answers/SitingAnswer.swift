public import Certificates

/// The answer to a location problem.
public struct SitingAnswer: Sendable {
  /// How far the search came.
  public enum Status: String, Sendable {
    /// Nothing better exists.
    case optimal
    /// The best found so far; the search was stopped.
    case feasible
    /// No choice of sites meets the conditions.
    case infeasible
    /// The search was stopped before it found a choice.
    case unknown
  }

  /// How far the search came.
  public var status: Status
  /// Whether the proof was re-checked by `Certificates` in this run.
  public var isCertified: Bool
  /// The open sites, ascending; empty when there is no choice.
  public var selected: [Int]
  /// The objective of ``selected``, re-computed from the statement; nil when there is no choice.
  public var objective: Int128?
  /// No choice is better than this; the objective itself when it is optimal, nil when there is no
  /// choice.
  public var bound: Int128?
  /// The proof, when the search was not stopped.
  public var proof: SitingProof?
  /// Other choices with the same objective, in the order of their ids; as many as asked for.
  public var alternatives: [[Int]] = []
  /// Whether ``selected`` and ``alternatives`` are all there are; nil when they were not searched.
  public var areTiesComplete: Bool?
  /// The demand points that no candidate can serve.
  public var uncoverable: [Int]
  /// How many nodes of the tree were examined.
  public var nodeCount: Int
}

extension SitingAnswer {
  /// A choice of sites that was made otherwise, without a proof of its own.
  public init(status: Status, isCertified: Bool, selected: [Int]) {
    self.init(
      status: status, isCertified: isCertified, selected: selected, objective: nil, bound: nil,
      proof: nil, uncoverable: [], nodeCount: 0)
  }
}
