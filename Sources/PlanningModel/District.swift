/// Everything that is known of a district on which verdicts rest, as plain values.
///
/// Lists are sorted by id, so positions in them are the same in every run; columns of travel
/// times refer to places by these positions.
public struct District: Sendable {
  /// The district's six-digit code.
  public var code: String
  /// Its name, for example 某某区.
  public var name: String
  /// Its name in English.
  public var nameEnglish: String
  /// The system its unit codes are in.
  public var codeSystem: CodeSystem
  /// The cohorts that are counted.
  public var cohorts: [Cohort]
  /// The kinds of service that are known.
  public var serviceTypes: [ServiceType]
  /// Township-level units, sorted by id.
  public var units: [AdministrativeUnit]
  /// Villages and communities, own and neighbours', sorted by id.
  public var demandPoints: [DemandPoint]
  /// Facilities, own and neighbours', sorted by id.
  public var facilities: [Facility]
  /// Activity records.
  public var activities: [ActivityRecord]
  /// Counted figures of progress ledgers.
  public var ledger: [LedgerEntry]
  /// Reports received, or known to be outstanding.
  public var submissions: [SubmissionRecord]
  /// States reached, with the papers that prove them.
  public var milestones: [MilestoneRecord]
  /// Issues found and closed.
  public var issues: [IssueRecord]
  /// Splits, mergers, new names and codes of units, in the order of the list.
  public var unitChanges: [UnitChange]
  /// Declared registers.
  public var registers: [Register]

  /// Assembles a district; lists are sorted by id here.
  public init(
    code: String, name: String, nameEnglish: String, codeSystem: CodeSystem,
    cohorts: [Cohort] = [], serviceTypes: [ServiceType] = [], units: [AdministrativeUnit] = [],
    demandPoints: [DemandPoint] = [], facilities: [Facility] = [],
    activities: [ActivityRecord] = [], ledger: [LedgerEntry] = [],
    submissions: [SubmissionRecord] = [], milestones: [MilestoneRecord] = [],
    issues: [IssueRecord] = [], unitChanges: [UnitChange] = [], registers: [Register] = []
  ) {
    self.code = code
    self.name = name
    self.nameEnglish = nameEnglish
    self.codeSystem = codeSystem
    self.cohorts = cohorts
    self.serviceTypes = serviceTypes
    self.units = units.sorted { $0.id < $1.id }
    self.demandPoints = demandPoints.sorted { $0.id < $1.id }
    self.facilities = facilities.sorted { $0.id < $1.id }
    self.activities = activities
    self.ledger = ledger
    self.submissions = submissions
    self.milestones = milestones
    self.issues = issues
    self.unitChanges = unitChanges
    self.registers = registers.sorted { $0.id < $1.id }
  }

  /// Whether neighbours' places or facilities are loaded.
  public var hasNeighbours: Bool {
    facilities.contains { $0.band == .neighbour }
      || demandPoints.contains { $0.band == .neighbour }
  }
}
