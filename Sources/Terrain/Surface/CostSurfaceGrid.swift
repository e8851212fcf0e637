public import Geometry
import PlanningModel

/// The unit of a grid's cell sizes.
public enum GridUnit: Sendable, Hashable {
  /// Metres of a projected reference system.
  case metres
  /// Degrees of a geographic reference system.
  case degrees
}

/// Where the cells of a surface lie, without what is in them.
public struct CostSurfaceGrid: Sendable, Hashable {
  /// Columns.
  public let width: Int
  /// Rows, from the north.
  public let height: Int
  /// The west edge of the first column.
  public let west: Double
  /// The north edge of the first row.
  public let north: Double
  /// East extent of a cell, positive.
  public let cellWidth: Double
  /// South extent of a cell, positive.
  public let cellHeight: Double
  /// What the extents are measured in.
  public let unit: GridUnit
  /// The reference system, as the elevation raster names it.
  public let referenceSystem: String

  /// Takes the frame of a raster.
  ///
  /// - Throws: `WorkError` when cells have no extent, or there are more than 2³⁰ of them.
  public init(of raster: Raster, unit: GridUnit) throws {
    guard raster.cellWidth > 0, raster.cellHeight > 0, raster.cellWidth.isFinite,
      raster.cellHeight.isFinite, raster.west.isFinite, raster.north.isFinite
    else {
      throw WorkError(
        .unsupported, operation: "lay out surface", subject: "elevation raster",
        message: Bilingual(
          "像元大小为 \(raster.cellWidth) × \(raster.cellHeight)",
          "its cells measure \(raster.cellWidth) × \(raster.cellHeight)"),
        remedy: Bilingual(
          "使用北向上、像元大小为正的栅格",
          "give a north-up raster with cells of positive size"))
    }
    guard raster.cells.count < 1 << 30 else {
      throw WorkError(
        .unsupported, operation: "lay out surface", subject: "elevation raster",
        message: Bilingual(
          "有 \(raster.cells.count) 个像元，超过 2³⁰",
          "it has \(raster.cells.count) cells, more than 2³⁰"),
        remedy: Bilingual(
          "将栅格裁到本区县，或加大像元", "cut the raster to the district, or take larger cells"))
    }
    width = raster.width
    height = raster.height
    west = raster.west
    north = raster.north
    cellWidth = raster.cellWidth
    cellHeight = raster.cellHeight
    self.unit = unit
    referenceSystem = raster.referenceSystem
  }

  /// How many cells there are.
  public var count: Int { width * height }

  /// The cell that contains a position, row by row from the north-west; nil outside.
  ///
  /// A position on the edge between two cells is in the eastern or southern one; on the grid's
  /// own east or south edge it is in the last.
  public func cell(at position: Position) -> Int? {
    let place = coordinates(of: position)
    guard place.x >= 0, place.y >= 0, place.x <= Double(width), place.y <= Double(height),
      count > 0
    else { return nil }
    return min(height - 1, Int(place.y)) * width + min(width - 1, Int(place.x))
  }

  /// The centre of a cell, in the grid's reference system.
  public func centre(of cell: Int) -> Position {
    Position(
      x: west + (Double(cell % width) + 0.5) * cellWidth,
      y: north - (Double(cell / width) + 0.5) * cellHeight)
  }

  /// A position counted in cells from the north-west corner, y to the south.
  func coordinates(of position: Position) -> Position {
    Position(x: (position.x - west) / cellWidth, y: (north - position.y) / cellHeight)
  }

  /// The length of a move from a row, over rows southward and columns.
  ///
  /// On a grid in degrees the lengths of a degree are those at the latitude halfway, so both
  /// ways of a move are equally long.
  func metres(fromRow row: Int, rows: Int, columns: Int) -> Double {
    var east = Double(columns) * cellWidth
    var south = Double(rows) * cellHeight
    if unit == .degrees {
      let latitude = north - (Double(row) + 0.5 + Double(rows) / 2) * cellHeight
      let scale = EllipsoidalMetric.metresPerDegree(atLatitude: latitude)
      east *= scale.east
      south *= scale.north
    }
    return (east * east + south * south).squareRoot()
  }
}
