import Coverage
public import Planning
import PlanningModel
import Targets

/// Coverage as CSV, with the columns that DESIGN §4 fixes.
public enum CoverageCSV {
  /// All tables of an evaluation one after the other, small counts of sensitive cohorts hidden.
  ///
  /// - Parameters:
  ///   - evaluation: what was found out.
  ///   - byteOrderMark: whether a byte-order mark comes first, for Excel.
  public static func bytes(_ evaluation: Evaluation, byteOrderMark: Bool = false) -> [UInt8] {
    let suppression = CoverageSuppression(evaluation)
    return bytes(
      evaluation.coverage.map(suppression.applied), byteOrderMark: byteOrderMark)
  }

  static func bytes(_ tables: [CoverageTable], byteOrderMark: Bool = false) -> [UInt8] {
    let rows = tables.flatMap { table in table.rows.map { (table.rule, $0) } }
    let hasBackup = rows.contains { $0.1.second != nil || $0.1.coveredTwice != nil }
    let hasRanges = rows.contains { $0.1.isWithheld }
    let hasIntensity = tables.contains { $0.rule == .intensity }
    var header = [
      "level", "id", "code", "name", "service", "cohort", "limit_seconds", "covered", "total",
      "share_text", "covered_with_neighbours", "nearest", "seconds", "reason", "provenance",
      "rule", "status", "undecided", "covered_units", "undecided_units", "units",
      "beyond_seconds",
    ]
    if hasBackup { header += ["covered_twice", "second", "second_seconds"] }
    if hasIntensity { header += ["quantity", "base", "intensity", "deficit"] }
    if hasRanges { header += ["covered_least", "covered_most", "total_least", "total_most"] }
    var csv = CSVText(header: header, byteOrderMark: byteOrderMark)
    for (rule, row) in rows {
      var fields: [String?] = [
        row.level.rawValue, row.id, row.code, row.name, row.service, row.cohort.rawValue,
        row.limit?.secondsText, row.covered?.description, row.total?.description,
        row.shareText, row.coveredWithNeighbours?.description, row.nearest?.rawValue,
        row.time?.secondsText, row.reason?.rawValue, row.provenance.rawValue, rule.rawValue,
        row.status?.rawValue, row.undecided?.description, row.coveredUnits?.description,
        row.undecidedUnits?.description, row.units?.description, row.beyond?.secondsText,
      ]
      if hasBackup {
        fields += [
          row.coveredTwice?.description, row.second?.rawValue, row.secondTime?.secondsText,
        ]
      }
      if hasIntensity {
        fields += [
          row.intensity?.quantity.description, row.intensity?.base?.description,
          row.intensity?.text, row.intensity?.deficit?.description,
        ]
      }
      if hasRanges {
        fields += [row.coveredRange, row.totalRange].flatMap {
          [$0?.lowerBound.description, $0?.upperBound.description]
        }
      }
      csv.append(fields)
    }
    return csv.bytes
  }
}
