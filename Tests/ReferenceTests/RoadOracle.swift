import Foundation
import Geometry
import PlanningModel

/// Travel times by another road: every vertex of every line is a node, lengths come
/// from the ellipsoid's own radii at each segment's middle, the queue is a binary heap of doubles, and points
/// are tied to edges by looking at all segments. Shares no code with what it judges, but for the
/// values that lines come in.
struct RoadOracle {
  /// Which way a mode may go along a line, and how fast; nil speed where it may not go.
  struct Rule {
    var isRoad: Bool
    var forward: Bool
    var backward: Bool
    var metresPerSecond: Double
  }

  private struct Segment {
    var first: Int
    var second: Int
    /// The stretch between junctions that it belongs to.
    var stretch: Int
    var rule: Rule
  }

  /// A place on a segment and the time of the leg to it.
  private struct Tie {
    var segment: Int
    var fraction: Double
    var legSeconds: Double
    var distance: Double
  }

  private var places: [(longitude: Double, latitude: Double)] = []
  private var segments: [Segment] = []
  private var neighbours: [[(node: Int, seconds: Double)]] = []
  /// Segments by the hundredths of a degree of latitude that they touch, to look at fewer.
  private var bands: [Int: [Int]] = [:]
  private let pace: Double

  init(_ lines: TaggedLines, pace: Double, rule: ([String: String]) -> Rule) {
    self.pace = pace
    var number: [Int64: Int] = [:]
    var uses: [Int: Int] = [:]
    var ways: [(vertices: [Int], rule: Rule)] = []
    for line in 0..<lines.count {
      var tags: [String: String] = [:]
      for (column, key) in lines.keys.enumerated() {
        let text = lines.value(column, of: line)
        if !text.isEmpty { tags[key] = text }
      }
      let judged = rule(tags)
      guard judged.isRoad else { continue }
      var vertices: [Int] = []
      for vertex in Int(lines.firstVertex[line])..<Int(lines.firstVertex[line + 1]) {
        let id = lines.vertexIDs[vertex]
        if number[id] == nil {
          number[id] = places.count
          places.append((lines.longitude[vertex], lines.latitude[vertex]))
        }
        if let node = number[id], node != vertices.last { vertices.append(node) }
      }
      guard vertices.count > 1 else { continue }
      for vertex in vertices { uses[vertex, default: 0] += 1 }
      uses[vertices[0], default: 0] += 1
      uses[vertices[vertices.count - 1], default: 0] += 1
      ways.append((vertices, judged))
    }
    neighbours = Array(repeating: [], count: places.count)
    var stretch = 0
    for way in ways {
      for (first, second) in zip(way.vertices, way.vertices.dropFirst()) {
        segments.append(
          Segment(first: first, second: second, stretch: stretch, rule: way.rule))
        let seconds = metres(places[first], places[second]) / way.rule.metresPerSecond
        if way.rule.forward { neighbours[first].append((second, seconds)) }
        if way.rule.backward { neighbours[second].append((first, seconds)) }
        if uses[second, default: 0] > 1 { stretch += 1 }
      }
      stretch += 1
    }
    for (index, segment) in segments.enumerated()
    where segment.rule.forward || segment.rule.backward {
      let ends = [places[segment.first].latitude, places[segment.second].latitude]
      for band in Self.band(ends.min() ?? 0)...Self.band(ends.max() ?? 0) {
        bands[band, default: []].append(index)
      }
    }
  }

  private static func band(_ latitude: Double) -> Int { Int((latitude * 100).rounded(.down)) }

  /// Metres by the ellipsoid's radii along the meridian and the parallel.
  private func metres(
    _ from: (longitude: Double, latitude: Double), _ to: (longitude: Double, latitude: Double)
  ) -> Double {
    let radian = Double.pi / 180
    let latitude = (from.latitude + to.latitude) / 2 * radian
    let a = 6_378_137.0
    let b = 6_356_752.314245
    // Radii by the defining axes, not by the eccentricity.
    let root = (a * a * cos(latitude) * cos(latitude) + b * b * sin(latitude) * sin(latitude))
      .squareRoot()
    let meridian = a * a * b * b / (root * root * root)
    let parallel = a * a / root * cos(latitude)
    return hypot(
      (to.longitude - from.longitude) * radian * parallel,
      (to.latitude - from.latitude) * radian * meridian)
  }

