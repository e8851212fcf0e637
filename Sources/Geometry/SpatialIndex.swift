/// Finds rectangles by place: a packed R-tree, built once and never changed.
///
/// Packing is sort-tile-recursive (Leutenegger, López and Edgington, 1997). Answers are
/// positions in the list that was given, in ascending order.
public struct SpatialIndex: Sendable {
  private static let fanOut = 16
  /// The boxes of all nodes, leaves first, then level by level up to the root.
  private let boxes: [Bounds]
  /// For a leaf the item, for any other node its first child.
  private let first: [Int32]
  /// The first node of each level, and one past the last.
  private let levels: [Int]

  /// Builds an index; rectangles that hold nothing, or are not numbers, are never found.
  public init(_ items: [Bounds]) {
    let kept = items.indices.filter {
      items[$0].west <= items[$0].east && items[$0].south <= items[$0].north
    }
    let order = SpatialIndex.tiled(kept, items)
    var boxes = order.map { items[$0] }
    var first = order.map { Int32($0) }
    var levels = [0, boxes.count]
    while let end = levels.last, end - levels[levels.count - 2] > 1 {
      let start = levels[levels.count - 2]
      for child in stride(from: start, to: end, by: SpatialIndex.fanOut) {
        let children = child..<min(child + SpatialIndex.fanOut, end)
        boxes.append(children.dropFirst().reduce(boxes[child]) { $0.joined(with: boxes[$1]) })
        first.append(Int32(child))
      }
      levels.append(boxes.count)
    }
    self.boxes = boxes
    self.first = first
    self.levels = levels
  }

  /// How many rectangles can be found.
  public var count: Int { levels[1] }

  /// The items whose rectangle meets another, in ascending order.
  public func search(_ area: Bounds) -> [Int] {
    guard count > 0 else { return [] }
    var found: [Int] = []
    var pending = [(node: boxes.count - 1, level: levels.count - 2)]
    while let (node, level) = pending.popLast() {
      guard boxes[node].intersects(area) else { continue }
      if level == 0 {
        found.append(Int(first[node]))
      } else {
        for child in children(of: node, level) { pending.append((child, level - 1)) }
      }
    }
    return found.sorted()
  }

  /// The items whose rectangle is nearest to a position, nearest first, ties by item.
  public func nearest(to position: Position, count wanted: Int = 1) -> [Int] {
    guard count > 0, wanted > 0 else { return [] }
    var best: [(distance: Double, item: Int)] = []
    var pending = [(node: boxes.count - 1, level: levels.count - 2)]
    while let (node, level) = pending.popLast() {
      let distance = boxes[node].squaredDistance(to: position)
      if best.count == wanted, distance > best[wanted - 1].distance { continue }
      guard level == 0 else {
        // The nearest child is put last, to be opened first.
        let near = children(of: node, level).map {
          (node: $0, distance: boxes[$0].squaredDistance(to: position))
        }
        for child in near.sorted(by: { ($0.distance, $0.node) > ($1.distance, $1.node) }) {
          pending.append((child.node, level - 1))
        }
        continue
      }
      let entry = (distance: distance, item: Int(first[node]))
      let place = best.firstIndex { entry < $0 } ?? best.count
      best.insert(entry, at: place)
      if best.count > wanted { best.removeLast() }
    }
    return best.map(\.item)
  }

  private func children(of node: Int, _ level: Int) -> Range<Int> {
    let start = Int(first[node])
    return start..<min(start + SpatialIndex.fanOut, levels[level])
  }

  private static func tiled(_ items: [Int], _ bounds: [Bounds]) -> [Int] {
    func sorted(_ items: some Sequence<Int>, by centre: (Bounds) -> Double) -> [Int] {
      items.map { (centre(bounds[$0]), $0) }.sorted { $0 < $1 }.map(\.1)
    }
    let leaves = Double((items.count + fanOut - 1) / fanOut)
    let slices = max(1, Int(leaves.squareRoot().rounded(.up)))
    // A whole number of leaves, so that no leaf straddles two slices.
    let sliceSize = max(1, (items.count / fanOut + slices) / slices) * fanOut
    let byX = sorted(items) { $0.west + $0.east }
    var order: [Int] = []
    order.reserveCapacity(items.count)
    for start in stride(from: 0, to: byX.count, by: sliceSize) {
      order += sorted(byX[start..<min(start + sliceSize, byX.count)]) { $0.south + $0.north }
    }
    return order
  }
}
