import PlanningModel

/// Reads rows as planners write them, by the rules of `docs/formats/ledgers.md`, and says of each
/// rule in which rows it was applied.
struct RowHabits {
  /// The records, in order.
  private(set) var rows: [HeaderedRow] = []
  /// What was applied, and what is wrong with the form of rows.
  private(set) var faults: [InputFault] = []
  private let table: Table
  private let layout: HeaderLayout
  private let rules: ColumnRules
  private var notes: [Int] = []
  private var empty: [String: [Int]] = [:]
  private var filled: [String: [Int]] = [:]
  private var above: [String: TableCell] = [:]
  private var totals = TotalsCheck()

  /// Reads the rows under a header.
  init(_ below: [TableRow], layout: HeaderLayout, table: Table, rules: ColumnRules) {
    self.table = table
    self.layout = layout
    self.rules = rules
    let free = Set(
      layout.positions.filter { EmptyWords.freeColumns.contains($0.name) }
        .map(\.position))
    for row in below {
      if RowMarks.isNote(row, width: layout.columns.count) {
        notes.append(row.number)
      } else if let total = RowMarks.total(row, skipping: free) {
        totals.add(row, total)
        above = [:]
      } else if let fault = layout.ragged(row, table: table) {
        faults.append(fault)
      } else {
        take(row)
      }
    }
    report()
  }

  private mutating func take(_ row: TableRow) {
    var cells = layout.cells(of: row)
    for (column, cell) in cells where !EmptyWords.freeColumns.contains(column) {
      if EmptyWords.matches(cell), rules.knows(column) {
        cells[column] = .empty
        empty[column, default: []].append(row.number)
      }
    }
    let hasCode = cells.contains {
      $0.key.hasPrefix("township_code_") && $0.value.kind != .empty
    }
    for column in layout.columns where rules.units.contains(column) {
      let cell = cells[column] ?? .empty
      let saysSo = EmptyWords.saysAsAbove(cell)
      let isEmpty = cell.kind == .empty && !(empty[column]?.last == row.number)
      let repeats =
        saysSo || isEmpty && !hasCode && (rules.repeated.contains(column) || merged(column, row))
      if repeats, let value = above[column] {
        cells[column] = value
        filled[column, default: []].append(row.number)
      } else if cell.kind != .empty {
        above[column] = cell
      }
    }
    totals.add(cells)
    rows.append(HeaderedRow(number: row.number, cells: cells))
  }

  /// Whether the cell lies in a merged range that begins in a row above.
  private func merged(_ column: String, _ row: TableRow) -> Bool {
    guard let position = layout.positions.first(where: { $0.name == column })?.position else {
      return false
    }
    return table.merges.contains {
      $0.columns == position...position && $0.rows.contains(row.number)
        && $0.rows.lowerBound < row.number
    }
  }

  private mutating func report() {
    note(
      .tableNotes, notes, nil, Bilingual("备注、填表人等行未作为数据读取", "rows of remarks were not read"),
      Bilingual("如为数据行，去掉行首的说明字样", "take the word at its beginning away if it is data"))
    for (column, found) in empty.sorted(by: { $0.key < $1.key }) {
      note(
        .cellEmptyWord, found, column,
        Bilingual("“无”“—”“略”等读作空，即未知，不是0", "无, —, 略 and the like were read as empty, not as 0"),
        Bilingual("确为零的填0", "write 0 where there are none"))
    }
    for (column, found) in filled.sorted(by: { $0.key < $1.key }) {
      note(
        .tableFilledDown, found, column,
        Bilingual("空单元格读作与上一行相同", "empty cells were read as the one above"),
        Bilingual("如不相同，逐行填写", "fill in each row if that is wrong"))
    }
    for (row, compared, wrong) in totals.results(layout) {
      note(
        .tableTotals, [row.number], nil,
        Bilingual(
          "合计（小计）行未作为数据读取，核对了 \(compared) 列",
          "a row of totals was not read as data; \(compared) of its columns were added up"),
        Bilingual("无需处理", "nothing to do"))
      for difference in wrong {
        faults.append(
          ImportCheck.tableTotalsDiffer.fault(
            file: table.file, layer: table.sheet, row: row.number, column: difference.column,
            value: difference.written,
            rule: Bilingual(
              "各行之和为 \(difference.sum)，与合计不符",
              "the rows add up to \(difference.sum), not to the total"),
            remedy: Bilingual(
              "核对是否漏行或错填，更正其中一个", "look for a missing row or a wrong cell, and correct it")))
      }
    }
  }

  private mutating func note(
    _ check: ImportCheck, _ rows: [Int], _ column: String?, _ rule: Bilingual, _ remedy: Bilingual
  ) {
    guard let first = rows.first else { return }
    let list = rows.prefix(20).map(String.init).joined(separator: ", ")
    let more = rows.count > 20 ? "…" : ""
    faults.append(
      check.fault(
        file: table.file, layer: table.sheet, row: first, column: column,
        rule: Bilingual(
          "\(rule.chinese)（共 \(rows.count) 行：\(list)\(more)）",
          "\(rule.english) (rows: \(rows.count); \(list)\(more))"),
        remedy: remedy))
  }
}
