import Foundation
import PlanningModel
import Testing

@testable import Reports

/// Pages as Chromium prints them, read by poppler.
@Suite(.serialized) struct PDFTests {
  private static let canPrint: Bool = {
    let found =
      (try? ExternalTool.find(["chromium", "chromium-browser"], package: "", for: "")) != nil
      && (try? PDFText.tool) != nil
    if !found { print("skipped: Chromium or pdftotext is not installed") }
    return found
  }()

  private static func page(_ language: Language) throws -> String {
    try ReportHTML.text(
      ReportDocument(SmallEvaluation.evaluation, language: language, version: "1"))
  }

  @Test(.enabled(if: canPrint)) func `a page prints the same twice`() throws {
    let page = try Self.page(.zh)
    let first = try ReportPDF(printing: page)
    let second = try ReportPDF(printing: page)
    let (text, again) = (try PDFText(of: first.bytes), try PDFText(of: second.bytes))
    #expect(text.sha256 == again.sha256 && text.pages == again.pages)
    #expect(first.bytes == second.bytes)
    #expect(text.pages >= 4)
    let words = String(decoding: text.text, as: UTF8.self)
    #expect(words.contains("指标完成情况") && words.contains(/—\s*1\s*—/))
  }

  @Test func `dates are fixed and nothing moves`() {
    let text = "<</CreationDate (D:20261122171500+00'00')\n/ModDate (D:20261122171501+00'00')>>"
    let fixed = PDFDates.fixed(Array(text.utf8))
    #expect(fixed.count == text.utf8.count)
    #expect(
      String(decoding: fixed, as: UTF8.self)
        == "<</CreationDate (D:19800101000000+00'00')\n/ModDate (D:19800101000000+00'00')>>")
    #expect(PDFDates.fixed([]) == [])
  }

  @Test func `an absent program is named with its package`() {
    let error = #expect(throws: WorkError.self) {
      try ExternalTool.find(["no-such-program"], package: "no-such-package", for: "pdf")
    }
    #expect(error?.description.contains("apt-get install no-such-package") == true)
  }
}
