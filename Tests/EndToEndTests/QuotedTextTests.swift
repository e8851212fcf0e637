import Foundation
import Testing

/// Quotes are looked up in the text that a document names.
@Suite struct QuotedTextTests {
  static let text = """
    十、推進精康融合。在仙女山街道、長壩鎮打造2個片區型精神障礙康復服務中心，以點帶面的方式新建
    “渝康家園”社區康復站點8個。
    """

  func check(_ copy: WorkspaceCopy) throws -> [String] {
    let run = try copy.run("check", "--format", "csv")
    return run.output.split(separator: "\n").filter { $0.contains("policy.") }.map(String.init)
  }

  @Test func findingsNameFileLineAndId() throws {
    let copy = try WorkspaceCopy()
    #expect(try check(copy) == [])
    try copy.write(Self.text, to: "policies/key-points.txt")
    try copy.replace(
      "    source_text: 003", with: "    text: policies/key-points.txt\n    source_text: 003",
      in: "policies/documents.yaml")
    let findings = try check(copy)
    // What the short text holds is found, in traditional characters as they are; the rest is not.
    #expect(!findings.contains { $0.contains("WL24-40a") || $0.contains("WL24-40b") })
    let line = try #require(findings.first { $0.contains("WL24-41.cite.quote") })
    #expect(line.contains("policy.quote_not_found,warning,policies/wulong-2024.yaml,,"))
    let number = try #require(line.split(separator: ",").dropFirst(3).compactMap { Int($0) }.first)
    let lines = try copy.text("policies/wulong-2024.yaml")
      .split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[number - 1].contains("登记康复对象接受规范服务率"))
    // A finding is no obstacle.
    #expect(try copy.run("targets", "--format", "csv").exitCode == 0)
  }

  @Test func aTextThatIsNotThereBlocks() throws {
    let copy = try WorkspaceCopy()
    try copy.replace(
      "    source_text: 003", with: "    text: policies/nowhere.txt\n    source_text: 003",
      in: "policies/documents.yaml")
    let run = try copy.run("targets")
    #expect(run.exitCode == 1)
    #expect(run.stderr.contains("policies/documents.yaml") && run.stderr.contains("nowhere.txt"))
    try copy.replace("policies/nowhere.txt", with: "../outside.txt", in: "policies/documents.yaml")
    let outside = try copy.run("targets")
    #expect(outside.exitCode == 1 && outside.stderr.contains("policy.text_path"))
  }
}
