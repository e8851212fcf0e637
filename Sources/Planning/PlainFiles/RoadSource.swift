import Foundation
import Importing
import Journeys
import PlanningModel
import RoadNetwork
import Terrain

/// The roads of a file, ready to be travelled, with slopes where there is an elevation grid.
struct RoadSource {
  /// The file with the roads.
  var roads: String
  /// Its layer; nil for the only one.
  var layer: String?
  /// The file of road rules; nil for the defaults.
  var rules: String?
  /// Ends of roads this near to another road are joined to it, in metres; 0 for none.
  var joinEndsMetres: Double
  /// The elevation grid; nil for flat.
  var elevation: String?
  /// What slope does to walking, by name.
  var slope: String
  /// The longest walk between a point and the roads, in metres.
  var snapCapMetres: Double
  /// Whether people walk over the elevation to roads beyond the cap.
  var walksOffRoad = false
  /// How many threads may search.
  var threads: Int

  /// Where built networks are kept; nil to keep none.
  var cache: String?

  /// Reads the files, or takes what was built from the same files before.
  ///
  /// - Parameter note: takes findings on the roads that do not stop the work.
  func travelTimes(note: (String) -> Void) throws -> RoadTravelTimes {
    let rules = try Self.roadRules(rules, note: note)
    let walking = try elevation.map { _ in try walkingSpeed() }
    let kept = cache.map { PlainRoadCache(folder: $0, source: self, rules, walking) }
    if let built = kept?.load(note: note) { return try travelTimes(built, walking, note) }
    let (lines, faults) = try RoadFile.read(roads, layer: layer)
    for fault in faults { note("\(fault)") }
    var built = BuiltRoads(lines, rules: rules, joinEndsMetres: joinEndsMetres)
    guard built.network.edgeCount > 0 else {
      throw WorkError(
        .malformed, operation: "read roads", subject: roads,
        message: Bilingual(
          "文件中没有可作道路的线", "the file has no line that may be used as a road"),
        remedy: Bilingual(
          "检查其中是否有线；如分等级，应有“highway”列",
          "check that it has lines, and a “highway” column if it has classes"))
    }
    if let elevation, let walking {
      try built.addSlopes(try RasterFile.read(elevation), walking)
    }
    kept?.store(built, faults, note: note)
    return try travelTimes(built, walking, note)
  }

  private func travelTimes(
    _ built: BuiltRoads, _ walking: WalkingSpeed?, _ note: (String) -> Void
  ) throws -> RoadTravelTimes {
    for joint in RoadFindings.joinedEnds(built.joints, file: roads) { note("\(joint)") }
    var ground: SlopeWalks?
    if walksOffRoad, let elevation, let walking {
      let model = try ElevationModel(inItsSystem: try RasterFile.read(elevation))
      ground = SlopeWalks(over: model, walking: walking)
    }
    return RoadTravelTimes(
      network: built.network, slopes: built.slopes,
      snapping: .init(candidateCount: 5, capMetres: snapCapMetres), ground: ground,
      threads: threads)
  }

  /// The rules of a file; the defaults without one.
  static func roadRules(_ rules: String?, note: (String) -> Void) throws -> RoadRules {
    guard let rules else { return RoadRules() }
    let (read, faults) = try RoadRulesFile.read(URL(filePath: rules), name: rules)
    let blocking = faults.filter { $0.severity == .blocking }
    guard blocking.isEmpty else {
      throw WorkError(
        .blocked, operation: "read road rules", subject: rules,
        message: Bilingual("\(blocking.count) 项阻断问题", "\(blocking.count) blocking findings"),
        remedy: Bilingual("按各行提示更正", "correct each line"), faults: faults)
    }
    for fault in faults { note("\(fault)") }
    return read
  }

  private func walkingSpeed() throws -> WalkingSpeed {
    guard let function = SlopeFunction(rawValue: slope) else {
      let known = SlopeFunction.allCases.map(\.rawValue).joined(separator: ", ")
      throw WorkError(
        .notFound, operation: "choose slope function", subject: slope,
        message: Bilingual("没有名为“\(slope)”的坡度函数", "there is no slope function “\(slope)”"),
        remedy: Bilingual("可用：\(known)", "known: \(known)"))
    }
    return WalkingSpeed(function: function)
  }
}
