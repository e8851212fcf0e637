public import Geometry
public import PlanningModel

/// What can be said about a place on a surface.
public enum SurfaceStatus: String, Sendable, Hashable {
  /// There is a way within the limit.
  case reached
  /// There is no way within the limit.
  case notReached = "not_reached"
  /// The place is outside the grid.
  case outside
  /// The cell has no height.
  case noElevation = "no_elevation"
  /// The cell has no speed, or a barrier covers it.
  case impassable
  /// The coordinates are missing or not numbers.
  case invalid
}

/// The time between each cell of a surface and the nearest of several sources.
public struct SurfaceTimes: Sendable {
  /// Where the cells lie.
  public let grid: CostSurfaceGrid
  /// The time of each cell in milliseconds; `UInt32.max` where it was not reached.
  public let milliseconds: [UInt32]
  /// The position of the nearest source in the list; ties go to the smallest; `UInt32.max`
  /// where the cell was not reached.
  public let source: [UInt32]
  /// What became of each source: `reached` when a search began there.
  public let sourceStatus: [SurfaceStatus]
  private let surface: CostSurface

  init(
    _ surface: CostSurface, milliseconds: [UInt32], source: [UInt32],
    sourceStatus: [SurfaceStatus]
  ) {
    grid = surface.grid
    self.surface = surface
    self.milliseconds = milliseconds
    self.source = source
    self.sourceStatus = sourceStatus
  }

  /// What is known about the cell that contains a position of the grid's reference system.
  public func status(at position: Position?) -> SurfaceStatus {
    let status = surface.status(at: position)
    return status == .reached && time(at: position) == nil ? .notReached : status
  }

  /// The time of the cell that contains a position; nil where `status(at:)` is not `reached`.
  public func time(at position: Position?) -> TravelTime? {
    guard let position, let cell = grid.cell(at: position), milliseconds[cell] != .max
    else { return nil }
    return TravelTime(milliseconds: milliseconds[cell])
  }

  /// The nearest source of the cell that contains a position; nil where there is none.
  public func source(at position: Position?) -> Int? {
    guard let position, let cell = grid.cell(at: position), source[cell] != .max
    else { return nil }
    return Int(source[cell])
  }

  /// The times as a raster of seconds, NaN where a cell was not reached.
  public func secondsRaster() -> Raster {
    Raster(
      width: grid.width, height: grid.height, west: grid.west, north: grid.north,
      cellWidth: grid.cellWidth, cellHeight: grid.cellHeight,
      referenceSystem: grid.referenceSystem,
      cells: milliseconds.map { $0 == .max ? .nan : Float(Double($0) / 1000) })
  }
}

extension CostSurface {
  /// Whether a search may begin at a position: `reached`, or why not.
  public func status(at position: Position?) -> SurfaceStatus {
    guard let position, position.x.isFinite, position.y.isFinite else { return .invalid }
    guard let cell = grid.cell(at: position) else { return .outside }
    if !heights[cell].isFinite { return .noElevation }
    return access[cell] == .closed ? .impassable : .reached
  }
}
