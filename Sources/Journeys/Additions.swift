import PlanningModel
import RoadNetwork
import TravelTimes

/// What is known of an origin beside its times by road: walks across country from door to door,
/// and estimates where an end is tied to no road.
struct Additions {
  private let walks: DirectWalks?
  private let estimates: StraightLines?

  /// Nil when there is neither.
  init?(
    _ source: JourneySource, _ origins: [GeographicPosition?],
    _ destinations: [GeographicPosition?], _ profile: TravelProfile
  ) throws {
    walks = try DirectWalks(source.roads, origins, destinations, profile)
    estimates = try StraightLines(source, origins, destinations, profile)
    if walks == nil, estimates == nil { return nil }
  }

  /// The additions of an origin, given what the roads said; a walk replaces an estimate.
  func entries(_ origin: Int, _ status: OriginStatus) -> [NearestTimes.Entry] {
    let walks = walks?.entries(origin) ?? []
    let known = Set(walks.map(\.destination))
    return walks
      + (estimates?.entries(origin, status) ?? []).filter { !known.contains($0.destination) }
  }

  /// All entries of an origin within a limit, sorted by time, then destination; of several to
  /// one destination the quickest.
  static func merged(_ entries: [NearestTimes.Entry], within limit: TravelTime?)
    -> [NearestTimes.Entry]
  {
    var seen: Set<UInt32> = []
    return entries.filter { $0.time.milliseconds <= limit?.milliseconds ?? .max }
      .sorted { ($0.time, $0.destination, $0.metres) < ($1.time, $1.destination, $1.metres) }
      .filter { seen.insert($0.destination).inserted }
  }
}
