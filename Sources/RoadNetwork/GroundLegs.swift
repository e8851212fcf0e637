import Geometry
public import PlanningModel
import Synchronization

/// Ties places that lie off the network to roads by walks across country.
///
/// Rules: `docs/methods/travel-times.md` §8.
struct GroundLegs: Sendable {
  /// Nobody walks to a road farther away than this in a straight line.
  static let farthestRoadMetres = 20_000.0
  /// The search reaches at least so far to each side.
  static let leastReachMetres = 500.0
  /// Places on an edge are no farther apart than this.
  static let spacingMetres = 50.0
  /// What rounding may hide when two ways are compared, in milliseconds.
  private static let slackMilliseconds: UInt64 = 2

  let ground: any GroundWalking
  let times: EdgeTimes
  let pace: Int
  /// Which way the legs are walked, seen from the place.
  let direction: TravelDirection

  /// The legs of one place, and how far the search for them reached.
  struct Legs: Sendable {
    var reachMetres: Double
    var candidates: [SnapCandidate]
  }

  /// How far from a place walks are looked for: half as far again as the nearest road; nil when
  /// that is too far away.
  func reachMetres(at place: GeographicPosition) -> Double? {
    var nearest = NearestEdges(
      times, SnapSettings(candidateCount: 1, capMetres: Self.farthestRoadMetres))
    let distance = nearest.snap([place]).candidates.first?.legMetres
    return distance.map { max(1.5 * $0, Self.leastReachMetres) }
  }

  /// The places on roads to which one may walk, none of them reached better along its own road.
  func legs(at place: GeographicPosition) -> Legs? {
    guard var reach = reachMetres(at: place) else { return nil }
    // Where the ground is not known, the first road that can be reached may lie behind.
    while reach <= 2 * Self.farthestRoadMetres {
      let candidates = legs(at: place, reach)
      if !candidates.isEmpty { return Legs(reachMetres: reach, candidates: candidates) }
      reach *= 2
    }
    return nil
  }

  private func legs(at place: GeographicPosition, _ reach: Double) -> [SnapCandidate] {
    // The square's corners are farther than its sides; places outside it have no walk.
    let settings = SnapSettings(candidateCount: .max, capMetres: reach * 2.0.squareRoot())
    var nearest = NearestEdges(times, settings)
    let edges = nearest.snap([place]).candidates.map { Int($0.edge) }.sorted()
    var places: [SnapCandidate] = []
    for edge in edges { places += times.network.places(on: edge, spacing: Self.spacingMetres) }
    let walks = ground.walks(
      at: place, others: places.map { Position(x: $0.longitude, y: $0.latitude) },
      direction: direction, pace: pace, reachMetres: reach)
    var candidates: [SnapCandidate] = []
    for (var place, walk) in zip(places, walks) {
      guard let walk, walk.time.milliseconds < EdgeTimes.largest else { continue }
      place.legMilliseconds = walk.time.milliseconds
      place.legMetres = walk.metres
      candidates.append(place)
    }
    let forward = useful(candidates[...])
    return useful(forward.reversed()[...]).reversed()
  }

  /// Leaves out what is reached better by way of the place before it on the same edge.
  private func useful(_ candidates: ArraySlice<SnapCandidate>) -> [SnapCandidate] {
    var kept: [SnapCandidate] = []
    for candidate in candidates {
      if let last = kept.last, last.edge == candidate.edge,
        let along = times.milliseconds(
          onEdge: Int(candidate.edge), from: last.offsetMetres, to: candidate.offsetMetres,
          direction.legSense),
        UInt64(last.legMilliseconds) + UInt64(along) + Self.slackMilliseconds
          <= UInt64(candidate.legMilliseconds)
      {
        continue
      }
      kept.append(candidate)
    }
    return kept
  }
}

extension TravelDirection {
  /// How a search goes from a place that has legs of this direction.
  var legSense: SearchSense {
    switch self {
    case .from, .worst: .outward
    case .to: .inward
    case .roundTrip: .roundTrip
    }
  }
}

