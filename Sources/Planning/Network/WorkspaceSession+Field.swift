import PlanningModel
import Scenarios
import Terrain
import Workspace

extension WorkspaceSession {
  /// The cost field of a district under some settings; the elevation is read only where somebody
  /// has to walk over it.
  func field(
    travel: TravelSettings, roads: BuiltRoads, patches: RoadPatches?, provenance: Provenance,
    district: District, _ loaded: LoadedWorkspace, threads: Int
  ) throws -> CostField {
    let key = FieldKey(travel: travel, threads: threads)
    var field =
      fields[key]
      ?? CostField(travel: travel, roads: roads, provenance: provenance, threads: threads)
    fields[key] = field
    if let patches, !patches.isEmpty {
      let elevation = patches.added.isEmpty ? nil : try elevation(loaded)
      let (patched, faults) = try field.patched(
        by: patches, elevation: elevation, walking: travel.walkingSpeed)
      try refuse(faults, "apply scenario", "roads")
      field = patched
    }
    guard travel.offRoad == .terrain, field.hasPlacesOffRoad(district, patching: loaded.district),
      let elevation = try elevation(loaded)
    else { return field }
    guard patches?.isEmpty ?? true else {
      return field.walking(over: elevation, travel.walkingSpeed)
    }
    let walking = groundFields[key] ?? field.walking(over: elevation, travel.walkingSpeed)
    groundFields[key] = walking
    return walking
  }

  /// The cost field of a situation under other settings.
  func field(travel: TravelSettings, _ situation: Situation) throws -> CostField {
    try field(
      travel: travel, roads: situation.roads, patches: situation.scenario?.roads,
      provenance: try self.roads(situation.loaded).provenance, district: situation.district,
      situation.loaded, threads: situation.threads)
  }
}
