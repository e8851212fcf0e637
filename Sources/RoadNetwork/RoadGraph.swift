/// The network as a search sees it: for each node the arcs that leave it, with their cost.
///
/// Closed directions and loops are left out. One graph serves one mode, pace and sense.
struct RoadGraph: Sendable {
  /// A step to a neighbouring node.
  struct Arc: Sendable {
    /// Where it leads.
    var head: UInt32
    /// What it costs.
    var milliseconds: UInt32
  }

  /// Start of each node's arcs, and one past the last.
  let firstArc: [UInt32]
  /// The arcs.
  let arcs: [Arc]
  /// The edge each arc runs along.
  let edge: [UInt32]
  /// The length of each arc.
  let millimetres: [UInt32]
  /// The dearest arc.
  let largestMilliseconds: UInt32
  /// The mean cost of an arc.
  let meanMilliseconds: UInt32
  /// The cheapest arc; 0 without arcs.
  let leastMilliseconds: UInt32

  /// Builds the graph; `threads` changes no result.
  init(_ times: EdgeTimes, _ sense: SearchSense, threads: Int = 1) {
    let network = times.network
    let sliceSize = 16_384
    // Slopes make the costs the dear part.
    let slices = ParallelSlices.map(
      network.edgeCount, threads: threads, sliceSize: sliceSize, scratch: {},
      { _, edges in edges.map { times.costs(ofEdge: $0, sense) } })
    var degree = [UInt32](repeating: 0, count: network.nodeCount + 1)
    for (first, costs) in zip(stride(from: 0, to: network.edgeCount, by: sliceSize), slices) {
      for (edge, cost) in zip(first..., costs) {
        if cost.there != .max { degree[Int(network.tail[edge]) + 1] += 1 }
        if cost.back != .max { degree[Int(network.head[edge]) + 1] += 1 }
      }
    }
    for node in 0..<network.nodeCount { degree[node + 1] += degree[node] }
    var place = degree
    let arcCount = Int(degree[network.nodeCount])
    var arcs = [Arc](repeating: Arc(head: 0, milliseconds: 0), count: arcCount)
    var edges = [UInt32](repeating: 0, count: arcCount)
    var largest: UInt32 = 0
    var sum: UInt64 = 0
    func add(_ edge: Int, _ tail: UInt32, _ head: UInt32, _ cost: UInt32) {
      if cost == .max { return }
      let position = Int(place[Int(tail)])
      place[Int(tail)] += 1
      arcs[position] = Arc(head: head, milliseconds: cost)
      edges[position] = UInt32(edge)
      largest = max(largest, cost)
      sum += UInt64(cost)
    }
    for (first, costs) in zip(stride(from: 0, to: network.edgeCount, by: sliceSize), slices) {
      for (edge, cost) in zip(first..., costs) {
        add(edge, network.tail[edge], network.head[edge], cost.there)
        add(edge, network.head[edge], network.tail[edge], cost.back)
      }
    }
    firstArc = degree
    self.arcs = arcs
    edge = edges
    millimetres = edges.map { EdgeTimes.rounded(network.lengthMetres[Int($0)] * 1000) }
    largestMilliseconds = largest
    meanMilliseconds = UInt32(sum / UInt64(max(1, arcCount)))
    leastMilliseconds = arcs.reduce(arcs.isEmpty ? 0 : .max) { min($0, $1.milliseconds) }
  }

  /// A graph of arcs that are given one by one, from `tail[i]` to `head[i]`; `edge` numbers them.
  init(
    nodeCount: Int, tail: [UInt32], head: [UInt32], milliseconds: [UInt32],
    millimetres lengths: [UInt32]
  ) {
    var first = [UInt32](repeating: 0, count: nodeCount + 1)
    for node in tail { first[Int(node) + 1] += 1 }
    for node in 0..<nodeCount { first[node + 1] += first[node] }
    var place = first
    var order = [UInt32](repeating: 0, count: tail.count)
    for index in tail.indices {
      order[Int(place[Int(tail[index])])] = UInt32(index)
      place[Int(tail[index])] += 1
    }
    firstArc = first
    arcs = order.map { Arc(head: head[Int($0)], milliseconds: milliseconds[Int($0)]) }
    edge = order
    millimetres = order.map { lengths[Int($0)] }
    largestMilliseconds = milliseconds.max() ?? 0
    leastMilliseconds = milliseconds.min() ?? 0
    meanMilliseconds = UInt32(
      milliseconds.reduce(UInt64(0)) { $0 + UInt64($1) } / UInt64(max(1, tail.count)))
  }

  /// The same arcs, some of them at another cost; `.max` closes an arc.
  func changing(_ costs: [(arc: Int, milliseconds: UInt32)]) -> RoadGraph {
    var arcs = arcs
    for change in costs { arcs[change.arc].milliseconds = change.milliseconds }
    return RoadGraph(
      firstArc: firstArc, arcs: arcs, edge: edge, millimetres: millimetres,
      largestMilliseconds: costs.reduce(largestMilliseconds) {
        $1.milliseconds == .max ? $0 : max($0, $1.milliseconds)
      },
      meanMilliseconds: meanMilliseconds,
      leastMilliseconds: costs.reduce(leastMilliseconds) { min($0, $1.milliseconds) })
  }

  init(
    firstArc: [UInt32], arcs: [Arc], edge: [UInt32], millimetres: [UInt32],
    largestMilliseconds: UInt32, meanMilliseconds: UInt32, leastMilliseconds: UInt32
  ) {
    self.firstArc = firstArc
    self.arcs = arcs
    self.edge = edge
    self.millimetres = millimetres
    self.largestMilliseconds = largestMilliseconds
    self.meanMilliseconds = meanMilliseconds
    self.leastMilliseconds = leastMilliseconds
  }

  /// The node an arc leaves.
  func tail(ofArc arc: Int) -> Int {
    var low = 0
    var high = firstArc.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(firstArc[middle]) <= arc { low = middle } else { high = middle }
    }
    return low
  }
}
