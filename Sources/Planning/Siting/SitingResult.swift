public import Certificates

/// The answer to a location problem on plain files, ready to be written.
public struct SitingResult: Sendable {
  /// How far the search came.
  public enum Status: String, Sendable {
    /// Nothing better exists.
    case optimal
    /// The best found until the search was stopped.
    case feasible
    /// No choice of sites meets the conditions.
    case infeasible
  }

  /// What stands behind the status.
  public enum Proof: String, Sendable {
    /// A proof that was re-checked in this run.
    case certified
    /// The word of an exact search.
    case solver
    /// Nothing: the search was stopped.
    case none
  }

  /// Whether an open site serves a demand point.
  public enum Service: String, Sendable {
    /// It does.
    case ok
    /// Those within the limit have no room left.
    case full
    /// None is within the limit.
    case tooFar = "too_far"
    /// The table has no pair of it with an open site.
    case unreachable
  }

  /// Who serves a demand point, or a part of it.
  public struct Assignment: Sendable {
    /// The demand point, as a position of ``SitingResult/demandIDs``.
    public var demand: Int
    /// The open site; nil where there is none.
    public var candidate: Int?
    /// What going there costs.
    public var cost: ExactAmount?
    /// The demand that goes there; what is not served when there is no site.
    public var amount: ExactAmount
    /// Whether it is served.
    public var service: Service
  }

  /// What an open site adds to those chosen before it.
  public struct Marginal: Sendable {
    /// The site, as a position of ``SitingResult/candidateIDs``.
    public var candidate: Int
    /// Demand newly covered, or by how much the objective falls; nil while points are not served.
    public var value: ExactAmount?
  }

  /// The problem.
  public var kind: SitingKind
  /// How far the search came.
  public var status: Status
  /// What stands behind it.
  public var proof: Proof
  /// The objective of the chosen sites; nil when there is no choice.
  public var objective: ExactAmount?
  /// No choice is better than it; nil when there is no choice.
  public var bound: ExactAmount?
  /// The ids of the demand points, sorted bytewise.
  public var demandIDs: [String]
  /// The ids of the candidates, sorted bytewise.
  public var candidateIDs: [String]
  /// Whether each candidate was open before.
  public var isFixed: [Bool]
  /// The open sites, ascending.
  public var selected: [Int] = []
  /// The demand that is served.
  public var coveredDemand = ExactAmount(0)
  /// All demand.
  public var totalDemand = ExactAmount(0)
  /// Who goes where, by demand point.
  public var assignments: [Assignment] = []
  /// The open sites in the order chosen.
  public var marginal: [Marginal] = []
  /// Further choices with the same objective.
  public var alternatives: [[Int]] = []
  /// Whether there are no more of them; false when they were not searched.
  public var areTiesComplete = false
  /// The demand points that no candidate can serve.
  public var uncoverable: [Int] = []
  /// The proof with its problem, where there is one.
  public var certificate: Certificate?

  /// The largest cost of anyone who is served; nil when nobody is.
  public var largestCost: ExactAmount? {
    assignments.compactMap(\.cost).max { $0.units < $1.units }
  }

  /// The distance of objective and bound as a share of the objective; 0 when it is optimal, nil
  /// when there is no choice.
  public var gap: Double? {
    guard let objective, let bound else { return nil }
    let distance = objective.doubleValue - bound.doubleValue
    guard distance != 0 else { return 0 }
    return abs(distance) / max(abs(objective.doubleValue), 1e-9)
  }
}
