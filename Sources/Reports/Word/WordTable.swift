import PlanningModel

/// A table of the report in WordprocessingML: headings repeat on every page, rows stay whole.
struct WordTable {
  let table: ReportTable
  let language: Language

  var xml: String {
    let widths = widths
    var text = WordParagraph.xml(table.caption, style: "TableCaption", language: language)
    text += "<w:tbl><w:tblPr><w:tblStyle w:val=\"ReportTable\"/>"
    text += "<w:tblW w:w=\"\(WordPage.typeWidth)\" w:type=\"dxa\"/>"
    text += "<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>"
    text += widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined()
    text += "</w:tblGrid>\n<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
    for (column, width) in zip(table.columns, widths) {
      text += cell(
        WordParagraph.paragraph(
          WordParagraph.run(column.heading), style: "TableHeading"), width: width,
        shade: "EFEDE6")
    }
    text += "</w:tr>\n"
    for (position, row) in table.rows.enumerated() { text += self.row(row, widths, position) }
    if table.rows.isEmpty { text += none(widths) }
    text += "</w:tbl>\n"
    return text
      + (table.note.map { WordParagraph.xml($0, style: "TableNote", language: language) }
        ?? WordParagraph.paragraph("", style: "TableNote"))
  }

  /// Twentieths of a point; what rounding leaves over goes to the last column.
  private var widths: [Int] {
    let total = max(1, table.columns.map(\.width).reduce(0, +))
    var widths = table.columns.map { $0.width * WordPage.typeWidth / total }
    widths[widths.count - 1] += WordPage.typeWidth - widths.reduce(0, +)
    return widths
  }

  private func row(_ row: ReportTable.Row, _ widths: [Int], _ position: Int) -> String {
    // A heading and two rows stay together, and so do the last two.
    let isKept = position < 2 && table.rows.count > 2 || position == table.rows.count - 2
    let keep = isKept ? "<w:keepNext/>" : ""
    var text = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
    for (index, (content, column)) in zip(row.cells, table.columns).enumerated() {
      let align =
        switch column.alignment {
        case .left: ""
        case .center: "<w:jc w:val=\"center\"/>"
        case .right: "<w:jc w:val=\"right\"/>"
        }
      text += cell(
        WordParagraph.paragraph(
          WordParagraph.runs(content, language), style: style(row, index),
          properties: keep + align), width: widths[index],
        shade: row.look == "total" ? "F7F6F2" : nil)
    }
    return text + "</w:tr>\n"
  }

  private func style(_ row: ReportTable.Row, _ column: Int) -> String {
    row.look == "fingerprint" && column == row.cells.count - 1 ? "TableFingerprint" : "TableText"
  }

  private func none(_ widths: [Int]) -> String {
    "<w:tr><w:tc><w:tcPr><w:tcW w:w=\"\(WordPage.typeWidth)\" w:type=\"dxa\"/>"
      + "<w:gridSpan w:val=\"\(widths.count)\"/></w:tcPr>"
      + WordParagraph.paragraph(
        WordParagraph.run(language("无", "none")), style: "TableText",
        properties: "<w:jc w:val=\"center\"/>") + "</w:tc></w:tr>\n"
  }

  private func cell(_ content: String, width: Int, shade: String?) -> String {
    let fill = shade.map { "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"\($0)\"/>" } ?? ""
    return "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>\(fill)"
      + "<w:vAlign w:val=\"center\"/></w:tcPr>\(content)</w:tc>"
  }
}

/// The page of official papers (GB/T 9704): A4, type area 156 × 225 mm, in twentieths of a point.
enum WordPage {
  static let width = 11_906
  static let height = 16_838
  static let top = millimetres(37)
  static let bottom = millimetres(35)
  static let left = millimetres(28)
  static let right = millimetres(26)
  static let typeWidth = width - left - right
  static let typeHeight = height - top - bottom

  static func millimetres(_ value: Int) -> Int { (value * 144_000 + 1_270) / 2_540 }
}
