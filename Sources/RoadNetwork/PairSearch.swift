/// Times between two sets of snapped points, in one sense of travel.
struct PairSearch: Sendable {
  let graph: RoadGraph
  let times: EdgeTimes
  let sense: SearchSense
  let threads: Int

  /// For each source the targets within a limit: one search a source, of the graph itself or of
  /// its prepared core.
  func pairs(
    from sources: SnappedPoints, to targets: SnappedPoints, within limit: UInt32,
    packed: PackedGraph? = nil, through core: RoadCore? = nil
  ) -> TimedPairs {
    let departures = AccessLegs(sources, times, sense, isArriving: false)
    let arrivals = AccessLegs(targets, times, sense, isArriving: true)
    // Longer legs might make lengths spill over into times where both share a word.
    let isShort = departures.legs.allSatisfy { $0.millimetres < PackedGraph.longestLeg }
    if isShort, let core {
      let places = CoreTargets(core, arrivals)
      return pairs(sources, targets, departures, arrivals, within: limit) {
        CoreLabels(core, places)
      }
    }
    if isShort, let packed {
      let leaving = LeavingTargets(
        placeCount: graph.firstArc.count - 1, arrivals, places: arrivals.legs.map(\.node))
      return pairs(sources, targets, departures, arrivals, within: limit) {
        PackedLabels(packed, arrivals.legs, leaving)
      }
    }
    return pairs(sources, targets, departures, arrivals, within: limit) {
      PlainLabels(graph, arrivals.legs, targetCount: targets.count)
    }
  }

  private func pairs<Labels: ArrivalLabels>(
    _ sources: SnappedPoints, _ targets: SnappedPoints, _ departures: AccessLegs,
    _ arrivals: AccessLegs, within limit: UInt32, _ labels: @Sendable () -> Labels
  ) -> TimedPairs {
    let shared = SharedEdges(targets, times)
    let limit = min(limit, EdgeTimes.largest - 1)
    // Sources near each other are searched together, and find their surroundings in the caches.
    let order = departures.pointsByNode
    let slices = ParallelSlices.map(
      order.count, threads: threads, sliceSize: SearchLanes.count,
      scratch: {
        (labels(), [UInt64](repeating: .max, count: targets.count), TargetSet(targets.count))
      },
      { scratch, range in
        var result = TimedPairs()
        scratch.0.begin(
          order[range].map { departures.seeds(Int($0), owner: 0) }, within: limit)
        for (lane, source) in order[range].enumerated() {
          scratch.0.turn(to: lane, &scratch.2)
          for candidate in sources.candidates[sources.range(Int(source))] {
            shared.forEach(from: candidate, sense) { target, milliseconds, millimetres in
              let way = UInt64(milliseconds) << 32 | UInt64(millimetres)
              scratch.1[target] = min(scratch.1[target], way)
              scratch.2.insert(target)
            }
          }
          scratch.2.removeAll { target in
            let way = min(scratch.1[target], best(of: arrivals, target, scratch.0))
            scratch.1[target] = .max
            if way >> 32 > UInt64(limit) { return }
            result.append(
              TimedPairs.Entry(
                column: UInt32(target), milliseconds: UInt32(truncatingIfNeeded: way >> 32),
                millimetres: UInt32(truncatingIfNeeded: way)))
          }
          result.endRow()
        }
        return result
      })
    return TimedPairs(slices, rows: order)
  }

  /// The cheapest way to a target through the network: time above length; all ones for none.
  @inline(__always)
  private func best(of arrivals: AccessLegs, _ target: Int, _ labels: some ArrivalLabels) -> UInt64
  {
    var best = UInt64.max
    for index in arrivals.range(target) {
      let label = labels.label(ofLeg: index)
      if label == .max { continue }
      let leg = arrivals.legs[index]
      let sum = EdgeTimes.sum(UInt32(truncatingIfNeeded: label >> 32), leg.milliseconds)
      let length = UInt32(clamping: (label & 0xFFFF_FFFF) + UInt64(leg.millimetres))
      best = min(best, UInt64(sum) << 32 | UInt64(length))
    }
    return best
  }

  /// A target's nearest source.
  struct NearestWay: Sendable {
    var source: UInt32
    var milliseconds: UInt32
    var millimetres: UInt32

    static func < (left: Self, right: Self) -> Bool {
      (left.milliseconds, left.source, left.millimetres)
        < (right.milliseconds, right.source, right.millimetres)
    }
  }

  /// The two nearest sources of a target, of different sources.
  struct TwoWays: Sendable {
    private(set) var first: NearestWay?
    private(set) var second: NearestWay?

    /// Keeps a way if it is among the two best.
    mutating func offer(_ way: NearestWay) {
      guard way.milliseconds < EdgeTimes.largest else { return }
      guard let best = first else {
        first = way
        return
      }
      if way < best {
        if best.source != way.source { second = best }
        first = way
      } else if way.source != best.source, second.map({ way < $0 }) ?? true {
        second = way
      }
    }
  }

  /// For each target the nearest source, ties to the smallest; one search for all.
  func nearest(from sources: SnappedPoints, to targets: SnappedPoints) -> [NearestWay?] {
    var search = ShortestTimes(nodeCount: times.network.nodeCount)
    search.search(
      graph, from: seeds(sources), within: EdgeTimes.largest, threads: threads)
    return ways(from: sources, to: targets) { node, offer in
      guard let milliseconds = search.milliseconds(node) else { return }
      offer(search.owner(node), milliseconds, search.millimetres(node))
    }.map(\.first)
  }

  /// For each target the two nearest sources; one search for all.
  func nearestTwo(from sources: SnappedPoints, to targets: SnappedPoints) -> [TwoWays] {
    let search = TwoNearestTimes(graph, from: seeds(sources))
    return ways(from: sources, to: targets) { node, offer in
      for slot in 0...1 {
        guard let label = search.label(node, slot: slot) else { return }
        offer(label.owner, label.milliseconds, label.millimetres)
      }
    }
  }

  /// Where all sources begin, each with its own position as owner.
  func seeds(_ sources: SnappedPoints) -> [Seed] {
    let departures = AccessLegs(sources, times, sense, isArriving: false)
    return (0..<sources.count).flatMap { departures.seeds($0, owner: UInt32($0)) }
  }

  /// The best ways to targets over the labels of their nodes, and along shared edges.
  func ways(
    from sources: SnappedPoints, to targets: SnappedPoints,
    _ labels: (
      _ node: UInt32,
      _ offer: (_ owner: UInt32, _ milliseconds: UInt32, _ millimetres: UInt32) -> Void
    ) -> Void
  ) -> [TwoWays] {
    let arrivals = AccessLegs(targets, times, sense, isArriving: true)
    let shared = SharedEdges(sources, times)
    return (0..<targets.count).map { target in
      var best = TwoWays()
      for leg in arrivals.legs[arrivals.range(target)] {
        labels(leg.node) { owner, milliseconds, millimetres in
          best.offer(
            NearestWay(
              source: owner, milliseconds: EdgeTimes.sum(milliseconds, leg.milliseconds),
              millimetres: UInt32(clamping: UInt64(millimetres) + UInt64(leg.millimetres))))
        }
      }
      // Seen from the target the shared edge is travelled the other way.
      for candidate in targets.candidates[targets.range(target)] {
        shared.forEach(from: candidate, sense.reversed) { source, milliseconds, millimetres in
          best.offer(
            NearestWay(
              source: UInt32(source), milliseconds: milliseconds, millimetres: millimetres))
        }
      }
      return best
    }
  }
}
