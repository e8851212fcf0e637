import Geometry
import PlanningModel

/// Finds the edges nearest to a place, exactly, with scratch that is reused between places.
struct NearestEdges {
  private let times: EdgeTimes
  private let settings: SnapSettings
  private var queue: [(squaredDistance: Double, level: Int, box: Int)] = []
  private var found: [SnapCandidate] = []

  init(_ times: EdgeTimes, _ settings: SnapSettings) {
    self.times = times
    self.settings = settings
  }

  /// Ties points to the network, in order.
  mutating func snap(_ points: ArraySlice<GeographicPosition?>) -> SnappedPoints {
    var result = SnappedPoints()
    for point in points {
      let isValid =
        point.map { abs($0.longitude) <= 180 && abs($0.latitude) <= 90 } ?? false
      if isValid, let point { result.candidates.append(contentsOf: nearest(to: point)) }
      result.isValid.append(isValid)
      result.first.append(UInt32(result.candidates.count))
    }
    return result
  }

  /// The nearest places on distinct edges within the cap; equal distances in order of edge.
  private mutating func nearest(to point: GeographicPosition) -> [SnapCandidate] {
    let boxes = times.network.boxes
    found.removeAll(keepingCapacity: true)
    queue.removeAll(keepingCapacity: true)
    guard boxes.levelCount > 0, settings.candidateCount > 0 else { return [] }
    let plane = LocalPlane(atLatitude: point.latitude)
    push(boxes.levelCount - 1, 0, point, plane)
    while let next = pop() {
      if next.squaredDistance > reach * reach { break }
      let children = next.box * EdgeBoxes.fanOut..<(next.box + 1) * EdgeBoxes.fanOut
      if next.level == 0 {
        for edge in children where edge < times.network.edgeCount && times.isOpen(edge) {
          consider(edge, point, plane)
        }
      } else {
        for box in children where box < boxes.levelSize(next.level - 1) {
          push(next.level - 1, box, point, plane)
        }
      }
    }
    return found
  }

  /// The cap, with room for rounding: a point on a road is on it under a cap of nothing, too.
  private var cap: Double { settings.capMetres + SnapSettings.toleranceMetres }

  /// How far a candidate may be to be of use.
  private var reach: Double {
    guard found.count >= settings.candidateCount else { return cap }
    return min(
      cap,
      found[settings.candidateCount - 1].legMetres + SnapSettings.toleranceMetres)
  }

  private mutating func consider(_ edge: Int, _ point: GeographicPosition, _ plane: LocalPlane) {
    let network = times.network
    var best: (projection: SegmentProjection, offset: Double)?
    var previous = (
      x: network.nodeLongitude[Int(network.tail[edge])],
      y: network.nodeLatitude[Int(network.tail[edge])], offset: 0.0
    )
    func visit(_ x: Double, _ y: Double, _ offset: Double) {
      let projection = plane.projection(
        longitude: point.longitude, latitude: point.latitude, longitude1: previous.x,
        latitude1: previous.y, longitude2: x, latitude2: y)
      if projection.distanceMetres < best?.projection.distanceMetres ?? .infinity {
        let along = previous.offset + projection.fraction * (offset - previous.offset)
        best = (projection, atEnd(along, of: network.lengthMetres[edge]))
      }
      previous = (x, y, offset)
    }
    for vertex in Int(network.firstInterior[edge])..<Int(network.firstInterior[edge + 1]) {
      visit(
        network.interiorLongitude[vertex], network.interiorLatitude[vertex],
        network.interiorOffsetMetres[vertex])
    }
    let head = Int(network.head[edge])
    visit(network.nodeLongitude[head], network.nodeLatitude[head], network.lengthMetres[edge])
    guard let best, best.projection.distanceMetres <= cap else { return }
    insert(
      SnapCandidate(
        edge: UInt32(edge), legMilliseconds: times.legMilliseconds(best.projection.distanceMetres),
        offsetMetres: best.offset,
        legMetres: best.projection.distanceMetres, longitude: best.projection.longitude,
        latitude: best.projection.latitude))
  }

  /// The end of an edge for places so close to it that only rounding tells them apart; a point
  /// at a junction must be able to leave by any of its roads.
  private func atEnd(_ offset: Double, of length: Double) -> Double {
    if offset <= SnapSettings.toleranceMetres { return 0 }
    return offset >= length - SnapSettings.toleranceMetres ? length : offset
  }

  private mutating func insert(_ candidate: SnapCandidate) {
    var place = found.count
    while place > 0,
      (candidate.legMetres, candidate.edge) < (found[place - 1].legMetres, found[place - 1].edge)
    {
      place -= 1
    }
    found.insert(candidate, at: place)
    while let last = found.last, last.legMetres > reach { found.removeLast() }
  }

  private mutating func push(
    _ level: Int, _ box: Int, _ point: GeographicPosition, _ plane: LocalPlane
  ) {
    let boxes = times.network.boxes
    let index = boxes.firstOfLevel[level] + box
    let west = Double(boxes.west[index]) - point.longitude
    let east = point.longitude - Double(boxes.east[index])
    let south = Double(boxes.south[index]) - point.latitude
    let north = point.latitude - Double(boxes.north[index])
    let x = max(west, 0, east) * plane.eastMetresPerDegree
    let y = max(south, 0, north) * plane.northMetresPerDegree
    let squared = x * x + y * y
    guard squared <= reach * reach else { return }
    queue.append((squared, level, box))
    var child = queue.count - 1
    while child > 0, queue[child].squaredDistance < queue[(child - 1) / 2].squaredDistance {
      queue.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func pop() -> (squaredDistance: Double, level: Int, box: Int)? {
    guard let top = queue.first, let last = queue.popLast() else { return nil }
    if queue.isEmpty { return top }
    queue[0] = last
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < queue.count else { break }
      if child + 1 < queue.count, queue[child + 1].squaredDistance < queue[child].squaredDistance {
        child += 1
      }
      guard queue[child].squaredDistance < queue[parent].squaredDistance else { break }
      queue.swapAt(child, parent)
      parent = child
    }
    return top
  }
}
