/// One row of a list of unit changes: a unit became, became part of, or gave birth to another.
///
/// A split has a row for each part, a merger a row for each former unit.
public struct UnitChange: Sendable, Hashable {
  /// The day it took effect; nil where no source tells.
  public var date: CivilDate?
  /// What the list calls it, for example `split`, `merged`, `renamed`, `recoded`, `abolished`.
  public var change: String?
  /// The code system of the former unit.
  public var fromSystem: CodeSystem
  /// The former unit's code; empty where none is known.
  public var fromCode: String
  /// The former unit's name.
  public var fromName: String?
  /// The code system of the later unit.
  public var toSystem: CodeSystem
  /// The later unit's code; empty where a unit was abolished and no source names a successor.
  public var toCode: String
  /// The later unit's name.
  public var toName: String?
  /// What a reader should know.
  public var note: String?
  /// How good the row is.
  public var provenance: Provenance

  /// Describes a change.
  public init(
    date: CivilDate?, change: String? = nil, fromSystem: CodeSystem, fromCode: String,
    fromName: String? = nil, toSystem: CodeSystem, toCode: String, toName: String? = nil,
    note: String? = nil, provenance: Provenance = .secondary
  ) {
    self.date = date
    self.change = change
    self.fromSystem = fromSystem
    self.fromCode = fromCode
    self.fromName = fromName
    self.toSystem = toSystem
    self.toCode = toCode
    self.toName = toName
    self.note = note
    self.provenance = provenance
  }
}
