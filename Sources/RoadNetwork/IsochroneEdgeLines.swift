/// A way along an edge: the time grows evenly between two distances from the tail.
///
/// The time of a place on an edge is the least of several such ways; of two senses the mean or
/// the larger one.
struct EdgeLine {
  var edge: UInt32
  /// Which sense it belongs to.
  var group: Int
  var low: Double
  var high: Double
  var lowMilliseconds: Double
  var highMilliseconds: Double

  func milliseconds(_ offset: Double) -> Double {
    let share = high > low ? (offset - low) / (high - low) : 0
    return lowMilliseconds + share * (highMilliseconds - lowMilliseconds)
  }

  /// Where two ways take the same time, if they differ at all.
  func meeting(_ other: EdgeLine) -> Double? {
    let own = high > low ? (highMilliseconds - lowMilliseconds) / (high - low) : 0
    let others =
      other.high > other.low
      ? (other.highMilliseconds - other.lowMilliseconds) / (other.high - other.low) : 0
    guard own != others else { return nil }
    return (other.milliseconds(0) - milliseconds(0)) / (own - others)
  }

  /// The reached parts of the edges that the lines lie on, in order of edge and distance.
  static func parts(
    of lines: [EdgeLine], groups: Int, isWorst: Bool, within limit: UInt32
  ) -> [ReachedPart] {
    let sorted = lines.sorted {
      ($0.edge, $0.group, $0.low, $0.high, $0.lowMilliseconds, $0.highMilliseconds)
        < ($1.edge, $1.group, $1.low, $1.high, $1.lowMilliseconds, $1.highMilliseconds)
    }
    var parts: [ReachedPart] = []
    var first = 0
    while first < sorted.count {
      var end = first
      while end < sorted.count, sorted[end].edge == sorted[first].edge { end += 1 }
      parts += partsOfOneEdge(
        Array(sorted[first..<end]), groups: groups, isWorst: isWorst, within: limit)
      first = end
    }
    return parts
  }

  private static func partsOfOneEdge(
    _ lines: [EdgeLine], groups: Int, isWorst: Bool, within limit: UInt32
  ) -> [ReachedPart] {
    let low = lines.reduce(Double.infinity) { min($0, $1.low) }
    let high = lines.reduce(-Double.infinity) { max($0, $1.high) }
    var breaks = lines.flatMap { [$0.low, $0.high] }
    for (index, line) in lines.enumerated() {
      breaks += lines[..<index].compactMap { line.meeting($0) }.filter { $0 > low && $0 < high }
    }
    breaks.sort()
    var parts: [ReachedPart] = []
    for (start, end) in zip(breaks, breaks.dropFirst()) where end > start {
      let middle = (start + end) / 2
      // Between two breaks one line of each sense is the least throughout.
      let best = (0..<groups).compactMap { group in
        lines.filter { $0.group == group && $0.low <= middle && $0.high >= middle }
          .min { $0.milliseconds(middle) < $1.milliseconds(middle) }
      }
      guard best.count == groups else { continue }
      func time(_ offset: Double) -> Double {
        let all = best.map { $0.milliseconds(offset) }
        return isWorst
          ? all.reduce(0, max) : all.reduce(0, +) / Double(groups)
      }
      let isRising = time(start) <= time(end)
      var part = ReachedPart(
        edge: lines[0].edge, start: isRising ? start : end, end: isRising ? end : start,
        startMilliseconds: time(isRising ? start : end),
        endMilliseconds: time(isRising ? end : start))
      guard part.startMilliseconds <= Double(limit) else { continue }
      let share = part.share(within: limit)
      part.end = part.start + share * (part.end - part.start)
      part.endMilliseconds =
        part.startMilliseconds + share * (part.endMilliseconds - part.startMilliseconds)
      parts.append(part)
    }
    return parts
  }
}

extension EdgeLine {
  /// The way along the whole of an edge from a reached end.
  init(edge: UInt32, group: Int, isForward: Bool, length: Double, label: UInt32, cost: UInt32) {
    let far = Double(label) + Double(cost)
    self.init(
      edge: edge, group: group, low: 0, high: length,
      lowMilliseconds: isForward ? Double(label) : far,
      highMilliseconds: isForward ? far : Double(label))
  }
}
