/// The row or the rows that name the columns, with one name for each column.
struct HeaderSpan {
  /// The position of the first header row among the rows that hold anything.
  let start: Int
  /// How many rows the header has, 1 to 3.
  let height: Int
  /// One cell a column, with the name that Yike knows the column by where it knows it.
  let names: TableRow
  /// Headers that were read without their unit, as the file writes them.
  let withUnit: [String]
  /// Columns in a unit that Yike does not read them in, with that unit.
  let otherUnit: [(column: String, unit: String)]
  /// The planner's names of columns that no column of the table bears, sorted.
  let absent: [String]

  /// Finds the header among the first twenty rows.
  ///
  /// The rows that name most known columns are taken. Several rows, two or three, are a header
  /// only where together they name more columns than any one row does. `renames` gives the
  /// planner's names of columns and Yike's; full-width signs and blanks at the ends do not matter
  /// there either.
  static func find(
    in rows: [TableRow], merges: [MergedRange], rules: ColumnRules, renames: [String: String]
  ) -> HeaderSpan? {
    var best: (span: HeaderSpan, hits: Int)?
    let renames = Dictionary(
      renames.sorted { $0.key < $1.key }.map { (TextFolding.header($0.key), $0.value) },
      uniquingKeysWith: { first, _ in first })
    for height in 1...3 {
      for start in rows.indices.prefix(20) where start + height <= rows.count {
        let span = HeaderSpan(
          rows, start: start, height: height, merges: merges, rules: rules, renames: renames)
        let hits = Set(span.names.cells.map(\.text)).count { rules.knows($0) }
        if hits > (best?.hits ?? 0) { best = (span, hits) }
      }
    }
    return best?.span
  }

  private init(
    _ rows: [TableRow], start: Int, height: Int, merges: [MergedRange], rules: ColumnRules,
    renames: [String: String]
  ) {
    self.start = start
    self.height = height
    let parts = Self.parts(Array(rows[start..<(start + height)]), merges)
    var withUnit: [String] = []
    var otherUnit: [(column: String, unit: String)] = []
    var borne: Set<String> = []
    let cells = parts.map { parts -> TableCell in
      let readings = Self.readings(parts.map(TextFolding.header))
      guard let joined = readings.first?.name, let last = parts.last else { return .empty }
      borne.formUnion(readings.map(\.name))
      if PersonalColumns.matches(joined) { return TableCell(joined) }
      for reading in readings {
        let column = renames[reading.name] ?? reading.name
        guard rules.knows(column) else { continue }
        if let other = reading.units.first(where: { !HeaderUnits.isOurs($0, of: column) }) {
          otherUnit.append((column, other))
        } else if !reading.units.isEmpty {
          withUnit.append(reading.text)
        }
        return TableCell(column)
      }
      return TableCell(renames[TextFolding.header(last)] ?? joined)
    }
    names = TableRow(number: rows[start + height - 1].number, cells: cells)
    self.withUnit = withUnit
    self.otherUnit = otherUnit
    absent = renames.keys.filter { !borne.contains($0) }.sorted()
  }

  /// What a column may be called, first the fullest: its texts from the top joined, or the lowest
  /// alone; each as written, or without the units in brackets.
  private static func readings(
    _ parts: [String]
  ) -> [(name: String, units: [String], text: String)] {
    guard !parts.isEmpty else { return [] }
    let split = parts.map { HeaderUnits.split($0) ?? (name: $0, unit: "") }
    var readings: [(name: String, units: [String], text: String)] = []
    for range in Set([0, parts.count - 1]).sorted().map({ $0..<parts.count }) {
      let text = parts[range].joined(separator: "/")
      readings.append((text, [], text))
      let units = split[range].map(\.unit).filter { !$0.isEmpty }
      if !units.isEmpty {
        readings.append((split[range].map(\.name).joined(separator: "/"), units, text))
      }
    }
    return readings
  }

  /// The texts over each column, from the top; an upper text reaches over the empty cells to its
  /// right as far as its merged range or, without one, as far as the rows below have texts.
  private static func parts(_ rows: [TableRow], _ merges: [MergedRange]) -> [[String]] {
    let width = rows.map(\.cells.count).max() ?? 0
    var parts = Array(repeating: [String](), count: width)
    for (index, row) in rows.enumerated() {
      var reaching: String?
      for position in 0..<width {
        let cell = row.cells.indices.contains(position) ? row.cells[position] : .empty
        let range = merges.first {
          $0.rows.contains(row.number) && $0.columns.contains(position)
            && ($0.rows.lowerBound < row.number || $0.columns.lowerBound < position)
        }
        if cell.kind != .empty {
          reaching = cell.text
          parts[position].append(cell.text)
        } else if let range {
          if range.rows.lowerBound == row.number, let reaching { parts[position].append(reaching) }
        } else if let reaching, rows[(index + 1)...].contains(where: { holdsText($0, position) }) {
          parts[position].append(reaching)
        } else {
          reaching = nil
        }
      }
    }
    return parts
  }

  private static func holdsText(_ row: TableRow, _ position: Int) -> Bool {
    row.cells.indices.contains(position) && row.cells[position].kind == .text
  }
}
