import Dispatch
import Synchronization

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

  /// A thread is not worth starting for fewer nodes.
  private static let leastPart = 1 << 14

  private var labels: [UInt64]
  private var lengths: [UInt32]
  private var parents: [UInt32] = []
  private var layout = Layout.versionAndTime
  private var version = UInt32.max
  private var onlyOwner: UInt32 = 0
  private var queues = [BucketQueue()]

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
  ///
  /// With several threads each takes a part of the nodes, if there are enough for that to pay;
  /// the labels are the same.
  mutating func search(
    _ graph: RoadGraph, from seeds: [Seed], within limit: UInt32, keepingParents: Bool = false,
    keepingOwners: Bool = false, threads: Int = 1
  ) {
    let parts = max(1, min(threads, labels.count / Self.leastPart))
    onlyOwner = seeds.first?.owner ?? 0
    let isOfOne = !keepingOwners && seeds.allSatisfy { $0.owner == onlyOwner }
    begin(isOfOne ? .versionAndTime : .timeAndOwner)
    if keepingParents, parents.isEmpty {
      parents = [UInt32](repeating: .max, count: labels.count)
    }
    run(graph, seeds, min(limit, EdgeTimes.largest - 1), keepingParents, parts: parts)
  }

  /// Goes on from labels of a search that kept owners, after some were taken away or new seeds
  /// came; all others stay as they are.
  mutating func extend(_ graph: RoadGraph, with seeds: [Seed]) {
    guard layout == .timeAndOwner else { return }
    run(graph, seeds, EdgeTimes.largest - 1, false, parts: 1)
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

  /// Empties the queues, one a part of the nodes; what leaves a part is given to the part it
  /// leads to until nothing gets better, so that the labels are those of one part.
  private mutating func run(
    _ graph: RoadGraph, _ seeds: [Seed], _ limit: UInt32, _ keepingParents: Bool, parts: Int
  ) {
    let layout = self.layout
    let version = self.version
    let nodeCount = labels.count
    let size = (nodeCount + parts - 1) / parts
    while queues.count < parts { queues.append(BucketQueue()) }
    var arriving = [[PartSearch.Leaving]](repeating: [], count: parts)
    for seed in seeds where seed.milliseconds <= limit {
      arriving[Int(seed.node) / size].append(
        PartSearch.Leaving(
          node: seed.node,
          label: layout == .versionAndTime
            ? UInt64(version) << 32 | UInt64(seed.milliseconds)
            : UInt64(seed.milliseconds) << 32 | UInt64(seed.owner),
          millimetres: seed.millimetres))
    }
    withColumns(graph, keepingParents) { columns, queues in
      while arriving.contains(where: { !$0.isEmpty }) {
        let leaving = Mutex([[PartSearch.Leaving]](repeating: [], count: parts))
        let work = arriving
        let queues = PartQueues(first: queues)
        @Sendable func run(part: Int) {
          if work[part].isEmpty { return }
          var own = columns
          own.firstNode = UInt32(part * size)
          own.nodeCount = UInt32(min(size, nodeCount - part * size))
          var left: [PartSearch.Leaving] = []
          switch layout {
          case .versionAndTime:
            own.run(
              &queues.first[part], graph, from: work[part], timeShift: 0,
              most: UInt64(version) << 32 | UInt64(limit), leaving: &left)
          case .timeAndOwner:
            own.run(
              &queues.first[part], graph, from: work[part], timeShift: 32,
              most: UInt64(limit) << 32 | UInt64(UInt32.max), leaving: &left)
          }
          leaving.withLock { $0[part] = left }
        }
        if parts == 1 {
          run(part: 0)
        } else {
          DispatchQueue.concurrentPerform(iterations: parts) { run(part: $0) }
        }
        arriving = [[PartSearch.Leaving]](repeating: [], count: parts)
        for label in leaving.withLock({ $0 }).joined() {
          arriving[Int(label.node) / size].append(label)
        }
      }
    }
  }

  /// The queues of all parts; each is used by one thread at a time.
  private struct PartQueues: @unchecked Sendable {
    let first: UnsafeMutablePointer<BucketQueue>
  }

  private mutating func withColumns(
    _ graph: RoadGraph, _ keepingParents: Bool,
    _ body: (PartSearch, UnsafeMutablePointer<BucketQueue>) -> Void
  ) {
    let nodeCount = UInt32(labels.count)
    graph.firstArc.withUnsafeBufferPointer { firstArc in
      graph.arcs.withUnsafeBufferPointer { arcs in
        graph.millimetres.withUnsafeBufferPointer { arcLengths in
          labels.withUnsafeMutableBufferPointer { labels in
            lengths.withUnsafeMutableBufferPointer { lengths in
              parents.withUnsafeMutableBufferPointer { parents in
                queues.withUnsafeMutableBufferPointer { queues in
                  guard let firstArc = firstArc.baseAddress, let arcs = arcs.baseAddress,
                    let labels = labels.baseAddress, let lengths = lengths.baseAddress,
                    let arcLengths = arcLengths.baseAddress, let queues = queues.baseAddress
                  else { return }
                  body(
                    PartSearch(
                      firstArc: firstArc, arcs: arcs, arcLengths: arcLengths, labels: labels,
                      lengths: lengths, parents: keepingParents ? parents.baseAddress : nil,
                      nodeCount: nodeCount),
                    queues)
                }
              }
            }
          }
        }
      }
    }
  }
}