extension SearchSense {
  /// How the legs of a place are walked from which a search of this sense goes.
  var legDirection: TravelDirection {
    switch self {
    case .outward: .from
    case .inward: .to
    case .roundTrip: .roundTrip
    }
  }
}

extension RoadNetwork {
  /// Both ends of an edge and the places that cut it into equal parts, without legs.
  func places(on edge: Int, spacing: Double) -> [SnapCandidate] {
    let length = lengthMetres[edge]
    let parts = max(1, Int((length / spacing).rounded(.up)))
    let vertices = vertices(ofEdge: edge)
    var after = 1
    return (0...parts).map { part in
      let offset = part == parts ? length : length * Double(part) / Double(parts)
      while after < vertices.count - 1, vertices[after].offsetMetres < offset { after += 1 }
      let (first, second) = (vertices[after - 1], vertices[after])
      let span = second.offsetMetres - first.offsetMetres
      let share = span > 0 ? min(1, max(0, (offset - first.offsetMetres) / span)) : 0
      return SnapCandidate(
        edge: UInt32(edge), legMilliseconds: 0, offsetMetres: offset, legMetres: 0,
        longitude: first.position.x + share * (second.position.x - first.position.x),
        latitude: first.position.y + share * (second.position.y - first.position.y))
    }
  }
}

extension RoadTravelTimes {
  /// Ties points for a search: to roads near them, and where there are none, by walks across
  /// country.
  func tied(
    _ points: [GeographicPosition?], _ times: EdgeTimes, _ profile: TravelProfile,
    _ sense: SearchSense
  ) -> SnappedPoints {
    tied(points, snap(points, times), times, profile, sense)
  }

  /// The same for points that were snapped already.
  func tied(
    _ points: [GeographicPosition?], _ snapped: SnappedPoints, _ times: EdgeTimes,
    _ profile: TravelProfile, _ sense: SearchSense
  ) -> SnappedPoints {
    guard let legs = groundLegs(times, profile, sense) else { return snapped }
    var keys: [Int: GroundKey] = [:]
    for index in points.indices where snapped.isValid[index] && !snapped.isSnapped(index) {
      keys[index] = points[index].map {
        GroundKey(
          place: $0, mode: profile.mode, pace: profile.paceMillimetresPerSecond,
          direction: legs.direction)
      }
    }
    guard !keys.isEmpty else { return snapped }
    let known = knownGroundLegs.withLock { $0 }
    let wanted = Set(keys.values).filter { known[$0] == nil }.map { $0 }
    let found = ParallelSlices.map(
      wanted.count, threads: threads, sliceSize: 1, scratch: {},
      { _, range in range.map { legs.legs(at: wanted[$0].place)?.candidates ?? [] } }
    ).flatMap { $0 }
    let all = known.merging(zip(wanted, found)) { known, _ in known }
    knownGroundLegs.withLock { $0.merge(zip(wanted, found)) { known, _ in known } }
    return snapped.replacing(keys.mapValues { all[$0] ?? [] })
  }

  func groundLegs(_ times: EdgeTimes, _ profile: TravelProfile, _ sense: SearchSense)
    -> GroundLegs?
  {
    ground.map {
      GroundLegs(
        ground: $0, times: times, pace: profile.paceMillimetresPerSecond,
        direction: sense.legDirection)
    }
  }

  /// Destinations as a search ties them: to roads near them, or by walks across country.
  public func tied(destinations: [GeographicPosition?], profile: TravelProfile) throws
    -> SnappedPoints
  {
    let sense = singleSense(profile) ?? .outward
    return tied(destinations, try edgeTimes(profile), profile, sense.reversed)
  }

  /// How far around each place walks across country are looked for, in metres; nil when it is
  /// tied to a road near it, when no road is within 20 km, or without ground.
  public func groundReachMetres(at places: [GeographicPosition?], profile: TravelProfile) throws
    -> [Double?]
  {
    let times = try edgeTimes(profile)
    let snapped = snap(places, times)
    let legs = groundLegs(times, profile, .outward)
    return places.indices.map { index in
      guard snapped.isValid[index], !snapped.isSnapped(index) else { return nil }
      return places[index].flatMap { place in legs?.reachMetres(at: place) }
    }
  }
}
