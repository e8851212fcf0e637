import PlanningModel
import TravelTimes

extension RoadTravelTimes {
  /// Both sides of a question, tied for one sense as seen from the origins.
  struct Ends {
    var sense: SearchSense
    var from: SnappedPoints
    var to: SnappedPoints
  }

  /// Both sides tied for each search that a profile takes: one, or there and back.
  func ends(
    _ origins: [GeographicPosition?], _ destinations: [GeographicPosition?],
    _ edgeTimes: EdgeTimes, _ profile: TravelProfile
  ) -> [Ends] {
    let (from, to) = (snap(origins, edgeTimes), snap(destinations, edgeTimes))
    let senses = singleSense(profile).map { [$0] } ?? [.outward, .inward]
    return senses.map { sense in
      Ends(
        sense: sense, from: tied(origins, from, edgeTimes, profile, sense),
        to: tied(destinations, to, edgeTimes, profile, sense.reversed))
    }
  }

  func pairs(
    _ ends: [Ends], _ edgeTimes: EdgeTimes, _ profile: TravelProfile, within limit: UInt32
  ) -> TimedPairs {
    let isWorst = profile.direction == .worst
    let each = ends.count == 1 || isWorst ? limit : EdgeTimes.sum(limit, limit)
    let ways = ends.map {
      pairs($0.from, $0.to, edgeTimes, profile, $0.sense, within: each)
    }
    guard ways.count == 2 else { return ways[0] }
    return ways[0].combined(with: ways[1]) { there, back in
      let larger = there.milliseconds >= back.milliseconds ? there : back
      let mean = (UInt64(there.milliseconds) + UInt64(back.milliseconds) + 1) / 2
      return TimedPairs.Entry(
        column: there.column, milliseconds: isWorst ? larger.milliseconds : UInt32(mean),
        millimetres: isWorst
          ? larger.millimetres
          : UInt32((UInt64(there.millimetres) + UInt64(back.millimetres) + 1) / 2))
    }.within(limit)
  }

  /// Searches from the side that has fewer points; the costs are the same integers.
  private func pairs(
    _ from: SnappedPoints, _ to: SnappedPoints, _ edgeTimes: EdgeTimes, _ profile: TravelProfile,
    _ sense: SearchSense, within limit: UInt32
  ) -> TimedPairs {
    let isTurned = to.count < from.count
    let search = search(edgeTimes, profile, isTurned ? sense.reversed : sense)
    let (sources, targets) = isTurned ? (to, from) : (from, to)
    let packed = packed(search, profile, searches: sources.count, limit: limit)
    let core = core(packed, search.sense, profile, searches: sources.count)
    let pairs = search.pairs(
      from: sources, to: targets, within: limit, packed: packed, through: core)
    return isTurned ? pairs.transposed(columnCount: from.count) : pairs
  }

  /// Whether some of the origins reach any destination at all, however long it takes.
  func reachable(
    _ lost: [Int], _ ends: [Ends], _ edgeTimes: EdgeTimes, _ profile: TravelProfile
  ) -> [Bool] {
    let found = ends.map {
      search(edgeTimes, profile, $0.sense.reversed).nearest(from: $0.to, to: $0.from)
    }
    return lost.map { origin in found.allSatisfy { $0[origin] != nil } }
  }

  func matrix(_ pairs: TimedPairs, _ status: [OriginStatus], wait: UInt32)
    -> TravelTimeMatrix
  {
    var result = TravelTimeMatrix(
      firstEntry: [0], destination: [], milliseconds: [], metres: [], status: status,
      isEstimated: [Bool](repeating: false, count: status.count))
    for origin in 0..<pairs.rowCount {
      let row = pairs.row(origin).sorted {
        ($0.milliseconds, $0.column) < ($1.milliseconds, $1.column)
      }
      for entry in row {
        result.destination.append(entry.column)
        result.milliseconds.append(EdgeTimes.sum(entry.milliseconds, wait))
        result.metres.append(Float(Double(entry.millimetres) / 1000))
      }
      result.firstEntry.append(result.destination.count)
    }
    return result
  }
}
