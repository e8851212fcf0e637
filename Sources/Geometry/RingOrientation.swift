/// The orientation of closed rings (the first position is repeated last).
public enum RingOrientation {
  /// The area inside a ring by the shoelace formula: positive when it runs counter-clockwise.
  public static func signedArea(_ ring: [Position]) -> Double {
    guard let origin = ring.first else { return 0 }
    var twice = 0.0
    for (start, end) in zip(ring, ring.dropFirst()) {
      // Relative to the first vertex, so that large projected coordinates lose no digits.
      twice += (start.x - origin.x) * (end.y - origin.y) - (end.x - origin.x) * (start.y - origin.y)
    }
    return twice / 2
  }

  /// Whether a ring runs counter-clockwise with x to the east and y to the north.
  public static func isCounterClockwise(_ ring: [Position]) -> Bool { signedArea(ring) > 0 }
}

extension Polygon {
  /// Whether the exterior runs counter-clockwise and the holes clockwise (RFC 7946, 3.1.6).
  public var isRightHanded: Bool {
    RingOrientation.signedArea(exterior) >= 0
      && interiors.allSatisfy { RingOrientation.signedArea($0) <= 0 }
  }

  /// The same polygon with its rings turned as RFC 7946 asks.
  public func rightHanded() -> Polygon {
    Polygon(
      exterior: RingOrientation.signedArea(exterior) < 0 ? exterior.reversed() : exterior,
      interiors: interiors.map {
        RingOrientation.signedArea($0) > 0 ? $0.reversed() : $0
      })
  }
}

extension Shape {
  /// Whether all its rings run as RFC 7946 asks; true for points and lines.
  public var isRightHanded: Bool { polygons.allSatisfy(\.isRightHanded) }

  /// The same shape with the rings of its polygons turned as RFC 7946 asks.
  public func rightHanded() -> Shape {
    switch self {
    case .polygon(let polygon): .polygon(polygon.rightHanded())
    case .multiPolygon(let polygons): .multiPolygon(polygons.map { $0.rightHanded() })
    default: self
    }
  }
}
