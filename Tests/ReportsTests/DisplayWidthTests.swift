import Reports
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("武隆区", 6), ("乡、镇", 6), ("é", 1), ("e\u{301}", 1), ("Ａ", 2), ("ｱ", 1),
    ("“一刻钟”", 8), ("〔2024〕8号", 11), ("𠮷", 2), ("㐀", 2), ("가", 2), ("\u{200B}", 0), ("😀", 2),
    ("40.9%", 5), ("—", 1), ("─", 1),
  ])
  func `characters take their columns`(text: String, columns: Int) {
    #expect(DisplayWidth.columns(of: text) == columns)
  }
}
