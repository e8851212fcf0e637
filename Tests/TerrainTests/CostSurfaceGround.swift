import Geometry
import Terrain

/// Ground made for a test: square cells of 30 m, north-west corner at (0, rows · 30).
enum Ground {
  static let cell = 30.0

  static func raster(
    columns: Int, rows: Int, _ value: (_ column: Int, _ row: Int) -> Float
  ) -> Raster {
    Raster(
      width: columns, height: rows, west: 0, north: Double(rows) * cell, cellWidth: cell,
      cellHeight: cell, referenceSystem: "EPSG:4545",
      cells: (0..<columns * rows).map { value($0 % columns, $0 / columns) })
  }

  static func flat(columns: Int, rows: Int) -> Raster {
    raster(columns: columns, rows: rows) { _, _ in 100 }
  }

  /// The centre of a cell, or a place some cells from its north-west corner.
  static func place(_ column: Double, _ row: Double, rows: Int) -> Position {
    Position(x: column * cell, y: (Double(rows) - row) * cell)
  }

  static func centre(_ column: Int, _ row: Int, rows: Int) -> Position {
    place(Double(column) + 0.5, Double(row) + 0.5, rows: rows)
  }
}
