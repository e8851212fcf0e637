/// A place where a search begins.
struct Seed: Hashable, Sendable {
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
struct ShortestTimes: Sendable {
  /// What the two halves of a label mean; smaller labels are better in both.
  private enum Layout {
    /// The search's version above the time. Versions count down, so whatever an earlier search
    /// left behind is larger than anything this one writes, and nothing needs clearing.
    case versionAndTime
    /// The time above the owner.
    case timeAndOwner
  }

  private var labels: [UInt64]
  private var lengths: [UInt32]
  private var parents: [UInt32] = []
  private var layout = Layout.versionAndTime
  private var version = UInt32.max
  private var onlyOwner: UInt32 = 0
  private var queue = BucketQueue()

  /// Makes scratch for a network of that many nodes.
  init(nodeCount: Int) {
    labels = [UInt64](repeating: .max, count: nodeCount)
    lengths = [UInt32](repeating: 0, count: nodeCount)
  }

  /// The time of a node; nil when it was not reached.
  @inline(__always)
  func milliseconds(_ node: UInt32) -> UInt32? {
    let label = labels[Int(node)]
    let upper = UInt32(truncatingIfNeeded: label >> 32)
    switch layout {
    case .versionAndTime: return upper == version ? UInt32(truncatingIfNeeded: label) : nil
    case .timeAndOwner: return label == .max ? nil : upper
    }
  }

  /// The owner of a reached node's label.
  func owner(_ node: UInt32) -> UInt32 {
    layout == .versionAndTime ? onlyOwner : UInt32(truncatingIfNeeded: labels[Int(node)])
  }

  /// The length of the way to a reached node.
  func millimetres(_ node: UInt32) -> UInt32 { lengths[Int(node)] }

  /// The arc by which a node was reached, if the search kept parents; nil at a seed.
  func parentArc(_ node: UInt32) -> Int? {
    parents[Int(node)] == .max ? nil : Int(parents[Int(node)])
  }

  /// Searches; labels of the search before are gone.
  mutating func search(
    _ graph: RoadGraph, from seeds: [Seed], within limit: UInt32, keepingParents: Bool = false,
    keepingOwners: Bool = false
  ) {
    onlyOwner = seeds.first?.owner ?? 0
    let isOfOne = !keepingOwners && seeds.allSatisfy { $0.owner == onlyOwner }
    begin(isOfOne ? .versionAndTime : .timeAndOwner)
    if keepingParents, parents.isEmpty {
      parents = [UInt32](repeating: .max, count: labels.count)
    }
    let limit = min(limit, EdgeTimes.largest - 1)
    let usable = seeds.filter { $0.milliseconds <= limit }
    guard let start = usable.map(\.milliseconds).min() else { return }
    queue.reset(least: graph.leastMilliseconds, mean: graph.meanMilliseconds, start: start)
    plant(usable, keepingParents)
    switch layout {
    case .versionAndTime: run(graph, isTimeBelow: true, limit, keepingParents)
    case .timeAndOwner: run(graph, isTimeBelow: false, limit, keepingParents)
    }
  }

  /// Goes on from labels of a search that kept owners, after some were taken away or new seeds
  /// came; all others stay as they are.
  mutating func extend(_ graph: RoadGraph, with seeds: [Seed]) {
    let limit = EdgeTimes.largest - 1
    let usable = seeds.filter { $0.milliseconds <= limit }
    guard layout == .timeAndOwner, let start = usable.map(\.milliseconds).min() else { return }
    queue.reset(least: graph.leastMilliseconds, mean: graph.meanMilliseconds, start: start)
    plant(usable, false)
    run(graph, isTimeBelow: false, limit, false)
  }

  /// Makes room for more nodes, which have no labels yet.
  mutating func grow(to nodeCount: Int) {
    labels += repeatElement(.max, count: nodeCount - labels.count)
    lengths += repeatElement(0, count: nodeCount - lengths.count)
    parents += repeatElement(.max, count: parents.isEmpty ? 0 : nodeCount - parents.count)
  }

  /// Takes the label of a node away.
  mutating func forget(_ node: UInt32) { labels[Int(node)] = .max }

