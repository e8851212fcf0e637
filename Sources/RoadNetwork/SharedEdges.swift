/// Finds points that are tied to the same edge, between which no node need be passed.
struct SharedEdges: Sendable {
  private let points: SnappedPoints
  private let times: EdgeTimes
  /// Edge in the upper half, candidate in the lower, sorted.
  private let byEdge: [UInt64]
  private let pointOfCandidate: [UInt32]

  init(_ points: SnappedPoints, _ times: EdgeTimes) {
    self.points = points
    self.times = times
    var owners = [UInt32](repeating: 0, count: points.candidates.count)
    for point in 0..<points.count {
      for candidate in points.range(point) { owners[candidate] = UInt32(point) }
    }
    pointOfCandidate = owners
    byEdge = points.candidates.enumerated()
      .map { UInt64($1.edge) << 32 | UInt64($0) }.sorted()
  }

  /// Calls `visit` for each way along a common edge from a candidate to a point of this set.
  func forEach(
    from candidate: SnapCandidate, _ sense: SearchSense,
    _ visit: (_ point: Int, _ milliseconds: UInt32, _ millimetres: UInt32) -> Void
  ) {
    let edge = UInt64(candidate.edge)
    var low = 0
    var high = byEdge.count
    while low < high {
      let middle = (low + high) / 2
      if byEdge[middle] >> 32 < edge { low = middle + 1 } else { high = middle }
    }
    while low < byEdge.count, byEdge[low] >> 32 == edge {
      let index = Int(truncatingIfNeeded: byEdge[low] & 0xFFFF_FFFF)
      low += 1
      let other = points.candidates[index]
      guard
        let along = times.milliseconds(
          onEdge: Int(candidate.edge), from: candidate.offsetMetres, to: other.offsetMetres, sense)
      else { continue }
      let legs = EdgeTimes.sum(candidate.legMilliseconds, other.legMilliseconds)
      let metres =
        candidate.legMetres + other.legMetres
        + abs(candidate.offsetMetres - other.offsetMetres)
      visit(
        Int(pointOfCandidate[index]), EdgeTimes.sum(along, legs), EdgeTimes.rounded(metres * 1000))
    }
  }
}
