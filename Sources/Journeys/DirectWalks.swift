import Geometry
import PlanningModel
import RoadNetwork
import TravelTimes

/// Walks across country from door to door, for pairs of which an end is far from roads.
///
/// Each is looked for around the end that is far from roads; around the origin if both are and
/// the destination lies within its reach.
struct DirectWalks {
  private let ground: any GroundWalking
  private let profile: TravelProfile
  private let origins: [GeographicPosition?]
  private let destinations: [GeographicPosition?]
  /// How far walks around an origin reach, in metres, for those far from roads.
  private let originReach: [Int: Double]
  private let destinationReach: [Int: Double]
  /// By origin, what was found around destinations.
  private var aroundDestinations: [Int: [NearestTimes.Entry]] = [:]

  /// Nil where no ground is known.
  init?(
    _ roads: RoadTravelTimes, _ origins: [GeographicPosition?],
    _ destinations: [GeographicPosition?], _ profile: TravelProfile
  ) throws {
    guard let ground = roads.ground else { return nil }
    self.ground = ground
    self.profile = profile
    self.origins = origins
    self.destinations = destinations
    originReach = try Self.reach(roads, origins, profile)
    destinationReach = try Self.reach(roads, destinations, profile)
    for destination in destinationReach.keys.sorted() {
      for (origin, walk) in walks(aroundDestination: destination) {
        aroundDestinations[origin, default: []].append(Self.entry(destination, walk))
      }
    }
  }

  /// The walks of an origin, one for a destination, in the order of destinations.
  func entries(_ origin: Int) -> [NearestTimes.Entry] {
    var found: [UInt32: NearestTimes.Entry] = [:]
    for entry in aroundDestinations[origin] ?? [] { found[entry.destination] = entry }
    for (destination, walk) in walks(aroundOrigin: origin) {
      found[UInt32(destination)] = Self.entry(destination, walk)
    }
    return found.values.sorted { $0.destination < $1.destination }
  }

  /// The line of the walk between the first origin and the first destination in the order of
  /// travel, and its time; of two ways there and back the slower.
  func leg() -> RoadPath.Leg? {
    guard let origin = origins[0], let destination = destinations[0] else { return nil }
    let isOrigin = !walks(aroundOrigin: 0).isEmpty
    let (place, other) = isOrigin ? (origin, destination) : (destination, origin)
    guard let reach = isOrigin ? originReach[0] : destinationReach[0] else { return nil }
    return directions(isOrigin: isOrigin).compactMap { direction in
      ground.path(
        at: place, other: Position(x: other.longitude, y: other.latitude), direction: direction,
        pace: profile.paceMillimetresPerSecond, reachMetres: reach
      ).map { path in
        // A round trip is told from the origin, a way to a place from where it begins.
        let isInward = direction == .to || direction == .roundTrip && !isOrigin
        return isInward ? RoadPath.Leg(path).reversed : RoadPath.Leg(path)
      }
    }.max { $0.time < $1.time }
  }

  private static func reach(
    _ roads: RoadTravelTimes, _ places: [GeographicPosition?], _ profile: TravelProfile
  ) throws -> [Int: Double] {
    var reach: [Int: Double] = [:]
    let metres = try roads.groundReachMetres(at: places, profile: profile)
    for (index, metres) in metres.enumerated() { reach[index] = metres }
    return reach
  }

  private static func entry(_ destination: Int, _ walk: GroundWalk) -> NearestTimes.Entry {
    NearestTimes.Entry(
      destination: UInt32(destination), time: walk.time, metres: Float(walk.metres))
  }

  private func walks(aroundOrigin origin: Int) -> [(index: Int, walk: GroundWalk)] {
    guard let reach = originReach[origin], let place = origins[origin] else { return [] }
    return walks(at: place, destinations, reach, isOrigin: true)
  }

  private func walks(aroundDestination destination: Int) -> [(index: Int, walk: GroundWalk)] {
    guard let reach = destinationReach[destination], let place = destinations[destination] else {
      return []
    }
    return walks(at: place, origins, reach, isOrigin: false)
  }

  private func walks(
    at place: GeographicPosition, _ others: [GeographicPosition?], _ reach: Double,
    isOrigin: Bool
  ) -> [(index: Int, walk: GroundWalk)] {
    let plane = LocalPlane(atLatitude: place.latitude)
    let near = others.indices.filter { index in
      guard let other = others[index] else { return false }
      return abs(other.longitude - place.longitude) * plane.eastMetresPerDegree <= reach
        && abs(other.latitude - place.latitude) * plane.northMetresPerDegree <= reach
    }
    guard !near.isEmpty else { return [] }
    let positions = near.compactMap { others[$0] }.map {
      Position(x: $0.longitude, y: $0.latitude)
    }
    let ways = directions(isOrigin: isOrigin).map { direction in
      ground.walks(
        at: place, others: positions, direction: direction,
        pace: profile.paceMillimetresPerSecond, reachMetres: reach)
    }
    return near.indices.compactMap { number in
      let walks = ways.compactMap { $0[number] }
      guard walks.count == ways.count else { return nil }
      return (near[number], combined(walks))
    }
  }

  /// The ways that a profile takes, seen from the end around which is searched: one, or there
  /// and back by two.
  private func directions(isOrigin: Bool) -> [TravelDirection] {
    switch profile.direction {
    case .to: [isOrigin ? .from : .to]
    case .from: [isOrigin ? .to : .from]
    case .roundTrip where profile.mode == .walk: [.roundTrip]
    case .roundTrip, .worst: [.from, .to]
    }
  }

  /// One walk as it is; of two the larger, or for the round trip of a vehicle the mean, rounded
  /// up.
  private func combined(_ walks: [GroundWalk]) -> GroundWalk {
    guard walks.count == 2 else { return walks[0] }
    if profile.direction == .worst { return walks[0].time >= walks[1].time ? walks[0] : walks[1] }
    let sum = UInt64(walks[0].time.milliseconds) + UInt64(walks[1].time.milliseconds)
    return GroundWalk(
      time: TravelTime(milliseconds: UInt32((sum + 1) / 2)),
      metres: (walks[0].metres + walks[1].metres) / 2)
  }
}
