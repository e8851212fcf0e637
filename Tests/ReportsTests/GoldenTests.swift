import Planning
import PlanningModel
import Reports
import Testing

@Suite struct GoldenTests {
  static let version = "0.0.0-test"

  @Test(arguments: Language.allCases)
  func `a run's folder reads as recorded`(language: Language) throws {
    let files = try ReportFolder.render(
      SmallEvaluation.evaluation,
      ReportRequest(language: language, version: Self.version, isInteractive: false))
    for file in files {
      let isWords = file.name.hasPrefix("report.") || file.name == "map.svg"
      guard isWords || language == .zh else { continue }
      try Golden.check(file.bytes, "\(language.rawValue)-\(file.name)")
    }
  }

  @Test func `coverage reads as recorded in JSON`() throws {
    try Golden.check(
      CoverageJSON.bytes(SmallEvaluation.evaluation, version: Self.version), "coverage.json")
  }

  @Test(arguments: Language.allCases)
  func `terminal tables read as recorded`(language: Language) throws {
    let tables = VerdictTables(SmallEvaluation.evaluation, language: language)
    var all = [
      tables.verdicts, tables.missing, tables.alternatives, tables.crossChecks,
      tables.assumptions,
    ]
    all += CoverageTextTable.tables(SmallEvaluation.evaluation, language: language)
    let text = all.map { $0.rendered() }.joined(separator: "\n") + (tables.markNote ?? "") + "\n"
    try Golden.check(Array(text.utf8), "\(language.rawValue)-tables.txt")
  }

  @Test func `two renderings give the same bytes`() throws {
    let first = try ReportFolder.render(
      SmallEvaluation.evaluation,
      ReportRequest(language: .zh, version: Self.version, isInteractive: false))
    let second = try ReportFolder.render(
      SmallEvaluation.evaluation,
      ReportRequest(language: .zh, version: Self.version, isInteractive: false))
    #expect(first.map(\.name) == second.map(\.name))
    #expect(first.map(\.bytes) == second.map(\.bytes))
  }
}
