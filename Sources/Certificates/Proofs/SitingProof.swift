/// A proof that nothing better than a given choice of sites exists, or that no choice exists.
///
/// It is the tree of a branch and bound: each node says whether the next site is branched on,
/// fixed because its other state is too dear, or whether the node is closed. The bound of a node
/// is a solution of the dual of the linear relaxation in whole numbers, so that anyone can
/// re-compute it with additions and comparisons (`docs/formats/certificate.md`).
public struct SitingProof: Sendable, Equatable {
  /// How many times parts may have parts.
  public static let deepestParts = 16

  /// A step of the tree, in preorder.
  public enum Node: Sendable, Equatable {
    /// Two subtrees follow: first the one with the site open, then the one with it closed.
    case branch(site: Int)
    /// The bound with the other state of each of these sites is beyond the incumbent; the subtree
    /// with all of them set follows.
    case fix(multipliers: Int, sitePrice: Int64, open: [Int], closed: [Int])
    /// What is left out below; the subtree without it follows.
    case reduce([Reduction])
    /// The node's bound is beyond the incumbent.
    case bound(multipliers: Int, sitePrice: Int64)
    /// All sites are decided; the choice is evaluated.
    case complete
    /// What is left to cover falls into parts that share no site; with the least each needs the
    /// node is beyond the incumbent (lscp only).
    case parts([Part])
  }

  /// Some points that have to be covered, and how few free sites can cover them.
  public struct Part: Sendable, Equatable {
    /// The points, ascending.
    public var points: [Int]
    /// The proof for ``SitingStatement/part(points:free:)``: points are numbered within the part,
    /// sites as in the whole.
    public var proof: SitingProof

    /// A part with its proof.
    public init(points: [Int], proof: SitingProof) {
      self.points = points
      self.proof = proof
    }
  }

  /// Something that need not be considered, because of what is left.
  public enum Reduction: Sendable, Equatable {
    /// A point that an open site covers already.
    case met(Int, by: Int)
    /// A site that another can stand for: it covers all points left that the first covers, and
    /// costs no more. The first stays closed.
    case site(Int, by: Int)
    /// A point that has to be covered, and is wherever another one is: each site left that covers
    /// the other covers it too.
    case point(Int, by: Int)
  }

  /// A further condition that follows because sites are open or not: others, each taken so many
  /// times, are added, and both sides divided and rounded up (lscp and p-centre only).
  public struct Cut: Sendable, Equatable {
    /// A condition and how many times it is taken.
    public struct Term: Sendable, Equatable {
      /// A point; from the number of points on, an earlier cut.
      public var condition: Int
      /// At least 1.
      public var times: Int64

      /// A condition so many times.
      public init(condition: Int, times: Int64) {
        self.condition = condition
        self.times = times
      }
    }

    /// What both sides are divided by.
    public var divisor: Int64
    /// What is added up.
    public var terms: [Term]

    /// A cut from conditions.
    public init(divisor: Int64, terms: [Term]) {
      self.divisor = divisor
      self.terms = terms
    }
  }

  /// Whether the proof is that no choice of sites meets the conditions.
  public var isInfeasible: Bool
  /// The open sites, ascending; empty when there is no choice.
  public var selected: [Int]
  /// The objective of ``selected``, in whole units of the statement.
  public var objective: Int128
  /// Every cost is multiplied by it before multipliers are compared with it.
  public var scale: Int64
  /// The further conditions; each vector of multipliers has one for each at its end.
  public var cuts: [Cut]
  /// The vectors of multipliers that nodes refer to.
  public var multipliers: [[Int64]]
  /// The tree.
  public var nodes: [Node]

  /// A proof with an empty tree, to be filled in.
  public init(isInfeasible: Bool, selected: [Int], objective: Int128, scale: Int64) {
    self.isInfeasible = isInfeasible
    self.selected = selected
    self.objective = objective
    self.scale = scale
    cuts = []
    multipliers = []
    nodes = []
  }
}
