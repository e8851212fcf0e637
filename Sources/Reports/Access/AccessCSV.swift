import Coverage
public import Planning
import PlanningModel

/// Access on a workspace as CSV (docs/formats/access.md).
public enum AccessCSV {
  /// A row for every village, sorted by id; people of a sensitive cohort are left empty.
  public static func bytes(_ table: AccessTable, byteOrderMark: Bool = false) -> [UInt8] {
    var csv = CSVText(
      header: [
        "id", "code", "name", "unit", "unit_name", "band", "service", "cohort", "method",
        "limit_seconds", "people", "access", "status", "reason", "provenance",
      ], byteOrderMark: byteOrderMark)
    for row in table.rows {
      csv.append([
        row.point.id.rawValue, row.point.code, row.point.name, row.point.unit?.rawValue,
        row.unitName, row.point.band.rawValue, table.request.service,
        table.request.cohort.rawValue, table.request.measure.method.rawValue,
        table.request.limit.secondsText, table.shown(row.people).map { String($0) },
        ShortestDecimal.text(row.access), row.status.rawValue, row.reason?.rawValue,
        row.provenance.rawValue,
      ])
    }
    return csv.bytes
  }

  /// A row for every operating facility: `id,ratio,status`, and what it is.
  public static func ratios(_ table: AccessTable, byteOrderMark: Bool = false) -> [UInt8] {
    var csv = CSVText(
      header: ["id", "name", "host", "band", "supply", "ratio", "status", "provenance"],
      byteOrderMark: byteOrderMark)
    for entry in table.supplies {
      csv.append([
        entry.facility.id.rawValue, entry.facility.name, entry.facility.host?.rawValue,
        entry.facility.band.rawValue, ShortestDecimal.text(entry.amount),
        ShortestDecimal.text(entry.ratio), entry.status?.rawValue,
        entry.facility.provenance.record.rawValue,
      ])
    }
    return csv.bytes
  }
}
