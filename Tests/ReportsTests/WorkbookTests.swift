import Foundation
import Importing
import PlanningModel
import Targets
import Testing

@testable import Reports

/// The workbook, read back by the reader of ledgers.
@Suite struct WorkbookTests {
  private static func bytes(_ language: Language = .zh) throws -> [UInt8] {
    let document = ReportDocument(SmallEvaluation.evaluation, language: language, version: "1")
    let context = ReportContext(SmallEvaluation.evaluation, language: language)
    return try ReportWorkbook(document, context: context).bytes()
  }

  private static func tables(_ language: Language = .zh) throws -> [Table] {
    let file = FileManager.default.temporaryDirectory.appending(
      path: "yike-test-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(bytes(language)).write(to: file)
    return try TableFile.read(file.path, name: "report.xlsx")
  }

  @Test func `two workbooks have the same bytes`() throws {
    let first = try Self.bytes()
    // The dates inside a workbook count seconds.
    usleep(1_100_000)
    #expect(try Self.bytes() == first)
  }

  @Test(arguments: Language.allCases)
  func `every sheet is there with its rows`(language: Language) throws {
    let document = ReportDocument(SmallEvaluation.evaluation, language: language, version: "1")
    let context = ReportContext(SmallEvaluation.evaluation, language: language)
    let sheets = ReportWorkbook(document, context: context).sheets
    let tables = try Self.tables(language)
    #expect(tables.map(\.sheet) == sheets.map(\.name))
    for (table, sheet) in zip(tables, sheets) {
      #expect(sheet.rows.allSatisfy { $0.cells.count == sheet.columns.count }, "\(sheet.name)")
      let heading = try #require(table.rows.first { $0.number == WorkbookSheet.headerRow + 1 })
      #expect(heading.cells.map(\.text) == sheet.columns.map(\.heading))
      #expect(table.rows.count { $0.number > heading.number } == sheet.rows.count)
    }
  }

  @Test func `the figures are those of the page`() throws {
    let document = ReportDocument(SmallEvaluation.evaluation, language: .zh, version: "1")
    let page = PageFigures(try ReportHTML.text(document))
    let tables = try Self.tables()
    let targets = try #require(tables.first { $0.sheet == "目标判定" })
    let columns: [(FigureID.Item, String)] = [
      (.required, "需完成"), (.achieved, "已完成"), (.gap, "差距"), (.total, "总数"),
    ]
    var compared = 0
    for verdict in SmallEvaluation.results.verdicts {
      for (item, heading) in columns {
        let id = FigureID(.target(verdict.id), item)
        guard let shown = page.numbers[id.description] else { continue }
        let cell = try #require(targets.cell(heading, where: "编号", is: verdict.id))
        #expect(cell.kind == .number)
        #expect(cell.text == shown, "\(id)")
        compared += 1
      }
    }
    #expect(compared >= 10)
    let uncovered = try #require(tables.first { $0.sheet == "未覆盖村" })
    let people = try #require(uncovered.column("人数"))
    let villages = try #require(uncovered.column("村（社区）"))
    let sum = uncovered.rows.dropFirst(3).compactMap { Int($0.cells[people].text) }.reduce(0, +)
    let names = Set(uncovered.rows.dropFirst(3).map { $0.cells[villages].text })
    var shown = 0
    for (id, number) in page.numbers where id.hasSuffix(".total") {
      guard case .coverage(_, let place)? = FigureID(id)?.subject,
        names.contains(where: { place.hasSuffix("/\($0)") })
      else { continue }
      shown += Int(number) ?? 0
    }
    #expect(sum > 0)
    #expect(sum == shown)
  }

  /// The verdicts of the workbook against those of `targets.json`.
  @Test func `the sums are those of the JSON`() throws {
    let json = try #require(
      try JSONSerialization.jsonObject(
        with: Data(try TargetsJSON.bytes(SmallEvaluation.evaluation, version: "1")))
        as? [String: Any])
    let entries = try #require(json["targets"] as? [[String: Any]])
    let sheet = try #require(try Self.tables().first { $0.sheet == "目标判定" })
    for (key, heading) in [
      ("universe", "总数"), ("required", "需完成"), ("achieved", "已完成"), ("gap", "差距"),
      ("unknown", "情况不明"),
    ] {
      let column = try #require(sheet.column(heading))
      let written = sheet.rows.filter { $0.number > WorkbookSheet.headerRow + 1 }
        .map { Int($0.cells[column].text) }
      #expect(written == entries.map { $0[key] as? Int }, "\(key)")
      #expect(written.compactMap(\.self).reduce(0, +) > 0, "\(key)")
    }
  }

  @Test func `days are days`() throws {
    let targets = try #require(try Self.tables().first { $0.sheet == "目标判定" })
    let due = try #require(targets.cell("完成时限", where: "编号", is: "T-count"))
    #expect(due.kind == .date)
    #expect(due.text == "2024-12-31")
  }

  @Test func `figures have names that read back`() throws {
    let ids = [
      "WL24-42c.achieved", "WL24-22a/500156101.covered", "WL24-22a/500156101/庙树村.minutes",
      "people/pop_60plus.total", "facilities/elder_canteen.not_yet",
    ]
    for id in ids { #expect(FigureID(id)?.description == id) }
    for text in ["", "庙树村", ".achieved", "WL24-42c", "WL24-42c.", "a/.covered", "/a.covered"] {
      #expect(FigureID(text) == nil, "\(text)")
    }
  }
}

/// The numbers of a page by the ids they bear, without separators of thousands.
struct PageFigures {
  let numbers: [String: String]

  init(_ html: String) {
    var numbers: [String: String] = [:]
    for match in html.matches(of: /data-figure="([^"]+)">([^<]+)</) {
      // Ids are escaped like all text; names may hold what looks like markup.
      var id = String(match.1)
      for (entity, character) in [
        ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
      ] { id = id.replacing(entity, with: character) }
      numbers[id] = String(match.2).replacing(",", with: "")
    }
    self.numbers = numbers
  }
}

extension Table {
  /// Where a heading stands.
  func column(_ heading: String) -> Int? {
    rows.first { $0.number == WorkbookSheet.headerRow + 1 }?.cells
      .firstIndex { $0.text == heading }
  }

  /// The cell of a column in the row whose key is given.
  func cell(_ heading: String, where key: String, is value: String) -> TableCell? {
    guard let column = column(heading), let keyColumn = self.column(key) else { return nil }
    return rows.first { $0.cells.count > keyColumn && $0.cells[keyColumn].text == value }?
      .cells[column]
  }
}
