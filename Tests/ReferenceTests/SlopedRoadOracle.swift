import Foundation
import Geometry
import PlanningModel

/// Nearest destinations over roads with slopes by another road: every vertex is a node, times
/// are doubles, one search from all destinations on reversed arcs, points are tied to edges by
/// looking at all segments nearby. Written from docs/methods/travel-times.md; shares no code with
/// what it judges, but for the values that lines and heights come in.
struct SlopedRoadOracle {
  private struct Segment {
    var first: Int
    var second: Int
    /// The stretch between junctions that it belongs to, and where on it the segment starts.
    var stretch: Int
    var offset: Double
    var metres: Double
    var rule: RoadOracle.Rule
  }

  /// An edge: its length and the slope of each of its equal steps, along it.
  private struct Stretch {
    var metres = 0.0
    var places: [(longitude: Double, latitude: Double)] = []
    var offsets: [Double] = []
    var slopes: [Double] = []
    var isStructure = false
    var ends = (first: 0, last: 0)
  }

  private struct Tie {
    var segment: Int
    var along: Double
    var legSeconds: Double
    var distance: Double
  }

  private var places: [(longitude: Double, latitude: Double)] = []
  private var segments: [Segment] = []
  private var stretches: [Stretch] = []
  private var arrivals: [[(node: Int, seconds: Double)]] = []
  private var bands: [Int: [Int]] = [:]
  private let raster: Raster
  private let pace: Double

  init(
    _ lines: TaggedLines, heights raster: Raster, pace: Double,
    rule: ([String: String]) -> RoadOracle.Rule
  ) {
    self.pace = pace
    self.raster = raster
    read(lines, rule)
    for index in stretches.indices where !stretches[index].isStructure { slope(index) }
    slopeStructures()
    arrivals = Array(repeating: [], count: places.count)
    for segment in segments {
      let end = segment.offset + segment.metres
      if segment.rule.forward {
        arrivals[segment.second].append(
          (segment.first, time(segment.stretch, segment.offset, end)))
      }
      if segment.rule.backward {
        arrivals[segment.first].append(
          (segment.second, time(segment.stretch, end, segment.offset)))
      }
    }
    for (index, segment) in segments.enumerated()
    where segment.rule.forward || segment.rule.backward {
      let ends = [places[segment.first].latitude, places[segment.second].latitude]
      for band in Self.band(ends.min() ?? 0)...Self.band(ends.max() ?? 0) {
        bands[band, default: []].append(index)
      }
    }
  }

