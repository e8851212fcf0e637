public import Geometry
public import PlanningModel

/// Ground to be walked over: heights, speeds and what is in the way, cell by cell.
///
/// Rules and formulas: `docs/methods/terrain.md`.
public struct CostSurface: Sendable {
  /// Whether a cell can be stood on.
  enum Access: UInt8, Sendable {
    /// No height, no speed, or a barrier.
    case closed
    /// Walked freely.
    case open
    /// A barrier with a road over it: walked along the road only.
    case bridge
  }

  /// Where the cells lie.
  public let grid: CostSurfaceGrid
  /// How they are walked over.
  public let rules: CostSurfaceRules
  /// What was noteworthy in the land cover, the barriers and the roads.
  public let warnings: [InputFault]
  let heights: [Float]
  let access: [Access]
  let roadMoves: [UInt8]
  /// The position in `speeds` of each cell that is not closed.
  let speedOfCell: [UInt16]
  let speeds: [GroundSpeed]

  /// Lays land cover, roads and barriers over an elevation.
  ///
  /// - Parameters:
  ///   - elevation: heights in metres; a cell without one is impassable.
  ///   - unit: what the elevation's cells are measured in.
  ///   - rules: moves, slope, pace.
  ///   - landCover: speeds on flat ground; without it the pace holds everywhere.
  ///   - roads: their speed replaces that of the cells under them where it is higher.
  ///   - barriers: lines and polygons that nobody crosses, in the elevation's reference system.
  /// - Throws: `WorkError` for cells without extent, a pace or coefficients that make no sense,
  ///   or more than 65,535 different speeds.
  public init(
    elevation: Raster, unit: GridUnit, rules: CostSurfaceRules = CostSurfaceRules(),
    landCover: LandCover? = nil, roads: [SurfaceRoad] = [], barriers: [Shape] = []
  ) throws {
    try rules.check()
    grid = try CostSurfaceGrid(of: elevation, unit: unit)
    self.rules = rules
    heights = elevation.cells
    var layers = try SurfaceLayers(grid, pace: rules.paceMetresPerSecond, landCover: landCover)
    layers.cover(barriers)
    try layers.burn(roads, barriersCutRoads: rules.barriersCutRoads)
    access = layers.access(heights: elevation.cells)
    roadMoves = layers.roadMoves
    speedOfCell = layers.speedOfCell
    speeds = layers.speeds
    warnings = layers.faults
  }
}
