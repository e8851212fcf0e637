import Foundation
import Planning
import PlanningModel
import Targets
import Testing
import Workspace

@testable import Reports

@Suite struct ReportTests {
  @Test(arguments: Language.allCases)
  func `tables are whole`(language: Language) {
    let document = ReportDocument(SmallEvaluation.evaluation, language: language, version: "1")
    for case .table(let table) in document.sections.flatMap(\.blocks) {
      #expect(table.columns.map(\.width).reduce(0, +) <= 100)
      #expect(table.columns.map(\.width).reduce(0, +) >= 95)
      for row in table.rows { #expect(row.cells.count == table.columns.count) }
    }
  }

  @Test func `hostile names stay text`() throws {
    let document = ReportDocument(SmallEvaluation.evaluation, language: .zh, version: "1")
    let html = try ReportHTML.text(document)
    #expect(!html.contains("<山>") && !html.contains("<b>") && !html.contains("<养老>"))
    #expect(html.contains("大&lt;山&gt;&amp;&quot;洞&quot;|河, 乡&#39;"))
    let markdown = try ReportMarkdown.text(document)
    #expect(!markdown.contains("<山>") && markdown.contains("\\|河"))
    for line in markdown.split(separator: "\n") where line.hasPrefix("|") {
      #expect(line.hasSuffix("|"))
    }
  }

  @Test func `a combining mark does not hide a bracket`() {
    #expect(HTMLText.escaped("<\u{338}b>\u{0}") == "&lt;\u{338}b&gt;")
  }

  @Test func `the page needs nothing from elsewhere`() throws {
    let document = ReportDocument(SmallEvaluation.evaluation, language: .en, version: "1")
    let html = try ReportHTML.text(document)
    #expect(!html.contains("<script") && !html.contains("src=") && !html.contains("url(http"))
    #expect(html.contains("<thead>") && html.contains("display: table-header-group"))
  }

  @Test func `figures on illustrative data bear the mark`() throws {
    let document = ReportDocument(SmallEvaluation.evaluation, language: .zh, version: "1")
    let markdown = try ReportMarkdown.text(document)
    #expect(markdown.contains("5,000人\\*示（**43.4%**\\*示）"))
    #expect(markdown.contains("示例数据**系为演示编制"))
    // An official count bears none.
    #expect(markdown.contains("| 按数量 | 2 | 2 | 0 | — |"))
  }

  @Test func `sensitive counts under five are withheld`() throws {
    let document = ReportDocument(SmallEvaluation.evaluation, language: .zh, version: "1")
    #expect(try ReportMarkdown.text(document).contains("不公布"))
  }

  @Test func `an evaluation without anything still makes a report`() throws {
    var evaluation = SmallEvaluation.evaluation
    evaluation.district = District(
      code: "1", name: "空", nameEnglish: "Empty", codeSystem: .nbs2023)
    evaluation.results = TargetResults(verdicts: [], crossChecks: [], assumptions: [])
    evaluation.coverage = []
    evaluation.findings = []
    evaluation.inputs = []
    evaluation.parameters = []
    evaluation.layers.unitShapes = [:]
    for language in Language.allCases {
      let files = try ReportFolder.render(
        evaluation, ReportRequest(language: language, version: "1", isInteractive: false))
      #expect(files.last?.name == "manifest.json")
      #expect(!files.contains { $0.name == "map.svg" })
    }
  }

  @Test func `the manifest holds the hash of every other file`() throws {
    let files = try ReportFolder.render(
      SmallEvaluation.evaluation, ReportRequest(language: .zh, version: "1", isInteractive: false))
    let manifest = try #require(files.last)
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(manifest.bytes)) as? [String: Any])
    let outputs = try #require(document["outputs"] as? [[String: String]])
    #expect(outputs.map { $0["path"] } == files.dropLast().map(\.name))
    for (output, file) in zip(outputs, files) {
      #expect(output["sha256"] == SHA256Digest.hexadecimal(of: file.bytes))
    }
  }

  @Test func `numbers of headings are Chinese`() {
    #expect(
      [1, 10, 11, 20, 35, 99].map(ChineseNumeral.text) == ["一", "十", "十一", "二十", "三十五", "九十九"])
  }

  @Test func `folder names hold date, scenario and content`() {
    let name = ReportFolder.folderName(SmallEvaluation.evaluation)
    #expect(name.hasPrefix("2024-12-31-2024-plan-"))
    var other = SmallEvaluation.evaluation
    other.parameters.append(("x", "y"))
    #expect(ReportFolder.folderName(other) != name)
  }
}
