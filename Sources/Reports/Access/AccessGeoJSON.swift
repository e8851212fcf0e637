import Coverage
public import Planning
import PlanningModel

/// Access on a workspace as a GeoJSON feature collection (RFC 7946), one feature a line.
public enum AccessGeoJSON {
  /// Facilities, then villages, as points.
  public static func bytes(_ table: AccessTable) -> [UInt8] {
    var text = "{\"type\":\"FeatureCollection\",\"note\":"
    OrderedJSON.text(EvaluationGeoJSON.boundaryNote).write(to: &text)
    text += ",\"features\":["
    var separator = "\n"
    for feature in table.supplies.map({ facility($0) }) + table.rows.map({ village($0, table) }) {
      text += separator
      feature.write(to: &text)
      separator = ",\n"
    }
    text += "\n]}\n"
    return Array(text.utf8)
  }

  private static func number(_ value: Double?) -> OrderedJSON {
    value.map { .number($0) } ?? .null
  }

  private static func facility(_ entry: AccessTable.Supply) -> OrderedJSON {
    Feature.json(
      id: "facility/\(entry.facility.id)",
      properties: [
        ("layer", .text("facility")), ("id", .text(entry.facility.id.rawValue)), ("code", .null),
        ("name", .text(entry.facility.name)), ("name_en", .null),
        ("provenance", .text(entry.facility.provenance.record.rawValue)),
        ("band", .text(entry.facility.band.rawValue)), ("supply", .number(entry.amount)),
        ("ratio", number(entry.ratio)), ("status", .optional(entry.status?.rawValue)),
      ], geometry: GeoJSONGeometry.json(entry.facility.position))
  }

  private static func village(_ row: AccessTable.Row, _ table: AccessTable) -> OrderedJSON {
    Feature.json(
      id: "village/\(row.point.id)",
      properties: [
        ("layer", .text("village")), ("id", .text(row.point.id.rawValue)),
        ("code", .optional(row.point.code)), ("name", .text(row.point.name)), ("name_en", .null),
        ("provenance", .text(row.provenance.rawValue)),
        ("band", .text(row.point.band.rawValue)),
        ("unit", .optional(row.point.unit?.rawValue)),
        ("people", .optional(table.shown(row.people))), ("access", number(row.access)),
        ("status", .text(row.status.rawValue)), ("reason", .optional(row.reason?.rawValue)),
      ], geometry: GeoJSONGeometry.json(row.point.position))
  }
}
