import Coverage
public import Planning
import PlanningModel

/// Catchments of a workspace as CSV (docs/formats/catchments.md).
public enum CatchmentsCSV {
  /// A row for every part of every village, and one for who is left out; counts of a sensitive
  /// cohort are left empty.
  public static func bytes(_ table: CatchmentTable, byteOrderMark: Bool = false) -> [UInt8] {
    var csv = CSVText(
      header: [
        "id", "code", "name", "unit", "unit_name", "service", "cohort", "rule", "limit_seconds",
        "facility", "facility_name", "assigned", "seconds", "status", "reason", "provenance",
      ], byteOrderMark: byteOrderMark)
    for row in table.rows {
      csv.append([
        row.point.id.rawValue, row.point.code, row.point.name, row.point.unit?.rawValue,
        row.unitName, table.request.service, table.request.cohort.rawValue,
        table.request.rule.rawValue, table.request.limit?.secondsText,
        row.facility?.id.rawValue, row.facility?.name,
        table.shown(row.persons).map { String($0) }, row.time?.secondsText, row.status,
        row.reason?.rawValue, row.provenance.rawValue,
      ])
    }
    return csv.bytes
  }

  /// A row for every operating facility, also where nobody goes.
  public static func totals(_ table: CatchmentTable, byteOrderMark: Bool = false) -> [UInt8] {
    var csv = CSVText(
      header: [
        "facility", "facility_name", "host", "band", "assigned", "points", "capacity",
        "shared_with", "assigned_of_shared", "share_text", "provenance",
      ], byteOrderMark: byteOrderMark)
    for load in table.loads {
      csv.append([
        load.facility.id.rawValue, load.facility.name, load.facility.host?.rawValue,
        load.facility.band.rawValue, table.shown(load.persons).map { String($0) },
        String(load.points), load.capacity.map { String($0) }, load.sharedWith,
        load.sharedWith == nil ? nil : table.shown(load.sharedPersons).map { String($0) },
        table.isSensitive ? nil : load.shareText, load.facility.provenance.record.rawValue,
      ])
    }
    return csv.bytes
  }
}

extension CatchmentTable {
  /// A count of a place, or nil where the cohort is sensitive: catchments cut villages and
  /// townships in ways that no suppression chosen beforehand holds against.
  func shown(_ count: Int?) -> Int? { isSensitive ? nil : count }

  /// All people of the cohort; nil where a sensitive cohort has from 1 to 4.
  var shownDemand: Int? {
    isSensitive && (1..<5).contains(conservation.demand) ? nil : conservation.demand
  }
}
