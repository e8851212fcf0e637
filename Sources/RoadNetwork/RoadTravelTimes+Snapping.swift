import PlanningModel

extension RoadTravelTimes {
  /// Ties points to the roads near them, with legs at the pace of the times.
  func snap(_ points: [GeographicPosition?], _ edgeTimes: EdgeTimes) -> SnappedPoints {
    let key = KnownSnaps.Key(mode: edgeTimes.mode, places: points)
    if let known = knownSnaps.points(key) { return known.walked(edgeTimes) }
    let found = ParallelSlices.map(
      points.count, threads: threads, sliceSize: 256,
      scratch: { NearestEdges(edgeTimes, snapping) },
      { scratch, range in scratch.snap(points[range]) }
    ).reduce(into: SnappedPoints()) { $0.append($1) }
    knownSnaps.keep(found, key)
    return found
  }
}

extension RoadTravelTimes {
  /// Places that were tied when some edges were still open: only who used one of them is tied anew.
  func untied(_ snapped: SnappedPoints, _ key: KnownSnaps.Key, from closed: Set<UInt32>)
    -> SnappedPoints
  {
    let lost = (0..<snapped.count).filter { point in
      snapped.candidates[snapped.range(point)].contains { closed.contains($0.edge) }
    }
    guard !lost.isEmpty else { return snapped }
    let found = snap(
      lost.map { key.places[$0] },
      EdgeTimes(network, mode: key.mode, pace: 1000, slopes: slopes, changes: changes))
    return snapped.replacing(
      Dictionary(
        uniqueKeysWithValues: lost.enumerated().map { position, point in
          (point, Array(found.candidates[found.range(position)]))
        }))
  }
}

extension SnappedPoints {
  /// The same places with legs at another pace.
  fileprivate func walked(_ edgeTimes: EdgeTimes) -> SnappedPoints {
    var result = self
    for index in result.candidates.indices {
      result.candidates[index].legMilliseconds = edgeTimes.legMilliseconds(
        candidates[index].legMetres)
    }
    return result
  }
}
