public import PlanningModel

/// The question behind every figure of access: which service, travelled to how.
public struct ReachQuery: Hashable, Sendable {
  /// The kinds of facility that count, sorted.
  public var kinds: [ServiceKind]
  /// Mode, pace and direction.
  public var profile: TravelProfile

  /// Makes a query; kinds are sorted here.
  public init(kinds: [ServiceKind], profile: TravelProfile) {
    self.kinds = kinds.sorted()
    self.profile = profile
  }
}

/// The nearest facility of a query as seen from one demand point.
public struct Nearest: Hashable, Sendable {
  /// The facility; ties of time go to the smallest id.
  public var facility: FacilityID
  /// How long it takes.
  public var time: TravelTime
  /// Whether the time rests on the straight-line fallback.
  public var isEstimated: Bool

  /// Makes an entry.
  public init(facility: FacilityID, time: TravelTime, isEstimated: Bool) {
    self.facility = facility
    self.time = time
    self.isEstimated = isEstimated
  }
}

/// The answer to a ``ReachQuery`` for every demand point of the district, in its order.
public struct Reach: Sendable {
  /// The query that was answered.
  public var query: ReachQuery
  /// Nearest operating facility of the district itself; nil when none can be reached.
  public var own: [Nearest?]
  /// The nearest own facility but one, which stands in when the nearest is closed or full; empty
  /// when nobody asked.
  public var second: [Nearest?]
  /// Nearest operating facility, neighbours' included; nil when no neighbours are loaded.
  public var withNeighbours: [Nearest?]?
  /// Why `own` is nil: `no_site`, `not_operating`, `unreachable`, `outside_range` or `no_data`;
  /// nil where it is not.
  public var reasons: [Reason?]
  /// How good the inputs of the times are (positions, roads, terrain): the weakest.
  public var provenance: Provenance

  /// Assembles an answer.
  public init(
    query: ReachQuery, own: [Nearest?], second: [Nearest?] = [], withNeighbours: [Nearest?]?,
    reasons: [Reason?], provenance: Provenance
  ) {
    self.query = query
    self.own = own
    self.second = second
    self.withNeighbours = withNeighbours
    self.reasons = reasons
    self.provenance = provenance
  }
}

/// Answers reach queries on one district and date, from one cost field (DESIGN §5.10).
public protocol ReachSource {
  /// The nearest operating facility of each demand point.
  func reach(_ query: ReachQuery) throws -> Reach
}
