public import PlanningModel
import Synchronization
public import TravelTimes

/// Travel times along a road network, door to door: leg, roads, leg.
///
/// Immutable but for what it keeps between questions: graphs, one per mode, pace and sense, the
/// legs of places far from roads, and where lists of places are tied to roads.
public final class RoadTravelTimes: TravelTimeSource {
  /// The roads.
  public let network: RoadNetwork
  /// What slope does to walking; nil for flat ground.
  public let slopes: EdgeSlopes?
  /// How points are tied to roads.
  public let snapping: SnapSettings
  /// Walks across country for places off the network; nil for none.
  public let ground: (any GroundWalking)?
  /// How many threads search; changes no result.
  public let threads: Int

  /// What was changed about some edges; empty for roads as they are.
  let changes: [UInt32: Double?]

  struct GraphKey: Hashable {
    var mode: TravelMode
    var pace: Int
    var sense: SearchSense
  }
  /// A place far from roads and how its legs are walked.
  struct GroundKey: Hashable {
    var place: GeographicPosition
    var mode: TravelMode
    var pace: Int
    var direction: TravelDirection
  }
  /// So many searches in one question are worth laying time and length of every arc side by side;
  /// changes no result.
  public let searchesWorthPacking: Int
  /// So many are worth preparing the graph for; changes no result.
  public let searchesWorthPreparing: Int

  private let graphs = KnownGraphs()
  private let packedGraphs = Mutex<[GraphKey: PackedGraph]>([:])
  private let cores = Mutex<[GraphKey: RoadCore]>([:])
  let knownGroundLegs = Mutex<[GroundKey: [SnapCandidate]]>([:])
  let knownSnaps = KnownSnaps()
  private let knownComponents = Mutex<[TravelMode: RoadComponents]>([:])

  /// Wraps a network.
  public init(
    network: RoadNetwork, slopes: EdgeSlopes? = nil, snapping: SnapSettings = SnapSettings(),
    ground: (any GroundWalking)? = nil, threads: Int = 1, searchesWorthPacking: Int = 16,
    searchesWorthPreparing: Int = 256
  ) {
    self.network = network
    self.slopes = slopes
    self.snapping = snapping
    self.ground = ground
    self.threads = max(1, threads)
    self.searchesWorthPacking = searchesWorthPacking
    self.searchesWorthPreparing = searchesWorthPreparing
    changes = [:]
  }

  /// The same roads with ground around them, and all that is known of places on them.
  public init(_ roads: RoadTravelTimes, over ground: any GroundWalking) {
    network = roads.network
    slopes = roads.slopes
    snapping = roads.snapping
    self.ground = ground
    threads = roads.threads
    searchesWorthPacking = roads.searchesWorthPacking
    searchesWorthPreparing = roads.searchesWorthPreparing
    changes = roads.changes
    let components = roads.knownComponents.withLock { $0 }
    for (key, graph) in roads.graphs.all() { graphs.keep(graph, key) }
    knownComponents.withLock { $0 = components }
    for (key, points) in roads.knownSnaps.all() { knownSnaps.keep(points, key) }
  }

  /// The same roads with some edges slower, faster or closed; see ``changing(_:)``.
  private init(_ roads: RoadTravelTimes, _ changed: [EdgeChange]) {
    network = roads.network
    slopes = roads.slopes
    snapping = roads.snapping
    ground = roads.ground
    threads = roads.threads
    searchesWorthPacking = roads.searchesWorthPacking
    searchesWorthPreparing = roads.searchesWorthPreparing
    changes = changed.reduce(into: roads.changes) { $0[$1.edge] = .some($1.timeFactor) }
    let edges = Set(changed.map(\.edge))
    for (key, graph) in roads.graphs.all() {
      let times = EdgeTimes(
        network, mode: key.mode, pace: key.pace, slopes: slopes, changes: changes)
      graphs.keep(graph.repriced(edges, times, key.sense), key)
    }
    let isOpened = changed.contains {
      $0.timeFactor != nil && roads.changes[$0.edge] == .some(nil)
    }
    // A road that opens may be nearer than all others, and may join pieces.
    guard !isOpened else { return }
    let closed = Set(changed.filter { $0.timeFactor == nil }.map(\.edge))
    for (key, points) in roads.knownSnaps.all() {
      knownSnaps.keep(untied(points, key, from: closed), key)
    }
    if closed.isEmpty {
      let components = roads.knownComponents.withLock { $0 }
      knownComponents.withLock { $0 = components }
    }
  }

  /// The same roads with some edges slower, faster or closed; nothing is built again.
  ///
  /// A change replaces an earlier one of the same edge. Closed edges take no snapped points.
  public func changing(_ edges: [EdgeChange]) -> RoadTravelTimes { RoadTravelTimes(self, edges) }

