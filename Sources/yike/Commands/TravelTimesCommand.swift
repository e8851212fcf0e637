import ArgumentParser
import Foundation
import Planning
import PlanningModel
import Reports

/// `yike travel-times`.
struct TravelTimesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "travel-times",
    abstract: "由道路文件和点表计算出行时间，无需工作区 · travel times from plain files",
    discussion: """
      A.csv 和 B.csv：id,lon,lat（WGS 84，其他用 --crs）。输出 from,to,seconds,metres,status；上限内的每
      一对一行，到不了任何目的地的起点也有一行并说明原因。
      A row for each pair within the limit; each origin that reaches none has a row with the reason.

      例 examples:
        yike travel-times --roads city.osm.pbf --mode walk --pace 0.9 --from villages.csv \\
          --to clinics.csv --within 30min -o times.csv
        yike travel-times --roads roads.gpkg --elevation dem.tif --mode walk --direction round-trip \\
          --from a.csv --to b.csv --within 60min --nearest
      """)

  @Option(
    help: ArgumentHelp("道路：OSM PBF/XML 或任意线图层 · roads", valueName: "file"))
  var roads: String
  @Option(help: ArgumentHelp("高程 GeoTIFF · an elevation grid", valueName: "file"))
  var elevation: String?
  @Option(help: ArgumentHelp("坡度函数 · slope function by name", valueName: "name"))
  var slope = "tobler"
  @Option(help: "出行方式 walk、motor、car · mode")
  var mode: TravelMode = .walk
  @Option(help: ArgumentHelp("平地步速，米/秒 · walking pace on the flat, m/s", valueName: "m/s"))
  var pace: ExactDecimal = ExactDecimal(5, over: 4) ?? ExactDecimal(1)
  @Option(help: "方向 to、from、round-trip、worst · direction")
  var direction: TravelDirection = .to
  @Option(name: .customLong("from"), help: ArgumentHelp("起点表 · origins", valueName: "A.csv"))
  var origins: String
  @Option(name: .customLong("to"), help: ArgumentHelp("终点表 · destinations", valueName: "B.csv"))
  var destinations: String
  @Option(help: ArgumentHelp("上限，如 60min · the limit", valueName: "limit"))
  var within: TravelTime
  @Option(help: ArgumentHelp("两表的坐标系 · reference system of both tables", valueName: "crs"))
  var crs = "WGS 84"
  @Flag(help: "只要最近的一个 · the nearest destination only")
  var nearest = false
  @Option(
    help: ArgumentHelp("点到路的最大距离，米 · the longest leg to the roads", valueName: "m"))
  var snapCap: ExactDecimal = ExactDecimal(1000)
  @Option(help: ArgumentHelp("线程数，不影响结果 · threads", valueName: "n"))
  var threads: Int?
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("写入文件 · write to a file", valueName: "file"))
  var output: String?
  @Flag(help: "CSV 前加 BOM · byte-order mark for Excel")
  var bom = false

  func validate() throws {
    guard pace > ExactDecimal(0) else {
      throw ValidationError("--pace is \(pace) m/s, but must be above 0")
    }
    guard pace < ExactDecimal(100) else {
      throw ValidationError("--pace is \(pace) m/s; give metres a second, for example 0.9")
    }
    guard snapCap >= ExactDecimal(0) else {
      throw ValidationError("--snap-cap is \(snapCap) m, but must not be negative")
    }
    guard mode != .bus else {
      throw ValidationError("--mode bus needs a declared headway; use walk, motor or car here")
    }
  }

  func run() throws {
    var question = TravelTimesQuestion(
      roads: roads, origins: origins, destinations: destinations,
      profile: TravelProfile(
        mode: mode,
        paceMillimetresPerSecond: Int((pace.doubleValue * 1000).rounded()),
        direction: direction), limit: within)
    question.elevation = elevation
    question.slope = slope
    question.datum = crs
    question.onlyNearest = nearest
    question.snapCapMetres = snapCap.doubleValue
    question.threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
    let rows = try question.rows(note: Terminal.note)
    let bytes = TravelTimesCSV.bytes(rows, byteOrderMark: bom)
    if let output {
      try ResultFile.write(Data(bytes), to: URL(filePath: output))
    } else {
      try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    }
  }
}
