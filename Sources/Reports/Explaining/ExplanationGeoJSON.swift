import Geometry
public import Planning
import PlanningModel

/// The way of an explanation as GeoJSON (RFC 7946): village, legs in order, facility.
public enum ExplanationGeoJSON {
  /// A FeatureCollection; without legs when there is no way.
  public static func bytes(_ explanation: Explanation) -> [UInt8] {
    var features = [
      Feature.json(
        id: explanation.place.id.rawValue,
        properties: [("kind", .text("village")), ("name", .text(explanation.place.name))],
        geometry: GeoJSONGeometry.json(explanation.place.position))
    ]
    if let way = explanation.way { features.append(walk(way.firstWalk, id: "walk-1")) }
    for (index, leg) in (explanation.way?.legs ?? []).enumerated() {
      features.append(
        Feature.json(
          id: "leg-\(index + 1)",
          properties: [
            ("kind", .text("leg")), ("name", .text(leg.name)), ("class", .text(leg.roadClass)),
            ("metres", .number((leg.metres * 10).rounded() / 10)),
            ("climb_metres", .number((leg.climbMetres * 10).rounded() / 10)),
            ("seconds", .text(leg.time.secondsText)),
          ],
          geometry: GeoJSONGeometry.json(.lineString(leg.positions))))
    }
    if let last = explanation.way?.lastWalk { features.append(walk(last, id: "walk-2")) }
    if let facility = explanation.facility {
      features.append(
        Feature.json(
          id: facility.id.rawValue,
          properties: [("kind", .text("facility")), ("name", .text(facility.name))],
          geometry: GeoJSONGeometry.json(facility.position)))
    }
    var text = "{\"type\":\"FeatureCollection\",\"features\":[\n"
    for (position, feature) in features.enumerated() {
      if position > 0 { text += ",\n" }
      feature.write(to: &text)
    }
    return Array((text + "\n]}\n").utf8)
  }

  /// A walk between a door and the roads.
  private static func walk(_ walk: Explanation.Walk, id: String) -> OrderedJSON {
    var properties: [(String, OrderedJSON)] = [
      ("kind", .text("walk")),
      ("across_country", .bool(walk.isAcrossCountry)),
      ("metres", .number((walk.metres * 10).rounded() / 10)),
    ]
    if let climb = walk.climbMetres {
      properties.append(("climb_metres", .number((climb * 10).rounded() / 10)))
    }
    properties.append(("seconds", .text(walk.time.secondsText)))
    return Feature.json(
      id: id, properties: properties,
      geometry: GeoJSONGeometry.json(.lineString(walk.positions)))
  }
}
