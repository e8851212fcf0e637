import ArgumentParser
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

  @OptionGroup var options: RoadOptions
  @Option(help: "方向 to、from、round-trip、worst · direction")
  var direction: TravelDirection = .to
  @Option(name: .customLong("from"), help: ArgumentHelp("起点表 · origins", valueName: "A.csv"))
  var origins: String
  @Option(name: .customLong("to"), help: ArgumentHelp("终点表 · destinations", valueName: "B.csv"))
  var destinations: String
  @Option(help: ArgumentHelp("上限，如 60min · the limit", valueName: "limit"))
  var within: TravelTime
  @Flag(help: "只要最近的一个 · the nearest destination only")
  var nearest = false
  @Flag(help: "CSV 前加 BOM · byte-order mark for Excel")
  var bom = false

  func run() throws {
    var question = TravelTimesQuestion(
      roads: options.roads, origins: origins, destinations: destinations,
      profile: options.profile(direction), limit: within)
    question.rules = options.rules
    question.joinEndsMetres = options.joinEnds.doubleValue
    question.elevation = options.elevation
    question.slope = options.slope
    question.datum = options.crs
    question.onlyNearest = nearest
    question.snapCapMetres = options.snapCap.doubleValue
    question.threads = options.threadCount
    let rows = try question.rows(note: Terminal.note)
    try options.write(TravelTimesCSV.bytes(rows, byteOrderMark: bom))
  }
}
