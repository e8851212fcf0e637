public import PlanningModel

/// One unverified thing that would turn a verdict if it were a little different.
public struct VerdictFlip: Sendable, Hashable {
  /// What is unverified.
  public enum Kind: String, Sendable, CaseIterable {
    /// The coordinates of a village.
    case coordinates
    /// A count of people.
    case count
    /// The record of a facility, or of whom it serves.
    case record
  }

  /// What is unverified.
  public var kind: Kind
  /// The id of the village or unit.
  public var id: String
  /// Its name.
  public var name: String
  /// How much has to be different: milliseconds of travel, people, or records.
  public var amount: Int
  /// The same in thousandths of what it is measured by (the limit, the count, the records met),
  /// rounded up; the list is sorted by it.
  public var effortPerMille: Int
  /// Whether the amount has to grow.
  public var isIncrease: Bool
  /// How good the unverified value is.
  public var provenance: Provenance
}

extension VerdictFlip {
  /// Whether a value of this provenance still wants checking on the spot or in a ledger.
  static func isUnverified(_ provenance: Provenance) -> Bool { provenance > .surveyed }

  static func perMille(_ amount: Int, of whole: Int) -> Int {
    guard whole > 0 else { return Int.max }
    return (amount * 1000 + whole - 1) / whole
  }
}

extension [VerdictFlip] {
  /// Those that take least first; ties by kind, then by id.
  func inOrder() -> [VerdictFlip] {
    sorted {
      ($0.effortPerMille, $0.kind.rawValue, $0.id) < ($1.effortPerMille, $1.kind.rawValue, $1.id)
    }
  }
}
