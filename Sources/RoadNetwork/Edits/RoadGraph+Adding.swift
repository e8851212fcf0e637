extension RoadGraph {
  /// The graph of a network with a road more: cut edges give way to their parts.
  ///
  /// Only the arcs of a few nodes change; all others are copied as they lie.
  func adding(_ addition: RoadAddition, _ times: EdgeTimes, _ sense: SearchSense) -> RoadGraph {
    let network = addition.network
    var added: [UInt32: [(arc: Arc, edge: UInt32)]] = [:]
    for edge in addition.edges where network.tail[Int(edge)] != network.head[Int(edge)] {
      let (tail, head) = (network.tail[Int(edge)], network.head[Int(edge)])
      if let there = times.milliseconds(ofEdge: Int(edge), isForward: true, sense) {
        added[tail, default: []].append((Arc(head: head, milliseconds: there), edge))
      }
      if let back = times.milliseconds(ofEdge: Int(edge), isForward: false, sense) {
        added[head, default: []].append((Arc(head: tail, milliseconds: back), edge))
      }
    }
    let gone = Set(addition.cuts.map(\.edge))
    let touched = Set(added.keys).union(
      gone.flatMap { [network.tail[Int($0)], network.head[Int($0)]] })
    let copied = GraphCopy(self, nodeCount: network.nodeCount, changing: touched.sorted()) {
      node, copy in
      if Int(node) < firstArc.count - 1 {
        for position in Int(firstArc[Int(node)])..<Int(firstArc[Int(node) + 1])
        where !gone.contains(edge[position]) {
          copy.append(arcs[position], edge: edge[position], millimetres[position])
        }
      }
      for (arc, edge) in added[node] ?? [] {
        copy.append(
          arc, edge: edge, EdgeTimes.rounded(network.lengthMetres[Int(edge)] * 1000))
      }
    }
    let costs = added.values.flatMap { $0.map(\.arc.milliseconds) }
    return RoadGraph(
      firstArc: copied.firstArc, arcs: copied.arcs, edge: copied.edge,
      millimetres: copied.millimetres,
      largestMilliseconds: max(largestMilliseconds, costs.max() ?? 0),
      meanMilliseconds: meanMilliseconds == 0 ? costs.max() ?? 0 : meanMilliseconds,
      leastMilliseconds: arcs.isEmpty
        ? costs.min() ?? 0 : min(leastMilliseconds, costs.min() ?? .max))
  }
}

/// A graph that is copied stretch by stretch, with the arcs of some nodes written anew.
private struct GraphCopy {
  private(set) var firstArc: [UInt32] = []
  private(set) var arcs: [RoadGraph.Arc] = []
  private(set) var edge: [UInt32] = []
  private(set) var millimetres: [UInt32] = []

  /// Copies; `write` appends the arcs of the nodes that change, which are sorted.
  init(
    _ graph: RoadGraph, nodeCount: Int, changing nodes: [UInt32],
    _ write: (UInt32, inout GraphCopy) -> Void
  ) {
    firstArc.reserveCapacity(nodeCount + 1)
    arcs.reserveCapacity(graph.arcs.count + 4 * nodes.count)
    edge.reserveCapacity(graph.arcs.count + 4 * nodes.count)
    millimetres.reserveCapacity(graph.arcs.count + 4 * nodes.count)
    var next = 0
    for node in nodes {
      copy(graph, next..<Int(node))
      firstArc.append(UInt32(arcs.count))
      write(node, &self)
      next = Int(node) + 1
    }
    copy(graph, next..<nodeCount)
    firstArc.append(UInt32(arcs.count))
  }

  mutating func append(_ arc: RoadGraph.Arc, edge number: UInt32, _ length: UInt32) {
    arcs.append(arc)
    edge.append(number)
    millimetres.append(length)
  }

  private mutating func copy(_ graph: RoadGraph, _ nodes: Range<Int>) {
    let known = nodes.clamped(to: 0..<graph.firstArc.count - 1)
    if !known.isEmpty {
      let source = Int(graph.firstArc[known.lowerBound])..<Int(graph.firstArc[known.upperBound])
      let shift = UInt32(arcs.count) &- UInt32(source.lowerBound)
      firstArc += graph.firstArc[known].lazy.map { $0 &+ shift }
      arcs += graph.arcs[source]
      edge += graph.edge[source]
      millimetres += graph.millimetres[source]
    }
    firstArc += repeatElement(UInt32(arcs.count), count: nodes.count - known.count)
  }
}
