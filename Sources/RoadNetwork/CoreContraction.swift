/// Takes nodes with few neighbours out of a graph, bridging each by arcs between its neighbours,
/// until what is left, the core, has only nodes with many.
///
/// A bridge is left out where a way of one or two arcs is as cheap; costs are exact whatever the
/// order.
struct CoreContraction {
  /// A neighbour, and what it costs to get there and to come from there.
  struct Link {
    var node: UInt32
    var there: UInt64
    var back: UInt64
  }

  /// Nodes are taken out while they have no more neighbours than this.
  static let mostNeighbours = 8

  /// The links of each node: for a node taken out those to nodes taken out later or never.
  private(set) var links: [[Link]] = []
  /// The nodes that were taken out, in order.
  private(set) var order: [UInt32] = []

  init(_ graph: PackedGraph) {
    let count = graph.firstArc.count - 1
    links = [[Link]](repeating: [], count: count)
    for node in 0..<count {
      for position in Int(graph.firstArc[node])..<Int(graph.firstArc[node + 1]) {
        let arc = graph.arcs[position]
        join(UInt32(node), arc.head, there: arc.cost, back: .max)
      }
    }
    contract()
  }

  private mutating func contract() {
    var waiting = [[UInt32]](repeating: [], count: Self.mostNeighbours + 1)
    var next = [Int](repeating: 0, count: Self.mostNeighbours + 1)
    var isOut = [Bool](repeating: false, count: links.count)
    var best = [UInt64](repeating: .max, count: links.count)
    var reached: [UInt32] = []
    for node in links.indices where links[node].count <= Self.mostNeighbours {
      waiting[links[node].count].append(UInt32(node))
    }
    while let degree = waiting.indices.first(where: { next[$0] < waiting[$0].count }) {
      let node = waiting[degree][next[degree]]
      next[degree] += 1
      guard !isOut[Int(node)], links[Int(node)].count == degree else { continue }
      isOut[Int(node)] = true
      order.append(node)
      let own = links[Int(node)]
      for link in own {
        links[Int(link.node)].removeAll { $0.node == node }
      }
      for first in own where first.back != .max { bridge(first, to: own, &best, &reached) }
      for link in own where links[Int(link.node)].count <= Self.mostNeighbours {
        waiting[links[Int(link.node)].count].append(link.node)
      }
    }
  }

  /// Keeps the ways from one neighbour of a node taken out to its others.
  private mutating func bridge(
    _ first: Link, to others: [Link], _ best: inout [UInt64], _ reached: inout [UInt32]
  ) {
    func offer(_ node: UInt32, _ cost: UInt64) {
      if cost >= best[Int(node)] { return }
      if best[Int(node)] == .max { reached.append(node) }
      best[Int(node)] = cost
    }
    for link in links[Int(first.node)] where link.there != .max {
      offer(link.node, link.there)
      for next in links[Int(link.node)] { offer(next.node, Self.sum(link.there, next.there)) }
    }
    for second in others where second.node != first.node {
      let cost = Self.sum(first.back, second.there)
      if cost < best[Int(second.node)] {
        join(first.node, second.node, there: cost, back: .max)
      }
    }
    for node in reached { best[Int(node)] = .max }
    reached.removeAll(keepingCapacity: true)
  }

  /// Lowers the cost between two nodes, making them neighbours if they are not.
  private mutating func join(_ first: UInt32, _ second: UInt32, there: UInt64, back: UInt64) {
    if there == .max && back == .max || first == second { return }
    lower(first, second, there, back)
    lower(second, first, back, there)
  }

  private mutating func lower(_ from: UInt32, _ to: UInt32, _ there: UInt64, _ back: UInt64) {
    if let known = links[Int(from)].firstIndex(where: { $0.node == to }) {
      links[Int(from)][known].there = min(links[Int(from)][known].there, there)
      links[Int(from)][known].back = min(links[Int(from)][known].back, back)
    } else {
      links[Int(from)].append(Link(node: to, there: there, back: back))
    }
  }

  /// The sum of two costs; all ones where either is closed or time runs out of bits.
  private static func sum(_ first: UInt64, _ second: UInt64) -> UInt64 {
    if first == .max || second == .max { return .max }
    let (sum, isTooLong) = first.addingReportingOverflow(second)
    return isTooLong ? .max : sum
  }
}