  private func ties(_ point: GeographicPosition) -> [Tie] {
    let from = (longitude: point.longitude, latitude: point.latitude)
    let north = metres(from, (from.longitude, from.latitude + 0.001)) * 1000
    let east = metres(from, (from.longitude + 0.001, from.latitude)) * 1000
    var nearest: [Int: Tie] = [:]
    // A band is 1.1 km, so three of them hold everything within a kilometre.
    let middle = Self.band(point.latitude)
    let near = (middle - 1...middle + 1).flatMap { bands[$0] ?? [] }
    for index in near {
      let segment = segments[index]
      let (first, second) = (places[segment.first], places[segment.second])
      let x1 = (first.longitude - from.longitude) * east
      let y1 = (first.latitude - from.latitude) * north
      let x2 = (second.longitude - from.longitude) * east
      let y2 = (second.latitude - from.latitude) * north
      if min(abs(x1), abs(x2)) > 1000, x1 * x2 > 0 { continue }
      if min(abs(y1), abs(y2)) > 1000, y1 * y2 > 0 { continue }
      let squared = (x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1)
      let along = squared > 0 ? -(x1 * (x2 - x1) + y1 * (y2 - y1)) / squared : 0
      let fraction = max(0, min(1, along))
      let distance = hypot(x1 + fraction * (x2 - x1), y1 + fraction * (y2 - y1))
      if distance <= 1000, distance < nearest[segment.stretch]?.distance ?? .infinity {
        nearest[segment.stretch] = Tie(
          segment: index, fraction: fraction, legSeconds: distance / pace, distance: distance)
      }
    }
    let sorted = nearest.values.sorted { $0.distance < $1.distance }
    return sorted.filter { sorted.count <= 5 || $0.distance <= sorted[4].distance + 0.001 }
  }

  /// Seconds from each origin to each destination; infinite where there is no way within `limit`.
  func seconds(
    from origins: [GeographicPosition], to destinations: [GeographicPosition],
    within limit: Double
  ) -> [[Double]] {
    let ends = destinations.map(ties)
    return origins.map { origin in
      let starts = ties(origin)
      let labels = labels(from: starts, within: limit)
      return ends.map { ends in
        var best = Double.infinity
        for end in ends {
          let segment = segments[end.segment]
          let whole = length(end.segment) / segment.rule.metresPerSecond
          if segment.rule.forward || end.fraction == 0 {
            best = min(best, labels[segment.first] + end.fraction * whole + end.legSeconds)
          }
          if segment.rule.backward || end.fraction == 1 {
            best = min(best, labels[segment.second] + (1 - end.fraction) * whole + end.legSeconds)
          }
          for start in starts where start.segment == end.segment {
            let step = end.fraction - start.fraction
            if step == 0 || (step > 0 ? segment.rule.forward : segment.rule.backward) {
              best = min(best, start.legSeconds + abs(step) * whole + end.legSeconds)
            }
          }
        }
        return best
      }
    }
  }

  private func length(_ segment: Int) -> Double {
    metres(places[segments[segment].first], places[segments[segment].second])
  }

  private func labels(from starts: [Tie], within limit: Double) -> [Double] {
    var labels = [Double](repeating: .infinity, count: places.count)
    var heap = Heap()
    func lower(_ node: Int, _ seconds: Double) {
      guard seconds < labels[node] else { return }
      labels[node] = seconds
      heap.push((seconds, node))
    }
    for start in starts {
      let segment = segments[start.segment]
      let whole = length(start.segment) / segment.rule.metresPerSecond
      if segment.rule.backward || start.fraction == 0 {
        lower(segment.first, start.legSeconds + start.fraction * whole)
      }
      if segment.rule.forward || start.fraction == 1 {
        lower(segment.second, start.legSeconds + (1 - start.fraction) * whole)
      }
    }
    while let (seconds, node) = heap.pop() {
      if seconds > limit { break }
      if seconds > labels[node] { continue }
      for next in neighbours[node] { lower(next.node, seconds + next.seconds) }
    }
    return labels
  }

  private struct Heap {
    private var items: [(Double, Int)] = []

    mutating func push(_ item: (Double, Int)) {
      items.append(item)
      var child = items.count - 1
      while child > 0, items[child].0 < items[(child - 1) / 2].0 {
        items.swapAt(child, (child - 1) / 2)
        child = (child - 1) / 2
      }
    }

    mutating func pop() -> (Double, Int)? {
      guard let top = items.first, let last = items.popLast() else { return nil }
      guard !items.isEmpty else { return top }
      items[0] = last
      var parent = 0
      while 2 * parent + 1 < items.count {
        var child = 2 * parent + 1
        if child + 1 < items.count, items[child + 1].0 < items[child].0 { child += 1 }
        guard items[child].0 < items[parent].0 else { break }
        items.swapAt(child, parent)
        parent = child
      }
      return top
    }
  }
}
