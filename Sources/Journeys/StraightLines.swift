import Geometry
import PlanningModel
import RoadNetwork
import TravelTimes

/// Estimates for pairs of which an end is tied to no road.
struct StraightLines {
  private let origins: [GeographicPosition?]
  private let destinations: [GeographicPosition?]
  private let offNetwork: [UInt32]
  private let onNetwork: [UInt32]
  private let detour: Double
  private let millisecondsPerMetre: Double
  private let waitMilliseconds: UInt32

  /// Nil when estimates are turned off.
  init?(
    _ source: JourneySource, _ origins: [GeographicPosition?],
    _ destinations: [GeographicPosition?], _ profile: TravelProfile
  ) throws {
    guard let detour = source.detour else { return nil }
    self.origins = origins
    self.destinations = destinations
    self.detour = detour
    millisecondsPerMetre =
      source.roads.network.rules.slowestSpeedKilometresPerHour(profile.mode).map { 3600 / $0 }
      ?? 1_000_000 / Double(profile.paceMillimetresPerSecond)
    waitMilliseconds = try source.roads.boardingMilliseconds(profile.mode)
    let snapped = try source.roads.tied(destinations: destinations, profile: profile)
    let valid = destinations.indices.filter { snapped.isValid[$0] }
    offNetwork = valid.filter { !snapped.isSnapped($0) }.map(UInt32.init)
    onNetwork = valid.filter { snapped.isSnapped($0) }.map(UInt32.init)
  }

  /// The estimates of an origin, given what the roads said: to all destinations when it is off
  /// the network, else to those that are.
  func entries(_ origin: Int, _ status: OriginStatus) -> [NearestTimes.Entry] {
    guard status != .invalid, let from = origins[origin] else { return [] }
    let wanted = status == .notSnapped ? offNetwork + onNetwork : offNetwork
    return wanted.compactMap { destination in
      guard let to = destinations[Int(destination)] else { return nil }
      let metres =
        detour
        * EllipsoidalMetric.lengthMetres(
          longitude1: from.longitude, latitude1: from.latitude, longitude2: to.longitude,
          latitude2: to.latitude)
      let milliseconds = (metres * millisecondsPerMetre).rounded() + Double(waitMilliseconds)
      guard milliseconds < Double(UInt32.max - 1) else { return nil }
      return NearestTimes.Entry(
        destination: destination, time: TravelTime(milliseconds: UInt32(milliseconds)),
        metres: Float(metres), isEstimated: true)
    }
  }
}
