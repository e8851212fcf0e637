/// Searches from a few places, and their labels where targets are left the network.
protocol ArrivalLabels: SendableMetatype {
  /// Makes ready for searches from up to ``SearchLanes/count`` places, given as their seeds; what
  /// was found before is gone.
  mutating func begin(_ sources: [[Seed]], within limit: UInt32)
  /// Turns to the labels of one of these, and puts into a set at least the targets that have any.
  mutating func turn(to lane: Int, _ reached: inout TargetSet)
  /// Time above length at the node of an arrival leg; all ones for none.
  func label(ofLeg leg: Int) -> UInt64
}

/// Labels by a search of the whole graph.
struct PlainLabels: ArrivalLabels {
  private let graph: RoadGraph
  private let legs: [AccessLegs.Leg]
  private let targetCount: Int
  private var times: ShortestTimes
  private var sources: [[Seed]] = []
  private var limit: UInt32 = 0

  init(_ graph: RoadGraph, _ legs: [AccessLegs.Leg], targetCount: Int) {
    self.graph = graph
    self.legs = legs
    self.targetCount = targetCount
    times = ShortestTimes(nodeCount: graph.firstArc.count - 1)
  }

  mutating func begin(_ sources: [[Seed]], within limit: UInt32) {
    self.sources = sources
    self.limit = limit
  }

  mutating func turn(to lane: Int, _ reached: inout TargetSet) {
    times.search(graph, from: sources[lane], within: limit)
    for target in 0..<targetCount { reached.insert(target) }
  }

  @inline(__always)
  func label(ofLeg leg: Int) -> UInt64 {
    let node = legs[leg].node
    return times.milliseconds(node).map {
      UInt64($0) << 32 | UInt64(times.millimetres(node))
    } ?? .max
  }
}

/// The same labels, for limits within which time and length fit one word.
struct PackedLabels: ArrivalLabels {
  private let graph: PackedGraph
  private let legs: [AccessLegs.Leg]
  private let leaving: LeavingTargets
  private var times: PackedTimes
  private var sources: [[Seed]] = []
  private var limit: UInt32 = 0

  init(_ graph: PackedGraph, _ legs: [AccessLegs.Leg], _ leaving: LeavingTargets) {
    self.graph = graph
    self.legs = legs
    self.leaving = leaving
    times = PackedTimes(nodeCount: graph.firstArc.count - 1)
  }

  mutating func begin(_ sources: [[Seed]], within limit: UInt32) {
    self.sources = sources
    self.limit = limit
  }

  mutating func turn(to lane: Int, _ reached: inout TargetSet) {
    times.search(graph, from: sources[lane], within: limit)
    for node in times.touched { leaving.insert(at: node, into: &reached) }
  }

  @inline(__always)
  func label(ofLeg leg: Int) -> UInt64 { times.labels[Int(legs[leg].node)] }
}

/// The same labels by searches of a prepared core, brought down together.
struct CoreLabels: ArrivalLabels {
  private let core: RoadCore
  private let targets: CoreTargets
  private var times: PackedTimes
  private var scratch: CoreTargets.Scratch
  private var lane = 0

  init(_ core: RoadCore, _ targets: CoreTargets) {
    self.core = core
    self.targets = targets
    times = PackedTimes(nodeCount: core.number.count)
    scratch = targets.scratch()
  }

  mutating func begin(_ sources: [[Seed]], within limit: UInt32) {
    targets.clear(&scratch)
    for (lane, seeds) in sources.enumerated() {
      let climbing = seeds.map {
        Seed(
          node: core.number[Int($0.node)], milliseconds: $0.milliseconds,
          millimetres: $0.millimetres, owner: $0.owner)
      }
      times.search(core.climbing, from: climbing, within: limit)
      targets.lay(times, lane, &scratch)
    }
    targets.sweep(&scratch, within: limit)
  }

  mutating func turn(to lane: Int, _ reached: inout TargetSet) {
    self.lane = lane
    reached.formUnion(scratch.reached)
  }

  @inline(__always)
  func label(ofLeg leg: Int) -> UInt64 {
    let label = scratch.labels[Int(targets.place[leg])][lane]
    return label < SearchLanes.none ? label : .max
  }
}
