public import PlanningModel

/// The records that a counted figure rests on, one by one.
public struct VerdictEvidence: Sendable, Hashable {
  /// Facilities that count, by id.
  public var facilities: [FacilityID]
  /// Facilities that may count: a fact that would decide is missing.
  public var undecided: [FacilityID]
  /// Entries of the ledger whose figures count, in the order of the ledger.
  public var entries: [LedgerEntry]

  /// Collects records; none when nothing was counted.
  public init(
    facilities: [FacilityID] = [], undecided: [FacilityID] = [], entries: [LedgerEntry] = []
  ) {
    self.facilities = facilities
    self.undecided = undecided
    self.entries = entries
  }
}
