import Geometry

/// Leaves out vertices of a drawn line that nobody would see (Douglas and Peucker 1973).
enum LineThinning {
  /// The vertices that remain so that none left out is farther than `tolerance` from the line.
  static func thinned(_ points: [Position], tolerance: Double) -> [Position] {
    guard points.count > 2 else { return points }
    var keep = [Bool](repeating: false, count: points.count)
    keep[0] = true
    keep[points.count - 1] = true
    var spans = [(0, points.count - 1)]
    while let (first, last) = spans.popLast() {
      var farthest = first
      var distance = tolerance * tolerance
      for index in first + 1..<max(first + 1, last) {
        let candidate = squaredDistance(points[index], points[first], points[last])
        if candidate > distance {
          distance = candidate
          farthest = index
        }
      }
      guard farthest > first else { continue }
      keep[farthest] = true
      spans.append((first, farthest))
      spans.append((farthest, last))
    }
    return zip(points, keep).filter(\.1).map(\.0)
  }

  private static func squaredDistance(_ point: Position, _ start: Position, _ end: Position)
    -> Double
  {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = dx * dx + dy * dy
    let along =
      length > 0
      ? min(1, max(0, ((point.x - start.x) * dx + (point.y - start.y) * dy) / length)) : 0
    let (ex, ey) = (point.x - start.x - along * dx, point.y - start.y - along * dy)
    return ex * ex + ey * ey
  }
}
