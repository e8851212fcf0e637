import Geometry

/// Draws roads as chains of cells that touch by a side or a corner.
struct RoadRasterisation {
  private let grid: CostSurfaceGrid
  /// For each cell the directions, as bits in the order of ``SurfaceMoves/eight``, in which a
  /// road goes on; empty when there are no roads.
  private(set) var roadMoves: [UInt8] = []

  init(over grid: CostSurfaceGrid) { self.grid = grid }

  /// The cells of a road in order; neighbours in the list touch unless the road left the grid.
  mutating func burn(_ road: SurfaceRoad, _ use: (_ cell: Int) -> Void) {
    if roadMoves.isEmpty { roadMoves = [UInt8](repeating: 0, count: grid.count) }
    let line = road.line.map(grid.coordinates)
    guard line.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else { return }
    var last: (column: Int, row: Int)?
    for (start, end) in zip(line, line.dropFirst()) {
      for place in Self.cells(from: start, to: end, grid) {
        if let last, last == place { continue }
        defer { last = place }
        guard contains(place) else { continue }
        use(place.row * grid.width + place.column)
        if let last, contains(last) { join(last, place) }
      }
    }
  }

  private func contains(_ place: (column: Int, row: Int)) -> Bool {
    place.column >= 0 && place.row >= 0 && place.column < grid.width && place.row < grid.height
  }

  private mutating func join(_ a: (column: Int, row: Int), _ b: (column: Int, row: Int)) {
    for (from, to) in [(a, b), (b, a)] {
      let step = SurfaceMove(rows: to.row - from.row, columns: to.column - from.column)
      guard let direction = SurfaceMove.eight.firstIndex(of: step) else { continue }
      roadMoves[from.row * grid.width + from.column] |= 1 << direction
    }
  }

  /// The cells along a segment: one for each step along its longer extent.
  private static func cells(
    from start: Position, to end: Position, _ grid: CostSurfaceGrid
  ) -> [(column: Int, row: Int)] {
    let isFlat = abs(end.x - start.x) >= abs(end.y - start.y)
    let (first, last) = isFlat ? (start.x, end.x) : (start.y, end.y)
    let extent = Double(isFlat ? grid.width : grid.height)
    let length = abs(last - first)
    let sign = last >= first ? 1.0 : -1.0
    func place(_ share: Double) -> (column: Int, row: Int) {
      (
        column: index(start.x + share * (end.x - start.x)),
        row: index(start.y + share * (end.y - start.y))
      )
    }
    var cells = [place(0)]
    guard length > 0 else { return cells }
    // Centres of the steps; those far outside the grid are passed over at once.
    var step = max(min(first, extent + 1), -1).rounded(.down)
    let lastStep = max(min(last, extent + 1), -1).rounded(.down)
    while (lastStep - step) * sign >= 0 {
      cells.append(place(min(1, max(0, (step + 0.5 - first) / (last - first)))))
      step += sign
    }
    cells.append(place(1))
    return cells
  }

  private static func index(_ coordinate: Double) -> Int {
    Int(max(-2_000_000_000, min(2_000_000_000, coordinate.rounded(.down))))
  }
}
