import ArgumentParser
import Planning
import PlanningModel
import Reports
import Workspace

/// `yike explain VILLAGE`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "说明某村、某项目标或报告中某个数字 · explain a village, a target, or a number of a report",
    discussion: """
      先用一两句话回答，再列出每段路的路名、等级、长度、爬升和时间，最后是依据和数据性质。
      The answer in words, then the way leg by leg, then what it rests on; --format geojson draws it.

      例 examples:
        yike explain <target>
        yike explain <target>.achieved
        yike explain 某某村
        yike explain 某某村 --service meal_service --within 30min --language en
        yike explain <code>/某某村 --mode motor --format geojson -o way.geojson
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var evaluation: EvaluationOptions
  @Argument(
    help: ArgumentHelp(
      "村（社区）名或编号、目标编号、报告中的数字编号 · a village, a target or a figure's id",
      valueName: "subject"))
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
    if let text = try figure(session) {
      guard output.chosenFormat == .table else {
        throw ValidationError("a target or a figure is explained as text")
      }
      return try output.write(text)
    }
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

  /// The explanation of a target or a figure; nil for anything else, which is then a village.
  private func figure(_ session: WorkspaceSession) throws -> String? {
    // Evaluating takes longer than finding a village, and villages' names are Chinese.
    guard FigureID(village) != nil || village.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x2F }) else {
      return nil
    }
    let result = try session.evaluate(
      EvaluationRequest(
        scenario: try evaluation.scenario.map { try ScenarioText.read($0) },
        asOf: evaluation.asOf, threads: workspace.threads))
    return FigureExplanation(result, language: output.language ?? session.settings.language)
      .text(village)
  }
}
