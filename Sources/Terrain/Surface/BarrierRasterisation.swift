import Geometry

/// Marks the cells that barriers cover.
///
/// A line covers every cell whose closed square it meets, also by a corner alone, so no move
/// between free neighbours can cross it. A polygon covers the cells that its rings meet, and
/// those whose centre lies inside.
struct BarrierRasterisation {
  private let grid: CostSurfaceGrid
  /// Whether each cell is covered.
  private(set) var isCovered: [Bool]
  /// How often cells were marked; a shape that leaves it as it was meets no cell.
  private(set) var marks = 0

  // Positions this near to an edge, in cells, count as on it: rounding must not open a gap.
  private static let tolerance = 1e-7

  init(over grid: CostSurfaceGrid) {
    self.grid = grid
    isCovered = [Bool](repeating: false, count: grid.count)
  }

  /// Marks one barrier.
  mutating func cover(_ shape: Shape) {
    switch shape {
    case .point(let position): cover(line: [position])
    case .multiPoint(let positions): for position in positions { cover(line: [position]) }
    case .lineString(let line): cover(line: line)
    case .multiLineString(let lines): for line in lines { cover(line: line) }
    case .polygon(let polygon): cover(polygon)
    case .multiPolygon(let polygons): for polygon in polygons { cover(polygon) }
    }
  }

  private mutating func cover(_ polygon: Polygon) {
    let rings = [polygon.exterior] + polygon.interiors
    for ring in rings { cover(line: ring) }
    fill(rings.map { $0.map(grid.coordinates) })
  }

  private mutating func cover(line: [Position]) {
    let line = line.map(grid.coordinates)
    guard line.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else { return }
    if let only = line.first, line.count == 1 { cover(from: only, to: only) }
    for (start, end) in zip(line, line.dropFirst()) { cover(from: start, to: end) }
  }

  private mutating func cover(from start: Position, to end: Position) {
    let (top, bottom) = start.y <= end.y ? (start, end) : (end, start)
    let lastRow = Self.index(bottom.y + Self.tolerance, below: grid.height)
    var row = max(0, Self.index(top.y - Self.tolerance, below: grid.height))
    while row <= lastRow, row < grid.height {
      // The part of the segment within the row's closed band.
      let rise = bottom.y - top.y
      let from = rise > 0 ? min(1, max(0, (Double(row) - top.y) / rise)) : 0
      let to = rise > 0 ? min(1, max(0, (Double(row + 1) - top.y) / rise)) : 1
      let x1 = top.x + from * (bottom.x - top.x)
      let x2 = top.x + to * (bottom.x - top.x)
      let first = max(0, Self.index(min(x1, x2) - Self.tolerance, below: grid.width))
      let last = min(
        grid.width - 1, Self.index(max(x1, x2) + Self.tolerance, below: grid.width))
      if first <= last {
        mark(row, first...last)
      }
      row += 1
    }
  }

  private mutating func mark(_ row: Int, _ columns: ClosedRange<Int>) {
    for column in columns { isCovered[row * grid.width + column] = true }
    marks += 1
  }

  /// The cell a coordinate falls into: −1 before the first, `count` after the last.
  private static func index(_ coordinate: Double, below count: Int) -> Int {
    Int(max(-1, min(Double(count), coordinate.rounded(.down))))
  }

  /// Marks the cells whose centres lie inside, by the even-odd rule, row by row.
  private mutating func fill(_ rings: [[Position]]) {
    let edges = rings.flatMap { zip($0, $0.dropFirst()) }
      .filter { $0.y != $1.y && $0.x.isFinite && $0.y.isFinite && $1.x.isFinite && $1.y.isFinite }
    var crossings = [[Double]](repeating: [], count: grid.height)
    for (start, end) in edges {
      let (top, bottom) = start.y < end.y ? (start, end) : (end, start)
      // Rows whose centre line y = row + 0.5 meets the edge, its top included.
      var row = max(0, Self.index((top.y - 0.5).rounded(.up), below: grid.height))
      while row < grid.height, Double(row) + 0.5 < bottom.y {
        let share = (Double(row) + 0.5 - top.y) / (bottom.y - top.y)
        crossings[row].append(top.x + share * (bottom.x - top.x))
        row += 1
      }
    }
    for (row, found) in crossings.enumerated() {
      let sorted = found.sorted()
      for pair in stride(from: 0, to: sorted.count - 1, by: 2) {
        let first = max(0, Self.index((sorted[pair] - 0.5).rounded(.up), below: grid.width))
        let last = min(grid.width - 1, Self.index(sorted[pair + 1] - 0.5, below: grid.width))
        if first <= last {
          mark(row, first...last)
        }
      }
    }
  }
}
