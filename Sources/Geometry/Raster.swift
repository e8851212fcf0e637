/// A grid of numbers over an area, north up; cells without data are NaN.
public struct Raster: Sendable {
  /// Columns.
  public var width: Int
  /// Rows, from the north.
  public var height: Int
  /// The west edge of the first column.
  public var west: Double
  /// The north edge of the first row.
  public var north: Double
  /// East extent of a cell, positive.
  public var cellWidth: Double
  /// South extent of a cell, positive.
  public var cellHeight: Double
  /// The reference system, for example `EPSG:4545`, or WKT when it has no code.
  public var referenceSystem: String
  /// Row by row from the north-west; NaN where there is no data.
  public var cells: [Float]

  /// Makes a raster; `cells` has `width * height` numbers.
  public init(
    width: Int, height: Int, west: Double, north: Double, cellWidth: Double, cellHeight: Double,
    referenceSystem: String, cells: [Float]
  ) {
    precondition(cells.count == width * height, "\(cells.count) cells for \(width)×\(height)")
    self.width = width
    self.height = height
    self.west = west
    self.north = north
    self.cellWidth = cellWidth
    self.cellHeight = cellHeight
    self.referenceSystem = referenceSystem
    self.cells = cells
  }
}