  /// The same roads and one more; see ``adding(_:slopes:)``.
  private init(_ roads: RoadTravelTimes, _ addition: RoadAddition, _ slopes: EdgeSlopes?) {
    network = addition.network
    self.slopes = roads.slopes.map { $0.extended(by: addition, of: roads.network, road: slopes) }
    snapping = roads.snapping
    ground = roads.ground
    threads = roads.threads
    searchesWorthPacking = roads.searchesWorthPacking
    searchesWorthPreparing = roads.searchesWorthPreparing
    var changes = roads.changes
    for cut in addition.cuts {
      if let change = changes[cut.edge] { for part in cut.parts { changes[part] = change } }
    }
    self.changes = changes
    for (key, graph) in roads.graphs.all() {
      let times = EdgeTimes(
        network, mode: key.mode, pace: key.pace, slopes: self.slopes, changes: changes)
      graphs.keep(graph.adding(addition, times, key.sense), key)
    }
  }

  /// The same roads and one more, added to their network; nothing else is built again.
  ///
  /// - Parameter slopes: steps of the road itself, as its only edge; it is flat without. Parts of
  ///   edges that were cut keep the slopes of their edges.
  public func adding(_ addition: RoadAddition, slopes: EdgeSlopes? = nil) -> RoadTravelTimes {
    RoadTravelTimes(self, addition, slopes)
  }

  /// Times, with the length of each path in metres.
  public func times(
    from origins: [GeographicPosition?], to destinations: [GeographicPosition?],
    profile: TravelProfile, within limit: TravelTime?
  ) throws -> TravelTimeMatrix {
    let edgeTimes = try edgeTimes(profile)
    let ends = ends(origins, destinations, edgeTimes, profile)
    let wait = try boardingMilliseconds(profile.mode)
    let most = limit?.milliseconds ?? EdgeTimes.largest
    let pairs =
      most < wait
      ? TimedPairs(emptyRows: origins.count)
      : self.pairs(ends, edgeTimes, profile, within: most - wait)
    var status = self.status(ends[0].from)
    let lost = origins.indices.filter {
      pairs.row($0).isEmpty && status[$0] == .reached
    }
    if !lost.isEmpty {
      let isReachable = reachable(lost, ends, edgeTimes, profile)
      for (origin, found) in zip(lost, isReachable) {
        status[origin] = found ? .tooFar : .unreachable
      }
    }
    return matrix(pairs, status, wait: wait)
  }

  /// The nearest destination of each origin, by one search from all destinations where the
  /// direction allows it.
  public func nearest(
    from origins: [GeographicPosition?], to destinations: [GeographicPosition?],
    profile: TravelProfile, within limit: TravelTime?
  ) throws -> NearestTimes {
    guard let sense = singleSense(profile) else {
      return NearestTimes(
        firstOf: try times(from: origins, to: destinations, profile: profile, within: limit))
    }
    let edgeTimes = try edgeTimes(profile)
    let from = tied(origins, edgeTimes, profile, sense)
    let to = tied(destinations, edgeTimes, profile, sense.reversed)
    let wait = try boardingMilliseconds(profile.mode)
    let ways = search(edgeTimes, profile, sense.reversed).nearest(from: to, to: from)
    let (entries, status) = entries(ways, from, wait, limit)
    return NearestTimes(entries: entries, status: status)
  }

  /// The two nearest destinations of each origin, by one search from all destinations where the
  /// direction allows it.
  public func nearestTwo(
    from origins: [GeographicPosition?], to destinations: [GeographicPosition?],
    profile: TravelProfile, within limit: TravelTime?
  ) throws -> NearestTimes {
    guard let sense = singleSense(profile) else {
      return NearestTimes(
        firstTwoOf: try times(from: origins, to: destinations, profile: profile, within: limit))
    }
    let edgeTimes = try edgeTimes(profile)
    let from = tied(origins, edgeTimes, profile, sense)
    let to = tied(destinations, edgeTimes, profile, sense.reversed)
    let wait = try boardingMilliseconds(profile.mode)
    let ways = search(edgeTimes, profile, sense.reversed).nearestTwo(from: to, to: from)
    let (entries, status) = entries(ways.map(\.first), from, wait, limit)
    return NearestTimes(
      entries: entries, status: status,
      second: self.entries(ways.map(\.second), from, wait, limit).entries)
  }

  /// Ties points to the roads near them that a mode may use, without walks across country.
  public func snap(_ points: [GeographicPosition?], mode: TravelMode) -> SnappedPoints {
    snap(points, EdgeTimes(network, mode: mode, pace: 1000, slopes: slopes, changes: changes))
  }

  /// The pieces into which the network falls for a mode, directions ignored.
  public func components(mode: TravelMode) -> RoadComponents {
    if let known = knownComponents.withLock({ $0[mode] }) { return known }
    let found = RoadComponents(
      EdgeTimes(network, mode: mode, pace: 1000, slopes: slopes, changes: changes))
    knownComponents.withLock { $0[mode] = found }
    return found
  }

