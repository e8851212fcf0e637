import Geometry

/// For each point of a grid how far outside the drawn area it lies, in cells: 0 on the line,
/// negative inside, at most 1.
///
/// Around each reached place a disc is drawn whose radius is what the time left allows on foot,
/// at least the grace, at most the off-road distance; the value of a grid point is its distance
/// to the outermost disc. It changes by at most one a cell, so lines between grid points may be
/// interpolated, and it only falls when the limit grows.
struct IsochroneField {
  /// Value, then the place the value comes from (column, row, radius there).
  private var points: [SIMD4<Float>] = []
  private var rings = IsochroneRings()

  /// Draws the areas of limits in ascending order.
  mutating func areas(
    _ strokes: IsochroneStrokes, _ scale: IsochroneScale, millimetresPerSecond pace: Int,
    limits: [UInt32]
  ) -> [Shape?] {
    rings.reset(columns: scale.columns, rows: scale.rows)
    var smaller: [Float] = []
    for limit in limits {
      fill(strokes, scale, pace, limit)
      spread(scale)
      if !smaller.isEmpty {
        // Spreading finds the outermost disc but for rare corners; areas must nest regardless.
        for index in points.indices { points[index].x = min(points[index].x, smaller[index]) }
      }
      if limit != limits.last { smaller = points.map(\.x) }
      rings.trace(points)
    }
    rings.fillHoles(smallerThan: scale.smallestHoleSquareMetres / scale.squareMetresPerUnit)
    rings.thin()
    return limits.indices.map { rings.area($0, scale, strokes) }
  }

  /// Values at the corners of all cells that a reached road runs through.
  private mutating func fill(
    _ strokes: IsochroneStrokes, _ scale: IsochroneScale, _ pace: Int, _ limit: UInt32
  ) {
    let count = scale.columns * scale.rows
    let outside = SIMD4<Float>(1, 0, 0, 0)
    if points.count == count {
      for index in points.indices { points[index] = outside }
    } else {
      points = [SIMD4<Float>](repeating: outside, count: count)
    }
    let perCell = Float(1 / scale.cellMetres)
    let west = Float(scale.west)
    let south = Float(scale.south)
    let most = Float(scale.offRoadMetres / scale.cellMetres)
    let grace = Float(IsochroneScale.graceCells)
    let rate = Float(Double(pace) / 1_000_000 / scale.cellMetres)
    let limit = Float(limit)
    let columns = scale.columns
    var field = points.mutableSpan
    for stroke in strokes.strokes {
      if stroke.startMilliseconds > limit { continue }
      let needed = stroke.endMilliseconds - stroke.startMilliseconds
      let share = stroke.endMilliseconds > limit ? (limit - stroke.startMilliseconds) / needed : 1
      let startX = (stroke.startX - west) * perCell
      let startY = (stroke.startY - south) * perCell
      let runX = (stroke.endX - stroke.startX) * perCell * share
      let runY = (stroke.endY - stroke.startY) * perCell * share
      let squaredLength = runX * runX + runY * runY
      let inverse = squaredLength > 0 ? 1 / squaredLength : 0
      let startRadius = grace + (limit - stroke.startMilliseconds) * rate
      let lost = needed * share * rate
      // Long strokes in steps of a cell, so that only points near them are looked at.
      let steps = max(1, Int(max(abs(runX), abs(runY)).rounded(.up)))
      for step in 0..<steps {
        let first = Float(step) / Float(steps)
        let last = Float(step + 1) / Float(steps)
        let (x0, x1) = (startX + first * runX, startX + last * runX)
        let (y0, y1) = (startY + first * runY, startY + last * runY)
        let (left, right) = (Int(min(x0, x1)), Int(max(x0, x1)) + 1)
        for row in Int(min(y0, y1))...(Int(max(y0, y1)) + 1) {
          for column in left...right {
            let east = Float(column) - startX
            let north = Float(row) - startY
            let position = min(max((east * runX + north * runY) * inverse, 0), 1)
            let x = east - position * runX
            let y = north - position * runY
            let radius = min(most, startRadius - position * lost)
            let squared = x * x + y * y
            let index = row * columns + column
            // Most strokes bring nothing new; that is told without a square root.
            let bound = field[index].x + radius
            if bound > 0, squared < bound * bound {
              field[index] = SIMD4(
                squared.squareRoot() - radius, Float(column) - x, Float(row) - y, radius)
            }
          }
        }
      }
    }
  }

  /// Hands each value's place on to the neighbours, down and up, as far as its disc reaches.
  private mutating func spread(_ scale: IsochroneScale) {
    let columns = scale.columns
    var field = points.mutableSpan
    func row(_ y: Int, from other: Int, _ field: inout MutableSpan<SIMD4<Float>>) {
      let base = y * columns
      let offset = other * columns
      for x in 1..<columns - 1 {
        var best = field[base + x]
        if other != y {
          for neighbour in -1...1 {
            Self.offer(field[offset + x + neighbour], x, y, &best)
          }
        }
        Self.offer(field[base + x - 1], x, y, &best)
        field[base + x] = best
      }
      for x in stride(from: columns - 2, to: 0, by: -1) {
        var best = field[base + x]
        Self.offer(field[base + x + 1], x, y, &best)
        field[base + x] = best
      }
    }
    for y in 1..<scale.rows - 1 { row(y, from: y - 1, &field) }
    for y in stride(from: scale.rows - 2, to: 0, by: -1) { row(y, from: y + 1, &field) }
  }

  @inline(__always)
  private static func offer(
    _ neighbour: SIMD4<Float>, _ x: Int, _ y: Int, _ best: inout SIMD4<Float>
  ) {
    if neighbour.x >= 1 { return }
    let east = Float(x) - neighbour.y
    let north = Float(y) - neighbour.z
    let squared = east * east + north * north
    let bound = best.x + neighbour.w
    if bound > 0, squared < bound * bound {
      best = SIMD4(squared.squareRoot() - neighbour.w, neighbour.y, neighbour.z, neighbour.w)
    }
  }
}

extension IsochroneScale {
  /// The area of a square with the side of a sixteenth of a cell.
  var squareMetresPerUnit: Double {
    let unit = cellMetres / Double(IsochroneRings.unitsPerCell)
    return unit * unit
  }
}
