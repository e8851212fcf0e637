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

  init(_ times: EdgeTimes, _ sense: SearchSense) {
    let network = times.network
    var costs = [(there: UInt32, back: UInt32)](
      repeating: (.max, .max), count: network.edgeCount)
    var degree = [UInt32](repeating: 0, count: network.nodeCount + 1)
    for edge in 0..<network.edgeCount where network.tail[edge] != network.head[edge] {
      if let there = times.milliseconds(ofEdge: edge, isForward: true, sense) {
        costs[edge].there = there
        degree[Int(network.tail[edge]) + 1] += 1
      }
      if let back = times.milliseconds(ofEdge: edge, isForward: false, sense) {
        costs[edge].back = back
        degree[Int(network.head[edge]) + 1] += 1
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
    for edge in 0..<network.edgeCount {
      add(edge, network.tail[edge], network.head[edge], costs[edge].there)
      add(edge, network.head[edge], network.tail[edge], costs[edge].back)
    }
    firstArc = degree
    self.arcs = arcs
    edge = edges
    millimetres = edges.map { EdgeTimes.rounded(network.lengthMetres[Int($0)] * 1000) }
    largestMilliseconds = largest
    meanMilliseconds = UInt32(sum / UInt64(max(1, arcCount)))
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
