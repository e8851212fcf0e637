public import Geometry
public import PlanningModel
public import TravelTimes

/// What is reached around one place, drawn for people to look at.
///
/// No figure is taken from it: coverage counts demand points by their times.
public struct Isochrone: Sendable {
  /// What is reached within one limit.
  public struct Ring: Sendable {
    /// The limit.
    public var limit: TravelTime
    /// The drawn area in WGS 84 degrees of at most 7 decimals, rings by the right-hand rule; nil
    /// when the place is not on the network, or the wait alone takes longer than the limit.
    ///
    /// It covers every place on a road that is reached within the limit, and the areas of smaller
    /// limits of the same answer.
    public var area: Shape?
    /// The length of the roads that are reached, for orientation.
    public var reachedMetres: Double
  }

  /// `reached` when the place is on the network, else why not.
  public var status: OriginStatus
  /// One ring a limit, shortest first.
  public var rings: [Ring]
  /// The scale of the drawing; nil without one.
  public var scale: IsochroneScale?
}

extension RoadTravelTimes {
  /// Draws what is reached around each place within each limit.
  ///
  /// The direction is seen from the place: `from` is where one gets to, `to` is from where one
  /// gets there, `worst` the larger of both, `round-trip` their mean.
  ///
  /// - Parameters:
  ///   - places: WGS 84; nil or not finite gives the status `invalid`.
  ///   - profile: mode, pace and direction.
  ///   - limits: in any order; the same limit twice is drawn once.
  public func isochrones(
    around places: [GeographicPosition?], profile: TravelProfile, within limits: [TravelTime]
  ) throws -> [Isochrone] {
    let limits = Set(limits).sorted()
    let reach = try IsochroneReach(self, profile)
    let points = snap(places, reach.times)
    let slices = ParallelSlices.map(
      places.count, threads: threads, sliceSize: 1,
      scratch: { IsochroneScratch(nodeCount: network.nodeCount) },
      { scratch, range in
        range.map { index in
          guard points.isSnapped(index), let place = places[index] else {
            return Isochrone(
              status: points.isValid[index] ? .notSnapped : .invalid,
              rings: limits.map { Isochrone.Ring(limit: $0, area: nil, reachedMetres: 0) })
          }
          let candidates = points.candidates[points.range(index)]
          return reach.isochrone(
            around: place, Array(candidates), limits, &scratch)
        }
      })
    return slices.flatMap { $0 }
  }
}

/// What one thread keeps between isochrones.
struct IsochroneScratch {
  /// One search a sense.
  var searches: [ShortestTimes]
  /// The nodes that the walk over reached nodes has seen: the number of that walk.
  var seen: [UInt32]
  var walk: UInt32 = 0
  var field = IsochroneField()

  init(nodeCount: Int) {
    searches = [ShortestTimes(nodeCount: nodeCount)]
    seen = [UInt32](repeating: 0, count: nodeCount)
  }

  /// Makes scratch for a second sense where one is asked for.
  mutating func prepare(senses: Int) {
    while searches.count < senses { searches.append(ShortestTimes(nodeCount: seen.count)) }
  }
}

extension IsochroneReach {
  /// Searches once with the largest limit and draws each.
  func isochrone(
    around place: GeographicPosition, _ candidates: [SnapCandidate], _ limits: [TravelTime],
    _ scratch: inout IsochroneScratch
  ) -> Isochrone {
    let waits = limits.map { $0.milliseconds >= wait }
    guard let largest = limits.last, largest.milliseconds >= wait else {
      return Isochrone(
        status: .reached,
        rings: limits.map { Isochrone.Ring(limit: $0, area: nil, reachedMetres: 0) })
    }
    let parts = parts(candidates, within: largest.milliseconds - wait, &scratch)
    let strokes = IsochroneStrokes(
      parts, times, place: place, legs: candidates, within: largest.milliseconds - wait)
    let scale = IsochroneScale(strokes)
    let drawn = limits.filter { $0.milliseconds >= wait }.map { $0.milliseconds - wait }
    let areas = scratch.field.areas(
      strokes, scale, millimetresPerSecond: pace, limits: drawn)
    var next = areas.makeIterator()
    return Isochrone(
      status: .reached,
      rings: zip(limits, waits).map { limit, hasTime in
        guard hasTime else {
          return Isochrone.Ring(limit: limit, area: nil, reachedMetres: 0)
        }
        return Isochrone.Ring(
          limit: limit, area: next.next() ?? nil,
          reachedMetres: parts.reduce(0) {
            $0 + $1.metres(within: limit.milliseconds - wait)
          })
      }, scale: scale)
  }
}
