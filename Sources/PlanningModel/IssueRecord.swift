/// One line of a ledger of issues (问题台账): found, to be put right by a day, closed or not.
///
/// It holds no words about people; what was found stays in the office's own ledger.
public struct IssueRecord: Sendable, Hashable {
  /// The id of the target that asks for the ledger, for example `TL23-5a`.
  public var target: String
  /// The number of the issue in the ledger.
  public var id: String
  /// The unit it was found in; nil where it belongs to the district.
  public var unit: UnitID?
  /// The day it was found.
  public var found: CivilDate
  /// The day by which it is to be put right; nil when none was set.
  public var due: CivilDate?
  /// The day it was closed (销号); nil while it is open.
  public var closed: CivilDate?
  /// The paper that shows it.
  public var evidence: String?
  /// How good the record is.
  public var provenance: Provenance

  /// Describes an issue.
  public init(
    target: String, id: String, unit: UnitID? = nil, found: CivilDate, due: CivilDate? = nil,
    closed: CivilDate? = nil, evidence: String? = nil, provenance: Provenance
  ) {
    self.target = target
    self.id = id
    self.unit = unit
    self.found = found
    self.due = due
    self.closed = closed
    self.evidence = evidence
    self.provenance = provenance
  }
}
