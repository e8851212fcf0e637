public import PlanningModel

/// A table whose columns are known by name, row by row, with what is wrong with its form.
public struct HeaderedTable: Sendable {
  /// What messages call the file.
  public let file: String
  /// The sheet or layer inside the file.
  public let layer: String?
  /// The columns, half-width and trimmed, without those of personal data; in order.
  public let columns: [String]
  /// The rows under the header that hold anything.
  public let rows: [HeaderedRow]
  /// What is wrong with the header and with the form of the rows.
  public let faults: [InputFault]

  /// Finds the header of a table and reads the rows under it, by the rules of
  /// `docs/formats/ledgers.md`.
  ///
  /// The header is the row, or the two or three rows, among the first twenty that hold anything,
  /// that names most of the columns of `rules`; `renames` gives the file's names of columns and
  /// Yike's. Columns of personal data are dropped before anything else is looked at. `unit`
  /// fills a column of units where a row leaves it empty: the name of a sheet.
  public init(
    _ table: Table, rules: ColumnRules, renames: [String: String] = [:],
    unit: (column: String, name: String)? = nil
  ) {
    var faults = table.faults
    file = table.file
    layer = table.sheet
    let filled = table.rows.filter { !$0.isBlank }
    let span = HeaderSpan.find(in: filled, merges: table.merges, rules: rules, renames: renames)
    guard let span else {
      let found = filled.first?.cells.map(\.text).filter {
        !$0.isEmpty && !PersonalColumns.matches($0)
      }
      faults.append(
        ImportCheck.tableNoHeader.fault(
          file: table.file, layer: table.sheet, row: filled.first?.number,
          value: found?.prefix(6).joined(separator: ", "),
          rule: Bilingual(
            "没有一行含有列名 \(rules.required.joined(separator: "、"))",
            "no row names the columns \(rules.required.joined(separator: ", "))"),
          remedy: Bilingual(
            "在 yike.yaml 该来源的 columns 中写明对应，如 columns: {表中的列名: \(rules.required.first ?? "name")}；"
              + "或将这些列名写在表格第一行",
            "say in yike.yaml which column is which, columns: {the table's name: "
              + "\(rules.required.first ?? "name")} in the source; or put these names into the "
              + "first row of the table")))
      columns = []
      rows = []
      self.faults = faults
      return
    }
    let row = span.names
    if span.start > 0 {
      faults.append(
        ImportCheck.tableTitleRows.fault(
          file: table.file, layer: table.sheet, row: filled[span.start].number,
          rule: Bilingual(
            "表头以上的 \(span.start) 行未读取", "\(span.start) rows above the header were passed over"),
          remedy: Bilingual("如为标题行，无需处理", "nothing to do if they are titles")))
    }
    faults += span.faults(of: table, rows: filled)
    var needed = rules
    if let unit { needed.required.removeAll { $0 == unit.column } }
    let layout = HeaderLayout(row, table: table, rules: needed, known: rules)
    faults += layout.faults
    let below = filled[(span.start + span.height)...]
    let habits = RowHabits(Array(below), layout: layout, table: table, rules: rules)
    faults += habits.faults
    faults += HeaderSearch.mergeFaults(
      table, below: row.number,
      understood: layout.positions.filter { rules.units.contains($0.name) }.map(\.position))
    if let unit {
      columns =
        layout.columns.contains(unit.column) ? layout.columns : layout.columns + [unit.column]
      rows = habits.rows.map { $0.filling(unit.column, with: unit.name) }
    } else {
      columns = layout.columns
      rows = habits.rows
    }
    if below.isEmpty {
      faults.append(
        ImportCheck.tableNoRows.fault(
          file: table.file, layer: table.sheet, row: row.number,
          rule: Bilingual("表头以下没有数据行", "there is no row under the header"),
          remedy: Bilingual("有数据后填入", "fill the table in when data is there")))
    }
    self.faults = faults
  }

  /// Takes rows that are known by column already, for example a layer's attributes.
  public init(
    file: String, layer: String?, columns: [String], rows: [(number: Int, values: [String])],
    rules: ColumnRules
  ) {
    let header = TableRow(number: 0, cells: columns.map { TableCell($0) })
    let table = Table(
      file: file, sheet: layer,
      rows: rows.map { TableRow(number: $0.number, cells: $0.values.map { TableCell($0) }) })
    let layout = HeaderLayout(header, table: table, rules: rules)
    self.file = file
    self.layer = layer
    self.columns = layout.columns
    self.rows = table.rows.map {
      HeaderedRow(number: $0.number, cells: layout.cells(of: $0))
    }
    faults = layout.faults.map { fault in
      var fault = fault
      fault.row = nil
      return fault
    }
  }

  /// The columns that begin with `prefix`, in order.
  public func columns(prefixed prefix: String) -> [String] {
    columns.filter { $0.hasPrefix(prefix) && $0 != prefix }
  }
}

/// A row of a table with a header.
public struct HeaderedRow: Sendable {
  /// The number that a spreadsheet shows beside it.
  public let number: Int
  private let cells: [String: TableCell]

  init(number: Int, cells: [String: TableCell]) {
    self.number = number
    self.cells = cells
  }

  /// The row with a text in a column that is empty.
  func filling(_ column: String, with text: String) -> HeaderedRow {
    guard self[column].kind == .empty else { return self }
    return HeaderedRow(
      number: number, cells: cells.merging([column: TableCell(text)]) { _, new in new })
  }

  /// The cell of a column; empty when the table has no such column.
  public subscript(column: String) -> TableCell { cells[column] ?? .empty }
}
