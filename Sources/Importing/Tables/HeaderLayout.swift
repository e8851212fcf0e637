import PlanningModel

/// Which cell of a row belongs to which column.
struct HeaderLayout {
  /// The columns that are kept, in order.
  private(set) var columns: [String] = []
  /// What is wrong with the header.
  private(set) var faults: [InputFault] = []
  private(set) var positions: [(position: Int, name: String)] = []
  private var width = 0

  /// Reads a header row.
  ///
  /// `known` holds the columns that are read, where `rules` asks for fewer than these.
  init(_ header: TableRow, table: Table, rules: ColumnRules, known: ColumnRules? = nil) {
    let known = known ?? rules
    func note(_ check: ImportCheck, _ column: String?, _ rule: Bilingual, _ remedy: Bilingual) {
      faults.append(
        check.fault(
          file: table.file, layer: table.sheet, row: header.number, column: column, rule: rule,
          remedy: remedy))
    }
    for (position, cell) in header.cells.enumerated() where cell.kind != .empty {
      width = position + 1
      let name = TextFolding.header(cell.text)
      if PersonalColumns.matches(name) {
        note(
          .columnPersonal, name,
          Bilingual("该列为个人信息，已舍弃，未读取", "the column holds personal data and was dropped"),
          Bilingual(
            "从文件中删除该列；只需要各地的人数", "take it out of the file; only counts per place are needed"))
      } else if columns.contains(name) {
        note(
          .columnDuplicate, name, Bilingual("有两列同名", "two columns carry this name"),
          Bilingual("将其中一列改名或删除", "rename or remove one of them"))
      } else {
        columns.append(name)
        positions.append((position, name))
        if !known.knows(name) {
          let free = known.named.filter { !columns.contains($0) }
          let near = HeaderSearch.nearest(to: name, in: free)
          note(
            .columnUnknown, name,
            Bilingual("不认识的列，未读取", "the column is not known and was not read"),
            near.map { Bilingual("是否为“\($0)”？", "is “\($0)” meant?") }
              ?? Bilingual("如为备注列，无需处理", "nothing to do if it is a remark"))
        }
      }
    }
    for name in rules.required where !columns.contains(name) {
      note(
        .columnMissing, name, Bilingual("缺少该列", "the column is not there"),
        Bilingual("在表格中补上该列", "add it to the table"))
    }
  }

  /// The fault of a row that has more or fewer cells than the header; workbooks leave out
  /// empty cells at the end, so there only cells beyond the header count.
  func ragged(_ row: TableRow, table: Table) -> InputFault? {
    let filled = (row.cells.lastIndex { $0.kind != .empty } ?? -1) + 1
    let isShort = table.sheet == nil && row.line != nil && row.cells.count < width
    guard filled > width || isShort else { return nil }
    let count = filled > width ? filled : row.cells.count
    return ImportCheck.tableRagged.fault(
      file: table.file, layer: table.sheet, row: row.number,
      value: String(count),
      rule: Bilingual(
        "表头有 \(width) 格，这一行有 \(count) 格",
        "the header has \(width) cells and this row \(count)"),
      remedy: filled > width
        ? Bilingual(
          "含有分隔符的单元格要加引号，或为多出的列写上列名",
          "quote cells that contain the separator, or name the further columns")
        : Bilingual(
          "空单元格的分隔符也要写上；如文件被截断，重新复制",
          "write the separators of empty cells too; if the file was cut off, copy it again"))
  }

  /// The cells of a row by column.
  func cells(of row: TableRow) -> [String: TableCell] {
    var cells: [String: TableCell] = [:]
    for (position, name) in positions where row.cells.indices.contains(position) {
      cells[name] = row.cells[position]
    }
    return cells
  }
}

/// Finds near names, and merged cells among the data.
enum HeaderSearch {
  /// Warnings for merged ranges that reach below the header.
  ///
  /// Those down one of the `understood` columns are read, and said of by ``RowHabits``.
  static func mergeFaults(
    _ table: Table, below header: Int, understood: [Int] = []
  ) -> [InputFault] {
    let dropped = Set(
      table.rows.filter {
        RowMarks.isNote($0, width: $0.cells.count) || RowMarks.total($0, skipping: []) != nil
      }.map(\.number))
    let reaching = table.merges.filter { range in
      range.rows.upperBound > header && (range.rows.count > 1 || range.columns.count > 1)
        && !(range.columns.count == 1 && understood.contains(range.columns.lowerBound))
        && !(range.rows.count == 1 && dropped.contains(range.rows.lowerBound))
    }
    return reaching.map { range in
      ImportCheck.tableMerged.fault(
        file: table.file, layer: table.sheet, row: range.rows.lowerBound, value: range.reference,
        rule: Bilingual(
          "合并单元格 \(range.reference) 只有第一格有值",
          "the merged cells \(range.reference) have a value in their first cell only"),
        remedy: Bilingual(
          "取消合并，每一行都填写该值", "split the cells and write the value into each row"))
    }
  }

  /// The known name that is at most two edits away; nil when none is.
  static func nearest(to name: String, in known: [String]) -> String? {
    guard name.count <= 64 else { return nil }
    return known.map { (name: $0, edits: edits(from: name.lowercased(), to: $0)) }
      .filter { $0.edits <= 2 && $0.edits < $0.name.count }
      .min { ($0.edits, $0.name) < ($1.edits, $1.name) }?.name
  }

  /// Levenshtein's distance.
  private static func edits(from first: String, to second: String) -> Int {
    let wanted = Array(second)
    var previous = Array(0...wanted.count)
    for (row, left) in first.enumerated() {
      var current = [row + 1]
      for (column, right) in wanted.enumerated() {
        current.append(
          min(
            previous[column] + (left == right ? 0 : 1), previous[column + 1] + 1,
            current[column] + 1))
      }
      previous = current
    }
    return previous.last ?? 0
  }
}
