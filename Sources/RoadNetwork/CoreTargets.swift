/// The nodes of a core that lie on a way down to any target, from the top, so that one sweep
/// brings a search's labels down to all targets that it can reach.
struct CoreTargets: Sendable {
  /// How many contracted nodes are needed.
  private let positionCount: Int
  private let targetCount: Int
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

  /// Which targets are left for at each place.
  private let leaving: LeavingTargets

  /// Labels of a few searches at all places, reused from sweep to sweep.
  struct Scratch {
    /// By place.
    fileprivate(set) var labels: [SearchLanes]
    /// The targets that have a label of any of the searches.
    fileprivate(set) var reached: TargetSet
    /// One bit for each position that may have a label.
    fileprivate var isOpen: [UInt64]
    /// The places that have labels.
    fileprivate var written: [UInt32] = []
  }

  /// Prepares for targets whose ways arrive by these legs.
  init(_ core: RoadCore, _ arrivals: AccessLegs) {
    let targets = arrivals.legs.map(\.node)
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
      for var arc in core.descents(of: contracted) where arc.cost < SearchLanes.none {
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
    positionCount = nodes.count
    self.first = first
    self.arcs = arcs
    self.firstBelow = firstBelow
    self.below = below
    self.position = position
    self.coreCount = coreCount
    let places = targets.map { place(core.number[Int($0)]) }
    self.place = places
    targetCount = arrivals.first.count - 1
    leaving = LeavingTargets(
      placeCount: coreCount + nodes.count, arrivals, places: places)
  }

  /// Scratch for sweeps.
  func scratch() -> Scratch {
    Scratch(
      labels: [SearchLanes](repeating: SearchLanes(), count: coreCount + positionCount),
      reached: TargetSet(targetCount),
      isOpen: [UInt64](repeating: 0, count: positionCount / 64 + 1))
  }

  /// Takes all labels away.
  func clear(_ scratch: inout Scratch) {
    for place in scratch.written { scratch.labels[Int(place)] = SearchLanes() }
    scratch.written.removeAll(keepingCapacity: true)
    scratch.reached.removeAll()
  }

  /// Lays the labels of one search where a sweep begins.
  func lay(_ search: PackedTimes, _ lane: Int, _ scratch: inout Scratch) {
    for node in search.touched {
      var place = Int(node)
      if place >= coreCount {
        let position = position[place - coreCount]
        if position == .max { continue }
        // Its own turn comes in the sweep, which opens what lies below.
        place = coreCount + Int(position)
        open(position, &scratch)
        if scratch.labels[place].least == SearchLanes.none {
          scratch.written.append(UInt32(place))
        }
      } else if scratch.labels[place].least == SearchLanes.none {
        scratch.written.append(UInt32(place))
        leaving.insert(at: UInt32(place), into: &scratch.reached)
        open(below: place, &scratch)
      }
      scratch.labels[place][lane] = search.labels[Int(node)]
    }
  }

  /// Brings the labels that were laid down to where they are needed, all searches at once.
  func sweep(_ scratch: inout Scratch, within limit: UInt32) {
    let most = UInt64(limit) << 32 | UInt64(UInt32.max)
    // What lies below has a higher position, so one pass in order is enough.
    for word in scratch.isOpen.indices {
      while scratch.isOpen[word] != 0 {
        let bit = scratch.isOpen[word].trailingZeroBitCount
        scratch.isOpen[word] &= scratch.isOpen[word] &- 1
        let index = word * 64 + bit
        let place = coreCount + index
        let laid = scratch.labels[place]
        var best = laid
        for arc in Int(first[index])..<Int(first[index + 1]) {
          best.lower(to: scratch.labels[Int(arcs[arc].head)], plus: arcs[arc].cost)
        }
        if best.least > most { continue }
        if laid.least == SearchLanes.none { scratch.written.append(UInt32(place)) }
        scratch.labels[place] = best
        leaving.insert(at: UInt32(place), into: &scratch.reached)
        open(below: place, &scratch)
      }
    }
  }

  /// Opens all positions below a place.
  @inline(__always)
  private func open(below place: Int, _ scratch: inout Scratch) {
    for index in Int(firstBelow[place])..<Int(firstBelow[place + 1]) {
      open(below[index], &scratch)
    }
  }

  @inline(__always)
  private func open(_ position: UInt32, _ scratch: inout Scratch) {
    scratch.isOpen[Int(position >> 6)] |= 1 << UInt64(position & 63)
  }
}
