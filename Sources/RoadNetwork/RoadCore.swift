/// A graph prepared for many searches: a small core, and above it what was contracted.
///
/// A search from a place climbs to the core and runs there; ``CoreTargets`` brings its labels
/// down to the places that were asked for. The costs are those of the graph itself, to the
/// millimetre. Made once per mode, pace and sense; an edit of the roads needs a new one.
struct RoadCore: Sendable {
  /// Arcs among core nodes and from contracted nodes upwards, in the core's own numbering.
  let climbing: PackedGraph
  /// How many nodes the core has; they come first in the numbering.
  let coreCount: Int
  /// The number of each node of the graph.
  let number: [UInt32]
  /// Start of the arcs that lead down to each contracted node, and one past the last; contracted
  /// nodes are numbered from the last that was taken out.
  let firstDescent: [UInt32]
  /// Where each such arc comes from (`head`) and what it costs.
  let descents: [PackedGraph.Arc]
  /// How far the ways of the graph itself can lead.
  let reach: PackedGraph.Reach

  init(_ graph: PackedGraph) {
    let contraction = CoreContraction(graph)
    let count = graph.firstArc.count - 1
    coreCount = count - contraction.order.count
    var nodes: [UInt32] = []
    nodes.reserveCapacity(count)
    var isOut = [Bool](repeating: false, count: count)
    for node in contraction.order { isOut[Int(node)] = true }
    for node in 0..<count where !isOut[node] { nodes.append(UInt32(node)) }
    nodes.append(contentsOf: contraction.order.reversed())
    var number = [UInt32](repeating: 0, count: count)
    for (position, node) in nodes.enumerated() { number[Int(node)] = UInt32(position) }
    var firstArc: [UInt32] = [0]
    var arcs: [PackedGraph.Arc] = []
    var firstDescent: [UInt32] = [0]
    var descents: [PackedGraph.Arc] = []
    for (position, node) in nodes.enumerated() {
      for link in contraction.links[Int(node)] {
        let other = number[Int(link.node)]
        if link.there != .max { arcs.append(Self.arc(other, link.there)) }
        if position >= coreCount, link.back != .max {
          descents.append(Self.arc(other, link.back))
        }
      }
      firstArc.append(UInt32(arcs.count))
      if position >= coreCount { firstDescent.append(UInt32(descents.count)) }
    }
    climbing = PackedGraph(firstArc: firstArc, arcs: arcs)
    self.number = number
    reach = graph.reach
    self.firstDescent = firstDescent
    self.descents = descents
  }

  /// The arcs that lead down to a contracted node, counted from the first of them.
  func descents(of contracted: Int) -> ArraySlice<PackedGraph.Arc> {
    descents[Int(firstDescent[contracted])..<Int(firstDescent[contracted + 1])]
  }

  private static func arc(_ node: UInt32, _ cost: UInt64) -> PackedGraph.Arc {
    PackedGraph.Arc(
      head: node, milliseconds: UInt32(truncatingIfNeeded: cost >> 32),
      millimetres: UInt32(truncatingIfNeeded: cost))
  }
}
