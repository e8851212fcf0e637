import Foundation

/// Writes ZIP files without compression, enough to make workbooks for tests.
enum StoredZip {
  static func bytes(_ members: [(name: String, content: String)]) -> [UInt8] {
    bytes(members.map { (name: $0.name, content: Array($0.content.utf8)) })
  }

  static func bytes(_ members: [(name: String, content: [UInt8])]) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    func number(_ value: Int, _ width: Int) -> [UInt8] {
      (0..<width).map { UInt8(value >> (8 * $0) & 0xFF) }
    }
    for member in members {
      let name = Array(member.name.utf8)
      let content = member.content
      let common =
        number(20, 2) + number(0x800, 2) + number(0, 2) + number(0, 2) + number(0x21, 2)
        + number(Int(checksum(content)), 4) + number(content.count, 4) + number(content.count, 4)
        + number(name.count, 2) + number(0, 2)
      directory +=
        number(0x0201_4b50, 4) + number(20, 2) + common + number(0, 2) + number(0, 2)
        + number(0, 2) + number(0, 4) + number(file.count, 4) + name
      file += number(0x0403_4b50, 4) + common + name + content
    }
    let end =
      number(0x0605_4b50, 4) + number(0, 4) + number(members.count, 2) + number(members.count, 2)
      + number(directory.count, 4) + number(file.count, 4) + number(0, 2)
    return file + directory + end
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var value: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = (value >> 1) ^ (value & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return ~value
  }
}

/// Makes workbooks part by part.
struct TestWorkbook {
  var sheets: [(name: String, state: String, xml: String)] = []
  var strings: [String] = []
  var cellFormats: [Int] = [0]
  var formats: [Int: String] = [:]
  var is1904 = false

  var bytes: [UInt8] { StoredZip.bytes(members) }

  var members: [(name: String, content: [UInt8])] {
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
