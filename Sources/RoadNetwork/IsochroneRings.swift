/// The lines around the areas of all limits on one grid, as closed rings of grid crossings.
///
/// Coordinates are whole sixteenths of a cell, so that lines of different limits either share a
/// crossing or lie well apart, also after rounding to 7 decimals of a degree. Areas lie on the
/// left: outer rings run counter-clockwise, holes clockwise.
struct IsochroneRings {
  static let unitsPerCell = 16

  /// A closed ring: the crossings `first ..< first + count`, the first not repeated.
  struct Ring {
    /// The position of its limit.
    var limit: Int
    var first: Int
    var count: Int
    /// Twice its area, negative for a hole.
    var doubledArea: Int
  }

  private(set) var columns = 0
  private(set) var rows = 0
  private(set) var rings: [Ring] = []
  /// The grid edge of each crossing: twice its lower or left point, plus one for upright edges.
  private(set) var gridEdge: [Int32] = []
  private(set) var x: [Int32] = []
  private(set) var y: [Int32] = []
  private var limits = 0
  /// The crossing that follows on each grid edge; -1 for none.
  private var follow: [Int32] = []
  /// The crossings that are left after thinning; the others are skipped.
  var isKept: [Bool] = []

  /// Forgets everything and takes the size of a grid.
  mutating func reset(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    limits = 0
    rings.removeAll(keepingCapacity: true)
    gridEdge.removeAll(keepingCapacity: true)
    x.removeAll(keepingCapacity: true)
    y.removeAll(keepingCapacity: true)
    if follow.count != 2 * columns * rows {
      follow = [Int32](repeating: -1, count: 2 * columns * rows)
    }
  }

  /// Adds the lines at which a field crosses 0, as those of the next limit.
  mutating func trace(_ points: [SIMD4<Float>]) {
    var starts: [Int32] = []
    let field = points.span
    for row in 0..<rows - 1 {
      let base = row * columns
      var west =
        (field[base].x <= 0 ? 1 : 0) | (field[base + columns].x <= 0 ? 8 : 0)
      for column in 0..<columns - 1 {
        let corner = base + column
        let east =
          (field[corner + 1].x <= 0 ? 2 : 0) | (field[corner + columns + 1].x <= 0 ? 4 : 0)
        let inside = west | east
        west = (east & 2) >> 1 | (east & 4) << 1
        if inside == 0 || inside == 15 { continue }
        link(inside, corner, field, &starts)
      }
    }
    for start in starts where follow[Int(start)] >= 0 { collect(from: start, field) }
    limits += 1
  }

  /// Links the edges of a cell where its border leaves the area to where it comes back.
  private mutating func link(
    _ inside: Int, _ corner: Int, _ field: Span<SIMD4<Float>>, _ starts: inout [Int32]
  ) {
    // Corners and edges counter-clockwise from the lower left and the lower edge.
    let edges = [
      Int32(2 * corner), Int32(2 * (corner + 1) + 1), Int32(2 * (corner + columns)),
      Int32(2 * corner + 1),
    ]
    var isApart = false
    if inside == 5 || inside == 10 {
      // Opposite corners: the mean decides, which falls when the limit grows.
      let sum =
        field[corner].x + field[corner + 1].x + field[corner + columns].x
        + field[corner + columns + 1].x
      isApart = sum > 0
    }
    for edge in 0..<4 where inside >> edge & 1 == 1 && inside >> ((edge + 1) & 3) & 1 == 0 {
      // Going round, the next way in cuts off the corners outside, the last the corner inside.
      var entry = edge
      repeat {
        entry = (entry + (isApart ? 3 : 1)) & 3
      } while !(inside >> entry & 1 == 0 && inside >> ((entry + 1) & 3) & 1 == 1)
      follow[Int(edges[edge])] = edges[entry]
      starts.append(edges[edge])
    }
  }

  /// Follows the links of a ring and takes them away.
  private mutating func collect(from start: Int32, _ field: Span<SIMD4<Float>>) {
    let first = gridEdge.count
    var edge = start
    repeat {
      append(edge, field)
      let next = follow[Int(edge)]
      follow[Int(edge)] = -1
      edge = next
    } while edge != start
    var doubled = 0
    var previous = gridEdge.count - 1
    for index in first..<gridEdge.count {
      doubled +=
        Int(x[previous]) * Int(y[index]) - Int(x[index]) * Int(y[previous])
      previous = index
    }
    rings.append(
      Ring(limit: limits, first: first, count: gridEdge.count - first, doubledArea: doubled))
  }

  /// The crossing on a grid edge: at least a sixteenth from both ends, rounded inwards.
  private mutating func append(_ edge: Int32, _ field: Span<SIMD4<Float>>) {
    let point = Int(edge) / 2
    let isUpright = edge & 1 == 1
    let first = field[point].x
    let second = field[point + (isUpright ? columns : 1)].x
    let units = Float(Self.unitsPerCell)
    let isFirstInside = first <= 0
    let share = isFirstInside ? first / (first - second) : second / (second - first)
    let along = Int32(max(1, min(units - 1, (share * units).rounded(.down))))
    let step = isFirstInside ? along : Int32(Self.unitsPerCell) - along
    let column = Int32(point % columns) * Int32(Self.unitsPerCell)
    let row = Int32(point / columns) * Int32(Self.unitsPerCell)
    gridEdge.append(edge)
    x.append(isUpright ? column : column + step)
    y.append(isUpright ? row + step : row)
  }

  /// Drops holes under an area in square units, with all that lies in them.
  ///
  /// What is a hole for a limit lies in a hole of any smaller limit, so areas keep nesting.
  mutating func fillHoles(smallerThan squareUnits: Double) {
    let filled = rings.filter {
      $0.doubledArea < 0 && Double(-$0.doubledArea) / 2 < squareUnits
    }
    if filled.isEmpty { return }
    rings = rings.filter { ring in
      !filled.contains { hole in
        hole.limit == ring.limit
          && (hole.first == ring.first
            || abs(ring.doubledArea) < -hole.doubledArea
              && contains(hole, x[ring.first], y[ring.first]))
      }
    }
  }

  /// Whether a place that lies on no line of the ring lies inside.
  func contains(_ ring: Ring, _ placeX: Int32, _ placeY: Int32) -> Bool {
    var isInside = false
    var previous = ring.first + ring.count - 1
    for index in ring.first..<ring.first + ring.count {
      if (y[index] > placeY) != (y[previous] > placeY) {
        let side =
          Int(x[previous] - x[index]) * Int(placeY - y[index])
          - Int(placeX - x[index]) * Int(y[previous] - y[index])
        if (side > 0) == (y[previous] > y[index]) { isInside.toggle() }
      }
      previous = index
    }
    return isInside
  }
}
