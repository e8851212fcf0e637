import Coverage
public import Planning
import PlanningModel

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
    var csv = CSVText(
      header: [
        "level", "id", "code", "name", "service", "cohort", "limit_seconds", "covered", "total",
        "share_text", "covered_with_neighbours", "nearest", "seconds", "reason", "provenance",
      ], byteOrderMark: byteOrderMark)
    for row in tables.flatMap(\.rows) {
      csv.append([
        row.level.rawValue, row.id, row.code, row.name, row.service, row.cohort.rawValue,
        row.limit.secondsText, row.covered?.description, row.total?.description,
        row.shareText, row.coveredWithNeighbours?.description, row.nearest?.rawValue,
        row.time?.secondsText, row.reason?.rawValue, row.provenance.rawValue,
      ])
    }
    return csv.bytes
  }
}
