import Importing
import PlanningModel

/// A list of changes of units outside a workspace, named on the command line.
enum UnitChangeFile {
  /// Reads `unit_changes.csv` (docs/formats/years.md).
  ///
  /// - Throws: `WorkError` with every fault: a missing column, a date or code that is none.
  static func read(_ path: String) throws -> [UnitChange] {
    let (table, _) = try TableFile.choose(try TableFile.read(path), file: path)
    let reading = UnitChangeLedger.read(
      HeaderedTable(table, rules: UnitChangeLedger.columns), provenance: .secondary)
    let faults = reading.faults.filter { $0.severity == .blocking }
    guard faults.isEmpty else {
      throw WorkError(
        .blocked, operation: "read unit changes", subject: path,
        message: Bilingual("\(faults.count) 项阻断问题", "\(faults.count) blocking findings"),
        remedy: Bilingual("按各行提示更正", "correct each line"), faults: faults)
    }
    return reading.values
  }
}
