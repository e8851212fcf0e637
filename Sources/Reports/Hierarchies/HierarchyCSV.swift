public import Planning
import PlanningModel

/// Links of a hierarchy as CSV (docs/formats/catchments.md).
public enum HierarchyCSV {
  /// A row for every place of every level but the highest; nobody vanishes.
  public static func bytes(_ table: HierarchyTable, byteOrderMark: Bool = false) -> [UInt8] {
    var csv = CSVText(
      header: [
        "level", "service", "id", "name", "unit", "above", "above_service", "limit_seconds",
        "parent", "parent_name", "seconds", "status", "reaches_top", "reason", "provenance",
      ], byteOrderMark: byteOrderMark)
    for step in table.steps {
      for row in step.rows {
        csv.append([
          step.level.name, step.level.service, row.child.id, row.child.name,
          row.child.unit?.rawValue, step.above.name, step.above.service, step.limit.secondsText,
          row.parent?.id, row.parent?.name, row.time?.secondsText,
          row.parent == nil ? "orphan" : "linked", row.reachesTop ? "true" : "false",
          row.reason?.rawValue, row.provenance.rawValue,
        ])
      }
    }
    return csv.bytes
  }
}