  /// The wait for a bus; nothing for other modes.
  public func boardingMilliseconds(_ mode: TravelMode) throws -> UInt32 {
    guard mode == .bus else { return 0 }
    guard let headway = network.rules.busHeadwayMinutes else {
      throw WorkError(
        .unsupported, operation: "compute travel times", subject: "mode bus",
        message: Bilingual("未声明公交发车间隔", "no headway is declared"),
        remedy: Bilingual(
          "在道路规则文件中填写 bus.headway_min", "declare bus.headway_min in a file of road rules"))
    }
    return EdgeTimes.rounded(min(headway / 2, network.rules.longestBusWaitMinutes) * 60_000)
  }
}

extension RoadTravelTimes {
  func edgeTimes(_ profile: TravelProfile) throws -> EdgeTimes {
    guard profile.paceMillimetresPerSecond > 0 else {
      throw WorkError(
        .unsupported, operation: "compute travel times",
        subject: "pace \(profile.paceMillimetresPerSecond) mm/s",
        message: Bilingual("步速为 0，无法移动", "nobody moves"),
        remedy: Bilingual("步速应大于 0", "give a pace above 0"))
    }
    return EdgeTimes(
      network, mode: profile.mode, pace: profile.paceMillimetresPerSecond, slopes: slopes,
      changes: changes)
  }

  /// The search of a sense, over a graph that is built once.
  func search(_ edgeTimes: EdgeTimes, _ profile: TravelProfile, _ sense: SearchSense) -> PairSearch
  {
    let key = GraphKey(
      mode: profile.mode, pace: profile.paceMillimetresPerSecond, sense: sense)
    let graph = graphs.graph(key) { RoadGraph(edgeTimes, sense, threads: threads) }
    return PairSearch(graph: graph, times: edgeTimes, sense: sense, threads: threads)
  }

  /// The arcs of a sense with time and length side by side, for many searches within a limit.
  ///
  /// Nil where that does not pay or ways may be too long; the times are the same without it.
  func packed(
    _ search: PairSearch, _ profile: TravelProfile, searches: Int, limit: UInt32
  ) -> PackedGraph? {
    guard searches >= min(searchesWorthPacking, searchesWorthPreparing) else { return nil }
    let key = GraphKey(
      mode: profile.mode, pace: profile.paceMillimetresPerSecond, sense: search.sense)
    return packedGraphs.withLock { graphs in
      let packed = graphs[key] ?? PackedGraph(search.graph)
      graphs[key] = packed
      return packed.reach.isSafe(within: limit) ? packed : nil
    }
  }

  /// The prepared graph of a sense, made when so many searches are asked for that it pays; the
  /// times are the same without it.
  func core(
    _ packed: PackedGraph?, _ sense: SearchSense, _ profile: TravelProfile, searches: Int
  ) -> RoadCore? {
    guard let packed, searches >= searchesWorthPreparing else { return nil }
    let key = GraphKey(
      mode: profile.mode, pace: profile.paceMillimetresPerSecond, sense: sense)
    return cores.withLock { cores in
      let core = cores[key] ?? RoadCore(packed)
      cores[key] = core
      return core
    }
  }

  /// The sense of a trip as seen from its origin; nil where both ways are searched apart.
  func singleSense(_ profile: TravelProfile) -> SearchSense? {
    switch profile.direction {
    case .to: .outward
    case .from: .inward
    case .roundTrip: profile.mode == .walk ? .roundTrip : nil
    case .worst: nil
    }
  }

  /// Ways as entries within a limit, and what became of each origin.
  func entries(
    _ ways: [PairSearch.NearestWay?], _ from: SnappedPoints, _ wait: UInt32, _ limit: TravelTime?
  ) -> (entries: [NearestTimes.Entry?], status: [OriginStatus]) {
    var status = self.status(from)
    let entries = ways.enumerated().map { origin, way -> NearestTimes.Entry? in
      guard let way else {
        if status[origin] == .reached { status[origin] = .unreachable }
        return nil
      }
      let time = EdgeTimes.sum(way.milliseconds, wait)
      if time > limit?.milliseconds ?? EdgeTimes.largest {
        status[origin] = .tooFar
        return nil
      }
      return NearestTimes.Entry(
        destination: way.source, time: TravelTime(milliseconds: time),
        metres: Float(Double(way.millimetres) / 1000))
    }
    return (entries, status)
  }

  /// What snapping alone says: `reached` stands for "on the network".
  func status(_ points: SnappedPoints) -> [OriginStatus] {
    (0..<points.count).map {
      points.isSnapped($0) ? .reached : points.isValid[$0] ? .notSnapped : .invalid
    }
  }
}
