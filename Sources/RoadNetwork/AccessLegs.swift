/// The ways between a snapped point and the nodes at the ends of its candidate edges: the
/// leg and part of the edge together.
struct AccessLegs: Sendable {
  /// One way to or from a node.
  struct Leg: Sendable {
    var node: UInt32
    var milliseconds: UInt32
    var millimetres: UInt32
  }

  /// Start of each point's legs, and one past the last.
  private(set) var first: [UInt32] = [0]
  /// The legs; one per node and point, the cheapest.
  private(set) var legs: [Leg] = []

  /// The legs that lead from points to nodes, or, with `isArriving`, from nodes to points.
  init(_ points: SnappedPoints, _ times: EdgeTimes, _ sense: SearchSense, isArriving: Bool) {
    let network = times.network
    var own: [Leg] = []
    for point in 0..<points.count {
      own.removeAll(keepingCapacity: true)
      for candidate in points.candidates[points.range(point)] {
        let edge = Int(candidate.edge)
        let length = network.lengthMetres[edge]
        for (node, end) in [(network.tail[edge], 0), (network.head[edge], length)] {
          let along =
            isArriving
            ? times.milliseconds(
              onEdge: edge, from: end, to: candidate.offsetMetres, sense)
            : times.milliseconds(
              onEdge: edge, from: candidate.offsetMetres, to: end, sense)
          guard let along else { continue }
          let metres = candidate.legMetres + abs(candidate.offsetMetres - end)
          own.append(
            Leg(
              node: node,
              milliseconds: EdgeTimes.sum(along, candidate.legMilliseconds),
              millimetres: EdgeTimes.rounded(metres * 1000)))
        }
      }
      own.sort {
        ($0.node, $0.milliseconds, $0.millimetres) < ($1.node, $1.milliseconds, $1.millimetres)
      }
      for leg in own where legs.count == Int(first[point]) || legs[legs.count - 1].node != leg.node
      {
        legs.append(leg)
      }
      first.append(UInt32(legs.count))
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
