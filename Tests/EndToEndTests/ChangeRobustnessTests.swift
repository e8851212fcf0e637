import Coverage
import Foundation
import Importing
import Planning
import PlanningModel
import Reports
import Targets
import Testing

/// Whether what changes between two scenarios holds, against the single figures of other commands.
@Suite struct ChangeRobustnessTests {
  private func patch(_ name: String, _ text: String) -> EvaluationRequest {
    EvaluationRequest(
      scenario: ScenarioText(
        name: "scenarios/\(name).yaml", text: "schema: yike-scenario/1\nid: \(name)\n\(text)\n"))
  }

  /// The people of the district within a limit, by every setting that `coverage` can show.
  private func figures(
    _ session: WorkspaceSession, _ request: EvaluationRequest
  ) throws -> [Int] {
    let varied = try session.sensitivity(.target("WL24-51b"), request)[0].rows.compactMap(\.covered)
    let limits = ["10min", "20min", "30min"].compactMap { TravelTime($0) }
    let tables = try session.coverage(
      .services(
        ["meal_service"], cohort: "pop_60plus", limits: limits, mode: .walk, pace: nil,
        direction: nil), request, level: .district
    ).coverage
    return varied + tables.compactMap { $0.rows.last?.covered }
  }

  @Test func theRangeOfAChangeIsThatOfTheFiguresUnderEachSetting() throws {
    let copy = try WorkspaceCopy()
    let session = try WorkspaceSession(folder: copy.folder) { _ in }
    let baseline = EvaluationRequest()
    let opening = patch(
      "opening",
      """
      open:
        - {id: new, name: 试验食堂, kind: elder_canteen, host: 白马镇, lon: 107.538397, lat: 29.397852,
           state: operating, opened: 2024-12-01, provenance: illustrative}
      close: [{id: elder_canteen-500156001-1, on: 2024-12-15}]
      """)
    let comparison = try session.compare(baseline, opening, isVaried: true)
    let change = try #require(
      comparison.services.first { $0.table.service == "WL24-51b" })
    let varied = try #require(change.varied)
    let nets = zip(try figures(session, baseline), try figures(session, opening)).map { $1 - $0 }
    #expect(nets.count == 9 && nets[0] == change.net)
    #expect(varied.low <= nets.min() ?? .max && varied.high >= nets.max() ?? .min)
    // Only an even spread of the people of each township is not among them.
    #expect(nets.contains(varied.low) || nets.contains(varied.high))
    #expect(varied.holds == (varied.low.signum() == varied.high.signum()))
    for row in change.rows where row.row.level == .village && row.isChanged {
      let own = try #require(row.varied)
      #expect(own.low <= row.change ?? .max && own.high >= row.change ?? .min)
    }
    // The other services do not change, and nothing is said of them.
    #expect(comparison.services.filter { $0.varied != nil }.count == 1)
  }

  @Test func aVerdictOnTravelIsTriedOnlyWhenAsked() throws {
    let copy = try WorkspaceCopy()
    try copy.replace(
      "local_thresholds: {}\n", with: "local_thresholds: {WL24-51b: 0.11}\n", in: "yike.yaml")
    let session = try WorkspaceSession(folder: copy.folder) { _ in }
    let plan = EvaluationRequest(
      scenario: ScenarioText(
        name: "scenarios/2024-plan.yaml", text: try copy.text("scenarios/2024-plan.yaml")))
    func change(_ isVaried: Bool) throws -> ScenarioComparison.TargetChange {
      let comparison = try session.compare(EvaluationRequest(), plan, isVaried: isVaried)
      return try #require(comparison.targets.first { $0.after.id == "WL24-51b" })
    }
    let plain = try change(false)
    #expect(plain.flips && plain.isUntested && plain.holds == nil)
    let tried = try change(true)
    #expect(!tried.isUntested)
    // The same as both sides by themselves say.
    let sides = try [EvaluationRequest(), plan].map { request in
      try session.robustness(request).first { $0.id == "WL24-51b" }?.holds
    }
    #expect(tried.holds == (sides[0] == true && sides[1] == true))
  }

  @Test func theWorkbookAddsUpToThePage() throws {
    let copy = try WorkspaceCopy()
    let session = try WorkspaceSession(folder: copy.folder) { _ in }
    let request = patch(
      "closing", "close: [{id: elder_canteen-500156001-1, on: 2024-12-15}]")
    let result = try session.evaluate(request)
    let comparisons = try session.comparisons(
      to: result, request, comparedWith: EvaluationRequest())
    let files = try ReportFolder.render(
      result, comparisons: comparisons,
      ReportRequest(language: .zh, version: "1", outputs: [.md, .xlsx]))
    let page = try #require(files.first { $0.name == "report.md" })
    let book = try #require(files.first { $0.name == "report.xlsx" })
    let file = copy.folder.appending(path: "book.xlsx")
    try Data(book.bytes).write(to: file)
    let tables = try TableFile.read(file.path(percentEncoded: false), name: "book.xlsx")
    let table = try #require(tables.first { $0.sheet == "得失" })
    let heading = try #require(table.rows.first { $0.number == 3 })
    let rows = table.rows.filter { $0.number > 3 }.map { row in
      Dictionary(
        zip(heading.cells.map(\.text), row.cells.map(\.text)), uniquingKeysWith: { $1 })
    }
    let text = String(decoding: page.bytes, as: UTF8.self)
    var lost = 0
    for total in rows where total["级别"] == "合计" {
      let own = rows.filter { $0["服务"] == total["服务"] }
      func sum(_ level: String, _ column: String) -> Int {
        own.filter { $0["级别"] == level }.reduce(0) { $0 + (Int($1[column] ?? "") ?? 0) }
      }
      #expect(sum("村", "净变化") == Int(total["净变化"] ?? ""))
      #expect(sum("乡镇", "净变化") == Int(total["净变化"] ?? ""))
      #expect(sum("村", "新增") == Int(total["新增"] ?? ""))
      #expect(sum("村", "失去") == Int(total["失去"] ?? ""))
      lost += sum("村", "失去")
    }
    #expect(lost > 0 && text.contains("失去覆盖\(lost)人，净变化-\(lost)人"))
    let baseline = try session.evaluate(EvaluationRequest())
    let status = Dictionary(
      uniqueKeysWithValues: baseline.results.verdicts.map { ($0.id, $0.status) })
    let flips = result.results.verdicts.count { status[$0.id] != $0.status }
    #expect(text.contains("结论改变的有\(flips)项"))
  }
}
