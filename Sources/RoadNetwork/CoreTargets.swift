/// The nodes of a core that lie on a way down to any target, from the top, so that one sweep
/// brings a search's labels down to all targets that it can reach.
struct CoreTargets: Sendable {
  /// The contracted nodes that are needed, in the core's numbering.
  private let nodes: [UInt32]
  private let first: [UInt32]
  /// Arcs down to each; `head` is a place: a core node by number, or `coreCount` and a position
  /// in `nodes`.
  private let arcs: [PackedGraph.Arc]
  /// Start of the positions below each place, and one past the last.
  private let firstBelow: [UInt32]
  private let below: [UInt32]
  /// The position of each contracted node that is needed.
  private let position: [UInt32]
  private let coreCount: Int
  /// Where the label of each target node is found.
  let place: [UInt32]

  /// Labels below the core, reused from search to search.
  struct Scratch {
    fileprivate var labels: [UInt64]
    /// One bit for each position that may have a label.
    fileprivate var isOpen: [UInt64]
    fileprivate var written: [UInt32] = []
  }

  /// Prepares for the nodes of targets, numbered as in the graph.
  init(_ core: RoadCore, _ targets: [UInt32]) {
    let coreCount = core.coreCount
    var isNeeded = [Bool](repeating: false, count: core.number.count - coreCount)
    var open: [UInt32] = []
    func need(_ node: UInt32) {
      let contracted = Int(node) - coreCount
      guard contracted >= 0, !isNeeded[contracted] else { return }
      isNeeded[contracted] = true
      open.append(node)
    }
    for target in targets { need(core.number[Int(target)]) }
    while let node = open.popLast() {
      for arc in core.descents(of: Int(node) - coreCount) { need(arc.head) }
    }
    var position = [UInt32](repeating: .max, count: isNeeded.count)
    var nodes: [UInt32] = []
    var first: [UInt32] = [0]
    var arcs: [PackedGraph.Arc] = []
    func place(_ node: UInt32) -> UInt32 {
      Int(node) < coreCount ? node : UInt32(coreCount) + position[Int(node) - coreCount]
    }
    for contracted in isNeeded.indices where isNeeded[contracted] {
      position[contracted] = UInt32(nodes.count)
      nodes.append(UInt32(coreCount + contracted))
      for var arc in core.descents(of: contracted) {
        arc.head = place(arc.head)
        arcs.append(arc)
      }
      first.append(UInt32(arcs.count))
    }
    var firstBelow = [UInt32](repeating: 0, count: coreCount + nodes.count + 1)
    for arc in arcs { firstBelow[Int(arc.head) + 1] += 1 }
    for place in 1..<firstBelow.count { firstBelow[place] += firstBelow[place - 1] }
    var next = firstBelow
    var below = [UInt32](repeating: 0, count: arcs.count)
    for index in nodes.indices {
      for arc in arcs[Int(first[index])..<Int(first[index + 1])] {
        below[Int(next[Int(arc.head)])] = UInt32(index)
        next[Int(arc.head)] += 1
      }
    }
    self.nodes = nodes
    self.first = first
    self.arcs = arcs
    self.firstBelow = firstBelow
    self.below = below
    self.position = position
    self.coreCount = coreCount
    self.place = targets.map { place(core.number[Int($0)]) }
  }

  /// Scratch for sweeps.
  func scratch() -> Scratch {
    Scratch(
      labels: [UInt64](repeating: .max, count: nodes.count),
      isOpen: [UInt64](repeating: 0, count: nodes.count / 64 + 1))
  }

  /// The label at a place, after a search of the core and a sweep; all ones for none.
  @inline(__always)
  func label(_ place: UInt32, _ search: PackedTimes, _ scratch: Scratch) -> UInt64 {
    Int(place) < coreCount
      ? search.labels[Int(place)] : scratch.labels[Int(place) - coreCount]
  }

  /// Brings the labels of a search down to where they are needed.
  func sweep(_ search: PackedTimes, _ scratch: inout Scratch) {
    for index in scratch.written { scratch.labels[Int(index)] = .max }
    scratch.written.removeAll(keepingCapacity: true)
    for node in search.touched {
      if Int(node) < coreCount {
        open(Int(node), &scratch)
      } else if position[Int(node) - coreCount] != .max {
        open(position[Int(node) - coreCount], &scratch)
      }
    }
    // What lies below has a higher position, so one pass in order is enough.
    for word in scratch.isOpen.indices {
      while scratch.isOpen[word] != 0 {
        let bit = scratch.isOpen[word].trailingZeroBitCount
        scratch.isOpen[word] &= scratch.isOpen[word] &- 1
        let index = word * 64 + bit
        var best = search.labels[Int(nodes[index])]
        for arc in arcs[Int(first[index])..<Int(first[index + 1])] {
          let above = label(arc.head, search, scratch)
          let (sum, isTooLong) = above.addingReportingOverflow(arc.cost)
          if above != .max, !isTooLong, sum < best { best = sum }
        }
        if best == .max { continue }
        scratch.labels[index] = best
        scratch.written.append(UInt32(index))
        open(coreCount + index, &scratch)
      }
    }
  }

  /// Opens all positions below a place.
  @inline(__always)
  private func open(_ place: Int, _ scratch: inout Scratch) {
    for index in Int(firstBelow[place])..<Int(firstBelow[place + 1]) {
      open(below[index], &scratch)
    }
  }

  @inline(__always)
  private func open(_ position: UInt32, _ scratch: inout Scratch) {
    scratch.isOpen[Int(position >> 6)] |= 1 << UInt64(position & 63)
  }
}
