public import Coverage
public import Geometry
public import PlanningModel

/// Which facilities across a township's border an administrative catchment may take.
public enum BorderRule: String, Sendable, CaseIterable {
  /// Any, where the own township has none within the limit.
  case allowed
  /// None.
  case forbidden
  /// Those of townships that adjoin the own one, by the polygons of the units.
  case neighbour
}

/// What a facility without a declared capacity is taken to be able to serve.
public enum UndeclaredCapacity: String, Sendable, CaseIterable {
  /// It serves nobody.
  case nobody = "none"
  /// It serves whoever comes.
  case unlimited
}

/// Which catchments of a workspace are asked for.
public struct CatchmentsRequest: Sendable {
  /// A kind of service or a group of kinds.
  public var service: String
  /// Who is counted.
  public var cohort: CohortID
  /// How people are assigned.
  public var rule: CatchmentRule
  /// The limit; nil for none.
  public var limit: TravelTime?
  /// How people travel.
  public var mode: TravelMode
  /// The name of a pace; nil for the workspace's.
  public var pace: String?
  /// Which way a trip counts; nil for the workspace's.
  public var direction: TravelDirection?
  /// What township borders mean to the rule `administrative`.
  public var border: BorderRule
  /// Whether neighbours' facilities serve too.
  public var includesNeighbours: Bool
  /// What an undeclared capacity means; nil to refuse.
  public var undeclared: UndeclaredCapacity?
  /// The power of the attraction in the Huff model.
  public var attractionPower: Double
  /// The power of the time in the Huff model.
  public var decayPower: Double

  /// Asks with the defaults: on foot, no limit, borders open, own facilities only.
  public init(service: String, cohort: CohortID, rule: CatchmentRule) {
    self.service = service
    self.cohort = cohort
    self.rule = rule
    mode = .walk
    border = .allowed
    includesNeighbours = false
    attractionPower = 1
    decayPower = 2
  }
}

/// Where the people of each village go, and what each facility has to carry.
public struct CatchmentTable: Sendable {
  /// People of one village at one facility, or left out.
  public struct Row: Sendable {
    /// The village.
    public var point: DemandPoint
    /// The name of its township; nil beyond the border.
    public var unitName: String?
    /// The facility; nil for who is left out.
    public var facility: Facility?
    /// People; nil where nobody counted.
    public var persons: Int?
    /// The time to the facility.
    public var time: TravelTime?
    /// Whether the time rests on the straight-line fallback.
    public var isEstimated: Bool
    /// `ok`, `displaced`, `too_far`, or `unknown` where nobody counted.
    public var status: String
    /// Why it is left out.
    public var reason: Reason?
    /// The weakest data the row rests on.
    public var provenance: Provenance
  }

  /// What one facility has to carry.
  public struct Load: Sendable {
    /// The facility.
    public var facility: Facility
    /// People assigned to it.
    public var persons: Int
    /// Villages that send somebody, or fall into its catchment.
    public var points: Int
    /// What it can serve, alone or with others of its site; nil where none is declared.
    public var capacity: Int?
    /// The site with which it shares that capacity.
    public var sharedWith: String?
    /// People assigned to all that share the capacity.
    public var sharedPersons: Int
    /// The outline: whole units that fall into its catchment, dissolved; nil where none does.
    public var shape: Shape?
    /// The units of the outline, sorted.
    public var wholeUnits: [UnitID]

    /// The used part of the capacity, floored to one decimal; nil without a capacity.
    public var shareText: String? {
      capacity.flatMap { ShareText.percent(sharedPersons, of: $0) }
    }
  }

  /// What was asked.
  public var request: CatchmentsRequest
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
  /// Whether the cohort's small counts are sensitive; then no count of a place leaves.
  public var isSensitive: Bool
  /// Villages by id, their facilities by id.
  public var rows: [Row]
  /// Operating facilities by id.
  public var loads: [Load]
  /// What it adds up to, over the counted villages.
  public var conservation: Conservation
  /// Villages whose people nobody counted.
  public var uncounted: Int
  /// Facilities whose capacity was assumed, by id.
  public var assumedCapacities: [FacilityID]
}
