import Geometry
import Importing
import PlanningModel
import Projections
import RoadNetwork
import Terrain

/// What lies on an elevation, read from plain files into its reference system.
struct SurfaceLayerFiles {
  /// Where it lies.
  let frame: SurfaceFrame
  /// Takes findings that do not stop the work.
  let note: (InputFault) -> Void

  /// Land cover classes with the speeds of a table.
  func landCover(_ path: String, speeds table: String) throws -> LandCover {
    let raster = try RasterFile.read(path)
    let datum = try SurfaceFrame.datum(of: raster, path)
    return LandCover(
      raster: raster, speeds: try Self.speeds(table), file: path,
      project: try frame.projection(to: datum))
  }

  /// The table `class,speed_kmh[,mode]`; other columns are not read.
  static func speeds(_ path: String) throws -> LandCoverSpeeds {
    let (table, _) = try TableFile.choose(try TableFile.read(path), file: path)
    let columns = ["class", "speed_kmh", "mode"]
    let rows = HeaderedTable(
      table, rules: ColumnRules(required: columns.dropLast(), optional: [columns[2]]))
    var faults = rows.faults.filter { $0.severity == .blocking }
    // A missing column is one fault of the header, not one of each row.
    if faults.isEmpty {
      let (speeds, wrong) = LandCoverSpeeds.read(
        rows.rows.map { row in
          (
            number: row.number,
            values: Dictionary(
              uniqueKeysWithValues: columns.map { ($0, row[$0].text) })
          )
        }, file: path)
      faults = wrong
      if faults.isEmpty, speeds.byClass.isEmpty {
        faults = rows.faults.filter { $0.check == ImportCheck.tableNoRows.rawValue }
      }
      if faults.isEmpty { return speeds }
    }
    throw WorkError(
      .blocked, operation: "read speeds", subject: path,
      message: Bilingual("\(faults.count) 项阻断问题", "\(faults.count) blocking findings"),
      remedy: Bilingual("按各行提示更正", "correct each line"), faults: faults)
  }

  /// Roads at the speed of their class for a vehicle, and at the pace on foot.
  func roads(
    _ path: String, layer: String?, rules: RoadRules, joinEndsMetres: Double, mode: TravelMode,
    pace: Double
  ) throws -> [SurfaceRoad] {
    let (read, faults) = try RoadFile.read(path, layer: layer)
    for fault in faults { note(fault) }
    let joining = EndJoining(read, rules: rules, toleranceMetres: joinEndsMetres)
    for joint in RoadFindings.joinedEnds(joining.joints, file: path) { note(joint) }
    let lines = joining.lines
    let travel = rules.travel(on: lines, mode: mode)
    let positions = try frame.positions(lines.longitude, lines.latitude)
    let roads = travel.indices.compactMap { line -> SurfaceRoad? in
      guard let travel = travel[line] else { return nil }
      let range = Int(lines.firstVertex[line])..<Int(lines.firstVertex[line + 1])
      let speed =
        switch travel {
        case .onFoot: GroundSpeed(kilometresPerHour: pace * 3.6)
        case .riding(let speed): GroundSpeed(kilometresPerHour: speed, isOnFoot: false)
        }
      return SurfaceRoad(line: Array(positions[range]), speed: speed)
    }
    guard !roads.isEmpty else {
      throw WorkError(
        .malformed, operation: "read roads", subject: path,
        message: Bilingual(
          "文件中没有可作道路的线", "the file has no line that may be used as a road"),
        remedy: Bilingual(
          "检查是否为线图层；有道路等级时应有 highway 列",
          "check that it has lines, and a “highway” column if it has classes"))
    }
    return roads
  }

  /// The lines and areas of any layer; what is neither is said.
  func barriers(_ path: String, layer named: String?) throws -> [Shape] {
    let layer = try VectorLayer.read(path, layer: named, option: "--barriers-layer")
    guard let datum = try layer.statedDatum() else {
      throw WorkError(
        .malformed, operation: "read barriers", subject: path,
        message: Bilingual("图层没有坐标系", "the layer states no reference system"),
        remedy: Bilingual(
          "连同坐标系导出，如 WGS 84 的 GeoJSON 或 GeoPackage",
          "export it with one, for example as GeoJSON or GeoPackage in WGS 84"))
    }
    for fault in layer.faults { note(fault) }
    var barriers: [Shape] = []
    for feature in try layer.transformed(from: datum, to: frame.datum).features {
      if let shape = feature.shape, !(shape.lines.isEmpty && shape.polygons.isEmpty) {
        barriers.append(shape)
      } else {
        note(
          InputFault(
            check: "barriers.no_line_or_area", severity: .warning, file: path,
            layer: layer.name, row: feature.row, value: feature.shape?.kind,
            rule: feature.shape == nil
              ? Bilingual("要素没有图形", "the feature has no shape")
              : Bilingual("障碍应为线或面", "a barrier must be a line or an area"),
            remedy: Bilingual(
              "从障碍图层中删去，或改画为线或面",
              "remove it from the layer of barriers, or draw it as a line or an area")))
      }
    }
    guard !barriers.isEmpty else {
      throw WorkError(
        .malformed, operation: "read barriers", subject: path,
        message: Bilingual("图层中没有线和面", "the layer has no line and no area"),
        remedy: Bilingual(
          "检查文件是否正确，或不用 --barriers",
          "check that it is the right file, or leave --barriers out"))
    }
    return barriers
  }
}
