import CPrefetch

/// Shortest times and lengths from one place to all nodes within a limit, one word a label.
///
/// Gives the labels of ``ShortestTimes`` for a single owner with half the memory to walk
/// through, which is what a search spends its time on.
struct PackedTimes {
  /// Time above length; all ones where the search did not come.
  private(set) var labels: [UInt64]
  /// The nodes that have a label, in the order in which they got one.
  private(set) var touched: [UInt32] = []
  private var queue = BucketQueue()

  /// Makes scratch for a graph of that many nodes.
  init(nodeCount: Int) { labels = [UInt64](repeating: .max, count: nodeCount) }

  /// Searches; labels of the search before are gone.
  mutating func search(_ graph: PackedGraph, from seeds: [Seed], within limit: UInt32) {
    for node in touched { labels[Int(node)] = .max }
    touched.removeAll(keepingCapacity: true)
    let usable = seeds.filter { $0.milliseconds <= limit }
    guard let start = usable.map(\.milliseconds).min() else { return }
    queue.reset(least: graph.leastMilliseconds, mean: graph.meanMilliseconds, start: start)
    for seed in usable {
      let label = UInt64(seed.milliseconds) << 32 | UInt64(seed.millimetres)
      guard label < labels[Int(seed.node)] else { continue }
      if labels[Int(seed.node)] == .max { touched.append(seed.node) }
      labels[Int(seed.node)] = label
      queue.push(seed.node, at: seed.milliseconds)
    }
    run(graph, UInt64(limit) << 32 | UInt64(UInt32.max))
  }

  private mutating func run(_ graph: PackedGraph, _ most: UInt64) {
    // Locals, so that the loop writes to no memory but labels and queue.
    var queue = self.queue
    var touched = self.touched
    self.touched = []
    defer {
      self.queue = queue
      self.touched = touched
    }
    graph.firstArc.withUnsafeBufferPointer { firstArc in
      graph.arcs.withUnsafeBufferPointer { arcs in
        labels.withUnsafeMutableBufferPointer { labels in
          guard let firstArc = firstArc.baseAddress, let arcs = arcs.baseAddress,
            let labels = labels.baseAddress
          else { return }
          withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 2 * BucketQueue.mostTaken) {
            guard let taken = $0.baseAddress else { return }
            let starts = taken + BucketQueue.mostTaken
            while true {
              let count = queue.take(into: taken)
              if count == 0 { return }
              // First all labels, then the arcs of all nodes that go on: memory works on many
              // requests at a time, and they are there when they are needed.
              var live = 0
              for index in 0..<count {
                let entry = taken[index]
                let node = Int(truncatingIfNeeded: entry & 0xFFFF_FFFF)
                taken[live] = entry
                starts[live] = UInt64(firstArc[node]) << 32 | UInt64(firstArc[node &+ 1])
                // Otherwise a better label came later and has its own entry.
                live &+= labels[node] >> 32 == entry >> 32 ? 1 : 0
              }
              for index in 0..<live { yike_prefetch(arcs + Int(starts[index] >> 32)) }
              for index in 0..<live {
                let entry = taken[index]
                let label = labels[Int(truncatingIfNeeded: entry & 0xFFFF_FFFF)]
                if label >> 32 != entry >> 32 { continue }
                var position = Int(starts[index] >> 32)
                let end = Int(truncatingIfNeeded: starts[index] & 0xFFFF_FFFF)
                while position < end {
                  let arc = arcs[position]
                  let sum = label &+ arc.cost
                  let known = labels[Int(arc.head)]
                  // A sum that went past the largest number is smaller than where it started.
                  if sum < known, sum <= most, sum >= label {
                    if known == .max { touched.append(arc.head) }
                    labels[Int(arc.head)] = sum
                    queue.push(arc.head, at: UInt32(truncatingIfNeeded: sum >> 32))
                  }
                  position &+= 1
                }
              }
            }
          }
        }
      }
    }
  }
}
