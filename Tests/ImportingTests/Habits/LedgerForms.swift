import Foundation
import Importing

/// One ledger in the forms in which planners hand it in.
enum LedgerForms {
  /// A CSV file in GBK with the line ends of Windows, as Excel saves it in China.
  static func gbk(_ rows: [[String]]) throws -> [Table] {
    let text = rows.map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
    let bytes = try gb18030(text)
    let file = try ScratchFile("t.csv", bytes)
    return try TableFile.read(file.path, name: "t.csv")
  }

  /// A workbook with one sheet for each name; numbers are numbers where they are plain.
  static func workbook(
    _ sheets: [(name: String, rows: [[String]], merges: [String])]
  ) throws -> [Table] {
    var book = TestWorkbook()
    for sheet in sheets {
      var xml = "<sheetData>"
      for (index, row) in sheet.rows.enumerated() {
        xml += "<row r=\"\(index + 1)\">"
        for (position, text) in row.enumerated() where !text.isEmpty {
          let place = "\(Character(UnicodeScalar(UInt8(65 + position))))\(index + 1)"
          let isNumber = text.first != "0" && text.utf8.allSatisfy { (48...57).contains($0) }
          xml +=
            isNumber
            ? "<c r=\"\(place)\"><v>\(text)</v></c>"
            : "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
        }
        xml += "</row>"
      }
      xml += "</sheetData>"
      if !sheet.merges.isEmpty {
        let cells = sheet.merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
        xml += "<mergeCells>\(cells)</mergeCells>"
      }
      book.sheets.append((sheet.name, "", xml))
    }
    let file = try ScratchFile("t.xlsx", book.bytes)
    return try TableFile.read(file.path, name: "t.xlsx")
  }

  /// The text in GB18030, whose letters of Chinese are those of GBK.
  private static func gb18030(_ text: String) throws -> [UInt8] {
    guard let converter = iconv_open("GB18030", "UTF-8") else { throw POSIXError(.EINVAL) }
    defer { iconv_close(converter) }
    var source = text.utf8.map { CChar(bitPattern: $0) }
    var target = [CChar](repeating: 0, count: source.count * 2 + 4)
    var (left, free) = (source.count, target.count)
    let status = source.withUnsafeMutableBufferPointer { source in
      target.withUnsafeMutableBufferPointer { target in
        var (from, to) = (source.baseAddress, target.baseAddress)
        return iconv(converter, &from, &left, &to, &free)
      }
    }
    guard status != Int.max, left == 0 else { throw POSIXError(.EILSEQ) }
    return target.prefix(target.count - free).map { UInt8(bitPattern: $0) }
  }

  private static func quoted(_ text: String) -> String {
    text.contains { ",\"\n".contains($0) } ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }
}
