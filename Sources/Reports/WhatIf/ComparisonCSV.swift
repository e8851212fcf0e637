import Coverage
public import Planning
import PlanningModel

/// A comparison as CSV: a row for each place and service.
public enum ComparisonCSV {
  /// The bytes; people of sensitive cohorts are left out.
  public static func bytes(
    _ comparison: ScenarioComparison, byteOrderMark: Bool = false
  ) -> [UInt8] {
    var csv = CSVText(
      header: [
        "level", "id", "code", "name", "service", "cohort", "limit_seconds", "covered_before",
        "covered_after", "change", "seconds_before", "seconds_after", "nearest_before",
        "nearest_after", "provenance", "change_low", "change_high", "holds",
      ], byteOrderMark: byteOrderMark)
    for service in comparison.services {
      for place in service.rows {
        let counts = service.countsPeople
        csv.append([
          place.row.level.rawValue, place.row.id, place.row.code, place.row.name,
          service.table.service, service.table.cohort.rawValue,
          service.table.limit?.secondsText, counts ? place.before?.covered?.description : nil,
          counts ? place.after?.covered?.description : nil, place.change?.description,
          place.before?.time?.secondsText, place.after?.time?.secondsText,
          place.before?.nearest?.rawValue, place.after?.nearest?.rawValue,
          place.row.provenance.rawValue, place.varied?.low.description,
          place.varied?.high.description, place.varied?.holds.description,
        ])
      }
    }
    return csv.bytes
  }
}
