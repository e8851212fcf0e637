import ArgumentParser
import Planning
import PlanningModel
import Reports
import Workspace

/// `yike check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "检查数据质量与目标文件 · data-quality findings",
    discussion: """
      逐条列出问题：编号、级别（阻断、警告、提示）、位置、规则、办法。有阻断问题时退出码为 1。
      Lists findings with place, rule and remedy. Exit code 1 with a blocking finding.

      例 example:
        yike check --format csv -o findings.csv
        yike check --decisions
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions
  @Flag(
    name: .long,
    help: "列出 decisions.yaml 的决定及其是否仍适用 · list the decisions and whether they still apply")
  var decisions = false

  func run() throws {
    let session = try WorkspaceSession(folder: workspace.folder, note: Terminal.note)
    if decisions {
      return try output.write(
        DecisionsText.rendered(
          try session.decisions(), language: output.language ?? session.settings.language,
          colours: Terminal.usesColour))
    }
    let findings = try session.check()
    let language = output.language ?? session.settings.language
    switch output.chosenFormat {
    case .json: try output.write(try FindingsText.json(findings))
    case .csv: try output.write(FindingsText.csv(findings, byteOrderMark: output.bom))
    case .table:
      try output.write(
        FindingsText.table(findings, language: language, colours: Terminal.usesColour))
    case .geojson:
      throw ValidationError("check has no GeoJSON form; use table, csv or json")
    }
    if findings.contains(where: { $0.severity == .blocking }) {
      throw ExitCode(1)
    }
  }
}
