/// Makes workbooks part by part.
public struct TestWorkbook {
  /// The sheets; `state` is empty or `hidden`, `xml` what stands inside `worksheet`.
  public var sheets: [(name: String, state: String, xml: String)] = []
  /// The XML inside each shared string.
  public var strings: [String] = []
  /// The number format of each cell style.
  public var cellFormats: [Int] = [0]
  /// Number formats of the workbook's own.
  public var formats: [Int: String] = [:]
  /// Whether days are counted from 1904.
  public var is1904 = false

  /// An empty workbook.
  public init() {}

  /// The file.
  public var bytes: [UInt8] { StoredZip.bytes(members) }

  /// The parts of the file before they are packed.
  public var members: [(name: String, content: [UInt8])] {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let relations = { (items: [(String, String)]) in
      "<Relationships>"
        + items.enumerated().map {
          "<Relationship Id=\"r\($0 + 1)\" Type=\"\(office)/\($1.0)\" Target=\"\($1.1)\"/>"
        }.joined() + "</Relationships>"
    }
    let tabs = sheets.enumerated().map {
      "<sheet name=\"\($1.name)\" sheetId=\"\($0 + 1)\""
        + ($1.state.isEmpty ? "" : " state=\"\($1.state)\"") + " r:id=\"r\($0 + 1)\"/>"
    }
    var targets = sheets.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") }
    targets += [("sharedStrings", "sharedStrings.xml"), ("styles", "/xl/styles.xml")]
    var members = [
      ("_rels/.rels", relations([("officeDocument", "xl/workbook.xml")])),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><workbookPr"
          + (is1904 ? " date1904=\"1\"" : "") + "/><sheets>" + tabs.joined()
          + "</sheets></workbook>"
      ),
      ("xl/_rels/workbook.xml.rels", relations(targets)),
      ("xl/sharedStrings.xml", "<sst>" + strings.map { "<si>\($0)</si>" }.joined() + "</sst>"),
      (
        "xl/styles.xml",
        "<styleSheet><numFmts>"
          + formats.sorted { $0.key < $1.key }.map {
            "<numFmt numFmtId=\"\($0.key)\" formatCode=\"\($0.value)\"/>"
          }.joined()
          + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>"
          + cellFormats.map { "<xf numFmtId=\"\($0)\"/>" }.joined() + "</cellXfs></styleSheet>"
      ),
    ]
    for (index, sheet) in sheets.enumerated() {
      members.append(
        ("xl/worksheets/sheet\(index + 1).xml", "<worksheet>\(sheet.xml)</worksheet>"))
    }
    return members.map { (name: $0.0, content: Array($0.1.utf8)) }
  }
}
