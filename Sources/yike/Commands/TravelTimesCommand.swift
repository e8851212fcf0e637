import ArgumentParser
import Foundation
import Planning
import PlanningModel
import Reports

/// `yike travel-times`.
struct TravelTimesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "travel-times",
    abstract: "由道路、地形和点表计算出行时间，无需工作区 · travel times from plain files",
    discussion: """
      两种形式 two forms:

      1. 表 table。A.csv 和 B.csv：id,lon,lat（WGS 84，其他用 --crs）。输出
      from,to,seconds,metres,status；上限内的每一对一行，到不了任何目的地的起点也有一
      行并说明原因。
      A row for each pair within the limit; each origin that reaches none has a
      row with the reason.

      --off-road：离路超过 --snap-cap 的点不记 not_snapped，而是翻坡走到路上再沿路走，
      方法见 docs/methods/travel-times.md 第 8 节；上限以内的点不变。
      With --off-road, places beyond --snap-cap are not not_snapped: people walk
      across the slopes to the road, then along it. Nobody nearer is touched.

      2. 栅格 raster，-o 以 .tif 结尾时。沿高程格网逐格计算到 --to 中最近一点的时间，写
      成 GeoTIFF（秒，Float32，上限内到不了处为 nodata）。--roads 可选：步行按步速，车
      辆按道路等级速度，离路步行。有 --landcover 时，道路以外用 --speeds 的速度而不用步
      速。--slope 另可用 langmuir。方法见 docs/methods/terrain.md。
      With -o FILE.tif: the time of every cell of the elevation to (or from) the
      nearest place of --to, in seconds, no data beyond the limit. Roads are
      optional; off them people walk, at the pace or at the speeds of the land
      cover. --slope also knows langmuir here.

      例 examples:
        yike travel-times --roads city.osm.pbf --mode walk --pace 0.9 \\
          --from villages.csv --to clinics.csv --within 30min -o times.csv
        yike travel-times --roads roads.gpkg --elevation dem.tif --mode walk \\
          --direction round-trip --from a.csv --to b.csv --within 60min --nearest
        yike travel-times --roads roads.gpkg --roads-layer lanes --elevation dem.tif \\
          --off-road --from hamlets.csv --to clinics.csv --within 3h
        yike travel-times --elevation dem.tif --landcover lc.tif \\
          --speeds speeds.csv --barriers rivers.geojson --roads roads.gpkg \\
          --to clinics.csv --within 120min --points villages.csv \\
          -o seconds.tif > villages-seconds.csv
      """)

  @OptionGroup var options: RoadOptions
  @Option(help: "方向 to、from、round-trip、worst · direction")
  var direction: TravelDirection = .to
  @Option(
    name: .customLong("from"),
    help: ArgumentHelp("起点表，仅表形式 · origins, for the table form", valueName: "A.csv"))
  var origins: String?
  @Option(name: .customLong("to"), help: ArgumentHelp("终点表 · destinations", valueName: "B.csv"))
  var destinations: String
  @Option(help: ArgumentHelp("上限，如 60min · the limit", valueName: "limit"))
  var within: TravelTime
  @Flag(help: "只要最近的一个 · the nearest destination only")
  var nearest = false
  @Flag(
    help: "离路超过上限的点沿高程翻坡步行到路；须有 --elevation · walk across slopes to roads beyond the cap")
  var offRoad = false
  @Flag(help: "CSV 前加 BOM · byte-order mark for Excel")
  var bom = false
  @OptionGroup(title: "栅格形式 RASTER FORM") var surface: SurfaceOptions

  func validate() throws {
    if surface.isRaster(options.output) {
      try surface.check(options, origins: origins, nearest: nearest)
      guard !offRoad else {
        throw ValidationError("--off-road belongs to the table form; on a raster all people walk")
      }
      guard options.cache == nil else {
        throw ValidationError("--cache belongs to the table form; a raster uses no network")
      }
      return
    }
    if let flag = surface.firstGiven {
      throw ValidationError("\(flag) belongs to the raster form; give -o FILE.tif with it")
    }
    guard options.roads != nil else {
      throw ValidationError(
        "give the roads with --roads FILE, or -o FILE.tif for times over the elevation")
    }
    guard !offRoad || options.elevation != nil else {
      throw ValidationError("--off-road walks over the terrain: give --elevation DEM.tif")
    }
    guard origins != nil else { throw ValidationError("give the origins with --from A.csv") }
  }

  func run() throws {
    if surface.isRaster(options.output) { return try writeRaster() }
    var question = TravelTimesQuestion(
      roads: try options.requiredRoads(), origins: origins ?? "", destinations: destinations,
      profile: options.profile(direction), limit: within)
    question.roadsLayer = options.roadsLayer
    question.rules = options.rules
    question.joinEndsMetres = options.joinEnds.doubleValue
    question.elevation = options.elevation
    question.slope = options.slope
    question.datum = options.crs
    question.onlyNearest = nearest
    question.snapCapMetres = options.snapCapMetres
    question.walksOffRoad = offRoad
    question.cache = options.cache
    question.threads = options.threadCount
    let rows = try question.rows(note: Terminal.note)
    try options.write(TravelTimesCSV.bytes(rows, byteOrderMark: bom))
  }

  private func writeRaster() throws {
    guard let elevation = options.elevation, let output = options.output else { return }
    var question = SurfaceQuestion(
      elevation: elevation, sources: destinations, profile: options.profile(direction),
      limit: within)
    question.roads = options.roads
    question.roadsLayer = options.roadsLayer
    question.rules = options.rules
    question.joinEndsMetres = options.joinEnds.doubleValue
    question.slope = options.slope
    question.datum = options.crs
    question.threads = options.threadCount
    surface.fill(&question)
    try ResultFile.makeFolder(for: URL(filePath: output))
    let rows = try question.write(to: output, note: Terminal.note)
    Terminal.note("wrote \(output)")
    guard surface.points != nil else { return }
    let csv = SurfacePointsCSV.bytes(rows, byteOrderMark: bom)
    try FileHandle.standardOutput.write(contentsOf: Data(csv))
  }
}
