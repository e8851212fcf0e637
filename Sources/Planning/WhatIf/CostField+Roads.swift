import Geometry
import Journeys
import PlanningModel
import RoadNetwork
import Scenarios
import Terrain
import TravelTimes

extension CostField {
  /// How far an end of a new road may be from the roads that it is to join, in metres.
  static let joiningMetres = 50.0

  /// The field with roads built, closed or slower; nothing else is built again.
  ///
  /// - Parameters:
  ///   - patches: what a scenario does to roads.
  ///   - elevation: where new roads get their slopes from; nil for flat ones.
  ///   - walking: what slope does to walking.
  /// - Returns: the field, and the faults that forbid it: a road whose end is near no other, a
  ///   name that no road bears.
  func patched(
    by patches: RoadPatches, elevation: ElevationModel?, walking: WalkingSpeed
  ) throws -> (CostField, [InputFault]) {
    var result = self
    var faults: [InputFault] = []
    for addition in patches.added {
      let ends = [addition.positions.first, addition.positions.last].map { $0.flatMap(result.end) }
      for (end, position) in zip(ends, [addition.positions.first, addition.positions.last])
      where end == nil {
        faults.append(Self.loose(addition, at: position))
      }
      guard let from = ends[0], let to = ends[1] else { continue }
      do {
        try result.add(addition, from, to, elevation, walking)
      } catch let error as WorkError {
        faults.append(Self.refused(addition, error))
      }
    }
    // A later change of an edge replaces an earlier one.
    var changes: [UInt32: EdgeChange] = [:]
    for change in patches.changed {
      let edges = result.edges(of: change.road)
      if edges.isEmpty { faults.append(Self.unknown(change)) }
      for edge in edges {
        changes[edge] = EdgeChange(edge: edge, timeFactor: change.timeFactor?.doubleValue)
      }
    }
    if !changes.isEmpty {
      let edges = changes.keys.sorted().compactMap { changes[$0] }
      let before = result.source.roads
      result.source.roads = before.changing(edges)
      if patches.added.isEmpty, kept.noteEdit() {
        result.edits = RoadEdits(before: before, edges: edges, kept: kept)
      }
    }
    let provenances = patches.added.map(\.provenance) + patches.changed.map(\.provenance)
    result.provenance = Provenance.weakest(of: provenances + [provenance]) ?? provenance
    return (result, faults)
  }

  private func end(_ position: GeographicPosition) -> SnapCandidate? {
    for mode in [TravelMode.walk, .car] {
      let snapped = source.roads.snap([position], mode: mode)
      if let nearest = snapped.candidates.first, nearest.legMetres <= Self.joiningMetres {
        return nearest
      }
    }
    return nil
  }

  private mutating func add(
    _ addition: RoadPatches.Addition, _ from: SnapCandidate, _ to: SnapCandidate,
    _ elevation: ElevationModel?, _ walking: WalkingSpeed
  ) throws {
    let network = source.roads.network
    // An end that was drawn beside the road it joins keeps the last steps to it.
    var between = addition.positions.map { Position(x: $0.longitude, y: $0.latitude) }
    if to.legMetres < Self.touchingMetres { between.removeLast() }
    if from.legMetres < Self.touchingMetres, !between.isEmpty { between.removeFirst() }
    let road = AddedRoad(
      from: .place(from), to: .place(to), between: between, tags: addition.tags)
    let added = try RoadAddition(road, to: network)
    var slopes: EdgeSlopes?
    if source.roads.slopes != nil, let elevation {
      slopes = try RoadSlopes(
        of: Self.alone(addition, rules: network.rules), over: elevation, walking: walking
      ).edges
    }
    source.roads = source.roads.adding(added, slopes: slopes)
  }

  /// Nearer than this an end is on the road that it joins.
  private static let touchingMetres = 0.5

  /// The road as a network of its own.
  private static func alone(_ addition: RoadPatches.Addition, rules: RoadRules) -> RoadNetwork {
    var line = TaggedLines(keys: addition.tags.keys.sorted())
    line.strings = [""]
    for key in line.keys {
      line.values.append(UInt32(line.strings.count))
      line.strings.append(addition.tags[key] ?? "")
    }
    line.longitude = addition.positions.map(\.longitude)
    line.latitude = addition.positions.map(\.latitude)
    line.firstVertex = [0, UInt32(addition.positions.count)]
    line.lineIDs = [1]
    return RoadNetwork(lines: line, rules: rules)
  }

  private func edges(of road: RoadPatches.Selector) -> [UInt32] {
    let network = source.roads.network
    switch road {
    case .near(let position): return end(position).map { [$0.edge] } ?? []
    case .named(let name):
      return (0..<UInt32(network.edgeCount)).filter {
        network.nameText(ofEdge: Int($0)) == name
      }
    }
  }
}
