/// The ways between a snapped point and the nodes at the ends of its candidate edges: the
/// leg and part of the edge together.
struct AccessLegs: Sendable {
  /// One way to or from a node.
  struct Leg: Sendable {
    var node: UInt32
    var milliseconds: UInt32
    var millimetres: UInt32

    static func < (left: Self, right: Self) -> Bool {
      (left.node, left.milliseconds, left.millimetres)
        < (right.node, right.milliseconds, right.millimetres)
    }
  }

  /// Start of each point's legs, and one past the last.
  private(set) var first: [UInt32] = [0]
  /// The legs; one per node and point, the cheapest.
  private(set) var legs: [Leg] = []

  /// The legs that lead from points to nodes, or, with `isArriving`, from nodes to points.
  init(_ points: SnappedPoints, _ times: EdgeTimes, _ sense: SearchSense, isArriving: Bool) {
    let network = times.network
    legs.reserveCapacity(2 * points.candidates.count)
    first.reserveCapacity(points.count + 1)
    var own: [Leg] = []
    for point in 0..<points.count {
      own.removeAll(keepingCapacity: true)
      for candidate in points.candidates[points.range(point)] {
        let edge = Int(candidate.edge)
        Self.add(
          candidate, network.tail[edge], at: 0, times, sense, isArriving: isArriving, to: &own)
        Self.add(
          candidate, network.head[edge], at: network.lengthMetres[edge], times, sense,
          isArriving: isArriving, to: &own)
      }
      Self.sort(&own)
      for leg in own where legs.count == Int(first[point]) || legs[legs.count - 1].node != leg.node
      {
        legs.append(leg)
      }
      first.append(UInt32(legs.count))
    }
  }

  /// Adds the leg between a place on an edge and a node at its end.
  private static func add(
    _ candidate: SnapCandidate, _ node: UInt32, at end: Double, _ times: EdgeTimes,
    _ sense: SearchSense, isArriving: Bool, to legs: inout [Leg]
  ) {
    let (edge, offset) = (Int(candidate.edge), candidate.offsetMetres)
    let along =
      isArriving
      ? times.milliseconds(onEdge: edge, from: end, to: offset, sense)
      : times.milliseconds(onEdge: edge, from: offset, to: end, sense)
    guard let along else { return }
    let leg = Leg(
      node: node, milliseconds: EdgeTimes.sum(along, candidate.legMilliseconds),
      millimetres: EdgeTimes.rounded((candidate.legMetres + abs(offset - end)) * 1000))
    legs.append(leg)
  }

  /// Most points have a handful of legs, for which a call to sort costs more than the sorting.
  private static func sort(_ legs: inout [Leg]) {
    guard legs.count <= 24 else { return legs.sort(by: <) }
    for index in legs.indices.dropFirst() {
      let leg = legs[index]
      var place = index
      while place > 0, leg < legs[place - 1] {
        legs[place] = legs[place - 1]
        place -= 1
      }
      legs[place] = leg
    }
  }

  /// The legs of a point.
  func range(_ point: Int) -> Range<Int> { Int(first[point])..<Int(first[point + 1]) }

  /// The points, those first whose first legs lead to the first nodes; without legs last.
  var pointsByNode: [UInt32] {
    let nodes = (0..<first.count - 1).map {
      range($0).isEmpty ? .max : legs[range($0).lowerBound].node
    }
    return nodes.indices.sorted { (nodes[$0], $0) < (nodes[$1], $1) }.map { UInt32($0) }
  }

  /// The legs of a point as seeds of a search.
  func seeds(_ point: Int, owner: UInt32) -> [Seed] {
    legs[range(point)].map {
      Seed(
        node: $0.node, milliseconds: $0.milliseconds, millimetres: $0.millimetres, owner: owner)
    }
  }
}
