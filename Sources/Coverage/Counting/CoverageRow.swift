public import PlanningModel

/// One line of a coverage table: how many of a cohort are within a limit of a service.
public struct CoverageRow: Sendable, Hashable {
  /// village, township or district.
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
  /// The limit; a time equal to it is within.
  public var limit: TravelTime
  /// People within the limit of an own facility; nil when not known.
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

  /// Assembles a row.
  public init(
    level: UnitLevel, id: String, code: String?, name: String, service: String,
    cohort: CohortID, limit: TravelTime, covered: Int?, total: Int?,
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
