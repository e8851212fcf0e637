import Foundation
import Testing

/// The command line as text: the command on the first line of each file, what it prints below.
///
/// `RECORD_GOLDEN=1` writes the files anew and fails the run, so that a recording is never
/// mistaken for a check.
@Suite struct CommandGoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Golden")

  static let commands: [(name: String, arguments: [String])] = [
    ("help", ["--help"]),
    ("help-import", ["import", "--help"]),
    ("help-check", ["check", "--help"]),
    ("help-coverage", ["coverage", "--help"]),
    ("help-targets", ["targets", "--help"]),
    ("help-run", ["run", "--help"]),
    ("help-report", ["report", "--help"]),
    ("help-plan", ["plan", "--help"]),
    ("help-travel-times", ["travel-times", "--help"]),
    ("import", ["import"]),
    ("check", ["check"]),
    ("run-plan", ["run", "scenarios/2024-plan.yaml"]),
    ("run-plan-en", ["run", "scenarios/2024-plan.yaml", "--language", "en"]),
    ("plan", ["plan", "plans/2024-2026.yaml"]),
    ("run-plan-csv", ["run", "scenarios/2024-plan.yaml", "--format", "csv"]),
    ("quarter", ["targets", "--quarter", "Q3", "--scenario", "scenarios/2024-plan.yaml"]),
    (
      "quarter-en",
      [
        "targets", "--quarter", "Q3", "--scenario", "scenarios/2024-plan.yaml", "--language", "en",
      ]
    ),
    (
      "quarter-csv",
      [
        "targets", "--quarter", "Q3", "--scenario", "scenarios/2024-plan.yaml", "--format", "csv",
      ]
    ),
    ("coverage-townships", ["coverage", "--target", "WL24-22a", "--by", "township"]),
    (
      "coverage-canteens",
      [
        "coverage", "--service", "meal_service", "--cohort", "pop_80plus", "--within",
        "15min,30min", "--by", "district", "--format", "csv",
      ]
    ),
  ]

  @Test(arguments: commands.indices)
  func printsWhatIsOnRecord(index: Int) throws {
    let (name, arguments) = Self.commands[index]
    let copy = try WorkspaceCopy()
    let run = try YikeProcess.run(arguments, in: copy.folder)
    let text = "$ yike \(arguments.joined(separator: " "))\n" + run.output
    let file = Self.folder.appending(path: "\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(name).txt; run again without RECORD_GOLDEN")
      return
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    #expect(text == golden, "\(name).txt; exit \(run.exitCode); \(run.stderr)")
  }
}
