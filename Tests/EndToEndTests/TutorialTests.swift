import Foundation
import Testing

/// The tutorials are run as they stand: every `sh` block, and the `text` block below it is what it
/// prints.
@Suite struct TutorialTests {
  /// One block of commands with what it must print, if the tutorial shows that.
  struct Block {
    var commands: String
    var shown: String?
  }

  static func blocks(of tutorial: String) throws -> [Block] {
    let file = WorkspaceCopy.repository.appending(path: "docs/tutorials/\(tutorial)")
    let text = try String(contentsOf: file, encoding: .utf8)
    var blocks: [Block] = []
    var kind: String?
    var lines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let open = kind, line == "```" {
        let body = lines.joined(separator: "\n") + "\n"
        if open == "sh" { blocks.append(Block(commands: body, shown: nil)) }
        if open == "text", !blocks.isEmpty { blocks[blocks.count - 1].shown = body }
        kind = nil
      } else if kind == nil, line.hasPrefix("```") {
        kind = String(line.dropFirst(3))
        lines = []
      } else if kind != nil {
        lines.append(line)
      }
    }
    return blocks
  }

  /// Runs all blocks in one shell, because they change folders; a mark before each parts the
  /// output, and each has to print what stands below it.
  private func run(_ blocks: [Block], in folder: URL) throws {
    let script =
      "set -euo pipefail\n"
      + blocks.enumerated().map { "echo '@@@ \($0.offset)'\n\($0.element.commands)" }.joined()
    try Data(script.utf8).write(to: folder.appending(path: "tutorial.sh"))
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["bash", "tutorial.sh"]
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    let programs = YikeProcess.binary.deletingLastPathComponent().path
    environment["PATH"] = programs + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    let (out, err) = (folder.appending(path: "out"), folder.appending(path: "err"))
    for file in [out, err] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    try process.run()
    process.waitUntilExit()
    let errors = try String(contentsOf: err, encoding: .utf8)
    try #require(process.terminationStatus == 0, "\(errors.suffix(2000))")

    var printed: [String] = []
    for line in try String(contentsOf: out, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("@@@ ") {
        printed.append("")
      } else if !printed.isEmpty {
        printed[printed.count - 1] += line + "\n"
      }
    }
    #expect(printed.count == blocks.count)
    for (block, text) in zip(blocks, printed) {
      guard let shown = block.shown else { continue }
      let body = text.hasSuffix("\n\n") ? String(text.dropLast()) : text
      #expect(body == shown || text == shown, "\(block.commands)")
    }
  }

  @Test func sitesForWulongAreChosenAndJudged() throws {
    let blocks = try Self.blocks(of: "wulong-siting.md")
    try #require(blocks.count >= 6)
    let copy = try WorkspaceCopy()
    // A clone keeps a report of its own, which is not the one that the tutorial makes.
    try FileManager.default.createDirectory(
      at: copy.folder.appending(path: "reports/2024-12-31-2024-plan-kept"),
      withIntermediateDirectories: true)
    try copy.write(
      "未达标目标的补救方案\n已证明\n已证明\n", to: "reports/2024-12-31-2024-plan-kept/report.md")
    try withExtendedLifetime(copy) { try run(blocks, in: copy.folder) }
  }

  @Test func aPlanOverYearsIsMadeFromAGap() throws {
    let blocks = try Self.blocks(of: "plan-over-years.md")
    try #require(blocks.count == 5)
    let copy = try WorkspaceCopy()
    try run(blocks, in: copy.folder)
  }

  @Test func theSecondDistrictIsMadeFromNothing() throws {
    let blocks = try Self.blocks(of: "second-district.md")
    try #require(blocks.count >= 12)
    let folder = try PlainFolder()
    try run(blocks, in: folder.folder)

    // The report is whole, in the made workspace.
    let made = folder.folder.appending(path: "tongliang")
    let reports = try FileManager.default.contentsOfDirectory(
      atPath: made.appending(path: "reports").path)
    let report = made.appending(path: "reports/\(try #require(reports.first))/report.md")
    let text = try String(contentsOf: report, encoding: .utf8)
    for id in ["TL23-2b1", "TL23-2b3", "TL23-2c1", "TL23-4a2", "TL23-5c1"] {
      #expect(text.contains(id), "\(id)")
    }
    #expect(text.contains("铜梁区") && text.contains("铜民发〔2023〕36号"))
    let checked = try YikeProcess.run(["check", "--format", "csv"], in: made)
    #expect(!checked.output.contains(",blocking,") && !checked.output.contains("quote_not_found"))
  }
}
