import Foundation
import Importing
import TestSupport
import Testing

/// A report that is compared with another scenario, or with the state as it is.
@Suite struct ReportComparisonTests {
  private static let opening = """
    schema: yike-scenario/1
    id: opening
    title: 增设食堂
    title_en: Another canteen
    as_of: 2024-12-31
    currency: 万元
    open:
      - id: new
        name: 丙食堂
        kind: elder_canteen
        host: 凤山街道
        lon: 107.7
        lat: 29.3
        state: operating
        opened: 2024-12-01
        provenance: official
        cost: 12

    """
  private static let closing = """
    schema: yike-scenario/1
    id: closing
    title: 关闭食堂
    title_en: A canteen less
    extends: opening.yaml
    close:
      - {id: "1", on: 2024-12-15}

    """

  private let district: LedgerDistrict

  init() throws {
    district = try LedgerDistrict()
    let scenarios = district.folder.appending(path: "scenarios")
    try FileManager.default.createDirectory(at: scenarios, withIntermediateDirectories: true)
    try district.write(Data(Self.opening.utf8), to: "scenarios/opening.yaml")
    try district.write(Data(Self.closing.utf8), to: "scenarios/closing.yaml")
  }

  private func run(_ arguments: String...) throws -> YikeProcess {
    try YikeProcess.run(arguments, in: district.folder)
  }

  private func report(_ scenario: String, _ other: String) throws -> URL {
    let run = try run(
      "report", "--scenario", "scenarios/\(scenario).yaml", "--compare", other, "--outputs",
      "md,html,xlsx")
    #expect(run.exitCode == 0, "\(run.stderr)")
    let path = run.output.trimmingCharacters(in: .whitespacesAndNewlines)
    return URL(filePath: path, relativeTo: district.folder).deletingLastPathComponent()
  }

  /// 丙社区 has 60 of the counted 260 older people; 乙村 is not counted.
  @Test func gainsAndFlipsStandInTheReportAndAreRepeated() throws {
    let folder = try report("opening", "baseline")
    let text = try String(contentsOf: folder.appending(path: "report.md"), encoding: .utf8)
    #expect(text.contains("情景比较：现状（2024年12月31日） → 增设食堂（2024年12月31日）"))
    #expect(text.contains("费用：之前 —，之后 12万元"))
    #expect(text.contains("| canteens | 老年食堂3家 | 未达标 | 未达标 | 1 → 2 | 2 → 1 |"))
    #expect(text.contains("| 凤山街道 | 0 | 60 | 60 | +60 |"))
    #expect(text.contains("map-pair.svg") && text.contains("map-changes.svg"))
    let page = try String(contentsOf: folder.appending(path: "report.html"), encoding: .utf8)
    if page.contains("live-map-data") {
      #expect(page.contains("id=\"live-pair-data\"") && page.contains("id=\"live-pair-after\""))
    }
    try expectTheWorkbookToAgree(folder)
    let verified = try run(
      "verify", folder.appending(path: "manifest.json").path(percentEncoded: false))
    #expect(verified.exitCode == 0, "\(verified.output)\(verified.stderr)")
  }

  /// The sheets of the workbook have what the page has.
  private func expectTheWorkbookToAgree(_ folder: URL) throws {
    let file = folder.appending(path: "report.xlsx")
    let tables = try TableFile.read(file.path(percentEncoded: false), name: "report.xlsx")
    func rows(_ sheet: String) throws -> [[String: String]] {
      let table = try #require(tables.first { $0.sheet == sheet })
      let heading = try #require(table.rows.first { $0.number == 3 })
      return table.rows.filter { $0.number > 3 }.map { row in
        Dictionary(
          zip(heading.cells.map(\.text), row.cells.map(\.text)), uniquingKeysWith: { $1 })
      }
    }
    let flips = try rows("结论变化")
    #expect(flips.map { $0["编号"] }.contains("canteens"))
    let changes = try rows("得失")
    for total in changes.filter({ $0["级别"] == "合计" }) {
      // 乙村 is not counted, so that there is no net change to add up to.
      #expect(total["净变化"] == "")
    }
    #expect(changes.contains { $0["乡镇（街道）"] == "凤山街道" && $0["净变化"] == "60" })
  }

  @Test func twoScenariosAreComparedAndLossesAreShown() throws {
    let folder = try report("closing", "scenarios/opening.yaml")
    let text = try String(contentsOf: folder.appending(path: "report.md"), encoding: .utf8)
    #expect(text.contains("| near | 60%的老年人十五分钟可达食堂 | 数据不足 | 数据不足 | 260 → 60 | — | 失：甲村 |"))
    #expect(text.contains(/\| 白马镇 \| 甲村 \| 1\.8 \| \d+\.\d \| -200 \|/))
    let manifest = try String(
      contentsOf: folder.appending(path: "manifest.json"), encoding: .utf8)
    #expect(manifest.contains("\"report.compare\" : \"scenarios/opening.yaml\""))
    #expect(manifest.contains("compared_scenario"))
  }
}
