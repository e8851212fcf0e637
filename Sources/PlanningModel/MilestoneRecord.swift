/// Evidence that a state was reached on a day, with the paper that proves it.
public struct MilestoneRecord: Sendable, Hashable {
  /// The id of the target, for example `WL24-47b`.
  public var target: String
  /// The unit that reached it, where every unit has its own; else nil.
  public var unit: UnitID?
  /// The row of a task table, for example `3`; nil where the target has none.
  public var row: String?
  /// The quarter of a quarterly task, 1 to 4; nil where the target has none.
  public var quarter: Int?
  /// The state in the words of the target, for example 征求意见; nil for done.
  public var state: String?
  /// The day it was reached.
  public var date: CivilDate
  /// The paper that proves it.
  public var evidence: String?
  /// How good the record is.
  public var provenance: Provenance

  /// Describes a record.
  public init(
    target: String, unit: UnitID? = nil, row: String? = nil, quarter: Int? = nil,
    state: String? = nil, date: CivilDate, evidence: String? = nil, provenance: Provenance
  ) {
    self.target = target
    self.unit = unit
    self.row = row
    self.quarter = quarter
    self.state = state
    self.date = date
    self.evidence = evidence
    self.provenance = provenance
  }
}
