/// Times between two sets of snapped points, in one sense of travel.
struct PairSearch: Sendable {
  let graph: RoadGraph
  let times: EdgeTimes
  let sense: SearchSense
  let threads: Int

  /// Origins that one thread takes at a time.
  private static let sliceSize = 4

  /// For each source the targets within a limit: one search a source.
  func pairs(
    from sources: SnappedPoints, to targets: SnappedPoints, within limit: UInt32
  ) -> TimedPairs {
    let departures = AccessLegs(sources, times, sense, isArriving: false)
    let arrivals = AccessLegs(targets, times, sense, isArriving: true)
    let shared = SharedEdges(targets, times)
    let limit = min(limit, EdgeTimes.largest - 1)
    let slices = ParallelSlices.map(
      sources.count, threads: threads, sliceSize: Self.sliceSize,
      scratch: {
        (
          ShortestTimes(nodeCount: times.network.nodeCount),
          [UInt64](repeating: .max, count: targets.count)
        )
      },
      { scratch, range in
        var result = TimedPairs()
        for source in range {
          if sources.isSnapped(source) {
            scratch.0.search(graph, from: departures.seeds(source, owner: 0), within: limit)
            for candidate in sources.candidates[sources.range(source)] {
              shared.forEach(from: candidate, sense) { target, milliseconds, millimetres in
                let way = UInt64(milliseconds) << 32 | UInt64(millimetres)
                scratch.1[target] = min(scratch.1[target], way)
              }
            }
            for target in 0..<targets.count {
              let way = min(scratch.1[target], best(of: arrivals, target, scratch.0))
              scratch.1[target] = .max
              if way >> 32 > UInt64(limit) { continue }
              result.append(
                TimedPairs.Entry(
                  column: UInt32(target), milliseconds: UInt32(truncatingIfNeeded: way >> 32),
                  millimetres: UInt32(truncatingIfNeeded: way)))
            }
          }
          result.endRow()
        }
        return result
      })
    return slices.reduce(into: TimedPairs()) { $0.append($1) }
  }

  /// The cheapest way to a target through the network: time above length; all ones for none.
  private func best(of arrivals: AccessLegs, _ target: Int, _ search: ShortestTimes) -> UInt64 {
    var best = UInt64.max
    for leg in arrivals.legs[arrivals.range(target)] {
      guard let milliseconds = search.milliseconds(leg.node) else { continue }
      let sum = EdgeTimes.sum(milliseconds, leg.milliseconds)
      let length = UInt32(
        clamping: UInt64(search.millimetres(leg.node)) + UInt64(leg.millimetres))
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

  /// For each target the nearest source, ties to the smallest; one search for all.
  func nearest(from sources: SnappedPoints, to targets: SnappedPoints) -> [NearestWay?] {
    let departures = AccessLegs(sources, times, sense, isArriving: false)
    let arrivals = AccessLegs(targets, times, sense, isArriving: true)
    let shared = SharedEdges(sources, times)
    var search = ShortestTimes(nodeCount: times.network.nodeCount)
    let seeds = (0..<sources.count).flatMap { departures.seeds($0, owner: UInt32($0)) }
    search.search(graph, from: seeds, within: EdgeTimes.largest)
    // Seen from the target the shared edge is travelled the other way.
    return (0..<targets.count).map { target in
      var best: NearestWay?
      func offer(_ way: NearestWay) {
        if way.milliseconds < EdgeTimes.largest, best.map({ way < $0 }) ?? true { best = way }
      }
      for leg in arrivals.legs[arrivals.range(target)] {
        guard let milliseconds = search.milliseconds(leg.node) else { continue }
        offer(
          NearestWay(
            source: search.owner(leg.node),
            milliseconds: EdgeTimes.sum(milliseconds, leg.milliseconds),
            millimetres: UInt32(
              clamping: UInt64(search.millimetres(leg.node)) + UInt64(leg.millimetres))))
      }
      for candidate in targets.candidates[targets.range(target)] {
        shared.forEach(from: candidate, sense.reversed) { source, milliseconds, millimetres in
          offer(
            NearestWay(
              source: UInt32(source), milliseconds: milliseconds, millimetres: millimetres))
        }
      }
      return best
    }
  }
}
