import Foundation
import Testing

/// `yike policy add`, with flags and with answers.
@Suite struct PolicyAddTests {
  static let flags = [
    "policy", "add", "--document", "WL2024", "--clause", "五、(二十三)", "--quote",
    "积极发展老年助餐服务,新建设老年食堂2家", "--id", "WL24-test", "--measure", "count", "--kind",
    "elder_canteen", "--value", "2",
  ]
  static let choices = [
    "--choose", "新建=built", "--choose", "新建=increment", "--choose", "期限=year-end",
  ]

  /// Runs with lines on standard input.
  static func run(
    _ arguments: [String], in copy: WorkspaceCopy, answers: [String]
  ) throws -> (output: String, error: String, exitCode: Int32) {
    let process = try YikeProcess.start(arguments, in: copy.folder)
    let (input, output, error) = (Pipe(), Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = error
    try process.run()
    input.fileHandleForWriting.write(Data((answers.joined(separator: "\n") + "\n").utf8))
    try input.fileHandleForWriting.close()
    let texts = [output, error].map {
      String(decoding: $0.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }
    process.waitUntilExit()
    return (texts[0], texts[1], process.terminationStatus)
  }

  @Test func refusesWhileAWordIsOpen() throws {
    let copy = try WorkspaceCopy()
    let before = try copy.text("policies/wulong-2024.yaml")
    let run = try YikeProcess.run(Self.flags + ["--choose", "新建=built"], in: copy.folder)
    #expect(run.exitCode == 64 && run.output.isEmpty)
    #expect(run.stderr.contains("--choose 新建=increment") && run.stderr.contains("期限=year-end"))
    #expect(!run.stderr.contains("--choose 新建=built"))
    let wrong = try YikeProcess.run(
      Self.flags + Self.choices + ["--choose", "以上=included"], in: copy.folder)
    #expect(wrong.exitCode == 64 && wrong.stderr.contains("--choose 以上=included"))
    let none = try YikeProcess.run(["policy", "add"], in: copy.folder)
    #expect(none.exitCode == 64 && none.stderr.contains("--quote"))
    #expect(try copy.text("policies/wulong-2024.yaml") == before)
  }

  @Test func addsTheEntryAndJudgesIt() throws {
    let copy = try WorkspaceCopy()
    let before = try copy.text("policies/wulong-2024.yaml")
    let dry = try YikeProcess.run(Self.flags + Self.choices + ["--dry-run"], in: copy.folder)
    #expect(dry.exitCode == 0 && dry.output.contains("  - id: WL24-test\n"))
    #expect(try copy.text("policies/wulong-2024.yaml") == before)
    let run = try YikeProcess.run(Self.flags + Self.choices, in: copy.folder)
    #expect(run.exitCode == 0, "\(run.stderr)")
    let after = try copy.text("policies/wulong-2024.yaml")
    #expect(after == before + run.output)
    #expect(
      run.output.contains(
        "    measure: {type: count, kind: elder_canteen, value: 2, counting: gross_new_in_year}\n"))
    #expect(run.output.contains("    due: {date: 2024-12-31, kind: inferred}\n"))
    let targets = try #require(
      try copy.run("targets", "--format", "json").json()["targets"] as? [[String: Any]])
    #expect(targets.last?["id"] as? String == "WL24-test")
    #expect(targets.last?["required"] as? Int == 2)
    // Once more: the id is taken.
    let again = try YikeProcess.run(Self.flags + Self.choices, in: copy.folder)
    #expect(again.exitCode == 1 && again.stderr.contains("policy.duplicate_id"))
    #expect(try copy.text("policies/wulong-2024.yaml") == after)
  }

  @Test func aQuoteThatTheTextDoesNotHoldIsRefused() throws {
    let copy = try WorkspaceCopy()
    try copy.write("積極發展老年助餐服務，新建設老年食堂３家。", to: "policies/key-points.txt")
    try copy.replace(
      "    source_text: 003", with: "    text: policies/key-points.txt\n    source_text: 003",
      in: "policies/documents.yaml")
    let run = try YikeProcess.run(Self.flags + Self.choices, in: copy.folder)
    #expect(run.exitCode == 1 && run.stderr.contains("policy.quote_not_found"))
    #expect(run.stderr.contains("新建设老年食堂3家"))
    try copy.write("積極發展老年助餐服務，新建設老年食堂２家。", to: "policies/key-points.txt")
    #expect(try YikeProcess.run(Self.flags + Self.choices, in: copy.folder).exitCode == 0)
  }

  @Test func asksForWhatIsMissing() throws {
    let copy = try WorkspaceCopy()
    let answers = [
      "WL2024", "五、(二十三)", "新建设老年食堂2家", "WL24-asked", "", "counts", "count",
      "elder_canteen", "2", "", "区民政局", "", "9", "built", "1", "1",
    ]
    let run = try Self.run(["policy", "add", "--ask"], in: copy, answers: answers)
    #expect(run.exitCode == 0, "\(run.error)")
    #expect(run.output.hasPrefix("  - id: WL24-asked\n    title: 新建设老年食堂2家\n"))
    #expect(run.output.contains("lead: [区民政局]"))
    #expect(try copy.text("policies/wulong-2024.yaml").hasSuffix(run.output))
    // Words are asked for although everything else is given by flags; an end of the answers
    // writes nothing.
    let before = try copy.text("policies/wulong-2024.yaml")
    let open = try Self.run(Self.flags + ["--ask"], in: copy, answers: ["2"])
    #expect(open.exitCode == 1 && open.error.contains("期限") == false)
    #expect(try copy.text("policies/wulong-2024.yaml") == before)
    let closed = try Self.run(Self.flags + ["--ask"], in: copy, answers: ["2", "1", "1"])
    #expect(closed.exitCode == 0 && closed.output.contains("WL24-test"))
  }

  @Test func anUnknownDocumentIsNamed() throws {
    let copy = try WorkspaceCopy()
    var flags = Self.flags
    flags[3] = "XX2024"
    let run = try YikeProcess.run(flags + Self.choices, in: copy.folder)
    #expect(run.exitCode == 1 && run.stderr.contains("XX2024") && run.stderr.contains("WL2024"))
  }
}
