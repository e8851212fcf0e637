import ArgumentParser
import Foundation
import Planning
import PlanningModel
import Reports
import Targets
import Workspace

/// `yike targets`.
struct TargetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "targets",
    abstract: "判定截至某日的每一项承诺 · judge every target as of a date",
    discussion: """
      例 examples:
        yike targets
        yike targets --as-of 2024-09-30 --format csv --bom -o targets.csv
        yike targets --scenario scenarios/2024-plan.yaml --format geojson -o plan.geojson
        yike targets --robustness --scenario scenarios/2024-plan.yaml
        yike targets --quarter Q3
        yike targets --quarter Q2 --as-of 2024-12-31 --format csv --bom -o 二季度.csv
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var evaluation: EvaluationOptions
  @OptionGroup var output: OutputOptions
  @Flag(
    name: .long,
    help: "有未达标、滞后或不可行的目标时退出码为 2 · exit code 2 when a target is not kept")
  var failOnGap = false
  @Flag(
    name: .long,
    help: """
      改变步速、时限、坡度、接路、口径、人口分布，看结论是否站得住，及哪项未核实数据即可改变它 · vary pace, limit, \
      slope, snapping, rule and split of people: does the verdict hold, and what could turn it
      """)
  var robustness = false
  @Option(
    name: .long,
    help: ArgumentHelp(
      """
      季度表：评估日期所在年份该季末的计划、完成和红黄绿灯，Q1 至 Q4 · the quarterly form: plan, achievement and \
      light at the end of a quarter of the as-of year
      """, valueName: "quarter"))
  var quarter: QuarterOfYear?

  func validate() throws {
    guard quarter != nil else { return }
    if robustness { throw ValidationError("--quarter and --robustness exclude each other") }
    if output.chosenFormat == .geojson {
      throw ValidationError("--quarter is written as table, json or csv")
    }
  }

  func run() throws {
    if let quarter { return try writeQuarter(quarter.rawValue) }
    guard !robustness else { return try writeRobustness() }
    try EvaluationOutput(
      workspace: workspace, scenario: evaluation.scenario, asOf: evaluation.asOf,
      output: output, failOnGap: failOnGap
    ).run()
  }
}

extension TargetsCommand {
  private func writeQuarter(_ quarter: Int) throws {
    let session = try WorkspaceSession(folder: workspace.folder, note: Terminal.note)
    let table = try session.quarter(
      quarter,
      EvaluationRequest(
        scenario: try evaluation.scenario.map { try ScenarioText.read($0) },
        asOf: evaluation.asOf, threads: workspace.threads))
    switch output.chosenFormat {
    case .json: try output.write(try QuarterFiles.json(table, version: YikeVersion.text))
    case .csv: try output.write(QuarterFiles.csv(table, byteOrderMark: output.bom))
    case .table, .geojson:
      try output.write(
        QuarterText.rendered(
          table, language: output.language ?? session.settings.language,
          colours: Terminal.usesColour))
    }
    let failing = [TrafficLight.red, .yellow].contains { table.count($0) > 0 }
    if failOnGap, failing { throw ExitCode(2) }
  }

  private func writeRobustness() throws {
    let session = try WorkspaceSession(folder: workspace.folder, note: Terminal.note)
    let all = try session.robustness(
      EvaluationRequest(
        scenario: try evaluation.scenario.map { try ScenarioText.read($0) },
        asOf: evaluation.asOf, threads: workspace.threads))
    switch output.chosenFormat {
    case .json: try output.write(try RobustnessFiles.json(all, version: YikeVersion.text))
    case .csv: try output.write(RobustnessFiles.csv(all, byteOrderMark: output.bom))
    case .table:
      try output.write(
        RobustnessText.rendered(
          all, language: output.language ?? session.settings.language,
          colours: Terminal.usesColour))
    case .geojson:
      throw ValidationError("--robustness is written as table, json or csv")
    }
  }
}

/// `yike run SCENARIO`.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "应用一个情景并判定每一项承诺 · apply a scenario and judge every target",
    discussion: """
      例 examples:
        yike run scenarios/2024-plan.yaml
        yike run scenarios/2024-plan.yaml --format json
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @Argument(help: ArgumentHelp("情景文件 · a scenario file", valueName: "scenario"))
  var scenario: String
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("评估日期 · the date to judge at", valueName: "date"))
  var asOf: CivilDate?
  @OptionGroup var output: OutputOptions
  @Flag(
    name: .long,
    help: "有未达标、滞后或不可行的目标时退出码为 2 · exit code 2 when a target is not kept")
  var failOnGap = false

  func run() throws {
    try EvaluationOutput(
      workspace: workspace, scenario: scenario, asOf: asOf, output: output,
      failOnGap: failOnGap
    ).run()
  }
}

/// What `targets` and `run` share: evaluate, write, decide the exit code.
struct EvaluationOutput {
  var workspace: WorkspaceOptions
  var scenario: String?
  var asOf: CivilDate?
  var output: OutputOptions
  var failOnGap: Bool

  func run() throws {
    let session = try WorkspaceSession(folder: workspace.folder, note: Terminal.note)
    let evaluation = try session.evaluate(
      EvaluationRequest(
        scenario: try scenario.map { try ScenarioText.read($0) }, asOf: asOf,
        threads: workspace.threads))
    let language = output.language ?? session.settings.language
    switch output.chosenFormat {
    case .json:
      try output.write(try TargetsJSON.bytes(evaluation, version: YikeVersion.text))
    case .csv: try output.write(TargetsCSV.bytes(evaluation, byteOrderMark: output.bom))
    case .geojson: try output.write(EvaluationGeoJSON.bytes(evaluation))
    case .table:
      try output.write(
        VerdictText.rendered(evaluation, language: language, colours: Terminal.usesColour))
    }
    let failed: Set<VerdictStatus> = [.missed, .behind, .infeasible]
    if failOnGap, evaluation.results.verdicts.contains(where: { failed.contains($0.status) }) {
      throw ExitCode(2)
    }
  }
}

extension ScenarioText {
  /// Reads a scenario file named on the command line.
  static func read(_ path: String) throws -> ScenarioText {
    ScenarioText(name: path, text: try ResultFile.readText(path))
  }
}
