/// Why a proof does not hold.
public struct ProofRefusal: Error, Sendable, Equatable, CustomStringConvertible {
  /// What kind of thing is wrong; scripts and tests may rely on it.
  public enum Code: String, Sendable {
    /// The statement or the proof is not put together as the format says.
    case malformed
    /// The chosen sites break a condition of the problem.
    case notFeasible
    /// The objective is not that of the chosen sites.
    case wrongObjective
    /// A node's bound does not exclude that something better lies below it.
    case boundTooWeak
    /// A site is said to be dominated and is not.
    case notDominated
    /// The tree does not cover all cases.
    case treeIncomplete
    /// The text does not belong to its digest.
    case wrongDigest
  }

  /// What kind of thing is wrong.
  public var code: Code
  /// Where and what, in English.
  public var detail: String

  /// Describes a refusal.
  public init(_ code: Code, _ detail: String) {
    self.code = code
    self.detail = detail
  }

  /// The code and the detail.
  public var description: String { "\(code.rawValue): \(detail)" }
}
