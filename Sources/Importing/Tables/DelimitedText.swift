import PlanningModel

/// Splits delimited text into rows and cells by RFC 4180.
///
/// Written here because GDAL's CSV driver drops blank lines from its numbering, fixes the number
/// of columns by the first line (a title above the header makes it refuse the file), and takes
/// an unclosed quotation mark for a cell that reaches to the end of the file.
struct DelimitedText {
  /// What separates cells: `,`, `;` or a tab.
  let separator: UInt8
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1

  private static let quote = UInt8(ascii: "\"")
  private static let carriageReturn: UInt8 = 0x0D
  private static let lineFeed: UInt8 = 0x0A

  /// Takes UTF-8 text and finds its separator.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    separator = DelimitedText.separator(of: bytes)
  }

  /// All rows with their numbers, and what is wrong with quotation marks.
  mutating func rows(file: String) -> (rows: [TableRow], faults: [InputFault]) {
    var rows: [TableRow] = []
    var faults: [InputFault] = []
    var number = 0
    while index < bytes.count {
      number += 1
      let start = line
      var cells: [TableCell] = []
      var isEnd = false
      while !isEnd {
        var problem: Bilingual?
        let field = nextField(&problem)
        if let problem {
          faults.append(
            ImportCheck.tableQuote.fault(
              file: file, row: number, value: String(field.prefix(20)),
              rule: Bilingual(
                "\(problem.chinese)（文件第 \(start) 行，第 \(cells.count + 1) 格）",
                "\(problem.english) (line \(start), cell \(cells.count + 1))"),
              remedy: Bilingual(
                "单元格内的引号要写两遍，每个单元格的引号要成对",
                "write a quotation mark inside a quoted cell twice, and close each cell")))
        }
        cells.append(TableCell(field))
        isEnd = endsRow()
      }
      rows.append(TableRow(number: number, line: start, cells: cells))
    }
    return (rows, faults)
  }

  private mutating func nextField(_ problem: inout Bilingual?) -> String {
    guard index < bytes.count, bytes[index] == Self.quote else {
      return plainField()
    }
    index += 1
    var content: [UInt8] = []
    while true {
      guard index < bytes.count else {
        problem = Bilingual(
          "引号只有开头，没有结尾", "a quotation mark is opened and never closed")
        return String(decoding: content, as: UTF8.self)
      }
      let byte = bytes[index]
      if byte == Self.quote {
        index += 1
        guard index < bytes.count, bytes[index] == Self.quote else { break }
        content.append(byte)
        index += 1
        continue
      }
      if byte == Self.lineFeed { line += 1 }
      content.append(byte)
      index += 1
    }
    let rest = plainField()
    if !rest.allSatisfy(\.isWhitespace) {
      problem = Bilingual("结尾引号之后还有文字", "text follows a closing quotation mark")
    }
    return String(decoding: content, as: UTF8.self) + rest
  }

  private mutating func plainField() -> String {
    let start = index
    while index < bytes.count, bytes[index] != separator, bytes[index] != Self.lineFeed,
      bytes[index] != Self.carriageReturn
    {
      index += 1
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  /// Steps over what ended a field; true at the end of a row.
  private mutating func endsRow() -> Bool {
    guard index < bytes.count else { return true }
    if bytes[index] == separator {
      index += 1
      return false
    }
    if bytes[index] == Self.carriageReturn {
      index += 1
      if index < bytes.count, bytes[index] == Self.lineFeed { index += 1 }
    } else {
      index += 1
    }
    line += 1
    return true
  }

  /// The separator that the first line with any of the three has most often.
  private static func separator(of bytes: [UInt8]) -> UInt8 {
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in bytes {
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == lineFeed || byte == carriageReturn {
        if counts.contains(where: { $0 > 0 }) { break }
      } else if let position = candidates.firstIndex(of: byte) {
        counts[position] += 1
      }
    }
    var best = 0
    for position in 1..<3 where counts[position] > counts[best] { best = position }
    return candidates[best]
  }
}
