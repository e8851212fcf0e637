import Reports
import Testing

@Suite struct TextTableTests {
  let table = TextTable(
    title: "表", columns: [.init("名称"), .init("数", isNumeric: true), .init("备注")],
    rows: [["仙女山街道", "2", "好"], ["A\nB", "1234"], [.init("完", style: .good), "", "末"]])

  @Test func `columns line up by display width`() {
    #expect(
      table.rendered() == """
        表
        名称          数  备注
        ──────────  ────  ────
        仙女山街道     2  好
        A B         1234
        完                末

        """)
  }

  @Test func `every column begins at the same width in every row`() {
    let lines = table.rendered().split(separator: "\n").dropFirst()
    let starts = lines.compactMap { line -> Int? in
      guard let mark = line.firstIndex(where: { "备好末".contains($0) }) else { return nil }
      return DisplayWidth.columns(of: line[..<mark])
    }
    #expect(starts == [18, 18, 18])
  }

  @Test func `colours come only when asked for`() {
    #expect(!table.rendered().contains("\u{1B}"))
    #expect(table.rendered(colours: true).contains("\u{1B}[32m完\u{1B}[0m"))
  }
}
