import ArgumentParser
import Foundation
import PlanningModel

/// The roads of the plain-file forms and how they are travelled.
struct RoadOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("道路：OSM PBF/XML 或任意线图层 · roads", valueName: "file"))
  var roads: String?
  @Option(
    help: ArgumentHelp(
      "道路文件中的图层；只有一个时不必写 · the layer of that file", valueName: "layer"))
  var roadsLayer: String?
  @Option(
    help: ArgumentHelp(
      "道路规则 YAML，见 docs/formats/road-rules.md · road rules", valueName: "file"))
  var rules: String?
  @Option(
    help: ArgumentHelp(
      "连接相距不超过此数的道路端点，米；0 为不连接 · join road ends nearer than this",
      valueName: "m"))
  var joinEnds = ExactDecimal(0)
  @Option(help: ArgumentHelp("高程 GeoTIFF · an elevation grid", valueName: "file"))
  var elevation: String?
  @Option(help: ArgumentHelp("坡度函数 · slope function by name", valueName: "name"))
  var slope = "tobler"
  @Option(help: "出行方式 walk、motor、car、bus（须有 --rules）· mode; bus needs --rules")
  var mode: TravelMode = .walk
  @Option(help: ArgumentHelp("平地步速，米/秒 · walking pace on the flat, m/s", valueName: "m/s"))
  var pace: ExactDecimal = ExactDecimal(5, over: 4) ?? ExactDecimal(1)
  @Option(help: ArgumentHelp("点表的坐标系 · reference system of the tables", valueName: "crs"))
  var crs = "WGS 84"
  @Option(
    help: ArgumentHelp(
      "点到路的最大距离，米，缺省 1000 · the longest leg to the roads; 1000 by default",
      valueName: "m"))
  var snapCap: ExactDecimal?
  @Option(
    help: ArgumentHelp(
      "在此文件夹中缓存建成的路网，缺省不缓存 · keep built networks there; by default none is kept",
      valueName: "folder"))
  var cache: String?
  @Option(help: ArgumentHelp("线程数，不影响结果 · threads; changes no result", valueName: "n"))
  var threads: Int?
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("写入文件 · write to a file", valueName: "file"))
  var output: String?

  mutating func validate() throws {
    guard pace > ExactDecimal(0) else {
      throw ValidationError("--pace is \(pace) m/s, but must be above 0")
    }
    guard pace < ExactDecimal(100) else {
      throw ValidationError("--pace is \(pace) m/s; give metres a second, for example 0.9")
    }
    if let snapCap, snapCap < ExactDecimal(0) {
      throw ValidationError("--snap-cap is \(snapCap) m, but must not be negative")
    }
    guard joinEnds >= ExactDecimal(0), joinEnds <= ExactDecimal(50) else {
      throw ValidationError("--join-ends is \(joinEnds) m, but must be from 0 to 50")
    }
    guard mode != .bus || rules != nil else {
      throw ValidationError("--mode bus needs bus.headway_min in a file of --rules")
    }
    if let threads, threads < 1 {
      throw ValidationError("--threads is \(threads), but must be at least 1")
    }
  }

  /// Mode and pace, with a direction.
  func profile(_ direction: TravelDirection) -> TravelProfile {
    TravelProfile(
      mode: mode, paceMillimetresPerSecond: Int((pace.doubleValue * 1000).rounded()),
      direction: direction)
  }

  /// The roads, where nothing can be computed without them.
  func requiredRoads() throws -> String {
    guard let roads else { throw ValidationError("give the roads with --roads FILE") }
    return roads
  }

  /// The longest walk between a point and the roads.
  var snapCapMetres: Double { snapCap?.doubleValue ?? 1000 }

  /// How many threads to use.
  var threadCount: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }

  /// Writes a result to the file asked for, or to standard output.
  func write(_ bytes: [UInt8]) throws {
    if let output {
      try ResultFile.write(Data(bytes), to: URL(filePath: output))
    } else {
      try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    }
  }
}
