import PlanningModel

/// Reads the cells of one row into values and notes every fault on the way.
struct RowReader {
  /// Where the row stands.
  let place: SourcePlace
  /// What was found so far.
  private(set) var faults: [InputFault] = []
  private let row: HeaderedRow
  private let columns: [String]

  /// Starts on a row.
  init(_ row: HeaderedRow, of table: HeaderedTable) {
    self.row = row
    columns = table.columns
    place = SourcePlace(file: table.file, layer: table.layer, row: row.number)
  }

  /// Whether a fault blocks the row.
  var isRejected: Bool { faults.contains { $0.severity == .blocking } }

  /// Notes a fault of this row.
  mutating func note(
    _ check: ImportCheck, _ column: String?, value: String? = nil, _ rule: Bilingual,
    _ remedy: Bilingual
  ) {
    faults.append(
      check.fault(
        file: place.file, layer: place.layer, row: place.row, column: column,
        value: value.map { $0.count > 80 ? $0.prefix(80) + "…" : $0 }, rule: rule,
        remedy: remedy))
  }

  /// The text of a cell; nil when it is empty or an error.
  mutating func text(_ column: String) -> String? {
    let cell = row[column]
    if cell.kind == .error {
      note(
        .cellError, column, value: cell.text,
        Bilingual("单元格是错误值，没有数据", "the cell holds an error and no value"),
        Bilingual("打开工作簿，改正公式后保存", "open the workbook, mend the formula, and save it"))
      return nil
    }
    return cell.kind == .empty ? nil : cell.text
  }

  /// The text of a cell that must hold something.
  ///
  /// Where the column itself is missing, that is a fault of the header already.
  mutating func required(_ column: String) -> String? {
    let count = faults.count
    if let text = text(column) { return text }
    if faults.count == count, columns.contains(column) {
      note(
        .cellMissing, column, Bilingual("未填写", "the value is missing"),
        Bilingual("填写该单元格", "fill the cell in"))
    }
    return nil
  }

  /// One of a few words.
  mutating func word<Word>(_ column: String, _ words: [(String, Word)]) -> Word? {
    guard let text = required(column) else { return nil }
    if let found = words.first(where: { $0.0 == text }) { return found.1 }
    let names = words.map(\.0).joined(separator: ", ")
    note(
      .cellUnknownWord, column, value: text, Bilingual("不认识的词", "the word is not known"),
      Bilingual("改写为 \(names) 之一", "write one of \(names)"))
    return nil
  }

  /// How good a figure is; `fallback` where the cell is empty.
  mutating func provenance(_ column: String, else fallback: Provenance) -> Provenance {
    guard row[column].kind != .empty else { return fallback }
    return word(column, Provenance.allCases.map { ($0.rawValue, $0) }) ?? fallback
  }

  /// Several names in one cell, separated by 、 , ; or their full-width forms; nil when empty.
  mutating func names(_ column: String) -> [String]? {
    guard let text = text(column) else { return nil }
    let names = text.split { "、，,;；\n".contains($0) }
      .map { TextFolding.trimmed(String($0)) }.filter { !$0.isEmpty }
    return names.isEmpty ? nil : names
  }

  /// The position in WGS 84; nil with a fault or a warning when there is none to use.
  ///
  /// Where the table has no columns for it, that was said once, of the table.
  mutating func position(_ reading: CoordinateReading) -> GeographicPosition? {
    guard PlaceColumns.areIn(columns) else { return nil }
    let isX = row["lon"].kind != .empty
    let isY = row["lat"].kind != .empty
    guard isX || isY else {
      note(
        .placeMissing, "lon", Bilingual("没有坐标", "the place has no coordinates"),
        Bilingual(
          "补充 lon 和 lat；补充前计为未知", "add lon and lat; until then it counts as unknown"))
      return nil
    }
    guard isX, isY else {
      note(
        .placeIncomplete, isX ? "lat" : "lon",
        Bilingual("lon 和 lat 只填了一个", "only one of lon and lat is given"),
        Bilingual("两个都填，或都不填", "fill in both or none"))
      return nil
    }
    guard let x = coordinate("lon"), let y = coordinate("lat") else { return nil }
    let value = "\(row["lon"].text), \(row["lat"].text)"
    switch reading.read(x: x, y: y) {
    case .success(let position): return position
    case .failure(let problem):
      note(problem.check, "lon", value: value, problem.rule, problem.remedy)
      return nil
    }
  }
}
