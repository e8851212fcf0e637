/// Where a figure comes from, from the strongest to the weakest.
///
/// A figure made of several takes the weakest of them, and prints it.
public enum Provenance: String, Sendable, CaseIterable, Comparable {
  /// Published or kept by the office in charge.
  case official
  /// Measured in the field.
  case surveyed
  /// Taken from a publication that repeats someone else's figure.
  case secondary
  /// Computed from other figures by a stated rule.
  case derived
  /// Estimated, because no figure exists.
  case estimated
  /// Made up to have something to show; never a fact.
  case illustrative

  private var weakness: Int {
    switch self {
    case .official: 0
    case .surveyed: 1
    case .secondary: 2
    case .derived: 3
    case .estimated: 4
    case .illustrative: 5
    }
  }

  /// Stronger evidence sorts before weaker.
  public static func < (left: Self, right: Self) -> Bool { left.weakness < right.weakness }

  /// The weakest of several; nil when there is none.
  public static func weakest(of all: some Sequence<Provenance>) -> Provenance? { all.max() }
}
