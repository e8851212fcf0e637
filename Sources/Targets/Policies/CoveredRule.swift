public import PlanningModel

/// When a unit counts as covered (DOMAIN §2.1); the rules are not nested.
public enum CoveredRuleKind: String, Sendable, CaseIterable {
  /// A facility stands in the unit (驻点).
  case hosted
  /// A facility's declared 服务范围 holds the unit.
  case assigned
  /// The unit ran the activity in the year.
  case activity
  /// A record exists.
  case record
  /// Enough of the unit's people reach a facility in time.
  case withinTime = "within_time"
  /// The unit lies in a facility's catchment.
  case catchment
  /// An attribute per head or household is large enough.
  case intensity

  /// What reports call it.
  public var label: String {
    switch self {
    case .hosted: "驻点"
    case .assigned: "服务范围"
    case .activity: "开展服务"
    case .record: "记录"
    case .withinTime: "时限"
    case .catchment: "服务区"
    case .intensity: "人均水平"
    }
  }

  /// What the English edition calls it.
  public var labelEnglish: String {
    switch self {
    case .hosted: "hosted"
    case .assigned: "service range"
    case .activity: "activity"
    case .record: "record"
    case .withinTime: "within time"
    case .catchment: "catchment"
    case .intensity: "intensity"
    }
  }
}

/// The least that an activity record must show; one of the two suffices.
public struct EvidenceMinimum: Sendable, Hashable {
  /// Sessions in the year.
  public var sessionsInYear: Int
  /// Or people served.
  public var servedPeople: Int
}

/// How near a unit's people must be.
public struct TimeRequirement: Sendable, Hashable {
  /// The limit; a time equal to it is within.
  public var limit: TravelTime
  /// How people travel.
  public var mode: TravelMode
  /// Who is counted.
  public var cohort: CohortID
  /// The share of them that must be within the limit.
  public var populationShareMinimum: ExactDecimal

  /// Asks that a share of a unit's people be within a limit.
  public init(
    limit: TravelTime, mode: TravelMode, cohort: CohortID, populationShareMinimum: ExactDecimal
  ) {
    self.limit = limit
    self.mode = mode
    self.cohort = cohort
    self.populationShareMinimum = populationShareMinimum
  }
}

/// So much for so many: 30 m² of floor for 100 households.
public struct UnitIntensity: Sendable, Hashable {
  /// What is added up.
  public enum Attribute: String, Sendable, CaseIterable {
    /// Floor area in square metres; a building that several services share counts once.
    case floorArea = "floor_area_m2"
    /// Declared capacity.
    case capacity
  }

  /// What is added up.
  public var attribute: Attribute
  /// Whom it is for.
  public var cohort: CohortID
  /// For how many of them.
  public var per: Int
  /// How the amount compares with the asked.
  public var comparison: Comparison
  /// How much is asked.
  public var value: ExactDecimal
}

/// The rule that decides, and those shown beside it.
public struct CoveredRule: Sendable, Hashable {
  /// The rule that decides.
  public var rule: CoveredRuleKind
  /// Other readings to show.
  public var alternatives: [CoveredRuleKind]
  /// The activity to look for, for example 精康服务.
  public var activity: String?
  /// What an activity record must show.
  public var evidence: EvidenceMinimum
  /// The records that must all exist.
  public var allOf: [String]
  /// How near people must be.
  public var time: TimeRequirement?
  /// How much there must be for how many.
  public var intensity: UnitIntensity?
}
