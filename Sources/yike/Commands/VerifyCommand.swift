import ArgumentParser
import Foundation
import PlanningModel
import Reports

/// `yike verify MANIFEST`.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "按清单重新运行并逐个比对文件 · run again from a manifest and compare every file",
    discussion: """
      在临时文件夹中重新导入、判定、出具报告，工作区不被改动。输入有变的，列出文件和前后指纹；有任何不同，退出码为 1。
      Imports, judges and reports again in a temporary folder; the workspace stays as it is. Names \
      every input that changed, with both fingerprints; exit code 1 when anything differs.

      例 examples:
        yike verify reports/2024-12-31-2024-plan-*/manifest.json
      """)

  @Argument(
    help: ArgumentHelp("某次运行的 manifest.json · the manifest of a run", valueName: "manifest"))
  var manifest: String
  @Option(
    name: .long,
    help: ArgumentHelp(
      "工作区文件夹，缺省为 reports/ 所在文件夹 · the workspace; else the folder that holds reports/",
      valueName: "folder"))
  var workspace: String?
  @Option(
    name: .long,
    help: ArgumentHelp(
      "情景文件，不在工作区 scenarios/ 中时写明 · the scenario, if not in scenarios/", valueName: "file"))
  var scenario: String?
  @Option(name: .long, help: "输出语言 zh 或 en · language")
  var language: Language?

  func run() throws {
    let replay = try ReportReplay(
      manifest: URL(filePath: manifest),
      workspace: workspace.map { URL(filePath: $0, directoryHint: .isDirectory) },
      scenario: scenario.map { URL(filePath: $0) }, version: YikeVersion.text,
      note: Terminal.note)
    let differences = try replay.differences()
    let language = language ?? .zh
    guard differences.isEmpty else {
      for difference in differences { print(difference.text(in: language)) }
      let count = differences.count
      print(
        language == .zh ? "核验未通过：\(count)处不同" : "not verified: \(count) differences")
      throw ExitCode(1)
    }
    let (inputs, outputs) = (replay.inputCount, replay.outputCount)
    print(
      language == .zh
        ? "核验通过：输入文件\(inputs)个、报告文件\(outputs)个均与清单一致"
        : "verified: \(inputs) inputs and \(outputs) files are as the manifest says")
  }
}
