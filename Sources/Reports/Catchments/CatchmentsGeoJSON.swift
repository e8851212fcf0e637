import Coverage
public import Planning
import PlanningModel

/// Catchments as a GeoJSON feature collection (RFC 7946), one feature a line.
public enum CatchmentsGeoJSON {
  /// The words that stand beside the outlines.
  public static let note =
    EvaluationGeoJSON.boundaryNote
    + "；轮廓只合并整个归入同一设施的乡镇街道，被分开的不画 · outlines dissolve townships that go to one "
    + "facility whole; split ones are not drawn"

  /// Outlines of catchments, then facilities, then the parts of villages as points.
  public static func bytes(_ table: CatchmentTable) -> [UInt8] {
    var text = "{\"type\":\"FeatureCollection\",\"note\":"
    OrderedJSON.text(note).write(to: &text)
    text += ",\"features\":["
    var separator = "\n"
    for feature in table.loads.compactMap({ outline($0, table) })
      + table.loads.map({ facility($0, table) }) + table.rows.map({ village($0, table) })
    {
      text += separator
      feature.write(to: &text)
      separator = ",\n"
    }
    text += "\n]}\n"
    return Array(text.utf8)
  }

  private static func outline(_ load: CatchmentTable.Load, _ table: CatchmentTable)
    -> OrderedJSON?
  {
    guard let shape = load.shape else { return nil }
    return Feature.json(
      id: "catchment/\(load.facility.id)",
      properties: [("layer", .text("catchment"))] + common(load, table) + [
        ("units", .array(load.wholeUnits.map { .text($0.rawValue) }))
      ], geometry: GeoJSONGeometry.json(shape))
  }

  private static func facility(_ load: CatchmentTable.Load, _ table: CatchmentTable)
    -> OrderedJSON
  {
    Feature.json(
      id: "facility/\(load.facility.id)",
      properties: [("layer", .text("facility"))] + common(load, table),
      geometry: GeoJSONGeometry.json(load.facility.position))
  }

  private static func common(_ load: CatchmentTable.Load, _ table: CatchmentTable)
    -> [(String, OrderedJSON)]
  {
    [
      ("id", .text(load.facility.id.rawValue)), ("code", .null),
      ("name", .text(load.facility.name)), ("name_en", .null),
      ("provenance", .text(load.facility.provenance.record.rawValue)),
      ("band", .text(load.facility.band.rawValue)),
      ("assigned", .optional(table.shown(load.persons))), ("points", .integer(load.points)),
      ("capacity", .optional(load.capacity)), ("shared_with", .optional(load.sharedWith)),
      ("share_text", .optional(table.isSensitive ? nil : load.shareText)),
    ]
  }

  private static func village(_ row: CatchmentTable.Row, _ table: CatchmentTable) -> OrderedJSON {
    Feature.json(
      id: "village/\(row.point.id)/\(row.facility?.id.rawValue ?? row.status)",
      properties: [
        ("layer", .text("village")), ("id", .text(row.point.id.rawValue)),
        ("code", .optional(row.point.code)), ("name", .text(row.point.name)), ("name_en", .null),
        ("provenance", .text(row.provenance.rawValue)),
        ("unit", .optional(row.point.unit?.rawValue)),
        ("facility", .optional(row.facility?.id.rawValue)),
        ("assigned", .optional(table.shown(row.persons))),
        ("seconds", row.time.map { .number(Double($0.milliseconds) / 1000) } ?? .null),
        ("status", .text(row.status)), ("reason", .optional(row.reason?.rawValue)),
      ], geometry: GeoJSONGeometry.json(row.point.position))
  }
}
