import Geometry
public import PlanningModel
public import RoadNetwork
public import TravelTimes

/// Times door to door for everybody: by road, across country to the road where none is near, and
/// by estimate where the ground is not known either.
///
/// A place farther than the cap from any road is not dropped. Where the road source knows the
/// ground (``SlopeWalks``), people walk across the slopes to the road and then along it, or from
/// door to door where that is quicker. Else the straight line times a detour factor is travelled
/// at the mode's slowest pace, and the result is flagged as estimated. Where both ends are on the
/// network the roads alone decide, even where a walk across country would be shorter.
public struct JourneySource: TravelTimeSource {
  /// The roads.
  public var roads: RoadTravelTimes
  /// How much longer than the straight line a way without known roads is taken to be; nil turns
  /// the estimate off.
  public var detour: Double?

  /// The factor for towns.
  public static let urbanDetour = 1.4
  /// The factor for mountains.
  public static let mountainDetour = 1.8

  /// Composes a road source with the estimate.
  public init(roads: RoadTravelTimes, detour: Double? = mountainDetour) {
    self.roads = roads
    self.detour = detour
  }

  /// Times; an origin is estimated when any of its entries is.
  public func times(
    from origins: [GeographicPosition?], to destinations: [GeographicPosition?],
    profile: TravelProfile, within limit: TravelTime?
  ) throws -> TravelTimeMatrix {
    let byRoad = try roads.times(
      from: origins, to: destinations, profile: profile, within: limit)
    guard let additions = try Additions(self, origins, destinations, profile) else {
      return byRoad
    }
    var result = TravelTimeMatrix(
      firstEntry: [0], destination: [], milliseconds: [], metres: [], status: byRoad.status,
      isEstimated: byRoad.isEstimated)
    for origin in origins.indices {
      let added = additions.entries(origin, byRoad.status[origin])
      let known = (byRoad.firstEntry[origin]..<byRoad.firstEntry[origin + 1]).map {
        NearestTimes.Entry(
          destination: byRoad.destination[$0],
          time: TravelTime(milliseconds: byRoad.milliseconds[$0]), metres: byRoad.metres[$0])
      }
      let row = added.isEmpty ? known : Additions.merged(known + added, within: limit)
      for entry in row {
        result.destination.append(entry.destination)
        result.milliseconds.append(entry.time.milliseconds)
        result.metres.append(entry.metres)
      }
      result.firstEntry.append(result.destination.count)
      if !added.isEmpty {
        result.status[origin] = row.isEmpty ? .tooFar : .reached
        result.isEstimated[origin] =
          row.contains(where: \.isEstimated)
          || byRoad.status[origin] == .notSnapped && added.contains(where: \.isEstimated)
      }
    }
    return result
  }

  /// The nearest destination; it is estimated when an end is tied to no road.
  public func nearest(
    from origins: [GeographicPosition?], to destinations: [GeographicPosition?],
    profile: TravelProfile, within limit: TravelTime?
  ) throws -> NearestTimes {
    try nearest(
      completing: roads.nearest(
        from: origins, to: destinations, profile: profile, within: limit),
      from: origins, to: destinations, profile: profile, within: limit)
  }

  /// The nearest destination, given what ``roads`` say of the same question.
  public func nearest(
    completing byRoad: NearestTimes, from origins: [GeographicPosition?],
    to destinations: [GeographicPosition?], profile: TravelProfile, within limit: TravelTime?
  ) throws -> NearestTimes {
    guard let additions = try Additions(self, origins, destinations, profile) else {
      return byRoad
    }
    return completed(byRoad, additions, origins.indices, limit, countingSecond: false)
  }

  /// The two nearest destinations; each is estimated when an end is tied to no road.
  public func nearestTwo(
    from origins: [GeographicPosition?], to destinations: [GeographicPosition?],
    profile: TravelProfile, within limit: TravelTime?
  ) throws -> NearestTimes {
    let byRoad = try roads.nearestTwo(
      from: origins, to: destinations, profile: profile, within: limit)
    guard let additions = try Additions(self, origins, destinations, profile) else {
      return byRoad
    }
    return completed(byRoad, additions, origins.indices, limit, countingSecond: true)
  }

  /// The way between two places, across country from door to door where that is quicker; nil
  /// where there is none but an estimate.
  public func path(
    from origin: GeographicPosition, to destination: GeographicPosition, profile: TravelProfile
  ) throws -> RoadPath? {
    let byRoad = try roads.path(from: origin, to: destination, profile: profile)
    guard let leg = try DirectWalks(roads, [origin], [destination], profile)?.leg(),
      leg.time < byRoad?.time ?? TravelTime(milliseconds: .max)
    else { return byRoad }
    return RoadPath(
      firstLeg: leg, stretches: [], lastLeg: nil, waitTime: TravelTime(milliseconds: 0),
      time: leg.time)
  }

  private func completed(
    _ byRoad: NearestTimes, _ additions: Additions, _ origins: Range<Int>, _ limit: TravelTime?,
    countingSecond: Bool
  ) -> NearestTimes {
    var result = byRoad
    for origin in origins {
      let added = additions.entries(origin, byRoad.status[origin])
      guard !added.isEmpty else { continue }
      var known: [NearestTimes.Entry] = []
      if let first = byRoad.entries[origin] { known.append(first) }
      if countingSecond, let second = byRoad.second[origin] { known.append(second) }
      let all = Additions.merged(known + added, within: limit)
      result.entries[origin] = all.first
      result.status[origin] = all.isEmpty ? .tooFar : .reached
      if countingSecond { result.second[origin] = all.dropFirst().first }
    }
    return result
  }
}
