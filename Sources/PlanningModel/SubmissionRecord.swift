/// Evidence that a report which was due was handed in, or is known to be outstanding.
///
/// One record a report, sender and due day; a report that came in several parts is received on
/// the day of the last.
public struct SubmissionRecord: Sendable, Hashable {
  /// The id of the target that asks for it, for example `TL23-5c1`.
  public var target: String
  /// Which of several series of the target, for example 动态排查; nil for its first.
  public var series: String?
  /// The township-level unit that hands it in; nil where an office does.
  public var unit: UnitID?
  /// The office that hands it in, as the policy writes it; nil where a unit does.
  public var office: String?
  /// The day it was due, which also names its period.
  public var due: CivilDate
  /// The day it was received; nil when it is known to be outstanding.
  public var received: CivilDate?
  /// The paper that shows it.
  public var evidence: String?
  /// How good the record is.
  public var provenance: Provenance

  /// Describes a record.
  public init(
    target: String, series: String? = nil, unit: UnitID? = nil, office: String? = nil,
    due: CivilDate, received: CivilDate?, evidence: String? = nil, provenance: Provenance
  ) {
    self.target = target
    self.series = series
    self.unit = unit
    self.office = office
    self.due = due
    self.received = received
    self.evidence = evidence
    self.provenance = provenance
  }
}
