import ArgumentParser
import Foundation
import Planning
import PlanningModel
import Reports
import Workspace

/// `yike report`.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "年度目标差距报告及附表 · the annual target-gap report and its annexes",
    discussion: """
      写入 reports/<日期>-<情景>-<指纹>/：report.html（单个文件，可离线打开、可打印）、report.md、
      各表 CSV、图层 GeoJSON、manifest.json。
      Writes one folder under reports/, named by date, scenario and content.

      例 examples:
        yike report
        yike report --scenario scenarios/2024-plan.yaml --language en
        yike report --year 2024 --outputs html,docx,pdf,xlsx,md
        yike report --scenario scenarios/2024-plan.yaml --compare baseline
        yike report --plan plans/2024-2026.yaml
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var evaluation: EvaluationOptions
  @Option(
    name: .long,
    help: ArgumentHelp(
      """
      分年建设计划（甘特图、各年资金和判定），报告按其基础情景出具 · a plan over years to show; its base scenario is \
      what is reported
      """, valueName: "file"))
  var plan: String?
  @Option(
    name: .long,
    help: ArgumentHelp("年度，缺省为评估日期所在年 · the year; its last day is judged", valueName: "year"))
  var year: Int?
  @Option(
    name: .long,
    help: ArgumentHelp(
      "报告形式，逗号分隔：html、md、docx（需 pandoc）、pdf（需 Chromium）、xlsx · forms of the report",
      valueName: "list"))
  var outputs = "html,md"
  @Option(
    name: .long,
    help: ArgumentHelp(
      """
      与此情景文件或 baseline（现状）比较：得失、改变的结论、费用、是否稳健、并列地图 · compare with a scenario file, or \
      with “baseline”: gains, losses, flips, cost, whether verdicts hold, maps side by side
      """, valueName: "scenario"))
  var compare: String?
  @Option(name: .long, help: "语言 zh 或 en · language")
  var language: Language?
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("写到此文件夹之下，缺省 reports · the folder to write under", valueName: "folder"))
  var output: String?

  func run() throws {
    let session = try WorkspaceSession(folder: workspace.folder, note: Terminal.note)
    let date = try year.map { year in
      guard let date = CivilDate.endOfYear(year) else {
        throw ValidationError("--year \(year) is not a year")
      }
      return date
    }
    let scenario = try evaluation.scenario.map { try ScenarioText.read($0) }
    let planned = try plan.map { path in
      try session.plan(
        PlanRequest(
          file: try ScenarioText.read(path), scenario: scenario, threads: workspace.threads))
    }
    let asked = EvaluationRequest(
      scenario: scenario ?? planned?.baseText, asOf: evaluation.asOf ?? date,
      threads: workspace.threads, drawsRoads: true)
    var result = try session.evaluate(asked)
    let other = try compare.map { name in
      EvaluationRequest(
        scenario: name == ReportComparison.baseline ? nil : try ScenarioText.read(name),
        asOf: result.asOf, threads: workspace.threads)
    }
    var comparisons = try session.comparisons(to: result, asked, comparedWith: other)
    ReportComparison.name(compare, in: &result, comparisons)
    if let planned {
      comparisons.plan = planned
      result.takeInputs(of: planned)
    }
    let chosen = language ?? session.settings.language
    let files = try ReportFolder.render(
      result, comparisons: comparisons,
      ReportRequest(language: chosen, version: YikeVersion.text, outputs: try wantedOutputs()))
    let parent = output.map { URL(filePath: $0) } ?? session.reportsFolder
    let target = parent.appending(path: ReportFolder.folderName(result))
    for file in files {
      try ResultFile.write(Data(file.bytes), to: target.appending(path: file.name))
    }
    let first = try wantedOutputs().first ?? .html
    print(target.appending(path: first.fileName).relativePath)
  }

  private func wantedOutputs() throws -> [ReportOutput] {
    guard let list = ReportOutput.list(outputs) else {
      let known = ReportOutput.allCases.map(\.rawValue).joined(separator: ",")
      throw ValidationError("--outputs \(outputs): take some of \(known), with commas between")
    }
    return list
  }
}
