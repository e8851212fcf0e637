/// A step from a cell to one near it.
struct SurfaceMove: Sendable, Hashable {
  /// Rows to the south.
  var rows: Int
  /// Columns to the east.
  var columns: Int

  /// The eight cells around: first along the axes, then diagonally.
  static let eight = [(0, 1), (1, 0), (0, -1), (-1, 0), (1, 1), (1, -1), (-1, -1), (-1, 1)]
    .map { SurfaceMove(rows: $0, columns: $1) }

  /// The knight's moves.
  static let knights = [(1, 2), (2, 1), (2, -1), (1, -2), (-1, -2), (-2, -1), (-2, 1), (-1, 2)]
    .map { SurfaceMove(rows: $0, columns: $1) }

  static func all(_ neighbours: SurfaceNeighbours) -> [SurfaceMove] {
    neighbours == .eight ? eight : eight + knights
  }

  /// The two cells that lie beside a diagonal move, or that a knight's move passes through, as
  /// steps from where it begins; nil for a move along an axis.
  ///
  /// A knight's move spends a quarter of its length in each of the four cells: those at its ends
  /// and, from the centre half a cell before to half a cell behind its middle, these two.
  var between: (first: SurfaceMove, second: SurfaceMove)? {
    if rows == 0 || columns == 0 { return nil }
    switch (abs(rows), abs(columns)) {
    case (1, 2):
      return (
        SurfaceMove(rows: 0, columns: columns / 2), SurfaceMove(rows: rows, columns: columns / 2)
      )
    case (2, 1):
      return (
        SurfaceMove(rows: rows / 2, columns: 0), SurfaceMove(rows: rows / 2, columns: columns)
      )
    default: return (SurfaceMove(rows: rows, columns: 0), SurfaceMove(rows: 0, columns: columns))
    }
  }

  var isKnights: Bool { abs(rows) + abs(columns) == 3 }

  /// How far on the cell after this step lies in a grid stored row by row.
  func offset(width: Int) -> Int { rows * width + columns }
}
