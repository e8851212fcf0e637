/// The order in which a search keeps cells: in squares of 8 × 8, so that a wave that spreads
/// over the ground stays on few pages of memory whatever its direction.
struct SurfaceTiles: Sendable {
  private static let side = 8
  private static let area = side * side

  private let tilesInRow: Int
  /// How many places there are, those beyond the grid's edges in the last tiles included.
  let count: Int
  /// How many places a move can lead before the first or behind the last.
  let margin: Int

  init(_ grid: CostSurfaceGrid) {
    tilesInRow = (grid.width + Self.side - 1) / Self.side
    count = (grid.height + Self.side - 1) / Self.side * tilesInRow * Self.area
    margin = (tilesInRow + 2) * Self.area
  }

  /// The place of a cell.
  @inline(__always)
  func place(row: Int, column: Int) -> Int {
    ((row >> 3) * tilesInRow + (column >> 3)) << 6 | (row & 7) << 3 | (column & 7)
  }

  /// How far each move leads in places, for each of the 64 places of a tile, move by move.
  func offsets(_ moves: [SurfaceMove]) -> [Int32] {
    (0..<Self.area).flatMap { local in
      moves.map { move in
        // From the second tile of the second row of tiles, so that nothing is negative.
        let row = Self.side + local / Self.side
        let column = Self.side + local % Self.side
        return Int32(
          place(row: row + move.rows, column: column + move.columns)
            - place(row: row, column: column))
      }
    }
  }
}
