/// Rectangles around groups of neighbouring edges, in levels, to find edges near a place.
///
/// Edges lie along a curve already, so a group is just four edges in a row and a box of the next
/// level holds four boxes in a row: a packed tree without pointers.
struct EdgeBoxes: Sendable {
  static let fanOut = 4

  /// The first box of each level, finest first, and one past the last.
  private(set) var firstOfLevel: [Int] = [0]
  private(set) var west: [Float] = []
  private(set) var south: [Float] = []
  private(set) var east: [Float] = []
  private(set) var north: [Float] = []

  /// How many levels there are; 0 without edges.
  var levelCount: Int { firstOfLevel.count - 1 }

  init(_ edges: NetworkBuilder, threads: Int) { appendAll(edges, from: 0, threads: threads) }

  /// The boxes of edges of which the first so many are those of these boxes.
  func extended(to edges: NetworkBuilder, before count: Int) -> EdgeBoxes {
    var boxes = self
    // Full boxes of the finest level stay; the levels above are few.
    let full = count / Self.fanOut
    boxes.firstOfLevel = [0]
    boxes.west.removeSubrange(full...)
    boxes.south.removeSubrange(full...)
    boxes.east.removeSubrange(full...)
    boxes.north.removeSubrange(full...)
    boxes.appendAll(edges, from: full * Self.fanOut, threads: 1)
    return boxes
  }

  private mutating func appendAll(_ edges: NetworkBuilder, from start: Int, threads: Int) {
    let groups = (edges.tail.count - start + Self.fanOut - 1) / Self.fanOut
    let boxes: [Box] = ParallelSlices.column(groups, threads: threads) { boxes, slice in
      for group in slice {
        let first = start + group * Self.fanOut
        var box = Box()
        for edge in first..<min(first + Self.fanOut, edges.tail.count) { box.add(edge, edges) }
        boxes[group] = box
      }
    }
    west.reserveCapacity(west.count + 4 * groups / 3 + 32)
    south.reserveCapacity(west.capacity)
    east.reserveCapacity(west.capacity)
    north.reserveCapacity(west.capacity)
    for box in boxes { append(box) }
    if west.isEmpty { return }
    firstOfLevel.append(west.count)
    while levelSize(levelCount - 1) > 1 { appendLevel() }
  }

  /// Reads the boxes of a cached network.
  init(_ columns: inout ColumnReader) {
    firstOfLevel = columns.next(UInt64.self).map(Int.init(truncatingIfNeeded:))
    west = columns.next()
    south = columns.next()
    east = columns.next()
    north = columns.next()
  }

  /// How many boxes a level has.
  func levelSize(_ level: Int) -> Int { firstOfLevel[level + 1] - firstOfLevel[level] }

  private mutating func appendLevel() {
    let below = firstOfLevel[levelCount - 1]..<firstOfLevel[levelCount]
    for first in stride(from: below.lowerBound, to: below.upperBound, by: Self.fanOut) {
      var box = Box()
      for index in first..<min(first + Self.fanOut, below.upperBound) {
        box.add(Double(west[index]), Double(south[index]))
        box.add(Double(east[index]), Double(north[index]))
      }
      append(box)
    }
    firstOfLevel.append(west.count)
  }

  /// Boxes are rounded outwards, so that nothing inside is missed.
  private mutating func append(_ box: Box) {
    west.append(Float(box.west).nextDown)
    south.append(Float(box.south).nextDown)
    east.append(Float(box.east).nextUp)
    north.append(Float(box.north).nextUp)
  }

  private struct Box {
    var west = Double.infinity
    var south = Double.infinity
    var east = -Double.infinity
    var north = -Double.infinity

    mutating func add(_ longitude: Double, _ latitude: Double) {
      west = min(west, longitude)
      south = min(south, latitude)
      east = max(east, longitude)
      north = max(north, latitude)
    }

    mutating func add(_ edge: Int, _ edges: NetworkBuilder) {
      for node in [Int(edges.tail[edge]), Int(edges.head[edge])] {
        add(edges.nodeLongitude[node], edges.nodeLatitude[node])
      }
      for vertex in Int(edges.firstInterior[edge])..<Int(edges.firstInterior[edge + 1]) {
        add(edges.interiorLongitude[vertex], edges.interiorLatitude[vertex])
      }
    }
  }
}
