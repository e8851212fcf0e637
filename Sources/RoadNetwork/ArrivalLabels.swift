/// A search from one place after another, and its labels where targets are left the network.
protocol ArrivalLabels: SendableMetatype {
  /// Searches; labels of the search before are gone.
  mutating func search(from seeds: [Seed], within limit: UInt32)
  /// Time above length at the node of an arrival leg; all ones for none.
  func label(ofLeg leg: Int) -> UInt64
}

/// Labels by a search of the whole graph.
struct PlainLabels: ArrivalLabels {
  private let graph: RoadGraph
  private let legs: [AccessLegs.Leg]
  private var times: ShortestTimes

  init(_ graph: RoadGraph, _ legs: [AccessLegs.Leg]) {
    self.graph = graph
    self.legs = legs
    times = ShortestTimes(nodeCount: graph.firstArc.count - 1)
  }

  mutating func search(from seeds: [Seed], within limit: UInt32) {
    times.search(graph, from: seeds, within: limit)
  }

  @inline(__always)
  func label(ofLeg leg: Int) -> UInt64 {
    let node = legs[leg].node
    return times.milliseconds(node).map {
      UInt64($0) << 32 | UInt64(times.millimetres(node))
    } ?? .max
  }
}

/// The same labels by a search of a prepared core.
struct CoreLabels: ArrivalLabels {
  private let core: RoadCore
  private let targets: CoreTargets
  private var times: PackedTimes
  private var scratch: CoreTargets.Scratch

  init(_ core: RoadCore, _ targets: CoreTargets) {
    self.core = core
    self.targets = targets
    times = PackedTimes(nodeCount: core.number.count)
    scratch = targets.scratch()
  }

  mutating func search(from seeds: [Seed], within limit: UInt32) {
    let climbing = seeds.map {
      Seed(
        node: core.number[Int($0.node)], milliseconds: $0.milliseconds,
        millimetres: $0.millimetres, owner: $0.owner)
    }
    times.search(core.climbing, from: climbing, within: limit)
    targets.sweep(times, &scratch)
  }

  @inline(__always)
  func label(ofLeg leg: Int) -> UInt64 { targets.label(targets.place[leg], times, scratch) }
}