  private mutating func read(
    _ lines: TaggedLines, _ rule: ([String: String]) -> RoadOracle.Rule
  ) {
    var number: [Int64: Int] = [:]
    var uses: [Int: Int] = [:]
    var ways: [(vertices: [Int], rule: RoadOracle.Rule, isStructure: Bool)] = []
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
      let isStructure = ["bridge", "tunnel"].contains { tags[$0] != nil && tags[$0] != "no" }
      ways.append((vertices, judged, isStructure))
    }
    for way in ways {
      var stretch = Stretch()
      func begin(_ node: Int) {
        stretch = Stretch(isStructure: way.isStructure, ends: (node, node))
        stretch.places = [places[node]]
        stretch.offsets = [0]
      }
      begin(way.vertices[0])
      for (first, second) in zip(way.vertices, way.vertices.dropFirst()) {
        let metres = metres(places[first], places[second])
        segments.append(
          Segment(
            first: first, second: second, stretch: stretches.count, offset: stretch.metres,
            metres: metres, rule: way.rule))
        stretch.metres += metres
        stretch.places.append(places[second])
        stretch.offsets.append(stretch.metres)
        stretch.ends.last = second
        if uses[second, default: 0] > 1 {
          stretches.append(stretch)
          begin(second)
        }
      }
      if stretch.places.count > 1 { stretches.append(stretch) }
    }
  }

  // MARK: Slopes

  private mutating func slope(_ index: Int) {
    let stretch = stretches[index]
    let count = max(1, Int((stretch.metres / 75).rounded()))
    if stretch.metres < 50 {
      let (first, last) = (places[stretch.ends.first], places[stretch.ends.last])
      let span = metres(first, last)
      guard span > 0 else {
        stretches[index].slopes = [0]
        return
      }
      let middle = (
        longitude: (first.longitude + last.longitude) / 2,
        latitude: (first.latitude + last.latitude) / 2
      )
      func beside(_ metres: Double) -> Double? {
        height(
          (
            middle.longitude + (last.longitude - first.longitude) * metres / span,
            middle.latitude + (last.latitude - first.latitude) * metres / span
          ))
      }
      if let low = beside(-25), let high = beside(25) {
        stretches[index].slopes = [(high - low) / 50]
      } else {
        stretches[index].slopes = [0]
      }
      return
    }
    let step = stretch.metres / Double(count)
    let heights = (0...count).map { height(place(on: stretch, at: Double($0) * step)) }
    stretches[index].slopes = (0..<count).map { number in
      guard let low = heights[number], let high = heights[number + 1] else { return 0 }
      return (high - low) / step
    }
  }

  /// Bridges and tunnels: straight between their ends; joints between them by their neighbours.
  private mutating func slopeStructures() {
    var touching: [Int: [Int]] = [:]
    for (index, stretch) in stretches.enumerated() {
      touching[stretch.ends.first, default: []].append(index)
      touching[stretch.ends.last, default: []].append(index)
    }
    var heights: [Int: Double] = [:]
    var joints: [Int] = []
    for (node, all) in touching.sorted(by: { $0.key < $1.key })
    where all.contains(where: { stretches[$0].isStructure }) {
      heights[node] = height(places[node])
      if all.count > 1, all.allSatisfy({ stretches[$0].isStructure }) { joints.append(node) }
    }
    for _ in 0..<2000 {
      for node in joints {
        var (sum, weights) = (0.0, 0.0)
        for index in touching[node] ?? [] {
          let ends = stretches[index].ends
          let other = ends.first == node ? ends.last : ends.first
          guard other != node, let height = heights[other], stretches[index].metres > 0 else {
            continue
          }
          sum += height / stretches[index].metres
          weights += 1 / stretches[index].metres
        }
        if weights > 0 { heights[node] = sum / weights }
      }
    }
    for index in stretches.indices where stretches[index].isStructure {
      let ends = stretches[index].ends
      if let first = heights[ends.first], let last = heights[ends.last],
        stretches[index].metres > 0
      {
        stretches[index].slopes = [(last - first) / stretches[index].metres]
      } else {
        stretches[index].slopes = [0]
      }
    }
  }

  private func place(
    on stretch: Stretch, at metres: Double
  ) -> (longitude: Double, latitude: Double) {
    var segment = 0
    while segment < stretch.offsets.count - 2, stretch.offsets[segment + 1] < metres {
      segment += 1
    }
    let length = stretch.offsets[segment + 1] - stretch.offsets[segment]
    let part = length > 0 ? min(1, (metres - stretch.offsets[segment]) / length) : 0
    let (from, to) = (stretch.places[segment], stretch.places[segment + 1])
    return (
      from.longitude + part * (to.longitude - from.longitude),
      from.latitude + part * (to.latitude - from.latitude)
    )
  }

  /// Bilinear between the centres of cells; the raster is in degrees.
  private func height(_ place: (longitude: Double, latitude: Double)) -> Double? {
    let x = (place.longitude - raster.west) / raster.cellWidth
    let y = (raster.north - place.latitude) / raster.cellHeight
    guard x >= 0, y >= 0, x <= Double(raster.width), y <= Double(raster.height) else { return nil }
    let (left, top) = ((x - 0.5).rounded(.down), (y - 0.5).rounded(.down))
    let (right, down) = (x - 0.5 - left, y - 0.5 - top)
    var (sum, weights) = (0.0, 0.0)
    for (column, row, weight) in [
      (left, top, (1 - right) * (1 - down)), (left + 1, top, right * (1 - down)),
      (left, top + 1, (1 - right) * down), (left + 1, top + 1, right * down),
    ] {
      guard column >= 0, row >= 0, Int(column) < raster.width, Int(row) < raster.height else {
        continue
      }
      let value = Double(raster.cells[Int(row) * raster.width + Int(column)])
      guard value.isFinite else { continue }
      sum += weight * value
      weights += weight
    }
    return weights > 0 ? sum / weights : nil
  }

  /// Seconds along a stretch from one place on it to another.
  private func time(_ index: Int, _ from: Double, _ to: Double) -> Double {
    let stretch = stretches[index]
    let step = stretch.metres / Double(stretch.slopes.count)
    let (low, high) = (min(from, to), max(from, to))
    var seconds = 0.0
    for (number, slope) in stretch.slopes.enumerated() {
      let start = Double(number) * step
      let metres = min(high, start + step) - max(low, start)
      guard metres > 0 else { continue }
      seconds += metres / pace * Self.factor(to >= from ? slope : -slope)
    }
    return seconds
  }

  /// How many times as long as on the flat: Tobler, clamped, nobody faster downhill.
  private static func factor(_ slope: Double) -> Double {
    let clamped = max(-0.4, min(0.4, slope))
    let speed = exp(-3.5 * abs(clamped + 0.05)) / exp(-3.5 * 0.05)
    return 1 / min(1, speed)
  }

  // MARK: Searching

  private static func band(_ latitude: Double) -> Int { Int((latitude * 100).rounded(.down)) }

  /// Metres by the ellipsoid's radii along the meridian and the parallel.
  private func metres(
    _ from: (longitude: Double, latitude: Double), _ to: (longitude: Double, latitude: Double)
  ) -> Double {
    let radian = Double.pi / 180
    let latitude = (from.latitude + to.latitude) / 2 * radian
    let a = 6_378_137.0
    let b = 6_356_752.314245
    let root = (a * a * cos(latitude) * cos(latitude) + b * b * sin(latitude) * sin(latitude))
      .squareRoot()
    return hypot(
      (to.longitude - from.longitude) * radian * a * a / root * cos(latitude),
      (to.latitude - from.latitude) * radian * a * a * b * b / (root * root * root))
  }

  private func ties(_ point: GeographicPosition) -> [Tie] {
    let from = (longitude: point.longitude, latitude: point.latitude)
    let north = metres(from, (from.longitude, from.latitude + 0.001)) * 1000
    let east = metres(from, (from.longitude + 0.001, from.latitude)) * 1000
    var nearest: [Int: Tie] = [:]
    let middle = Self.band(point.latitude)
    for index in (middle - 1...middle + 1).flatMap({ bands[$0] ?? [] }) {
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
          segment: index, along: segment.offset + fraction * segment.metres,
          legSeconds: distance / pace, distance: distance)
      }
    }
    let sorted = nearest.values.sorted { $0.distance < $1.distance }
    return sorted.filter { sorted.count <= 5 || $0.distance <= sorted[4].distance + 0.001 }
  }

  /// Seconds from each origin to its nearest destination; infinite where there is none.
  func nearestSeconds(
    from origins: [GeographicPosition], to destinations: [GeographicPosition]
  ) -> [Double] {
    var labels = [Double](repeating: .infinity, count: places.count)
    var heap = OracleHeap()
    var tiesOfStretch: [Int: [Tie]] = [:]
    func lower(_ node: Int, _ seconds: Double) {
      guard seconds < labels[node] else { return }
      labels[node] = seconds
      heap.push((seconds, node))
    }
    for tie in destinations.flatMap(ties) {
      let segment = segments[tie.segment]
      tiesOfStretch[segment.stretch, default: []].append(tie)
      let end = segment.offset + segment.metres
      if segment.rule.forward {
        lower(segment.first, tie.legSeconds + time(segment.stretch, segment.offset, tie.along))
      }
      if segment.rule.backward {
        lower(segment.second, tie.legSeconds + time(segment.stretch, end, tie.along))
      }
    }
    while let (seconds, node) = heap.pop() {
      if seconds > labels[node] { continue }
      for arc in arrivals[node] { lower(arc.node, seconds + arc.seconds) }
    }
    return origins.map { origin in
      var best = Double.infinity
      for tie in ties(origin) {
        let segment = segments[tie.segment]
        let end = segment.offset + segment.metres
        if segment.rule.forward {
          best = min(
            best, tie.legSeconds + time(segment.stretch, tie.along, end) + labels[segment.second])
        }
        if segment.rule.backward {
          best = min(
            best,
            tie.legSeconds + time(segment.stretch, tie.along, segment.offset)
              + labels[segment.first])
        }
        for other in tiesOfStretch[segment.stretch] ?? [] where other.segment == tie.segment {
          guard other.along >= tie.along ? segment.rule.forward : segment.rule.backward else {
            continue
          }
          best = min(
            best,
            tie.legSeconds + time(segment.stretch, tie.along, other.along) + other.legSeconds)
        }
      }
      return best
    }
  }
}

/// A binary heap of labels.
struct OracleHeap {
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
