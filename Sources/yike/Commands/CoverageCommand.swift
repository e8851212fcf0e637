import ArgumentParser
import Foundation
import Planning
import PlanningModel
import Reports
import Workspace

/// `yike coverage`.
struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "谁在规定时间内能到达哪类服务 · who is within the limit of which service",
    discussion: """
      按村（社区）、乡镇街道、全区统计；既计本区设施，也计含邻区设施。时间等于上限视为在内。
      By village, township and district; own facilities, and neighbours' included. A time equal to \
      the limit is within.

      --rule 换一种“覆盖”的意思，见 docs/methods/coverage.md。另有无工作区的形式：--costs OD.csv \
      --demand D.csv，输出 limit_seconds,covered_demand,total_demand,covered_points,points。
      --rule takes another meaning of “covered”. With --costs and --demand no workspace is needed.

      例 examples:
        yike coverage --target WL24-22a
        yike coverage --service elder_canteen --cohort pop_60plus --within 15min,30min --by township
        yike coverage --target WL24-22a --sensitivity
        yike coverage --service elder_service --mode motor --within 30min --format csv --bom -o c.csv
        yike coverage --service elder_service --cohort pop_60plus --within ladder --backup
        yike coverage --service mh_rehab --rule hosted --universe WL.street
        yike coverage --service village_service_center --rule intensity --cohort households \\
          --at-least 30/100
        yike coverage --hierarchy village:elder_mutual_aid_point,township:elder_town_center \\
          --mode motor --within 30min
        yike coverage --costs times.csv --demand people.csv --within 15min,30min \\
          --by-demand villages.csv
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var evaluation: EvaluationOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "服务类型或类别，可用逗号分隔 · kinds or groups of yike.yaml", valueName: "service"))
  var service: String?
  @Option(
    name: .long, help: ArgumentHelp("按目标取服务、人群、上限 · take them from a target", valueName: "id"))
  var target: String?
  @Option(name: .long, help: ArgumentHelp("人群 · cohort", valueName: "cohort"))
  var cohort = "total"
  @Option(
    name: .long,
    help: ArgumentHelp(
      "上限，可用逗号分隔，如 15min,30min；ladder 为 5、10、15、30、60 分钟 · limits",
      valueName: "limit"))
  var within = "15min"
  @Option(name: .long, help: "出行方式 walk、motor、car、bus（须有 road_rules）· mode; bus needs road_rules")
  var mode: TravelMode = .walk
  @Option(name: .long, help: ArgumentHelp("步速名称 · a pace of yike.yaml", valueName: "name"))
  var pace: String?
  @Option(name: .long, help: "方向，步行缺省 round-trip · direction")
  var direction: TravelDirection?
  @Option(name: .long, help: "只列某一级 · one level only: village, township or district")
  var by: UnitLevel?
  @Flag(
    name: .long,
    help: "改变步速、坡度、接路上限，看全区占比如何变化 · vary pace, slope and snapping cap")
  var sensitivity = false
  @OptionGroup var output: OutputOptions

  @OptionGroup(title: "口径 RULE") var rule: CoverageRuleOptions
  @OptionGroup(title: "分级网络 SERVICE NETWORK") var network: HierarchyOptions
  @OptionGroup(title: "无工作区 WITHOUT A WORKSPACE") var plain: CostCoverageOptions

  /// The limits that `ladder` stands for.
  private static let ladder = "5min,10min,15min,30min,60min"

  func validate() throws {
    if plain.costs != nil {
      guard service == nil, target == nil else {
        throw ValidationError("--costs needs no --service and no --target")
      }
      _ = try plain.limits(limitTexts)
      return
    }
    if let levels = try network.levels() {
      guard service == nil, target == nil else {
        throw ValidationError("--hierarchy needs no --service and no --target")
      }
      guard try limits().count == levels.count - 1 else {
        throw ValidationError("--within needs a limit for each step, \(levels.count - 1) in all")
      }
      return
    }
    guard (service == nil) != (target == nil) else {
      throw ValidationError("give either --service or --target, or --costs and --demand")
    }
    _ = try limits()
  }

  private var limitTexts: [String] {
    (within == "ladder" ? Self.ladder : within).split(separator: ",").map(String.init)
  }

  private func limits() throws -> [TravelTime] {
    try limitTexts.map { text in
      guard let limit = TravelTime(text) else {
        throw ValidationError(
          "--within “\(text)” is not a duration; write 900s, 15min or 1h")
      }
      return limit
    }
  }

  func run() throws {
    if plain.costs != nil { return try writePlain() }
    let session = try WorkspaceSession(folder: workspace.folder, note: Terminal.note)
    if let levels = try network.levels() { return try writeNetwork(session, levels) }
    let question: CoverageQuestion
    if let target {
      question = .target(target)
    } else {
      question = .services(
        service?.split(separator: ",").map(String.init) ?? [], cohort: CohortID(cohort),
        limits: try limits(), mode: mode, pace: pace, direction: direction)
    }
    let request = EvaluationRequest(
      scenario: try evaluation.scenario.map { try ScenarioText.read($0) },
      asOf: evaluation.asOf, threads: workspace.threads)
    if sensitivity { return try writeSensitivity(session, question, request) }
    let result = try session.coverage(
      question, request, options: rule.options, level: by)
    let language = output.language ?? session.settings.language
    switch output.chosenFormat {
    case .json: try output.write(try CoverageJSON.bytes(result, version: YikeVersion.text))
    case .csv: try output.write(CoverageCSV.bytes(result, byteOrderMark: output.bom))
    case .geojson: try output.write(EvaluationGeoJSON.bytes(result))
    case .table:
      let tables = CoverageTextTable.tables(result, language: language)
      try output.write(
        tables.map { $0.rendered(colours: Terminal.usesColour) }.joined(separator: "\n"))
    }
  }

  private func writeNetwork(
    _ session: WorkspaceSession, _ levels: [HierarchyRequest.Level]
  ) throws {
    var asked = HierarchyRequest(levels: levels, limits: try limits())
    asked.mode = mode
    asked.pace = pace
    asked.direction = direction
    let table = try session.hierarchy(
      asked,
      EvaluationRequest(
        scenario: try evaluation.scenario.map { try ScenarioText.read($0) },
        asOf: evaluation.asOf, threads: workspace.threads))
    switch output.chosenFormat {
    case .json: try output.write(try HierarchyJSON.bytes(table, version: YikeVersion.text))
    case .csv: try output.write(HierarchyCSV.bytes(table, byteOrderMark: output.bom))
    case .table:
      let tables = HierarchyTextTable.tables(
        table, language: output.language ?? session.settings.language)
      try output.write(
        tables.map { $0.rendered(colours: Terminal.usesColour) }.joined(separator: "\n"))
    case .geojson: throw ValidationError("--hierarchy is written as table, csv or json")
    }
  }

  private func writePlain() throws {
    guard output.format ?? .csv == .csv, [.csv, .table].contains(output.chosenFormat) else {
      throw ValidationError("the plain-file form is written as csv")
    }
    try output.write(
      try plain.answer(limitTexts, isBackup: rule.backup, bom: output.bom))
  }

  private func writeSensitivity(
    _ session: WorkspaceSession, _ question: CoverageQuestion, _ request: EvaluationRequest
  ) throws {
    let results = try session.sensitivity(question, request)
    switch output.chosenFormat {
    case .csv: try output.write(SensitivityText.csv(results, byteOrderMark: output.bom))
    case .table:
      let language = output.language ?? session.settings.language
      try output.write(SensitivityText.rendered(results, language: language))
    case .json, .geojson:
      throw ValidationError("--sensitivity is written as table or csv")
    }
  }
}
