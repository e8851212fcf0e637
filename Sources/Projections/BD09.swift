import Foundation
public import Geometry

/// The degrees of 百度 maps, BD-09: GCJ-02 with a second, published shift.
public enum BD09 {
  private static let wave = Double.pi * 3000 / 180

  /// BD-09 degrees of a place given in GCJ-02.
  public static func fromGCJ02(_ position: Position) -> Position {
    let (x, y) = (position.x, position.y)
    let radius = (x * x + y * y).squareRoot() + 0.00002 * sin(y * wave)
    let angle = atan2(y, x) + 0.000003 * cos(x * wave)
    return Position(x: radius * cos(angle) + 0.0065, y: radius * sin(angle) + 0.006)
  }

  /// GCJ-02 degrees of a place given in BD-09, by iteration to under 10⁻¹¹ degrees.
  public static func toGCJ02(_ position: Position) -> Position {
    inverted(position, fromGCJ02)
  }

  /// BD-09 degrees of a place given in WGS 84.
  public static func fromWGS84(_ position: Position) -> Position {
    fromGCJ02(GCJ02.fromWGS84(position))
  }

  /// WGS 84 degrees of a place given in BD-09.
  public static func toWGS84(_ position: Position) -> Position {
    GCJ02.toWGS84(toGCJ02(position))
  }
}
