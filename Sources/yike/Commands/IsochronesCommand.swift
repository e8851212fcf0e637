import ArgumentParser
import Planning
import PlanningModel
import Reports

/// `yike isochrones`.
struct IsochronesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "isochrones",
    abstract: "由道路文件和点表绘制等时圈，无需工作区 · isochrones from plain files",
    discussion: """
      A.csv：id,lon,lat（WGS 84，其他用 --crs）。输出 GeoJSON：每个点、每个上限一个要素；
      不在路网上的点几何为空并注明 status。等时圈仅供查看，任何数字都不取自多边形。
      方向从点看：from 为从该点出发，to 为到达该点。
      A feature for each point and limit, nested and valid; a point off the network
      has a null geometry and a status. For display only: no figure is taken from
      the polygons. The direction is seen from the point: from it, or to it.

      例 examples:
        yike isochrones --roads city.osm.pbf --mode walk --pace 0.9 \\
          --from clinics.csv --within 5min,10min,15min -o rings.geojson
        yike isochrones --roads roads.gpkg --elevation dem.tif \\
          --direction round-trip --from a.csv --within 30min
      """)

  @OptionGroup var options: RoadOptions
  @Option(help: "方向 from、to、round-trip、worst · direction, seen from the points")
  var direction: TravelDirection = .from
  @Option(name: .customLong("from"), help: ArgumentHelp("点表 · the points", valueName: "A.csv"))
  var origins: String
  @Option(
    help: ArgumentHelp(
      "上限，逗号分隔，如 5min,10min · limits, with commas", valueName: "limits"))
  var within: TravelTimeList

  func validate() throws { _ = try options.requiredRoads() }

  func run() throws {
    var question = try IsochronesQuestion(
      roads: options.requiredRoads(), origins: origins, profile: options.profile(direction),
      limits: within.times)
    question.roadsLayer = options.roadsLayer
    question.rules = options.rules
    question.joinEndsMetres = options.joinEnds.doubleValue
    question.elevation = options.elevation
    question.slope = options.slope
    question.datum = options.crs
    question.snapCapMetres = options.snapCapMetres
    question.cache = options.cache
    question.threads = options.threadCount
    let rows = try question.rows(note: Terminal.note)
    try options.write(IsochronesGeoJSON.bytes(rows, profile: question.profile))
  }
}

/// Several limits with commas between them.
struct TravelTimeList: ExpressibleByArgument {
  let times: [TravelTime]

  /// Reads `5min,10min,15min`.
  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    let times = parts.compactMap { TravelTime($0) }
    guard times.count == parts.count else { return nil }
    self.times = times
  }
}
