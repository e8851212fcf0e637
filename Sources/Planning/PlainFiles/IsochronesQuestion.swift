public import Geometry
public import PlanningModel
import RoadNetwork
import TravelTimes

/// What is reached around the points of a file over the roads of another; no workspace needed.
public struct IsochronesQuestion: Sendable {
  /// The file with the roads.
  public var roads: String
  /// Its layer; nil for the only one.
  public var roadsLayer: String?
  /// The file of road rules (`docs/formats/road-rules.md`); nil for the defaults.
  public var rules: String?
  /// Ends of roads this near to another road are joined to it, in metres; 0 for none.
  public var joinEndsMetres: Double
  /// The elevation grid; nil for flat.
  public var elevation: String?
  /// What slope does to walking, by name (`docs/methods/travel-times.md`).
  public var slope: String
  /// Mode, pace and direction, seen from the points.
  public var profile: TravelProfile
  /// The file with the points.
  public var origins: String
  /// Its datum or reference system.
  public var datum: String
  /// The limits, each drawn once.
  public var limits: [TravelTime]
  /// The longest walk between a point and the roads, in metres.
  public var snapCapMetres: Double
  /// How many threads may search.
  public var threads: Int
  /// The folder in which built networks are kept; nil to keep none.
  public var cache: String?

  /// Asks a question with the defaults of `docs/methods/travel-times.md`.
  public init(
    roads: String, origins: String, profile: TravelProfile, limits: [TravelTime]
  ) {
    self.roads = roads
    self.origins = origins
    self.profile = profile
    self.limits = limits
    rules = nil
    joinEndsMetres = 0
    elevation = nil
    slope = "tobler"
    datum = "WGS 84"
    snapCapMetres = 1000
    threads = 1
    cache = nil
  }

  /// What is drawn for one point and limit.
  public struct Row: Sendable {
    /// The point.
    public var id: String
    /// The limit.
    public var limit: TravelTime
    /// What is drawn, WGS 84; nil where the point is not on the network.
    public var area: Shape?
    /// ok, not_snapped, invalid; too_far when no time is left for the roads.
    public var status: String
    /// The length of the roads that are reached; nil without an area.
    public var reachedMetres: Double?
    /// The side of a cell of the grid it was drawn on.
    public var cellMetres: Double?
    /// How far from a reached road it goes at most.
    public var offRoadMetres: Double?
    /// How far the line may have been moved to need fewer vertices.
    public var toleranceMetres: Double?
  }

  /// A row for each point and limit, sorted by id, then limit; nobody vanishes.
  ///
  /// - Parameter note: takes findings on the roads that do not stop the work.
  public func rows(note: (String) -> Void) throws -> [Row] {
    let points = try PointTable(origins, datum: datum)
    let source = try RoadSource(
      roads: roads, layer: roadsLayer, rules: rules, joinEndsMetres: joinEndsMetres,
      elevation: elevation,
      slope: slope, snapCapMetres: snapCapMetres, threads: threads, cache: cache
    ).travelTimes(note: note)
    let found = try source.isochrones(around: points.places, profile: profile, within: limits)
    let order = points.ids.indices.sorted { left, right in
      points.ids[left].utf8.lexicographicallyPrecedes(points.ids[right].utf8)
    }
    return order.flatMap { index in
      found[index].rings.map { ring in
        let isDrawn = ring.area != nil
        let scale = isDrawn ? found[index].scale : nil
        return Row(
          id: points.ids[index], limit: ring.limit, area: ring.area,
          status: found[index].status == .reached && !isDrawn
            ? "too_far" : found[index].status.fileWord,
          reachedMetres: isDrawn ? ring.reachedMetres : nil, cellMetres: scale?.cellMetres,
          offRoadMetres: scale?.offRoadMetres, toleranceMetres: scale?.toleranceMetres)
      }
    }
  }
}

extension OriginStatus {
  /// The word for it in files.
  var fileWord: String {
    switch self {
    case .reached: "ok"
    case .tooFar: "too_far"
    case .unreachable: "unreachable"
    case .notSnapped: "not_snapped"
    case .invalid: "invalid"
    }
  }
}
