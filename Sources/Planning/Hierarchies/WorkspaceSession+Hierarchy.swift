import Coverage
import Journeys
import PlanningModel
import Scenarios
import TravelTimes
import Workspace

extension WorkspaceSession {
  /// Links every place of each level to the nearest of the level above.
  ///
  /// Own, operating facilities form the levels; a facility that belongs to both counts on both.
  ///
  /// - Throws: `WorkError` for a service or pace that is not known.
  public func hierarchy(
    _ asked: HierarchyRequest, _ request: EvaluationRequest
  ) throws -> HierarchyTable {
    guard asked.levels.count >= 2, asked.limits.count == asked.levels.count - 1 else {
      throw WorkError(
        .unsupported, operation: "link levels", subject: asked.levels.map(\.name).joined(),
        message: Bilingual(
          "\(asked.levels.count) 级需要 \(max(1, asked.levels.count - 1)) 个上限",
          "\(asked.levels.count) levels need \(max(1, asked.levels.count - 1)) limits"),
        remedy: Bilingual("每一步给一个上限", "give one limit for each step"))
    }
    let situation = try situation(request)
    let profile = try profile(
      mode: asked.mode, pace: asked.pace, direction: asked.direction, situation)
    let levels = try asked.levels.map { try HierarchyLevel($0, self, situation) }
    var tables: [CostTable] = []
    var matrices: [TravelTimeMatrix] = []
    for (low, high) in zip(levels, levels.dropFirst()) {
      let matrix = try situation.field.source.times(
        from: low.places.map(\.position), to: high.places.map(\.position), profile: profile,
        within: nil)
      matrices.append(matrix)
      tables.append(
        CostTable(of: matrix, demandIDs: low.places.map(\.id), supplyIDs: high.places.map(\.id)))
    }
    let hierarchy = Hierarchy(
      zip(tables, asked.limits).map { HierarchyLinks($0, within: Int64($1.milliseconds)) })
    let steps = hierarchy.steps.indices.map { step in
      HierarchyTable.Step(
        level: asked.levels[step], above: asked.levels[step + 1], limit: asked.limits[step],
        rows: levels[step].places.indices.map { child in
          row(
            child, step, hierarchy, levels, matrices[step], situation.field.provenance)
        }, weakest: hierarchy.steps[step].weakest?.child)
    }
    return HierarchyTable(
      steps: steps, profile: profile, asOf: situation.asOf, scenario: situation.scenario?.id)
  }

  private func row(
    _ child: Int, _ step: Int, _ hierarchy: Hierarchy, _ levels: [HierarchyLevel],
    _ matrix: TravelTimeMatrix, _ field: Provenance
  ) -> HierarchyTable.Row {
    let links = hierarchy.steps[step]
    let place = levels[step].places[child]
    let link = links.nearest[child]
    let parent = link.map { levels[step + 1].places[$0.parent] }
    let isLinked = links.isLinked[child]
    let reason: Reason? =
      if isLinked {
        nil
      } else if let missing = levels[step + 1].missing {
        missing
      } else {
        place.position == nil ? .noData : link == nil ? .unreachable : .tooFar
      }
    var provenance = max(field, place.provenance)
    if let parent { provenance = max(provenance, parent.provenance) }
    if matrix.isEstimated[child] { provenance = max(provenance, .estimated) }
    return HierarchyTable.Row(
      child: place, parent: isLinked ? parent : nil,
      time: link.map { TravelTime(milliseconds: UInt32(clamping: $0.cost)) },
      reachesTop: hierarchy.reachesTop[step][child], reason: reason, provenance: provenance)
  }
}

/// The places of one level.
private struct HierarchyLevel {
  let places: [HierarchyTable.Place]
  /// Why there are none; nil where there are.
  let missing: Reason?

  init(
    _ level: HierarchyRequest.Level, _ session: WorkspaceSession, _ situation: Situation
  ) throws {
    if level.service == "*" {
      places = situation.district.demandPoints.filter { $0.band == .own }.map {
        HierarchyTable.Place(
          id: $0.id.rawValue, name: $0.name, unit: $0.unit, position: $0.position,
          provenance: $0.positionProvenance)
      }
      missing = nil
      return
    }
    let kinds = try session.service(level.service).kinds
    let known = situation.district.facilities.filter {
      kinds.contains($0.kind) && $0.band == .own
    }
    let operating = known.filter { $0.isOperating(on: situation.asOf) }
    places = operating.map {
      HierarchyTable.Place(
        id: $0.id.rawValue, name: $0.name, unit: $0.host, position: $0.position,
        provenance: max($0.provenance.record, $0.provenance.position))
    }
    missing = known.isEmpty ? .noSite : operating.isEmpty ? .notOperating : nil
  }
}
