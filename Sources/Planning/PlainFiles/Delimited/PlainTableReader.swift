import Importing
import PlanningModel

/// A plain file's records under its header, and everything that is found wrong with them.
struct PlainTableReader {
  /// The records.
  var cells: CellScanner
  /// The header's names.
  let header: [String]
  /// What is wrong so far.
  private(set) var faults: [InputFault] = []
  private let file: String

  /// Opens a file and reads its header; a file without one has it as its only fault.
  init(_ path: String) throws {
    file = path
    var cells = CellScanner(try TextFile.utf8(path))
    let isFilled = cells.next()
    header = isFilled ? (0..<cells.count).map { [cells] in cells.text($0) } : []
    self.cells = cells
    guard isFilled else {
      note(
        .tableNoHeader, Bilingual("文件是空的", "the file is empty"),
        Bilingual("检查是否写错文件，或重新导出", "check the path, or export the file again"))
      return
    }
  }

  /// The position of a column by the first of several names that is there.
  func column(_ names: [String]) -> Int? {
    for name in names {
      if let position = header.firstIndex(of: name) { return position }
    }
    return nil
  }

  /// The position of a column that must be there; notes it when it is not.
  mutating func required(_ names: [String]) -> Int? {
    if let position = column(names) { return position }
    guard !header.isEmpty else { return nil }
    note(
      .columnMissing, column: names.joined(separator: " | "),
      value: header.prefix(6).joined(separator: ","),
      Bilingual("缺少该列", "the column is not there"),
      Bilingual("在表头写上该列名", "write its name into the header"), row: 1)
    return nil
  }

  /// Steps to the next record that is fit to be read; notes and passes over those that are not.
  mutating func next() -> Bool {
    while cells.next() {
      if let fault = cells.quoteFault {
        note(
          .tableQuote, value: String(cells.text(cells.count - 1).prefix(20)),
          fault == .unclosed
            ? Bilingual("引号只有开头，没有结尾", "a quotation mark is opened and never closed")
            : Bilingual("结尾引号之后还有文字", "text follows a closing quotation mark"),
          Bilingual(
            "单元格内的引号要写两遍，每个单元格的引号要成对",
            "write a quotation mark inside a quoted cell twice, and close each cell"))
        continue
      }
      guard cells.count != header.count, isRagged else { return true }
      note(
        .tableRagged, value: String(cells.count),
        Bilingual(
          "表头有 \(header.count) 格，这一行有 \(cells.count) 格",
          "the header has \(header.count) cells and this row \(cells.count)"),
        Bilingual(
          "含有分隔符的单元格要加引号；空单元格的分隔符也要写上",
          "quote cells that contain the separator; write the separators of empty cells too"))
    }
    return false
  }

  /// Whether the record lacks cells or holds something beyond the header.
  private var isRagged: Bool {
    guard cells.count > header.count else { return true }
    return (header.count..<cells.count).contains { !cells.range($0).isEmpty }
  }

  /// Where a cell of the current record stands.
  func range(_ column: Int) -> Range<Int> { cells.range(column) }

  /// The number in a cell of the current record; nil, with a fault noted, when it is none.
  mutating func decimal(_ column: Int) -> DecimalCell? {
    do throws(DecimalCell.Fault) {
      return try DecimalCell(cells.bytes, range(column))
    } catch {
      let (check, rule, remedy) = error.words
      note(check, column: header[column], value: cells.text(column), rule, remedy)
      return nil
    }
  }

  /// Notes an id that stands in an earlier row already.
  mutating func noteDuplicate(_ column: Int, first: Int) {
    faults.append(
      ImportCheck.rowDuplicateID(
        file: file, row: cells.record, value: cells.text(column), first: first))
  }

  /// Notes a pair that an earlier row gives another number.
  mutating func noteContradiction(_ column: Int, pair: String, row: Int, first: Int) {
    faults.append(
      InputFault(
        check: "row.contradicting", severity: .blocking, file: file, row: row,
        column: header[column], value: pair,
        rule: Bilingual(
          "这一对在第 \(first) 行已有另一数值", "row \(first) gives this pair another number"),
        remedy: Bilingual("同一对只保留一行", "keep one row of each pair")))
  }

  /// Notes a fault of the current record, or of the given one.
  mutating func note(
    _ check: ImportCheck, column: String? = nil, value: String? = nil, _ rule: Bilingual,
    _ remedy: Bilingual, row: Int? = nil
  ) {
    let row = row ?? (cells.record > 0 ? cells.record : nil)
    faults.append(
      InputFault(
        check: check.id, severity: .blocking, file: file, row: row, column: column, value: value,
        rule: rule, remedy: remedy))
  }

  /// Throws all faults, by row; returns when there are none.
  func refuse(_ operation: String) throws {
    guard faults.isEmpty else {
      throw Self.blocked(faults, file: file, operation: operation)
    }
  }

  /// The error that carries the faults of a file, sorted by row.
  static func blocked(_ faults: [InputFault], file: String, operation: String) -> WorkError {
    let order = faults.indices.sorted { (faults[$0].row ?? 0, $0) < (faults[$1].row ?? 0, $1) }
    return WorkError(
      .blocked, operation: operation, subject: file,
      message: Bilingual("\(faults.count) 项阻断问题", "\(faults.count) blocking findings"),
      remedy: Bilingual("按各行提示更正", "correct each line"), faults: order.map { faults[$0] })
  }
}

extension DecimalCell.Fault {
  /// The check, the rule that is broken and the remedy.
  var words: (check: ImportCheck, rule: Bilingual, remedy: Bilingual) {
    switch self {
    case .empty:
      (
        .cellMissing, Bilingual("该格为空", "the cell is empty"),
        Bilingual("填写数值；到不了的一对应删去整行", "fill it in; leave the row of an unreachable pair out")
      )
    case .notNumber:
      (
        .cellNotNumber, Bilingual("不是数", "this is not a number"),
        Bilingual("只写数字，如 12 或 12.5", "write digits alone, such as 12 or 12.5")
      )
    case .negative:
      (
        .cellNegative, Bilingual("不应为负", "it must not be negative"),
        Bilingual("改为 0 或正数；到不了的一对应删去整行", "give 0 or more; leave unreachable pairs out")
      )
    case .tooLarge:
      (
        .cellNotNumber, Bilingual("数值过大", "the number is too large"),
        Bilingual("换用较大的单位；到不了的一对应删去整行", "use a larger unit; leave unreachable pairs out")
      )
    }
  }
}
