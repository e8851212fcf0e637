import PlanningModel
import Reports
import Testing

@Suite struct FindingsTextTests {
  private let findings = [
    InputFault(
      check: "place.missing", severity: .warning, file: "a.csv", row: 2, column: "lon",
      rule: Bilingual("没有坐标", "no place"), remedy: Bilingual("补充坐标", "add it")),
    InputFault(
      check: "layer.warning", severity: .hint, file: "b.gpkg", rule: Bilingual("x", "x"),
      remedy: Bilingual("查看图层", "look at it")),
  ]

  @Test func tablesShowOneLanguage() {
    let chinese = FindingsText.table(findings, language: .zh)
    #expect(chinese.contains("没有坐标") && chinese.contains("补充坐标"))
    #expect(!chinese.contains("no place") && !chinese.contains(Bilingual.separator))
    let english = FindingsText.table(findings, language: .en)
    #expect(english.contains("no place") && english.contains("add it"))
    #expect(!english.contains("坐标") && !english.contains(Bilingual.separator))
  }

  @Test func machineFormatsKeepBoth() throws {
    let csv = String(decoding: FindingsText.csv(findings), as: UTF8.self)
    let json = String(decoding: try FindingsText.json(findings), as: UTF8.self)
    for text in [csv, json] {
      #expect(text.contains("没有坐标 · no place") && text.contains("补充坐标 · add it"))
    }
  }
}
