import PlanningModel
import Terrain
import Workspace

extension WorkspaceSession {
  /// The cost field of a district under some settings; the elevation is read only where somebody
  /// has to walk over it.
  func field(
    travel: TravelSettings, roads: BuiltRoads, provenance: Provenance, district: District,
    _ loaded: LoadedWorkspace, threads: Int
  ) throws -> CostField {
    let field = CostField(
      travel: travel, roads: roads, provenance: provenance, threads: threads)
    guard travel.offRoad == .terrain, field.hasPlacesOffRoad(district),
      let elevation = try elevation(loaded)
    else { return field }
    return field.walking(over: elevation, travel.walkingSpeed)
  }

  /// The cost field of a situation under other settings.
  func field(travel: TravelSettings, _ situation: Situation) throws -> CostField {
    try field(
      travel: travel, roads: situation.roads, provenance: situation.field.provenance,
      district: situation.district, situation.loaded, threads: situation.threads)
  }
}