  /// The label that a node would get by one arc from another; nil when that has none.
  func step(from node: UInt32, to head: UInt32, milliseconds: UInt32, millimetres: UInt32) -> Seed?
  {
    guard let time = self.milliseconds(node), milliseconds < EdgeTimes.largest else { return nil }
    let length = UInt64(lengths[Int(node)]) + UInt64(millimetres)
    return Seed(
      node: head, milliseconds: EdgeTimes.sum(time, milliseconds),
      millimetres: UInt32(clamping: length), owner: owner(node))
  }

  /// Whether a node has exactly this label.
  func isLabelled(_ seed: Seed) -> Bool {
    milliseconds(seed.node) == seed.milliseconds && owner(seed.node) == seed.owner
      && lengths[Int(seed.node)] == seed.millimetres
  }

  private mutating func begin(_ wanted: Layout) {
    if wanted == .timeAndOwner || layout == .timeAndOwner || version == 0 {
      let count = labels.count
      labels.withUnsafeMutableBufferPointer { $0.update(repeating: .max) }
      precondition(labels.count == count)
      version = .max
    }
    layout = wanted
    version -= 1
  }

  private mutating func plant(_ seeds: [Seed], _ keepingParents: Bool) {
    for seed in seeds {
      let node = Int(seed.node)
      let label =
        layout == .versionAndTime
        ? UInt64(version) << 32 | UInt64(seed.milliseconds)
        : UInt64(seed.milliseconds) << 32 | UInt64(seed.owner)
      guard label < labels[node] || label == labels[node] && seed.millimetres < lengths[node]
      else { continue }
      labels[node] = label
      lengths[node] = seed.millimetres
      if keepingParents { parents[node] = .max }
      queue.push(seed.node, at: seed.milliseconds)
    }
  }

  /// Empties the queue; inlined once for each layout, so that the shifts are constants.
  @inline(__always)
  private mutating func run(
    _ graph: RoadGraph, isTimeBelow: Bool, _ limit: UInt32, _ keepingParents: Bool
  ) {
    let timeShift: UInt64 = isTimeBelow ? 0 : 32
    let most =
      isTimeBelow
      ? UInt64(version) << 32 | UInt64(limit) : UInt64(limit) << 32 | UInt64(UInt32.max)
    var queue = self.queue
    defer { self.queue = queue }
    graph.firstArc.withUnsafeBufferPointer { firstArc in
      graph.arcs.withUnsafeBufferPointer { arcs in
        graph.millimetres.withUnsafeBufferPointer { arcLengths in
          labels.withUnsafeMutableBufferPointer { labels in
            lengths.withUnsafeMutableBufferPointer { lengths in
              parents.withUnsafeMutableBufferPointer { parents in
                guard let firstArc = firstArc.baseAddress, let arcs = arcs.baseAddress,
                  let labels = labels.baseAddress, let lengths = lengths.baseAddress,
                  let arcLengths = arcLengths.baseAddress
                else { return }
                while let entry = queue.pop() {
                  let node = Int(truncatingIfNeeded: entry & 0xFFFF_FFFF)
                  let label = labels[node]
                  // A better label came later and has its own entry.
                  if UInt32(truncatingIfNeeded: label >> timeShift)
                    != UInt32(truncatingIfNeeded: entry >> 32)
                  {
                    continue
                  }
                  let slack = most &- label
                  var position = Int(firstArc[node])
                  let end = Int(firstArc[node &+ 1])
                  while position < end {
                    let arc = arcs[position]
                    let cost = UInt64(arc.milliseconds) &<< timeShift
                    let sum = label &+ cost
                    let head = Int(arc.head)
                    let known = labels[head]
                    if cost <= slack, sum <= known {
                      let (length, isTooLong) = lengths[node].addingReportingOverflow(
                        arcLengths[position])
                      let millimetres = isTooLong ? UInt32.max : length
                      if sum < known || millimetres < lengths[head] {
                        labels[head] = sum
                        lengths[head] = millimetres
                        if keepingParents { parents[head] = UInt32(truncatingIfNeeded: position) }
                        queue.push(arc.head, at: UInt32(truncatingIfNeeded: sum >> timeShift))
                      }
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
}
