public import Foundation

/// A sheet of a ledger as a planner fills it in, and the files that Excel makes of it.
public struct LedgerSheet: Sendable {
  /// The name on the tab.
  public var name: String
  /// The cells from the first row and column on.
  public var rows: [[String]]
  /// Merged ranges, for example `A1:H1`; text files do not have them.
  public var merges: [String]

  /// Describes a sheet.
  public init(_ name: String = "台账", rows: [[String]], merges: [String] = []) {
    self.name = name
    self.rows = rows
    self.merges = merges
  }

  /// The same with the first cell of that text replaced; it must be there.
  public func replacing(_ old: String, with new: String) -> LedgerSheet {
    var sheet = self
    for row in rows.indices {
      guard let column = rows[row].firstIndex(of: old) else { continue }
      sheet.rows[row][column] = new
      return sheet
    }
    preconditionFailure("no cell “\(old)”")
  }

  /// CSV in GBK with the line ends of Windows, as Excel saves it in China.
  ///
  /// - Throws: when a letter is not in GB18030.
  public func gbk() throws -> Data {
    try GBKText.bytes(
      rows.map { $0.map(Self.quoted).joined(separator: ",") + "\r\n" }.joined())
  }

  /// A workbook; what is typed as a plain number is one, and `yyyy-mm-dd` is a day that is stored
  /// as its number and shown by its style, as Excel does.
  public static func workbook(_ sheets: [LedgerSheet]) -> Data {
    var book = TestWorkbook()
    book.cellFormats = [0, 14]
    for sheet in sheets { book.sheets.append((sheet.name, "", sheet.xml)) }
    return Data(book.bytes)
  }

  private var xml: String {
    var xml = "<sheetData>"
    for (index, row) in rows.enumerated() {
      xml += "<row r=\"\(index + 1)\">"
      for (position, text) in row.enumerated() where !text.isEmpty {
        let letter = Character(UnicodeScalar(UInt8(65 + position)))
        xml += Self.cell(text, at: "\(letter)\(index + 1)")
      }
      xml += "</row>"
    }
    xml += "</sheetData>"
    guard !merges.isEmpty else { return xml }
    let cells = merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
    return xml + "<mergeCells>\(cells)</mergeCells>"
  }

  private static func cell(_ text: String, at place: String) -> String {
    if text.first != "0" || text == "0", text.utf8.allSatisfy({ (48...57).contains($0) }) {
      return "<c r=\"\(place)\"><v>\(text)</v></c>"
    }
    if let day = serialDay(text) { return "<c r=\"\(place)\" s=\"1\"><v>\(day)</v></c>" }
    return "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
  }

  /// Days since the end of 1899, as workbooks count them.
  private static func serialDay(_ text: String) -> Int? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2] else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3,
      let start = calendar.date(from: DateComponents(year: 1899, month: 12, day: 30)),
      let day = calendar.date(
        from: DateComponents(year: numbers[0], month: numbers[1], day: numbers[2]))
    else { return nil }
    return calendar.dateComponents([.day], from: start, to: day).day
  }

  private static func quoted(_ text: String) -> String {
    text.contains { ",\"\n".contains($0) } ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }
}
