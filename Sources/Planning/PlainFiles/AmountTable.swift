import Importing
import PlanningModel

/// The places of one side of a cost table with what each has: people, beds, a building cost.
///
/// Ids are sorted bytewise and differ; amounts are whole multiples of `10^-decimals`, so people
/// stay whole people.
struct AmountTable: Sendable {
  /// What messages call the file.
  let file: String
  /// The ids, sorted bytewise.
  let ids: [String]
  /// The row of each in the file.
  let rows: [Int]
  /// The amount of each; empty when none was asked for.
  let amounts: [Int64]
  /// How many decimals the amounts have; 0 when all are whole.
  let decimals: Int
  private let columns: [String: [String]]

  /// Reads a file with `id`, the column of amounts, and others.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - amount: the name of the column of amounts, such as `demand`; nil for a list of ids.
  ///   - kept: further columns whose texts are kept where they are there.
  ///   - maximumDecimals: more decimals than these are rounded up.
  /// - Throws: `WorkError` with every fault: a missing column, an empty or repeated id, an amount
  ///   that is missing, negative or no number.
  init(
    _ path: String, amount: String?, keeping kept: [String] = [], maximumDecimals: Int = 9
  ) throws {
    var reader = try PlainTableReader(path)
    let idColumn = reader.required(["id"])
    let amountColumn = amount.flatMap { reader.required([$0]) }
    let keptColumns = kept.compactMap { name in reader.column([name]).map { (name, $0) } }
    guard let idColumn, amount == nil || amountColumn != nil else {
      try reader.refuse("read places")
      throw WorkError(
        .malformed, operation: "read places", subject: path,
        message: Bilingual("表头不能用", "the header cannot be used"),
        remedy: Bilingual("写上列名 id", "name the column id"))
    }
    var index = IDIndex()
    var rowOf: [Int] = []
    var values: [DecimalCell] = []
    var texts: [[String]] = keptColumns.map { _ in [] }
    while reader.next() {
      let range = reader.range(idColumn)
      if range.isEmpty {
        reader.note(
          .cellMissing, column: "id", Bilingual("该行没有 id", "the row has no id"),
          Bilingual("每行都填写 id", "give every row an id"))
        continue
      }
      let position = index.insert(reader.cells.bytes, range)
      guard position == rowOf.count else {
        reader.noteDuplicate(idColumn, first: rowOf[position])
        continue
      }
      rowOf.append(reader.cells.record)
      if let amountColumn {
        values.append(reader.decimal(amountColumn) ?? DecimalCell(mantissa: 0, decimals: 0))
      }
      for (place, column) in keptColumns.enumerated() {
        texts[place].append(reader.cells.text(column.1))
      }
    }
    if rowOf.isEmpty, reader.faults.isEmpty {
      reader.note(
        .tableNoRows, Bilingual("表头以下没有数据行", "there is no row under the header"),
        Bilingual("至少写一行", "give at least one row"))
    }
    let order = index.sorted()
    let scale = DecimalCell.decimals(of: values, most: maximumDecimals)
    var amounts: [Int64] = []
    if amountColumn != nil {
      for position in order { amounts.append(values[position].scaled(decimals: scale) ?? .max) }
    }
    try reader.refuse("read places")
    file = path
    ids = order.map { index[$0] }
    rows = order.map { rowOf[$0] }
    self.amounts = amounts
    decimals = scale
    columns = Dictionary(
      uniqueKeysWithValues: keptColumns.indices.map { place in
        (keptColumns[place].0, order.map { texts[place][$0] })
      })
  }

  /// The texts of a column that was kept, in the order of ``ids``; nil when it is not there.
  func texts(_ column: String) -> [String]? { columns[column] }

  /// The numbers of a column that was kept, nil where its cell is empty, in units of
  /// `10^-decimals`; nil when the column is not there.
  ///
  /// - Throws: `WorkError` with a fault for every cell that is negative or no number.
  func numbers(_ column: String) throws -> (values: [Int64?], decimals: Int)? {
    guard let texts = columns[column] else { return nil }
    var cells: [DecimalCell?] = []
    var faults: [InputFault] = []
    for (position, text) in texts.enumerated() {
      let bytes = Array(text.utf8)
      do throws(DecimalCell.Fault) {
        cells.append(bytes.isEmpty ? nil : try DecimalCell(bytes, 0..<bytes.count))
      } catch {
        cells.append(nil)
        let (check, rule, remedy) = error.words
        faults.append(
          check.fault(
            file: file, row: rows[position], column: column, value: text, rule: rule,
            remedy: remedy))
      }
    }
    guard faults.isEmpty else {
      throw PlainTableReader.blocked(faults, file: file, operation: "read places")
    }
    let decimals = DecimalCell.decimals(of: cells.compactMap { $0 }, most: 9)
    return (cells.map { $0?.scaled(decimals: decimals) }, decimals)
  }

  /// The amounts as doubles, for measures that are not decided on integers.
  var doubles: [Double] {
    let divisor = Double(DecimalCell.powerOfTen(decimals))
    return amounts.map { Double($0) / divisor }
  }
}
