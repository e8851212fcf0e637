/// Evidence that a unit ran an activity in a year; a service can run without a building.
public struct ActivityRecord: Sendable, Hashable {
  /// The unit that ran it.
  public var unit: UnitID
  /// What was run, for example 精康服务.
  public var activity: String
  /// The year it counts for.
  public var year: Int
  /// Sessions held, if recorded.
  public var sessions: Int?
  /// People served, if recorded; aggregates only.
  public var servedPeople: Int?
  /// The paper that shows it.
  public var evidence: String?
  /// How good the record is.
  public var provenance: Provenance

  /// Describes a record.
  public init(
    unit: UnitID, activity: String, year: Int, sessions: Int? = nil, servedPeople: Int? = nil,
    evidence: String? = nil, provenance: Provenance
  ) {
    self.unit = unit
    self.activity = activity
    self.year = year
    self.sessions = sessions
    self.servedPeople = servedPeople
    self.evidence = evidence
    self.provenance = provenance
  }
}

/// A counted figure of a progress ledger: beds, households, events, registered people.
public struct LedgerEntry: Sendable, Hashable {
  /// What is counted, for example `households_retrofitted`.
  public var indicator: String
  /// The count.
  public var value: Int
  /// The day the count stands at.
  public var asOf: CivilDate
  /// The unit it is for; nil for the whole district.
  public var unit: UnitID?
  /// The paper that shows it.
  public var evidence: String?
  /// How good the figure is.
  public var provenance: Provenance

  /// Describes an entry.
  public init(
    indicator: String, value: Int, asOf: CivilDate, unit: UnitID? = nil,
    evidence: String? = nil, provenance: Provenance
  ) {
    self.indicator = indicator
    self.value = value
    self.asOf = asOf
    self.unit = unit
    self.evidence = evidence
    self.provenance = provenance
  }
}

/// A list that can be declared complete for the date; only then does absence mean no.
public struct Register: Sendable, Hashable {
  /// Its name, for example `mh_rehab`.
  public var id: String
  /// The kinds of facility it lists.
  public var kinds: [ServiceKind]
  /// The activities it lists.
  public var activities: [String]
  /// The ledger indicators it lists.
  public var indicators: [String]
  /// The targets whose submissions, milestones or issues it lists, by id.
  public var targets: [String]
  /// Whether everything there is stands in it.
  public var isComplete: Bool

  /// Describes a register.
  public init(
    id: String, kinds: [ServiceKind] = [], activities: [String] = [], indicators: [String] = [],
    targets: [String] = [], isComplete: Bool
  ) {
    self.id = id
    self.kinds = kinds
    self.activities = activities
    self.indicators = indicators
    self.targets = targets
    self.isComplete = isComplete
  }
}
