public import PlanningModel

/// What a coverage table says of a place or an area.
public enum CoverageStatus: String, Sendable, CaseIterable {
  /// Everybody is covered.
  case covered
  /// Some are covered (areas only).
  case partly
  /// Nobody is covered.
  case uncovered
  /// The data that would decide is missing.
  case unknown
  /// There is nobody, or nothing, to cover.
  case notApplicable = "not_applicable"
}

/// One line of a coverage table: how many of a cohort are covered by a service.
public struct CoverageRow: Sendable, Hashable {
  /// cell, village, township, district or universe.
  public var level: UnitLevel
  /// The unit's or the demand point's id.
  public var id: String
  /// Its official code, if it has one.
  public var code: String?
  /// Its name.
  public var name: String
  /// The kind, or the name of the group of kinds, that was asked for.
  public var service: String
  /// Who is counted.
  public var cohort: CohortID
  /// The limit, a time equal to it being within; nil where the rule has none.
  public var limit: TravelTime?
  /// People who are covered by an own facility; nil when not known.
  public var covered: Int?
  /// All people of the cohort; nil when not counted.
  public var total: Int?
  /// People within the limit, neighbours' facilities included; nil when none are loaded.
  public var coveredWithNeighbours: Int?
  /// The nearest own facility (villages only).
  public var nearest: FacilityID?
  /// The time to it (villages only).
  public var time: TravelTime?
  /// Whether that time rests on the straight-line fallback.
  public var isEstimated: Bool
  /// Why it is not covered (villages only).
  public var reason: Reason?
  /// The weakest data the row rests on.
  public var provenance: Provenance
  /// Whether the place, or everybody in the area, is covered; nil where nobody asked.
  public var status: CoverageStatus?
  /// People of whom it is not known whether they are covered.
  public var undecided: Int?
  /// Units of the judged level that are covered; nil below that level.
  public var coveredUnits: Int?
  /// Units of which it is not known.
  public var undecidedUnits: Int?
  /// All units that the rule applies to.
  public var units: Int?
  /// How far beyond the limit the nearest facility is (places only, where it is too far).
  public var beyond: TravelTime?
  /// People with two or more facilities within the limit.
  public var coveredTwice: Int?
  /// The nearest own facility but one (places only).
  public var second: FacilityID?
  /// The time to it (places only).
  public var secondTime: TravelTime?
  /// What the place has a head or household, where the rule asks for it.
  public var intensity: IntensityFigure?
  /// Whether counts are withheld because small ones could be read or computed from them.
  public var isWithheld = false
  /// Between which numbers a withheld count of covered people lies, where that may be told.
  public var coveredRange: ClosedRange<Int>?
  /// Between which numbers a withheld count of all people lies.
  public var totalRange: ClosedRange<Int>?

  /// Assembles a row.
  public init(
    level: UnitLevel, id: String, code: String?, name: String, service: String,
    cohort: CohortID, limit: TravelTime?, covered: Int?, total: Int?,
    coveredWithNeighbours: Int?, nearest: FacilityID? = nil, time: TravelTime? = nil,
    isEstimated: Bool = false, reason: Reason? = nil, provenance: Provenance
  ) {
    self.level = level
    self.id = id
    self.code = code
    self.name = name
    self.service = service
    self.cohort = cohort
    self.limit = limit
    self.covered = covered
    self.total = total
    self.coveredWithNeighbours = coveredWithNeighbours
    self.nearest = nearest
    self.time = time
    self.isEstimated = isEstimated
    self.reason = reason
    self.provenance = provenance
  }

  /// The covered share floored to one decimal; nil when it is not known.
  public var shareText: String? {
    guard let covered, let total else { return nil }
    return ShareText.percent(covered, of: total)
  }
}
