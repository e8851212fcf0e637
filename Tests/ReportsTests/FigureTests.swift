import Foundation
import Planning
import PlanningModel
import Testing

@testable import Reports

/// Numbers of the report can be walked back to their rows.
@Suite struct FigureTests {
  @Test(arguments: Language.allCases)
  func `every number of the page is explained as it is shown`(language: Language) throws {
    let evaluation = SmallEvaluation.evaluation
    let document = ReportDocument(evaluation, language: language, version: "1")
    let page = try ReportHTML.text(document)
    let explanation = FigureExplanation(evaluation, language: language)
    let figures = PageFigures(page).numbers
    #expect(figures.count > 20)
    for (id, number) in figures {
      let text = try #require(explanation.text(id), "\(id) is not explained")
      let shown = text.prefix { $0 != "\n" }.replacing(",", with: "")
      #expect(shown.hasPrefix("\(id) = \(number)"), "\(id) shows \(number): \(shown)")
    }
  }

  @Test func `a township's number is the sum of its rows`() throws {
    let explanation = FigureExplanation(SmallEvaluation.evaluation, language: .en)
    let text = try #require(explanation.text("elder_service/500156.total"))
    let rows = text.split(separator: "\n").filter { $0.contains("/") && $0.hasPrefix("500156") }
    #expect(!rows.isEmpty)
    #expect(text.contains("the sum of these \(rows.count) rows"))
  }

  @Test func `what is no figure is not explained`() {
    let explanation = FigureExplanation(SmallEvaluation.evaluation, language: .zh)
    for id in [
      "庙树村", "T-none", "T-units.minutes", "T-units.covered", "facilities/none.operating",
      "people/none.total", "elder_service/none.covered", "none/500156101.covered",
    ] { #expect(explanation.text(id) == nil, "\(id)") }
    #expect(explanation.text("T-units")?.contains("60%的乡镇开展精康服务") == true)
  }

  @Test func `the interactive map is JSON that cannot end its element`() throws {
    let context = ReportContext(SmallEvaluation.evaluation, language: .zh)
    let json = try #require(LiveMap(context: context).json)
    #expect(!json.contains("<"))
    let value = try JSONSerialization.jsonObject(with: Data(json.utf8))
    let map = try #require(value as? [String: Any])
    let district = SmallEvaluation.evaluation.district
    #expect((map["units"] as? [Any])?.count == SmallEvaluation.evaluation.layers.unitShapes.count)
    #expect((map["facilities"] as? [Any])?.count == district.facilities.count)
    #expect((map["villages"] as? [Any])?.count == district.demandPoints.count { $0.band == .own })
  }

  @Test func `the page with the map loads nothing`() throws {
    let document = ReportDocument(SmallEvaluation.evaluation, language: .zh, version: "1")
    guard let leaflet = LeafletLibrary.installed else {
      print("skipped: Leaflet is not installed")
      return
    }
    let page = try ReportHTML.text(document, leaflet: leaflet)
    #expect(page.contains("default-src 'none'"))
    #expect(!page.contains("src=\"") && !page.contains("@import") && !page.contains(/url\((?!#)/))
    #expect(page.components(separatedBy: "</script>").count == 4)
    #expect(!(try ReportHTML.text(document)).contains("<script"))
  }

  @Test func `ids of travel bands follow the limits`() {
    let minute: UInt32 = 60_000
    #expect(TravelBand(TravelTime(milliseconds: 15 * minute)) == .quarter)
    #expect(TravelBand(TravelTime(milliseconds: 15 * minute + 1)) == .half)
    #expect(TravelBand(TravelTime(milliseconds: 60 * minute)) == .hour)
    #expect(TravelBand(TravelTime(milliseconds: 60 * minute + 1)) == .beyond)
    #expect(TravelBand(nil) == .unknown)
  }

  @Test func `forms are read from a list`() {
    #expect(ReportOutput.list("html,docx, pdf") == [.html, .docx, .pdf])
    #expect(ReportOutput.list("xlsx,md,xlsx") == [.md, .xlsx])
    for text in ["", "html,", "html,doc", "HTML"] { #expect(ReportOutput.list(text) == nil) }
  }
}
