import Geometry

/// Places names on a map one after the other so that none covers another.
struct LabelPlacement {
  /// A rectangle of the map in pixels.
  struct Box {
    var left, top, right, bottom: Double

    func overlaps(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  /// Where a name stands: the left end of its base line, and the size of its letters.
  struct Label {
    var text: String
    var x, y: Double
    var size: Double
  }

  private let frame: Box
  private var labels: [Box] = []
  private var marks: [Box] = []

  /// An empty map.
  init(width: Double, height: Double) {
    frame = Box(left: 2, top: 2, right: width - 2, bottom: height - 2)
  }

  /// Keeps a place free for a mark; names avoid it where they can.
  mutating func addMark(at point: Position, radius: Double) {
    marks.append(
      Box(
        left: point.x - radius, top: point.y - radius, right: point.x + radius,
        bottom: point.y + radius))
  }

  /// Finds room for a name near its place; nil when there is none without covering another.
  mutating func place(_ text: String, at point: Position, size: Double) -> Label? {
    let width = Double(DisplayWidth.columns(of: text)) * size / 2
    var best: (box: Box, cost: Int)?
    for distance in [7.0, 14, 24, 36, 50] {
      for box in candidates(point, width, size, distance) {
        guard box.left >= frame.left, box.right <= frame.right, box.top >= frame.top,
          box.bottom <= frame.bottom, !labels.contains(where: { $0.overlaps(box) })
        else { continue }
        let cost = marks.count { $0.overlaps(box) } * 3 + Int(distance / 7)
        if best.map({ cost < $0.cost }) ?? true { best = (box, cost) }
      }
    }
    guard let box = best?.box else { return nil }
    labels.append(box)
    return Label(text: text, x: box.left, y: box.bottom - size * 0.2, size: size)
  }

  private func candidates(_ point: Position, _ width: Double, _ size: Double, _ gap: Double)
    -> [Box]
  {
    let height = size * 1.15
    let lefts = [point.x - width / 2, point.x + gap, point.x - gap - width]
    let tops = [point.y - gap - height, point.y + gap, point.y - height / 2]
    return [(0, 0), (0, 1), (1, 2), (2, 2), (1, 0), (2, 0), (1, 1), (2, 1)].map { across, down in
      Box(
        left: lefts[across], top: tops[down], right: lefts[across] + width,
        bottom: tops[down] + height)
    }
  }
}
