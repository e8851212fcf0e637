import RoadNetwork

/// Shortest walking times by a plain search with a binary heap, written without regard to speed.
///
/// It knows the roads only by their public columns, and every edge as open both ways.
struct NaiveSearch {
  private let firstArc: [Int]
  private let heads: [UInt32]
  private let costs: [UInt32]

  /// Lays out the arcs of a problem whose roads are all walkable both ways.
  init(_ problem: RoadProblem) {
    let network = problem.network
    var arcs: [(tail: UInt32, head: UInt32, cost: UInt32)] = []
    for edge in 0..<network.edgeCount where network.tail[edge] != network.head[edge] {
      let flat =
        network.lengthMetres[edge] * 1_000_000 / Double(RoadProblem.paceMillimetresPerSecond)
      let forward = Double(problem.slopes?.forwardFactor[edge] ?? 1)
      let backward = Double(problem.slopes?.backwardFactor[edge] ?? 1)
      let (tail, head) = (network.tail[edge], network.head[edge])
      arcs.append((tail, head, UInt32((flat * forward).rounded())))
      arcs.append((head, tail, UInt32((flat * backward).rounded())))
    }
    var first = [Int](repeating: 0, count: network.nodeCount + 1)
    for arc in arcs { first[Int(arc.tail) + 1] += 1 }
    for node in 0..<network.nodeCount { first[node + 1] += first[node] }
    var place = first
    var heads = [UInt32](repeating: 0, count: arcs.count)
    var costs = heads
    for arc in arcs {
      heads[place[Int(arc.tail)]] = arc.head
      costs[place[Int(arc.tail)]] = arc.cost
      place[Int(arc.tail)] += 1
    }
    firstArc = first
    self.heads = heads
    self.costs = costs
  }

  /// Milliseconds from the nearest of some nodes to every node; nil where there is no way, or
  /// none within the limit.
  func milliseconds(from sources: [UInt32], within limit: UInt32 = .max) -> [UInt32?] {
    var times = [UInt32?](repeating: nil, count: firstArc.count - 1)
    var heap = NaiveHeap()
    for source in sources { heap.push(time: 0, node: source) }
    while let (time, node) = heap.pop() {
      if times[Int(node)] != nil { continue }
      times[Int(node)] = time
      for arc in firstArc[Int(node)]..<firstArc[Int(node) + 1] {
        let sum = UInt64(time) + UInt64(costs[arc])
        if sum <= UInt64(limit), times[Int(heads[arc])] == nil {
          heap.push(time: UInt32(sum), node: heads[arc])
        }
      }
    }
    return times
  }
}

/// A binary heap of times and nodes.
struct NaiveHeap {
  private var entries: [UInt64] = []

  /// Adds an entry.
  mutating func push(time: UInt32, node: UInt32) {
    entries.append(UInt64(time) << 32 | UInt64(node))
    var child = entries.count - 1
    while child > 0, entries[child] < entries[(child - 1) / 2] {
      entries.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// Takes the entry with the shortest time.
  mutating func pop() -> (time: UInt32, node: UInt32)? {
    guard let least = entries.first, let last = entries.popLast() else { return nil }
    if !entries.isEmpty {
      entries[0] = last
      var parent = 0
      while 2 * parent + 1 < entries.count {
        var child = 2 * parent + 1
        if child + 1 < entries.count, entries[child + 1] < entries[child] { child += 1 }
        if entries[parent] <= entries[child] { break }
        entries.swapAt(parent, child)
        parent = child
      }
    }
    return (UInt32(least >> 32), UInt32(truncatingIfNeeded: least))
  }
}
