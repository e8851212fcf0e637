import ArgumentParser
import Foundation
import Planning
import PlanningModel

/// The flags of `travel-times` that only a raster of times knows.
struct SurfaceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("土地覆盖 GeoTIFF · land cover classes", valueName: "LC.tif"))
  var landcover: String?
  @Option(
    help: ArgumentHelp(
      "各类地表平地速度 class,speed_kmh[,mode] · the speed of each class",
      valueName: "speeds.csv"))
  var speeds: String?
  @Option(
    help: ArgumentHelp("不可穿越的线或面 · lines or areas nobody crosses", valueName: "file"))
  var barriers: String?
  @Option(
    help: ArgumentHelp(
      "障碍文件中的图层；只有一个时不必写 · the layer of that file", valueName: "layer"))
  var barriersLayer: String?
  @Flag(help: "障碍也截断道路 · barriers cut roads too; else a road leads over them")
  var barriersCutRoads = false
  @Option(help: ArgumentHelp("邻域 8 或 16 · moves from a cell, 8 or 16", valueName: "n"))
  var neighbours: Int?
  @Option(
    help: ArgumentHelp(
      "逐点读出时间，写到标准输出 · points whose times go to standard output as id,seconds,status",
      valueName: "A.csv"))
  var points: String?

  func validate() throws {
    guard (landcover == nil) == (speeds == nil) else {
      throw ValidationError("--landcover and --speeds belong together; give both or neither")
    }
    if let neighbours, ![8, 16].contains(neighbours) {
      throw ValidationError("--neighbours is \(neighbours), but must be 8 or 16")
    }
    guard barriersLayer == nil || barriers != nil else {
      throw ValidationError("--barriers-layer needs --barriers FILE")
    }
    guard !barriersCutRoads || barriers != nil else {
      throw ValidationError("--barriers-cut-roads needs --barriers FILE")
    }
  }

  /// Whether a result goes into a GeoTIFF: then times are computed over the terrain.
  func isRaster(_ output: String?) -> Bool {
    let suffix = output.map { URL(filePath: $0).pathExtension.lowercased() }
    return suffix == "tif" || suffix == "tiff"
  }

  /// The first flag that was given; nil when none was.
  var firstGiven: String? {
    let given = [
      ("--landcover", landcover != nil), ("--barriers", barriers != nil),
      ("--neighbours", neighbours != nil), ("--points", points != nil),
    ]
    return given.first { $0.1 }?.0
  }

  /// Refuses what makes no sense beside a raster.
  func check(_ options: RoadOptions, origins: String?, nearest: Bool) throws {
    guard options.elevation != nil else {
      throw ValidationError("a raster of times needs the terrain: give --elevation DEM.tif")
    }
    guard origins == nil else {
      throw ValidationError(
        "--from belongs to the table form; with -o FILE.tif the places are given with --to, and "
          + "--direction from counts from them; for the times of points give --points A.csv")
    }
    guard !nearest else {
      throw ValidationError("--nearest belongs to the table form; a raster is of the nearest")
    }
    guard options.roads != nil || options.mode == .walk else {
      throw ValidationError("--mode \(options.mode.rawValue) goes on roads: give --roads FILE")
    }
    guard
      options.roads != nil
        || (options.rules == nil && options.joinEnds == ExactDecimal(0)
          && options.roadsLayer == nil)
    else {
      throw ValidationError(
        "--rules, --join-ends and --roads-layer are about roads: give --roads FILE")
    }
    guard options.mode != .bus else {
      throw ValidationError("--mode bus belongs to the table form; a raster knows no waiting")
    }
    guard options.snapCap == nil else {
      throw ValidationError("--snap-cap belongs to the table form; on a raster people walk")
    }
  }

  /// Takes the flags over into a question.
  func fill(_ question: inout SurfaceQuestion) {
    if let landcover, let speeds {
      question.landCover = .init(grid: landcover, speeds: speeds)
    }
    question.barriers = barriers
    question.barriersLayer = barriersLayer
    question.barriersCutRoads = barriersCutRoads
    question.hasSixteenMoves = neighbours == 16
    question.points = points
  }
}
