import Importing
public import PlanningModel
import Terrain

/// Travel times over the terrain, from every cell of an elevation to the nearest of some places;
/// no workspace needed.
///
/// Rules and formulas: `docs/methods/terrain.md`.
public struct SurfaceQuestion: Sendable {
  /// The elevation grid; it decides the cells.
  public var elevation: String
  /// What covers the ground; nil for the pace everywhere.
  public var landCover: LandCoverFiles?
  /// The file with the roads.
  public var roads: String?
  /// Its layer; nil for the only one.
  public var roadsLayer: String?
  /// The file of road rules (`docs/formats/road-rules.md`); nil for the defaults.
  public var rules: String?
  /// Ends of roads this near to another road are joined to it, in metres; 0 for none.
  public var joinEndsMetres: Double
  /// The layer with lines and areas that nobody crosses.
  public var barriers: String?
  /// The layer of that file; nil for the only one.
  public var barriersLayer: String?
  /// Whether a barrier also cuts the roads that run across it.
  public var barriersCutRoads: Bool
  /// The file with the places that times are counted to or from.
  public var sources: String
  /// The file with further points whose times are wanted one by one.
  public var points: String?
  /// The datum or reference system of both tables.
  public var datum: String
  /// Mode, pace and direction.
  public var profile: TravelProfile
  /// What slope does to walking, by name: a slope function, or `langmuir`.
  public var slope: String
  /// Whether cells are also left by the knight's move: sixteen moves rather than eight.
  public var hasSixteenMoves: Bool
  /// Cells beyond it are not reached.
  public var limit: TravelTime
  /// How many threads may compute.
  public var threads: Int

  /// Asks a question with the defaults of `docs/methods/terrain.md`.
  public init(elevation: String, sources: String, profile: TravelProfile, limit: TravelTime) {
    self.elevation = elevation
    self.sources = sources
    self.profile = profile
    self.limit = limit
    joinEndsMetres = 0
    barriersCutRoads = false
    datum = "WGS 84"
    slope = SlopeFunction.tobler.rawValue
    hasSixteenMoves = false
    threads = 1
  }

  /// The files that say what covers the ground.
  public struct LandCoverFiles: Sendable, Hashable {
    /// The grid of classes.
    public var grid: String
    /// The table with the speed of each class.
    public var speeds: String

    /// Names the files.
    public init(grid: String, speeds: String) {
      self.grid = grid
      self.speeds = speeds
    }
  }

  /// One of the points, and what is read for it.
  public struct Row: Sendable, Hashable {
    /// The point.
    public var id: String
    /// The time of the cell that contains it.
    public var time: TravelTime?
    /// ok, too_far, not_snapped or invalid.
    public var status: String
  }

  /// Computes the times and writes them as a GeoTIFF of seconds, with no data where the limit
  /// does not reach.
  ///
  /// - Parameters:
  ///   - path: the GeoTIFF.
  ///   - note: takes findings that do not stop the work.
  /// - Returns: a row for each point of `points`, sorted by id.
  /// - Throws: `WorkError` for files that cannot be used, or when no source can; nothing is
  ///   written then.
  public func write(to path: String, note: (String) -> Void) throws -> [Row] {
    let frame = try SurfaceFrame(elevation: elevation)
    let from = try PointTable(sources, datum: datum)
    let asked = try points.map { try PointTable($0, datum: datum) }
    let surface = try surface(over: frame, note)
    let sourcePlaces = try frame.positions(of: from)
    var search = SurfaceTravelTimes(surface, threads: threads)
    try SurfaceSources(table: from, file: sources).check(
      sourcePlaces.map { surface.status(at: $0) }, note)
    let times = search.times(
      sources: sourcePlaces, direction: profile.direction, within: limit)
    let rows = try asked.map { table in
      zip(table.ids, try frame.positions(of: table)).map { id, place in
        Row(
          id: id, time: times.time(at: place),
          status: Self.word(times.status(at: place), hasCoordinates: place != nil))
      }
    }
    try RasterFile.write(times.secondsRaster(), to: path)
    return (rows ?? []).sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }

  /// The word of the plain-file forms for what a surface says of a place.
  static func word(_ status: SurfaceStatus, hasCoordinates: Bool) -> String {
    switch status {
    case .reached: "ok"
    case .notReached: "too_far"
    case .outside, .noElevation, .impassable: "not_snapped"
    // A place whose coordinates have no image in the elevation's system lies far outside it.
    case .invalid: hasCoordinates ? "not_snapped" : "invalid"
    }
  }
}
