/// For every node the two nearest owners of seeds, with the length of the way to each.
///
/// A way to the second nearest owner runs only through nodes of which that owner is among the
/// two nearest as well, so two labels a node are enough. Ties go to the smaller owner.
struct TwoNearestTimes {
  /// Time above owner: slot `2n` of node `n` for the nearest, `2n + 1` for the second.
  private var labels: [UInt64]
  private var lengths: [UInt32]
  private var queue = BucketQueue()

  /// Searches the whole graph.
  init(_ graph: RoadGraph, from seeds: [Seed]) {
    let count = 2 * (graph.firstArc.count - 1)
    labels = [UInt64](repeating: .max, count: count)
    lengths = [UInt32](repeating: .max, count: count)
    let limit = EdgeTimes.largest - 1
    let usable = seeds.filter { $0.milliseconds <= limit }
    guard let start = usable.map(\.milliseconds).min() else { return }
    queue.reset(least: graph.leastMilliseconds, mean: graph.meanMilliseconds, start: start)
    for seed in usable {
      offer(
        seed.node, UInt64(seed.milliseconds) << 32 | UInt64(seed.owner), seed.millimetres)
    }
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: BucketQueue.mostTaken) {
      guard let taken = $0.baseAddress else { return }
      while true {
        let count = queue.take(into: taken)
        if count == 0 { return }
        for index in 0..<count {
          let node = Int(truncatingIfNeeded: taken[index] & 0xFFFF_FFFF)
          for slot in 2 * node...2 * node + 1 where labels[slot] >> 32 == taken[index] >> 32 {
            expand(graph, node, labels[slot], lengths[slot], limit)
          }
        }
      }
    }
  }

  /// The nearest (slot 0) or second nearest (slot 1) owner of a node; nil for none.
  func label(_ node: UInt32, slot: Int)
    -> (owner: UInt32, milliseconds: UInt32, millimetres: UInt32)?
  {
    let index = 2 * Int(node) + slot
    guard labels[index] != .max else { return nil }
    return (
      UInt32(truncatingIfNeeded: labels[index]),
      UInt32(truncatingIfNeeded: labels[index] >> 32), lengths[index]
    )
  }

  private mutating func expand(
    _ graph: RoadGraph, _ node: Int, _ label: UInt64, _ millimetres: UInt32, _ limit: UInt32
  ) {
    let slack = limit - UInt32(truncatingIfNeeded: label >> 32)
    for position in Int(graph.firstArc[node])..<Int(graph.firstArc[node + 1]) {
      let arc = graph.arcs[position]
      if arc.milliseconds > slack { continue }
      let (length, isTooLong) = millimetres.addingReportingOverflow(graph.millimetres[position])
      offer(arc.head, label + UInt64(arc.milliseconds) << 32, isTooLong ? .max : length)
    }
  }

  /// Gives a node a label if it is better than one it has, of two different owners.
  private mutating func offer(_ node: UInt32, _ label: UInt64, _ millimetres: UInt32) {
    let (first, second) = (2 * Int(node), 2 * Int(node) + 1)
    let isLessThanFirst =
      label < labels[first] || label == labels[first] && millimetres < lengths[first]
    let owner = UInt32(truncatingIfNeeded: label)
    let isOfFirst = labels[first] != .max && UInt32(truncatingIfNeeded: labels[first]) == owner
    if isLessThanFirst {
      if !isOfFirst {
        labels[second] = labels[first]
        lengths[second] = lengths[first]
      }
      labels[first] = label
      lengths[first] = millimetres
    } else if !isOfFirst,
      label < labels[second] || label == labels[second] && millimetres < lengths[second]
    {
      labels[second] = label
      lengths[second] = millimetres
    } else {
      return
    }
    queue.push(node, at: UInt32(truncatingIfNeeded: label >> 32))
  }
}
