import ArgumentParser
import Foundation

/// Whole commands of `yike` on a made-up county, from the store to the answer.
struct CountyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "county",
    abstract: "Whole commands on a county of 2,000 villages, 100 facilities and four services.",
    discussion: """
      Counted: the whole process, from its start to its last byte, with the store and the cached \
      network there. Each answer is checked to be the same bytes as the first.

      EXAMPLE  yike-bench county --program .build/release/yike --keep /data/county
      """)

  @Option(help: ArgumentHelp("The program to time.", valueName: "path"))
  var program: String
  @Option(
    help: ArgumentHelp(
      "Keep the workspace here, or use the one that is there.", valueName: "folder"))
  var keep: String?
  @Option(help: "How many villages.")
  var villages = 2_000
  @Option(help: "How many facilities.")
  var facilities = 100
  @Option(help: "About how many nodes its roads have.")
  var nodes = 100_000
  @Option(help: "The seed.")
  var seed: UInt64 = 1
  @OptionGroup var measure: MeasureOptions

  private static let questions: [(job: String, arguments: [String])] = [
    (
      "county coverage",
      [
        "coverage", "--service", CountyWorkspace.kinds.joined(separator: ","), "--cohort",
        "pop_60plus", "--within", "15min,30min", "--mode", "walk", "--format", "csv",
      ]
    ),
    ("county targets", ["targets", "--format", "json"]),
    (
      "county catchments",
      [
        "catchments", "--service", CountyWorkspace.kinds[0], "--cohort", "pop_60plus", "--rule",
        "nearest", "--mode", "walk", "--format", "csv",
      ]
    ),
  ]

  func run() throws {
    let temporary = try TemporaryFolder()
    let folder = URL(filePath: keep ?? temporary.path)
    if !FileManager.default.fileExists(atPath: folder.appending(path: "yike.yaml").path()) {
      try CountyWorkspace(
        villages: villages, facilities: facilities, roadNodes: nodes, seed: seed
      ).write(to: folder)
    }
    var records: [BenchmarkRecord] = []
    for (job, arguments) in Self.questions {
      let arguments = arguments + ["--workspace", folder.path()]
      let first = try answer(arguments)
      try CheckFailure.unless(!first.isEmpty, "\(job) answered nothing")
      let time = try Measurement.of(runs: measure.runs) {
        try CheckFailure.unless(
          answer(arguments) == first, "\(job) gave other bytes in a second run")
      }
      records.append(
        BenchmarkRecord(
          job, input: "\(villages) villages, \(facilities) facilities, seed \(seed)", time,
          check: "same bytes each run", notes: "whole process; answer \(first.count) bytes"))
    }
    try records.report(to: measure.json)
  }

  private func answer(_ arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try CheckFailure.unless(
      process.terminationStatus == 0,
      "\(program) \(arguments.joined(separator: " ")) exited with \(process.terminationStatus)")
    return data
  }
}
