import PlanningModel
import Terrain

extension SurfaceQuestion {
  /// Lays what the files hold over the elevation.
  func surface(over frame: SurfaceFrame, _ note: (String) -> Void) throws -> CostSurface {
    let slope = try Self.slopeRule(slope)
    let pace = Double(profile.paceMillimetresPerSecond) / 1000
    let surfaceRules = CostSurfaceRules(
      neighbours: hasSixteenMoves ? .sixteen : .eight, slope: slope, paceMetresPerSecond: pace,
      barriersCutRoads: barriersCutRoads)
    let surface = try withoutActuallyEscaping(note) { note in
      let files = SurfaceLayerFiles(frame: frame) { note("\($0)") }
      return try CostSurface(
        elevation: frame.raster, unit: frame.unit, rules: surfaceRules,
        landCover: try landCover.map { try files.landCover($0.grid, speeds: $0.speeds) },
        roads: try roads.map { path in
          let roadRules = try RoadSource.roadRules(rules, note: note)
          return try files.roads(
            path, layer: roadsLayer, rules: roadRules, joinEndsMetres: joinEndsMetres,
            mode: profile.mode, pace: pace)
        } ?? [],
        barriers: try barriers.map { try files.barriers($0, layer: barriersLayer) } ?? [])
    }
    for warning in surface.warnings {
      var warning = warning
      // The surface knows its layers by what they are; people know them by their files.
      switch warning.file {
      case "roads": warning.file = roads ?? warning.file
      case "barriers": warning.file = barriers ?? warning.file
      default: break
      }
      note("\(warning)")
    }
    return surface
  }

  /// The rule of a name: a slope function with its clamp and cap, or Langmuir's sum.
  static func slopeRule(_ name: String) throws -> SurfaceSlopeRule {
    if name == "langmuir" { return .langmuir(LangmuirCoefficients()) }
    if let function = SlopeFunction(rawValue: name) {
      return .walking(WalkingSpeed(function: function))
    }
    let known = (SlopeFunction.allCases.map(\.rawValue) + ["langmuir"]).joined(separator: ", ")
    throw WorkError(
      .notFound, operation: "choose slope function", subject: name,
      message: Bilingual("没有这个名称的坡度函数", "there is no slope function of this name"),
      remedy: Bilingual("可用 \(known)", "known: \(known)"))
  }
}
