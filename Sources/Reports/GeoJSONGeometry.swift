import Geometry
import PlanningModel

/// Shapes as GeoJSON geometries: WGS 84, at most 7 decimals, outer rings counter-clockwise.
enum GeoJSONGeometry {
  static func json(_ shape: Shape) -> OrderedJSON {
    switch shape {
    case .point(let position): geometry("Point", coordinates(position))
    case .multiPoint(let positions): geometry("MultiPoint", coordinates(positions))
    case .lineString(let positions): geometry("LineString", coordinates(positions))
    case .multiLineString(let lines):
      geometry("MultiLineString", .array(lines.map { coordinates($0) }))
    case .polygon(let polygon): geometry("Polygon", coordinates(polygon))
    case .multiPolygon(let polygons):
      geometry("MultiPolygon", .array(polygons.map { coordinates($0) }))
    }
  }

  static func json(_ position: GeographicPosition?) -> OrderedJSON {
    guard let position else { return .null }
    return json(.point(Position(x: position.longitude, y: position.latitude)))
  }

  /// Twice the signed area of a closed ring; positive when it runs counter-clockwise.
  static func signedArea(_ ring: [Position]) -> Double {
    guard let first = ring.first else { return 0 }
    var sum = 0.0
    for (start, end) in zip(ring, ring.dropFirst()) {
      sum +=
        (start.x - first.x) * (end.y - first.y) - (end.x - first.x) * (start.y - first.y)
    }
    return sum
  }

  private static func geometry(_ type: String, _ coordinates: OrderedJSON) -> OrderedJSON {
    .object([("type", .text(type)), ("coordinates", coordinates)])
  }

  private static func coordinates(_ polygon: Polygon) -> OrderedJSON {
    .array(
      [coordinates(wound(polygon.exterior, counterClockwise: true))]
        + polygon.interiors.map { coordinates(wound($0, counterClockwise: false)) })
  }

  private static func wound(_ ring: [Position], counterClockwise: Bool) -> [Position] {
    (signedArea(ring) >= 0) == counterClockwise ? ring : ring.reversed()
  }

  private static func coordinates(_ positions: [Position]) -> OrderedJSON {
    .array(positions.map { coordinates($0) })
  }

  private static func coordinates(_ position: Position) -> OrderedJSON {
    .array([.number(rounded(position.x)), .number(rounded(position.y))])
  }

  private static func rounded(_ degrees: Double) -> Double {
    (degrees * 10_000_000).rounded() / 10_000_000
  }
}
