public import Coverage
public import PlanningModel

/// What a facility supplies in a measure of access.
public enum AccessSupply: String, Sendable, CaseIterable {
  /// Its declared capacity; one shared by several of a site is split evenly among them.
  case capacity
  /// 1 each.
  case count
}

/// Which access of a workspace is asked for.
public struct AccessRequest: Sendable {
  /// A kind of service or a group of kinds.
  public var service: String
  /// Who is counted.
  public var cohort: CohortID
  /// The measure; its limit is in seconds.
  public var measure: AccessMeasure
  /// How people travel.
  public var mode: TravelMode
  /// The name of a pace; nil for the workspace's.
  public var pace: String?
  /// Which way a trip counts; nil for the workspace's.
  public var direction: TravelDirection?
  /// Whether neighbours' facilities serve and neighbours' people ask too.
  public var includesNeighbours: Bool
  /// What a facility supplies.
  public var supply: AccessSupply
  /// Whether a capacity that is not declared counts 0; else it is refused.
  public var countsUndeclaredAsZero: Bool
  /// What is asked of the evenness beyond the measures that need nothing further.
  public var equity: EquityRequest?

  /// Asks with the defaults: on foot, own facilities and people only, by capacity.
  public init(service: String, cohort: CohortID, measure: AccessMeasure) {
    self.service = service
    self.cohort = cohort
    self.measure = measure
    mode = .walk
    includesNeighbours = false
    supply = .capacity
    countsUndeclaredAsZero = false
  }

  /// The limit as a time, whole milliseconds.
  public var limit: TravelTime {
    let seconds = measure.limit
    let product = seconds.numerator.multipliedFullWidth(by: 1000)
    guard product.high == 0 else { return TravelTime(milliseconds: .max) }
    let milliseconds = product.low / seconds.denominator.magnitude
    return TravelTime(milliseconds: UInt32(clamping: milliseconds))
  }
}

/// Access by village, with the ratios of the facilities and the evenness over own villages.
public struct AccessTable: Sendable {
  /// The access of one village.
  public struct Row: Sendable {
    /// The village.
    public var point: DemandPoint
    /// The name of its township; nil beyond the border.
    public var unitName: String?
    /// People of the cohort; nil where nobody counted.
    public var people: Int?
    /// The access; nil where there is no value.
    public var access: Double?
    /// What is said beside it.
    public var status: AccessStatus
    /// Why nothing is within reach; nil where something is.
    public var reason: Reason?
    /// The weakest data the value rests on.
    public var provenance: Provenance
  }

  /// One facility.
  public struct Supply: Sendable {
    /// The facility.
    public var facility: Facility
    /// What it supplies.
    public var amount: Double
    /// Supply over competing demand; nil where no demand reaches it, or the method has none.
    public var ratio: Double?
    /// What is said beside it; nil where the method has no ratios.
    public var status: AccessStatus?
  }

  /// What was asked.
  public var request: AccessRequest
  /// What reports call the service.
  public var label: String
  /// What the English edition calls it.
  public var labelEnglish: String
  /// How people travel.
  public var profile: TravelProfile
  /// The date.
  public var asOf: CivilDate
  /// The scenario; nil for the baseline.
  public var scenario: String?
  /// Whether the cohort is sensitive; then no count of a place leaves.
  public var isSensitive: Bool
  /// Villages by id.
  public var rows: [Row]
  /// Operating facilities by id.
  public var supplies: [Supply]
  /// The check of the sums; nil where theory says nothing.
  public var balance: MassBalance?
  /// How even it is among own villages; nil for a sensitive cohort.
  public var equity: Equity?
  /// Facilities whose capacity is not declared and counts 0, by id.
  public var undeclared: [FacilityID]
  /// Facilities that share a capacity, which is split evenly among them, by id.
  public var shared: [FacilityID]
}
