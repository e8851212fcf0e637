import ArgumentParser
import Foundation
import Planning
import PlanningModel
import Reports
import Workspace

/// `yike plan FILE`.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "分年建设计划：哪年在哪里建，资金、人员和各年目标都满足 · which sites open in which year",
    discussion: """
      计划文件写明各年（季度）目标、资金、人员、底线和候选点（docs/formats/plans.md），给出费用最低的安排，并与一次建成相比；\
      不可行时指明是哪一年、改动多少即可。解法见 docs/methods/plans.md。
      The plan's file states what is required of each year or quarter, its money, posts, floors and candidates. The \
      answer is the cheapest order of building, unique, and what phasing costs against building all at once; when there is \
      none, which year fails and what would do.

      例 examples:
        yike plan plans/2024-2026.yaml
        yike plan plans/2024-2026.yaml --format csv -o plan.csv
        yike plan plans/2024-2026.yaml --scenario-out scenarios
        yike report --plan plans/2024-2026.yaml --outputs html,docx,xlsx
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @Argument(help: ArgumentHelp("计划文件 · the plan's file", valueName: "plan"))
  var plan: String
  @Option(
    name: .long,
    help: ArgumentHelp(
      "以此情景为基础，代替计划中的 scenario · a scenario to build on, in place of the plan's",
      valueName: "file"))
  var scenario: String?
  @Option(
    name: .long,
    help: ArgumentHelp(
      "把各年写成情景文件 · write a scenario for each year into a folder", valueName: "folder"))
  var scenarioOut: String?
  @Flag(name: .long, help: "没有可行的计划时退出码为 2 · exit code 2 when no plan exists")
  var failOnGap = false
  @OptionGroup var output: OutputOptions

  func run() throws {
    let session = try WorkspaceSession(folder: workspace.folder, note: Terminal.note)
    let outcome = try session.plan(
      PlanRequest(
        file: try ScenarioText.read(plan), scenario: try scenario.map { try ScenarioText.read($0) },
        threads: workspace.threads))
    let language = output.language ?? session.settings.language
    switch output.chosenFormat {
    case .json: try output.write(PlanJSON.bytes(outcome, version: YikeVersion.text))
    case .csv: try output.write(PlanLayers.csv(outcome, byteOrderMark: output.bom))
    case .geojson: try output.write(PlanLayers.geoJSON(outcome))
    case .table:
      try output.write(
        PlanText.rendered(outcome, language: language, colours: Terminal.usesColour))
    }
    try writeScenarios(outcome)
    if failOnGap, !outcome.hasPlan { throw ExitCode(2) }
  }

  /// A scenario a year, with the files that they extend where the folder has none of that name.
  private func writeScenarios(_ outcome: PlanOutcome) throws {
    guard let scenarioOut else { return }
    let folder = URL(filePath: scenarioOut, directoryHint: .isDirectory)
    for file in outcome.scenarios {
      try ResultFile.write(Data(file.text.utf8), to: folder.appending(path: file.name))
      Terminal.note("wrote \(folder.appending(path: file.name).relativePath)")
    }
    for file in outcome.baseFiles {
      let url = folder.appending(path: file.name)
      guard !FileManager.default.fileExists(atPath: url.path(percentEncoded: false)) else {
        let there = try ResultFile.readText(url.path(percentEncoded: false))
        guard there == file.text else { throw differs(url) }
        continue
      }
      try ResultFile.write(Data(file.text.utf8), to: url)
    }
  }

  private func differs(_ url: URL) -> WorkError {
    WorkError(
      .unwritable, operation: "write", subject: url.relativePath,
      message: Bilingual(
        "该文件夹已有同名而内容不同的情景", "the folder has another scenario of that name"),
      remedy: Bilingual("换一个文件夹", "write to another folder"))
  }
}
