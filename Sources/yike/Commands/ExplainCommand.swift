import ArgumentParser
import Planning
import PlanningModel
import Reports
import Workspace

/// `yike explain VILLAGE`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "一句话说明某村能否到达某类服务，再列明路线 · why one village is covered or not",
    discussion: """
      先用一两句话回答，再列出每段路的路名、等级、长度、爬升和时间，最后是依据和数据性质。
      The answer in words, then the way leg by leg, then what it rests on; --format geojson draws it.

      例 examples:
        yike explain 某某村
        yike explain 某某村 --service meal_service --within 30min --language en
        yike explain <code>/某某村 --mode motor --format geojson -o way.geojson
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var evaluation: EvaluationOptions
  @Argument(help: ArgumentHelp("村（社区）名或编号 · a village's name or id", valueName: "village"))
  var village: String
  @Option(help: ArgumentHelp("服务类型或类别 · a kind or group of yike.yaml", valueName: "service"))
  var service = "elder_service"
  @Option(help: ArgumentHelp("上限 · the limit", valueName: "limit"))
  var within = TravelTime(milliseconds: 900_000)
  @Option(help: "出行方式 walk、motor、car · mode")
  var mode: TravelMode = .walk
  @Option(help: ArgumentHelp("步速名称 · a pace of yike.yaml", valueName: "name"))
  var pace: String?
  @Option(help: "方向，步行缺省 round-trip · direction")
  var direction: TravelDirection?
  @Option(
    help: ArgumentHelp(
      "列出哪类人群的人数，缺省取该服务的目标人群 · whose count is told; else the target's cohort",
      valueName: "cohort"))
  var cohort: String?
  @OptionGroup var output: OutputOptions

  func run() throws {
    let session = try WorkspaceSession(folder: workspace.folder, note: Terminal.note)
    let explanation = try session.explain(
      village: village, service: service, limit: within, mode: mode, pace: pace,
      direction: direction, cohort: cohort.map { CohortID($0) },
      EvaluationRequest(
        scenario: try evaluation.scenario.map { try ScenarioText.read($0) },
        asOf: evaluation.asOf, threads: workspace.threads))
    switch output.chosenFormat {
    case .geojson: try output.write(ExplanationGeoJSON.bytes(explanation))
    case .table:
      let language = output.language ?? session.settings.language
      try output.write(ExplanationText(explanation, language: language).rendered)
    case .json, .csv:
      throw ValidationError("explain prints text or, with --format geojson, the way")
    }
  }
}
