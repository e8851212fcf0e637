/// What happens to an edge in a what-if: slower, faster, or closed.
public struct EdgeChange: Sendable, Hashable {
  /// The edge.
  public var edge: UInt32
  /// How many times as long it takes in either direction; nil when it is closed to everybody.
  public var timeFactor: Double?

  /// Changes an edge; a factor below 0 or not finite closes it.
  public init(edge: UInt32, timeFactor: Double?) {
    self.edge = edge
    self.timeFactor = timeFactor.flatMap { $0 >= 0 && $0.isFinite ? $0 : nil }
  }
}

extension RoadGraph {
  /// The graph with other costs on some edges; closed arcs stay, at a cost beyond every limit.
  ///
  /// Arcs that a one-way rule left out stay out.
  func repriced(_ edges: Set<UInt32>, _ times: EdgeTimes, _ sense: SearchSense) -> RoadGraph {
    changing(
      arcs(of: edges, times.network).map { arc in
        let cost = times.milliseconds(
          ofEdge: Int(edge[arc.position]), isForward: arc.isForward, sense)
        return (arc.position, cost ?? .max)
      })
  }

  /// Where the arcs of some edges are, and which way each runs.
  func arcs(of edges: Set<UInt32>, _ network: RoadNetwork) -> [(
    position: Int, tail: UInt32, isForward: Bool
  )] {
    edges.sorted().flatMap { wanted -> [(position: Int, tail: UInt32, isForward: Bool)] in
      let ends = [(network.tail[Int(wanted)], true), (network.head[Int(wanted)], false)]
      return ends.flatMap { node, isForward in
        (Int(firstArc[Int(node)])..<Int(firstArc[Int(node) + 1])).filter { edge[$0] == wanted }
          .map { ($0, node, isForward) }
      }
    }
  }
}
