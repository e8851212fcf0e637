import Foundation
import PlanningModel
import RoadNetwork
import Workspace

/// The built roads of a workspace: from its cache, or built from the store and then kept.
struct WorkspaceRoads {
  let folder: WorkspaceFolder
  let rules: RoadRules
  /// What the store was built from; roads of the same files and settings are the same roads.
  let origin: StoreOrigin
  /// Reads roads and elevation from the store.
  let ground: () throws -> StoreGround
  /// Takes lines for a person to read.
  let note: (String) -> Void

  /// The roads, and how good they are: the weakest of lines and elevation.
  func built() throws -> (roads: BuiltRoads, provenance: Provenance) {
    let cache = RoadNetworkCache(folder: folder.cacheURL.path)
    let key = key
    if let entry = cache.load(key: key, rules: rules),
      let provenance = entry.notes.first.flatMap({ Provenance(rawValue: $0) })
    {
      var roads = BuiltRoads(entry)
      // The key holds it.
      roads.walking = folder.settings.travel.walkingSpeed
      return (roads, provenance)
    }
    let ground = try ground()
    let (roads, provenance) = try Self.build(
      ground, travel: folder.settings.travel, rules: rules)
    do {
      try cache.store(roads.entry(notes: [provenance.rawValue]), key: key)
    } catch let error as WorkError {
      note("\(error)")
    }
    return (roads, provenance)
  }

  /// Builds the roads of a store's contents.
  static func build(
    _ ground: StoreGround, travel: TravelSettings, rules: RoadRules
  ) throws -> (roads: BuiltRoads, provenance: Provenance) {
    var roads = BuiltRoads(
      ground.roads.lines, rules: rules, joinEndsMetres: travel.joinEndsMetres.doubleValue)
    var provenances = ground.roads.provenance
    if let elevation = ground.elevation, travel.slope.function != .none {
      try roads.addSlopes(elevation.raster, travel.walkingSpeed)
      provenances.append(elevation.provenance)
    }
    return (roads, Provenance.weakest(of: provenances) ?? .estimated)
  }

  private var key: String {
    let travel = folder.settings.travel
    let isFlat = travel.slope.function == .none
    var key = RoadCacheKey(
      rules: rules, joinEndsMetres: travel.joinEndsMetres.doubleValue,
      walking: isFlat ? nil : travel.walkingSpeed)
    // How files are read into the store: datum, layer, provenance, the program's version.
    key.add("settings", sha256: origin.settingsSHA256)
    for source in origin.sources
    where source.role == .roads || (source.role == .elevation && !isFlat) {
      key.add("\(source.role.rawValue) \(source.path)", sha256: source.sha256)
    }
    return key.hexadecimal
  }
}
