public import PlanningModel

/// One change of where how many people of a cohort live.
public struct PeoplePatch: Sendable {
  /// Whose numbers change.
  public var cohort: CohortID
  /// What happens.
  public var effect: Effect
  /// How good the new numbers are.
  public var provenance: Provenance
  /// Where it stands written.
  public var origin: PatchOrigin

  /// What happens to the numbers.
  public enum Effect: Sendable, Hashable {
    /// All places of an area grow by a share; the area's total is rounded once.
    case growth(ExactDecimal, in: String)
    /// One village gains, or with a negative number loses, people.
    case added(Int, to: String)
    /// People move from one village to another.
    case moved(Int, from: String, to: String)
  }
}
