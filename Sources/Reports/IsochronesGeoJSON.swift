public import Planning
public import PlanningModel

/// Isochrones as a GeoJSON feature collection (RFC 7946), one feature a line.
public enum IsochronesGeoJSON {
  /// The words that stand beside them: they are drawings.
  public static let note =
    "仅供查看，不从多边形取任何数字 · for display only; no figure is taken from these polygons"

  /// The bytes of the collection; a point that is not on the network has a null geometry.
  public static func bytes(_ rows: [IsochronesQuestion.Row], profile: TravelProfile) -> [UInt8] {
    var text = "{\"type\":\"FeatureCollection\",\"note\":"
    OrderedJSON.text(note).write(to: &text)
    text += ",\"features\":[\n"
    for (position, row) in rows.enumerated() {
      if position > 0 { text += ",\n" }
      feature(row, profile).write(to: &text)
    }
    text += "\n]}\n"
    return Array(text.utf8)
  }

  private static func feature(_ row: IsochronesQuestion.Row, _ profile: TravelProfile)
    -> OrderedJSON
  {
    func number(_ value: Double?) -> OrderedJSON {
      value.map { .number(($0 * 10).rounded() / 10) } ?? .null
    }
    let seconds = OrderedJSON.number(Double(row.limit.milliseconds) / 1000)
    return Feature.json(
      id: "isochrone/\(row.id)/\(row.limit.secondsText)",
      properties: [
        ("id", .text(row.id)), ("limit_seconds", seconds),
        ("mode", .text(profile.mode.rawValue)),
        ("pace", .number(Double(profile.paceMillimetresPerSecond) / 1000)),
        ("direction", .text(profile.direction.rawValue)), ("status", .text(row.status)),
        ("display_only", .bool(true)), ("reached_metres", number(row.reachedMetres)),
        ("cell_metres", number(row.cellMetres)),
        ("off_road_metres", number(row.offRoadMetres)),
        ("tolerance_metres", row.toleranceMetres.map { .number($0) } ?? .null),
      ],
      geometry: row.area.map { GeoJSONGeometry.json($0) } ?? .null)
  }
}
