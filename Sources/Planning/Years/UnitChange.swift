import Importing
public import PlanningModel

/// One row of a list of unit changes: a unit became, or became part of, or gave birth to another.
public struct UnitChange: Sendable, Hashable {
  /// The day it took effect.
  public var date: CivilDate
  /// The code system of the former unit.
  public var fromSystem: CodeSystem
  /// The former unit's code.
  public var fromCode: String
  /// The code system of the later unit.
  public var toSystem: CodeSystem
  /// The later unit's code.
  public var toCode: String

  /// Describes a change.
  public init(
    date: CivilDate, fromSystem: CodeSystem, fromCode: String, toSystem: CodeSystem,
    toCode: String
  ) {
    self.date = date
    self.fromSystem = fromSystem
    self.fromCode = fromCode
    self.toSystem = toSystem
    self.toCode = toCode
  }

  /// The columns that are read; a split has a row for each part, a merger a row for each former
  /// unit.
  static let columns = ["date", "from_system", "from_code", "to_system", "to_code"]

  /// Reads `unit_changes.csv` (docs/formats/years.md).
  ///
  /// - Throws: `WorkError` with every fault: a missing column, a date or code that is none.
  static func read(_ path: String) throws -> [UnitChange] {
    let (table, _) = try TableFile.choose(try TableFile.read(path), file: path)
    let rows = HeaderedTable(table, rules: ColumnRules(required: columns))
    // What a change is called and where it is published is for people.
    var faults = rows.faults.filter { $0.severity == .blocking }
    var changes: [UnitChange] = []
    for row in rows.rows {
      let date = CivilDate(row["date"].text)
      let missing = columns.dropFirst().filter { row[$0].text.isEmpty }
      for column in missing {
        faults.append(
          ImportCheck.cellMissing.fault(
            file: path, row: row.number, column: column,
            rule: Bilingual("该列是空的", "the cell is empty"),
            remedy: Bilingual("填写代码及其体系", "give the code and its system")))
      }
      guard let date else {
        faults.append(
          InputFault(
            check: "unit_change.date", severity: .blocking, file: path, row: row.number,
            column: "date", value: row["date"].text,
            rule: Bilingual("不是日期", "it is no date"),
            remedy: Bilingual("写成 2024-12-31", "write it as 2024-12-31")))
        continue
      }
      guard missing.isEmpty else { continue }
      changes.append(
        UnitChange(
          date: date, fromSystem: CodeSystem(rawValue: row["from_system"].text),
          fromCode: row["from_code"].text, toSystem: CodeSystem(rawValue: row["to_system"].text),
          toCode: row["to_code"].text))
    }
    guard faults.isEmpty else {
      throw WorkError(
        .blocked, operation: "read unit changes", subject: path,
        message: Bilingual("\(faults.count) 项阻断问题", "\(faults.count) blocking findings"),
        remedy: Bilingual("按各行提示更正", "correct each line"), faults: faults)
    }
    return changes
  }
}
