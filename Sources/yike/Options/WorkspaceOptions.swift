import ArgumentParser
import Foundation
import PlanningModel

/// Where the workspace is, and how many threads may work on it.
struct WorkspaceOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("工作区文件夹（含 yike.yaml） · the workspace folder", valueName: "folder"))
  var workspace = "."

  @Option(
    name: .long,
    help: ArgumentHelp(
      "线程数，不影响结果 · threads; changes no result", valueName: "n"))
  var threads: Int?

  mutating func validate() throws {
    if let threads, threads < 1 {
      throw ValidationError("--threads is \(threads), but must be at least 1")
    }
  }

  var folder: URL { URL(filePath: workspace, directoryHint: .isDirectory) }
}

/// Which patch and which date an evaluation is for.
struct EvaluationOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("情景文件 · a scenario file to apply", valueName: "file"))
  var scenario: String?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "评估日期，如 2024-12-31 · the date to judge at", valueName: "date"))
  var asOf: CivilDate?
}
