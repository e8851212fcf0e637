/// A place where a search begins.
struct Seed: Sendable {
  /// The node.
  var node: UInt32
  /// What it costs to get there.
  var milliseconds: UInt32
  /// How long the way there is.
  var millimetres: UInt32
  /// Whom the label belongs to: a destination's position when several are sought at once.
  var owner: UInt32
}

/// Shortest times from seeds to all nodes within a limit, with labels that are reused.
///
/// Among ways of equal time the label with the smallest owner stands, then the shortest way, so
/// that the answer does not depend on the order in which nodes are visited.
struct ShortestTimes {
  // A label is the search's version above its time. Versions count down, so whatever an earlier
  // search left behind is larger than anything this one writes, and nothing needs clearing.
  private var labels: [UInt64]
  private var version = UInt32.max
  private var owners: [UInt32]
  private var lengths: [UInt32]
  private var parents: [UInt32] = []
  private var queue = BucketQueue()

  /// Makes scratch for a network of that many nodes.
  init(nodeCount: Int) {
    labels = [UInt64](repeating: .max, count: nodeCount)
    owners = [UInt32](repeating: 0, count: nodeCount)
    lengths = [UInt32](repeating: 0, count: nodeCount)
  }

  /// The time of a node; nil when it was not reached.
  @inline(__always)
  func milliseconds(_ node: UInt32) -> UInt32? {
    let label = labels[Int(node)]
    return UInt32(truncatingIfNeeded: label >> 32) == version
      ? UInt32(truncatingIfNeeded: label) : nil
  }

  /// The owner of a reached node's label.
  func owner(_ node: UInt32) -> UInt32 { owners[Int(node)] }

  /// The length of the way to a reached node.
  func millimetres(_ node: UInt32) -> UInt32 { lengths[Int(node)] }

  /// The arc by which a node was reached, if the search kept parents; nil at a seed.
  func parentArc(_ node: UInt32) -> Int? {
    parents[Int(node)] == .max ? nil : Int(parents[Int(node)])
  }

  /// Searches; labels of the search before are gone.
  mutating func search(
    _ graph: RoadGraph, from seeds: [Seed], within limit: UInt32, keepingParents: Bool = false
  ) {
    if version == 0 {
      labels = [UInt64](repeating: .max, count: labels.count)
      version = .max
    }
    version -= 1
    if keepingParents, parents.isEmpty {
      parents = [UInt32](repeating: .max, count: labels.count)
    }
    let limit = min(limit, EdgeTimes.largest - 1)
    let usable = seeds.filter { $0.milliseconds <= limit }
    guard let start = usable.map(\.milliseconds).min(),
      let end = usable.map(\.milliseconds).max()
    else { return }
    queue.reset(
      span: max(graph.largestMilliseconds, end - start), mean: graph.meanMilliseconds,
      start: start)
    for seed in usable { relax(seed, parent: .max, keepingParents) }
    run(graph, limit, keepingParents)
  }

  private mutating func relax(_ seed: Seed, parent: UInt32, _ keepingParents: Bool) {
    let node = Int(seed.node)
    let label = UInt64(version) << 32 | UInt64(seed.milliseconds)
    guard
      label < labels[node]
        || label == labels[node]
          && (seed.owner, seed.millimetres) < (owners[node], lengths[node])
    else { return }
    labels[node] = label
    owners[node] = seed.owner
    lengths[node] = seed.millimetres
    if keepingParents { parents[node] = parent }
    queue.push(seed.node, at: seed.milliseconds)
  }

  private mutating func run(_ graph: RoadGraph, _ limit: UInt32, _ keepingParents: Bool) {
    let firstArc = graph.firstArc.span
    let arcs = graph.arcs.span
    let base = UInt64(version) << 32
    while let entry = queue.pop() {
      let milliseconds = entry >> 32
      let node = Int(truncatingIfNeeded: entry & 0xFFFF_FFFF)
      // A better label came later and has its own entry.
      if labels[node] != base | milliseconds { continue }
      for position in Int(firstArc[node])..<Int(firstArc[node + 1]) {
        let arc = arcs[position]
        let sum = milliseconds + UInt64(arc.milliseconds)
        if sum > UInt64(limit) || base | sum > labels[Int(arc.head)] { continue }
        relax(
          Seed(
            node: arc.head, milliseconds: UInt32(truncatingIfNeeded: sum),
            millimetres: UInt32(
              clamping: UInt64(lengths[node]) + UInt64(graph.millimetres[position])),
            owner: owners[node]),
          parent: UInt32(position), keepingParents)
      }
    }
  }
}
