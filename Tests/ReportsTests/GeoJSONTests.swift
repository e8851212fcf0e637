import Foundation
import Geometry
import Planning
import PlanningModel
import Reports
import Testing

@Suite struct GeoJSONTests {
  private func collection(_ evaluation: Evaluation) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(EvaluationGeoJSON.bytes(evaluation)))
        as? [String: Any])
  }

  private func features(_ evaluation: Evaluation = SmallEvaluation.evaluation) throws
    -> [[String: Any]]
  {
    try #require(try collection(evaluation)["features"] as? [[String: Any]])
  }

  private func polygons(_ feature: [String: Any]) -> [Polygon] {
    guard let geometry = feature["geometry"] as? [String: Any] else { return [] }
    func rings(_ value: Any?) -> Polygon {
      let rings = (value as? [[[Double]]] ?? []).map { $0.map { Position(x: $0[0], y: $0[1]) } }
      return Polygon(exterior: rings.first ?? [], interiors: Array(rings.dropFirst()))
    }
    return switch geometry["type"] as? String {
    case "Polygon": [rings(geometry["coordinates"])]
    case "MultiPolygon": (geometry["coordinates"] as? [Any] ?? []).map { rings($0) }
    default: []
    }
  }

  @Test func `it is a collection without crs, with unique ids, a feature a line`() throws {
    let collection = try collection(SmallEvaluation.evaluation)
    #expect(Set(collection.keys) == ["type", "features", "note"])
    let ids = try features().compactMap { $0["id"] as? String }
    #expect(ids.count == 16 && Set(ids).count == 16)
    let text = String(
      decoding: EvaluationGeoJSON.bytes(SmallEvaluation.evaluation), as: UTF8.self)
    #expect(text.split(separator: "\n").count == 18)
  }

  @Test func `rings turn the right way, are valid and have at most seven decimals`() throws {
    var count = 0
    for polygon in try features().flatMap(polygons) {
      count += 1
      #expect(polygon.isRightHanded)
      #expect(try Shape.polygon(polygon).validity().isValid)
      for position in polygon.exterior {
        #expect(abs(position.x * 1e7 - (position.x * 1e7).rounded()) < 1e-5)
      }
    }
    #expect(count == 3)
  }

  @Test func `a bow-tie is made valid`() throws {
    var evaluation = SmallEvaluation.evaluation
    evaluation.layers.unitShapes = [
      "500156001": .polygon(
        Polygon(exterior: [
          Position(x: 107, y: 29), Position(x: 108, y: 30), Position(x: 108, y: 29),
          Position(x: 107, y: 30), Position(x: 107, y: 29),
        ]))
    ]
    let repaired = try features(evaluation).flatMap(polygons)
    #expect(!repaired.isEmpty)
    #expect(try Shape.multiPolygon(repaired).validity().isValid)
  }

  @Test func `features carry figures and verdicts`() throws {
    let properties = try features().compactMap { $0["properties"] as? [String: Any] }
    let layers = properties.compactMap { $0["layer"] as? String }
    #expect(layers.count { $0 == "unit" } == 3 && layers.count { $0 == "village" } == 9)
    let unit = try #require(properties.first { $0["id"] as? String == "500156205" })
    #expect(unit["T-units"] as? String == "missing:no_record")
    #expect(unit["T-streets"] is NSNull)
    #expect(unit["name"] as? String == SmallDistrict.hostile)
    let village = try #require(properties.first { $0["name"] as? String == "城西社区" })
    #expect(village["elder_service.seconds"] as? Double == 950.001)
    #expect(village["people.pop_60plus"] as? Int == 3_000)
    // 3 registered people: hidden, and marked so.
    #expect(village["people.registered"] is NSNull)
    #expect(village["suppressed"] as? Bool == true)
  }
}
