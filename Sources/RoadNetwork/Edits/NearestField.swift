public import PlanningModel
public import TravelTimes

/// For every node of a network the nearest of a set of destinations, kept so that a change of
/// one destination, of some edges, or by a road more re-computes only what it touches.
///
/// A value: each change gives a new field, and the field before stays as it was. Destinations
/// keep their positions in the list; a removed one leaves a gap. The answers are those of
/// ``RoadTravelTimes/nearest(from:to:profile:within:)`` for the same list.
public struct NearestField: Sendable {
  /// The roads.
  public private(set) var roads: RoadTravelTimes
  /// Mode, pace and direction.
  public let profile: TravelProfile
  /// The destinations; nil where one was removed or has no place.
  public private(set) var destinations: [GeographicPosition?]

  private let sense: SearchSense
  private var edgeTimes: EdgeTimes
  private var seeds: [[Seed]]
  private var labels: ShortestTimes

  /// Searches once from all destinations.
  ///
  /// - Throws: `WorkError` for a profile that needs two searches (`worst`, and the round trip of
  ///   a vehicle), and whatever ``RoadTravelTimes`` refuses.
  public init(
    _ roads: RoadTravelTimes, to destinations: [GeographicPosition?], profile: TravelProfile
  ) throws {
    guard let sense = roads.singleSense(profile) else {
      throw WorkError(
        .unsupported, operation: "keep nearest times", subject: "\(profile.direction)",
        message: Bilingual("来回各走各的路，无法一次算完", "there and back take different ways"),
        remedy: Bilingual("改用单程方向，或直接重算", "ask for one direction, or compute anew"))
    }
    self.roads = roads
    self.profile = profile
    self.destinations = destinations
    self.sense = sense.reversed
    edgeTimes = try roads.edgeTimes(profile)
    let search = roads.search(edgeTimes, profile, self.sense)
    var seeds = [[Seed]](repeating: [], count: destinations.count)
    for seed in search.seeds(roads.tied(destinations, edgeTimes, profile, self.sense)) {
      seeds[Int(seed.owner)].append(seed)
    }
    self.seeds = seeds
    // Needed by every change, so that it is not the first one that waits for it.
    _ = roads.search(edgeTimes, profile, sense)
    labels = ShortestTimes(nodeCount: roads.network.nodeCount)
    labels.search(
      search.graph, from: seeds.flatMap { $0 }, within: EdgeTimes.largest, keepingOwners: true,
      threads: roads.threads)
  }

  /// The nearest destination of each origin, as ``RoadTravelTimes/nearest(from:to:profile:within:)``
  /// says it.
  public func nearest(from origins: [GeographicPosition?], within limit: TravelTime?) throws
    -> NearestTimes
  {
    let from = roads.tied(origins, edgeTimes, profile, sense.reversed)
    let to = roads.tied(destinations, edgeTimes, profile, sense)
    let ways = search.ways(from: to, to: from) { node, offer in
      guard let milliseconds = labels.milliseconds(node) else { return }
      offer(labels.owner(node), milliseconds, labels.millimetres(node))
    }.map(\.first)
    let wait = try roads.boardingMilliseconds(profile.mode)
    let (entries, status) = roads.entries(ways, from, wait, limit)
    return NearestTimes(entries: entries, status: status)
  }

  /// The field with one destination more, at the end of the list.
  public func adding(_ destination: GeographicPosition) -> NearestField {
    var field = self
    field.destinations.append(destination)
    field.seeds.append([])
    field.replaceSeeds([destinations.count])
    return field
  }

  /// The field without a destination; the others keep their positions.
  public func removing(_ destination: Int) -> NearestField { moving(destination, to: nil) }

  /// The field with a destination elsewhere; one that was removed comes back.
  public func moving(_ destination: Int, to place: GeographicPosition?) -> NearestField {
    var field = self
    field.destinations[destination] = place
    field.replaceSeeds([destination])
    return field
  }

  /// The field after changes of edges.
  public func changing(_ edges: [EdgeChange]) throws -> NearestField {
    try changing(edges, giving: roads.changing(edges))
  }

  /// The field after changes of edges, on roads that were changed so already, for several fields
  /// on the same roads.
  public func changing(_ edges: [EdgeChange], giving changed: RoadTravelTimes) throws
    -> NearestField
  {
    var field = self
    let numbers = Set(edges.map(\.edge))
    field.roads = changed
    field.edgeTimes = try field.roads.edgeTimes(profile)
    // First what hung on the changed arcs, then what begins on the changed edges: a closed edge
    // may send a destination to another one.
    let hanging = hanging(on: numbers)
    field.replaceSeeds(Array(destinations.indices), hanging: hanging, edges: numbers)
    return field
  }

