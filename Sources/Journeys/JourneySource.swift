import Geometry
public import PlanningModel
public import RoadNetwork
public import TravelTimes

/// Times door to door for everybody: by road, and by estimate where no road is near.
///
/// A place farther than the cap from any road is not dropped: the straight line times a detour
/// factor is travelled at the mode's slowest pace, and the result is flagged as estimated. Where
/// both ends are on the network the roads alone decide, even where a walk across country would
/// be shorter.
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

  /// Times; an origin is estimated when it is off the network or any of its entries leads to a
  /// destination off the network.
  public func times(
    from origins: [GeographicPosition?], to destinations: [GeographicPosition?],
    profile: TravelProfile, within limit: TravelTime?
  ) throws -> TravelTimeMatrix {
    let byRoad = try roads.times(
      from: origins, to: destinations, profile: profile, within: limit)
    guard let estimate = try StraightLines(self, origins, destinations, profile) else {
      return byRoad
    }
    var result = TravelTimeMatrix(
      firstEntry: [0], destination: [], milliseconds: [], metres: [], status: byRoad.status,
      isEstimated: byRoad.isEstimated)
    for origin in origins.indices {
      var row = (byRoad.firstEntry[origin]..<byRoad.firstEntry[origin + 1]).map {
        (
          milliseconds: byRoad.milliseconds[$0], destination: byRoad.destination[$0],
          metres: byRoad.metres[$0]
        )
      }
      let estimated = estimate.entries(origin, byRoad.status[origin])
      let within = estimated.filter { $0.time.milliseconds <= limit?.milliseconds ?? .max }
      row += within.map { ($0.time.milliseconds, $0.destination, $0.metres) }
      row.sort { ($0.milliseconds, $0.destination) < ($1.milliseconds, $1.destination) }
      for entry in row {
        result.destination.append(entry.destination)
        result.milliseconds.append(entry.milliseconds)
        result.metres.append(entry.metres)
      }
      result.firstEntry.append(result.destination.count)
      if !estimated.isEmpty {
        result.status[origin] = row.isEmpty ? .tooFar : .reached
        result.isEstimated[origin] = byRoad.status[origin] == .notSnapped || !within.isEmpty
      }
    }
    return result
  }

  /// The nearest destination; it is estimated when either end is off the network.
  public func nearest(
    from origins: [GeographicPosition?], to destinations: [GeographicPosition?],
    profile: TravelProfile, within limit: TravelTime?
  ) throws -> NearestTimes {
    let byRoad = try roads.nearest(
      from: origins, to: destinations, profile: profile, within: limit)
    guard let estimate = try StraightLines(self, origins, destinations, profile) else {
      return byRoad
    }
    return withEstimates(byRoad, estimate, origins.indices, limit, countingSecond: false)
  }

  /// The two nearest destinations; each is estimated when either end is off the network.
  public func nearestTwo(
    from origins: [GeographicPosition?], to destinations: [GeographicPosition?],
    profile: TravelProfile, within limit: TravelTime?
  ) throws -> NearestTimes {
    let byRoad = try roads.nearestTwo(
      from: origins, to: destinations, profile: profile, within: limit)
    guard let estimate = try StraightLines(self, origins, destinations, profile) else {
      return byRoad
    }
    return withEstimates(byRoad, estimate, origins.indices, limit, countingSecond: true)
  }

  private func withEstimates(
    _ byRoad: NearestTimes, _ estimate: StraightLines, _ origins: Range<Int>,
    _ limit: TravelTime?, countingSecond: Bool
  ) -> NearestTimes {
    var result = byRoad
    for origin in origins {
      let estimated = estimate.entries(origin, byRoad.status[origin])
      guard !estimated.isEmpty else { continue }
      var all = estimated
      if let first = byRoad.entries[origin] { all.append(first) }
      if countingSecond, let second = byRoad.second[origin] { all.append(second) }
      all.removeAll { $0.time.milliseconds > limit?.milliseconds ?? .max }
      all.sort { ($0.time, $0.destination) < ($1.time, $1.destination) }
      result.entries[origin] = all.first
      result.status[origin] = all.isEmpty ? .tooFar : .reached
      if countingSecond { result.second[origin] = all.dropFirst().first }
    }
    return result
  }
}
