import Geometry
import PlanningModel

/// Straight pieces of reached road in metres east and north of a place, with the time at both
/// ends, and the rectangle around them.
struct IsochroneStrokes {
  /// A piece; the time grows evenly from start to end.
  struct Stroke {
    var startX: Float
    var startY: Float
    var endX: Float
    var endY: Float
    var startMilliseconds: Float
    var endMilliseconds: Float
  }

  /// The place in the middle of the plane.
  let place: GeographicPosition
  /// Metres per degree there.
  let eastMetres: Double
  let northMetres: Double
  private(set) var strokes: [Stroke] = []
  private(set) var bounds = Bounds(west: 0, south: 0, east: 0, north: 0)

  /// Lays the legs from a place to the roads and the parts that are reached into the plane.
  init(
    _ parts: [ReachedPart], _ times: EdgeTimes, place: GeographicPosition,
    legs: [SnapCandidate], within limit: UInt32
  ) {
    self.place = place
    let scale = EllipsoidalMetric.metresPerDegree(
      atLatitude: max(-89, min(89, place.latitude)))
    eastMetres = scale.east
    northMetres = scale.north
    // The place itself is reached in no time, also where no leg is short enough.
    append(0, 0, 0, 0, 0, 0)
    for leg in legs {
      let time = Double(times.legMilliseconds(leg.legMetres))
      let share = time > Double(limit) ? Double(limit) / time : 1
      append(
        0, 0, 0, share * x(leg.longitude), share * y(leg.latitude), share * time)
    }
    strokes.reserveCapacity(parts.count * 3)
    for part in parts { append(part, times.network) }
  }

  private func x(_ longitude: Double) -> Double { (longitude - place.longitude) * eastMetres }
  private func y(_ latitude: Double) -> Double { (latitude - place.latitude) * northMetres }

  private mutating func append(
    _ startX: Double, _ startY: Double, _ start: Double, _ endX: Double, _ endY: Double,
    _ end: Double
  ) {
    strokes.append(
      Stroke(
        startX: Float(startX), startY: Float(startY), endX: Float(endX), endY: Float(endY),
        startMilliseconds: Float(start), endMilliseconds: Float(end)))
    bounds.west = min(bounds.west, startX, endX)
    bounds.east = max(bounds.east, startX, endX)
    bounds.south = min(bounds.south, startY, endY)
    bounds.north = max(bounds.north, startY, endY)
  }

  /// Follows the shape of an edge from the start of a part to its end.
  private mutating func append(_ part: ReachedPart, _ network: RoadNetwork) {
    let edge = Int(part.edge)
    let low = min(part.start, part.end)
    let high = max(part.start, part.end)
    let rate =
      high > low ? (part.endMilliseconds - part.startMilliseconds) / (part.end - part.start) : 0
    let lowTime = part.startMilliseconds + rate * (low - part.start)
    let tail = Int(network.tail[edge])
    let head = Int(network.head[edge])
    var previousX = x(network.nodeLongitude[tail])
    var previousY = y(network.nodeLatitude[tail])
    var previousOffset = 0.0
    let interior = Int(network.firstInterior[edge])..<Int(network.firstInterior[edge + 1])
    for vertex in interior.lowerBound...interior.upperBound {
      let isLast = vertex == interior.upperBound
      let nextX = x(isLast ? network.nodeLongitude[head] : network.interiorLongitude[vertex])
      let nextY = y(isLast ? network.nodeLatitude[head] : network.interiorLatitude[vertex])
      let offset = isLast ? network.lengthMetres[edge] : network.interiorOffsetMetres[vertex]
      if offset >= low {
        var (startX, startY, start) = (previousX, previousY, previousOffset)
        var (endX, endY, end) = (nextX, nextY, offset)
        if start < low || end > high {
          let length = end - start
          let first = max(0, low - start) / length
          let last = min(1, (high - start) / length)
          (endX, endY) = (startX + last * (nextX - startX), startY + last * (nextY - startY))
          (startX, startY) = (
            startX + first * (nextX - startX), startY + first * (nextY - startY)
          )
          start = max(start, low)
          end = min(end, high)
        }
        let startTime = lowTime + rate * (start - low)
        let endTime = lowTime + rate * (end - low)
        if rate >= 0 {
          append(startX, startY, startTime, endX, endY, endTime)
        } else {
          append(endX, endY, endTime, startX, startY, startTime)
        }
      }
      if offset >= high { return }
      (previousX, previousY, previousOffset) = (nextX, nextY, offset)
    }
  }
}
