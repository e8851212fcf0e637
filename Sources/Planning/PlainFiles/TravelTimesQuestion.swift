import Journeys
public import PlanningModel
import RoadNetwork
import Terrain
import TravelTimes

/// Travel times between the points of two files over the roads of a third; no workspace needed.
public struct TravelTimesQuestion: Sendable {
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
  /// Mode, pace and direction.
  public var profile: TravelProfile
  /// The file with the origins.
  public var origins: String
  /// The file with the destinations.
  public var destinations: String
  /// The datum or reference system of both.
  public var datum: String
  /// Times beyond it are left out.
  public var limit: TravelTime
  /// Whether only the nearest destination is wanted.
  public var onlyNearest: Bool
  /// The longest walk between a point and the roads, in metres.
  public var snapCapMetres: Double
  /// Whether people walk over the elevation to roads beyond that; needs one.
  public var walksOffRoad: Bool
  /// How many threads may search.
  public var threads: Int
  /// The folder in which built networks are kept; nil to keep none.
  public var cache: String?

  /// Asks a question with the defaults of `docs/methods/travel-times.md`.
  public init(
    roads: String, origins: String, destinations: String, profile: TravelProfile,
    limit: TravelTime
  ) {
    self.roads = roads
    self.origins = origins
    self.destinations = destinations
    self.profile = profile
    self.limit = limit
    rules = nil
    joinEndsMetres = 0
    elevation = nil
    slope = SlopeFunction.tobler.rawValue
    datum = "WGS 84"
    onlyNearest = false
    snapCapMetres = 1000
    walksOffRoad = false
    threads = 1
    cache = nil
  }

  /// One line of the answer.
  public struct Row: Sendable {
    /// The origin.
    public var from: String
    /// The destination; nil where none is reached.
    public var to: String?
    /// The time.
    public var time: TravelTime?
    /// The length of the path, legs included.
    public var metres: Double?
    /// ok, too_far, unreachable, not_snapped or invalid.
    public var status: String
  }

  /// The answer: a row for each pair within the limit, and one for each origin that reaches none.
  ///
  /// Sorted by origin, time, destination; nobody vanishes.
  ///
  /// - Parameter note: takes findings on the roads that do not stop the work.
  public func rows(note: (String) -> Void) throws -> [Row] {
    let from = try PointTable(origins, datum: datum)
    let to = try PointTable(destinations, datum: datum)
    let source = try RoadSource(
      roads: roads, layer: roadsLayer, rules: rules, joinEndsMetres: joinEndsMetres,
      elevation: elevation,
      slope: slope, snapCapMetres: snapCapMetres, walksOffRoad: walksOffRoad, threads: threads,
      cache: cache
    ).travelTimes(note: note)
    tellFar(from.places + to.places, source, note)
    // Without walks there is nothing to add to the roads: a plain file is never estimated.
    let journeys = JourneySource(roads: source, detour: nil)
    let matrix = try journeys.times(
      from: from.places, to: to.places, profile: profile, within: limit)
    var rows: [Row] = []
    for (index, id) in from.ids.enumerated() {
      let all = matrix.firstEntry[index]..<matrix.firstEntry[index + 1]
      var found = all.map { entry in
        Row(
          from: id, to: to.ids[Int(matrix.destination[entry])],
          time: TravelTime(milliseconds: matrix.milliseconds[entry]),
          metres: Double(matrix.metres[entry]), status: "ok")
      }
      found.sort { left, right in
        left.time != right.time
          ? (left.time?.milliseconds ?? 0) < (right.time?.milliseconds ?? 0)
          : bytewise(left.to ?? "", right.to ?? "")
      }
      if onlyNearest { found = Array(found.prefix(1)) }
      rows += found.isEmpty ? [Row(from: id, status: matrix.status[index].fileWord)] : found
    }
    let order = rows.indices.sorted { left, right in
      rows[left].from == rows[right].from
        ? left < right : bytewise(rows[left].from, rows[right].from)
    }
    return order.map { rows[$0] }
  }

  /// Says how many places lie beyond the cap and walk to the road, and by which method.
  private func tellFar(
    _ places: [GeographicPosition?], _ roads: RoadTravelTimes, _ note: (String) -> Void
  ) {
    guard walksOffRoad else { return }
    let snapped = roads.snap(places, mode: profile.mode)
    let far = places.indices.count { snapped.isValid[$0] && !snapped.isSnapped($0) }
    guard far > 0 else { return }
    let cap = Int(snapCapMetres.rounded())
    let cell = Int(SlopeWalks.cellMetres)
    note(
      Bilingual(
        "\(far) 个点距道路超过 \(cap) 米：沿高程翻坡步行到路（\(slope)，\(cell) 米格网，16 方向）",
        "\(far) places farther than \(cap) m from any road: they walk across the slopes to it "
          + "(\(slope), cells of \(cell) m, 16 moves)"
      ).text)
  }

  private func bytewise(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