  /// The field with a road more; `slopes` as for ``RoadTravelTimes/adding(_:slopes:)``.
  public func adding(_ addition: RoadAddition, slopes: EdgeSlopes? = nil) throws -> NearestField {
    var field = self
    let hanging = hanging(on: Set(addition.cuts.map(\.edge)))
    field.roads = roads.adding(addition, slopes: slopes)
    field.edgeTimes = try field.roads.edgeTimes(profile)
    field.labels.grow(to: addition.network.nodeCount)
    field.replaceSeeds(
      Array(destinations.indices), hanging: hanging, edges: Set(addition.edges))
    return field
  }

  /// The nodes whose labels came along some edges.
  private func hanging(on edges: Set<UInt32>) -> [UInt32] {
    let graph = search.graph
    return graph.arcs(of: edges, roads.network).compactMap { arc in
      labels.step(
        from: arc.tail, to: graph.arcs[arc.position].head,
        milliseconds: graph.arcs[arc.position].milliseconds,
        millimetres: graph.millimetres[arc.position])
    }.filter(labels.isLabelled).map(\.node)
  }

  private var search: PairSearch { roads.search(edgeTimes, profile, sense) }

  /// Ties destinations anew and repairs the labels of all nodes that they had, and of those that
  /// hang on some nodes.
  private mutating func replaceSeeds(
    _ candidates: [Int], hanging: [UInt32] = [], edges: Set<UInt32> = []
  ) {
    let search = search
    let now = search.seeds(
      roads.tied(candidates.map { destinations[$0] }, edgeTimes, profile, sense))
    var fresh = [[Seed]](repeating: [], count: candidates.count)
    for var seed in now {
      let index = Int(seed.owner)
      seed.owner = UInt32(candidates[index])
      fresh[index].append(seed)
    }
    var started: [Seed] = []
    var stopped: [UInt32] = hanging
    for (index, destination) in candidates.enumerated() where fresh[index] != seeds[destination] {
      stopped += seeds[destination].filter(labels.isLabelled).map(\.node)
      seeds[destination] = fresh[index]
      started += fresh[index]
    }
    let forgotten = forget(from: stopped, search.graph)
    for destination in seeds {
      started += destination.filter { labels.milliseconds($0.node) == nil }
    }
    started += entering(forgotten, search)
    for arc in search.graph.arcs(of: edges, roads.network) {
      let step = labels.step(
        from: arc.tail, to: search.graph.arcs[arc.position].head,
        milliseconds: search.graph.arcs[arc.position].milliseconds,
        millimetres: search.graph.millimetres[arc.position])
      if let step { started.append(step) }
    }
    labels.extend(search.graph, with: started)
  }

  /// Takes away the labels of some nodes and of all that hang on them, as the labels say: those
  /// of the same owner that may have come by way of a forgotten node.
  private mutating func forget(from nodes: [UInt32], _ graph: RoadGraph) -> [UInt32] {
    var open: [(node: UInt32, owner: UInt32)] = []
    var forgotten: [UInt32] = []
    func take(_ node: UInt32) {
      guard labels.milliseconds(node) != nil else { return }
      open.append((node, labels.owner(node)))
      labels.forget(node)
      forgotten.append(node)
    }
    for node in nodes { take(node) }
    while let (node, owner) = open.popLast() {
      for position in Int(graph.firstArc[Int(node)])..<Int(graph.firstArc[Int(node) + 1]) {
        let head = graph.arcs[position].head
        if labels.milliseconds(head) != nil, labels.owner(head) == owner { take(head) }
      }
    }
    return forgotten
  }

  /// The labels that reach forgotten nodes from the others, by one arc.
  private func entering(_ nodes: [UInt32], _ search: PairSearch) -> [Seed] {
    // What leads into a node is what leaves it in the graph of the opposite sense.
    let opposite = roads.search(edgeTimes, profile, sense.reversed).graph
    return nodes.flatMap { node in
      (Int(opposite.firstArc[Int(node)])..<Int(opposite.firstArc[Int(node) + 1])).compactMap {
        labels.step(
          from: opposite.arcs[$0].head, to: node, milliseconds: opposite.arcs[$0].milliseconds,
          millimetres: opposite.millimetres[$0])
      }
    }
  }
}
