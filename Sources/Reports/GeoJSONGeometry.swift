import Geometry
import PlanningModel

/// Shapes as GeoJSON geometries: WGS 84, at most 7 decimals, outer rings counter-clockwise.
enum GeoJSONGeometry {
  /// The geometry of a shape; null when nothing of it is left at 7 decimals.
  ///
  /// Rounding can make rings touch; what GEOS then refuses is made valid before it is written.
  static func json(_ shape: Shape) -> OrderedJSON {
    var shape = shape.roundedToSevenDecimals
    if let validity = try? shape.validity(), !validity.isValid {
      guard let repaired = try? shape.madeValid() else { return .null }
      shape = repaired.roundedToSevenDecimals
    }
    return written(shape.rightHanded())
  }

  private static func written(_ shape: Shape) -> OrderedJSON {
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

  private static func geometry(_ type: String, _ coordinates: OrderedJSON) -> OrderedJSON {
    .object([("type", .text(type)), ("coordinates", coordinates)])
  }

  private static func coordinates(_ polygon: Polygon) -> OrderedJSON {
    .array(([polygon.exterior] + polygon.interiors).map { coordinates($0) })
  }

  private static func coordinates(_ positions: [Position]) -> OrderedJSON {
    .array(positions.map { coordinates($0) })
  }

  private static func coordinates(_ position: Position) -> OrderedJSON {
    .array([.number(position.x), .number(position.y)])
  }
}

extension Shape {
  /// The shape with coordinates of at most 7 decimals, a centimetre in degrees.
  fileprivate var roundedToSevenDecimals: Shape {
    switch self {
    case .point(let position): .point(position.rounded)
    case .multiPoint(let positions): .multiPoint(positions.map(\.rounded))
    case .lineString(let positions): .lineString(positions.map(\.rounded))
    case .multiLineString(let lines): .multiLineString(lines.map { $0.map(\.rounded) })
    case .polygon(let polygon): .polygon(polygon.rounded)
    case .multiPolygon(let polygons): .multiPolygon(polygons.map(\.rounded))
    }
  }
}

extension Polygon {
  fileprivate var rounded: Polygon {
    Polygon(
      exterior: exterior.map(\.rounded), interiors: interiors.map { $0.map(\.rounded) })
  }
}

extension Position {
  fileprivate var rounded: Position {
    Position(
      x: (x * 10_000_000).rounded() / 10_000_000, y: (y * 10_000_000).rounded() / 10_000_000)
  }
}
