/// What a planner decided where a ledger can be read in more than one way.
///
/// Decisions stand in `decisions.yaml`, where they can be reviewed, and are applied at every
/// import.
public struct PlannerDecision: Sendable, Hashable {
  /// What is decided.
  public enum Kind: String, Sendable, CaseIterable {
    /// A name in a file stands for a unit.
    case unit
    /// A column of a file is one that Yike knows.
    case column
    /// An empty cell of a column of units means “as above”.
    case fillDown = "fill_down"
  }

  /// What is decided.
  public var kind: Kind
  /// The source it holds for, as `sources` names it.
  public var file: String
  /// The name, or the column, as the file has it.
  public var value: String
  /// The unit's full name, or Yike's name of the column; empty for `fill_down`.
  public var meaning: String
  /// Why, for whoever reviews it.
  public var reason: String?
  /// The line of `decisions.yaml`.
  public var line: Int?

  /// States a decision.
  public init(
    kind: Kind, file: String, value: String, meaning: String, reason: String? = nil,
    line: Int? = nil
  ) {
    self.kind = kind
    self.file = file
    self.value = value
    self.meaning = meaning
    self.reason = reason
    self.line = line
  }
}
