import Foundation
public import Geometry

/// The obfuscated degrees of Chinese internet maps (高德, 腾讯), GCJ-02.
///
/// The offset is a published sum of sines on the Krasovsky ellipsoid. Outside the rectangle
/// around China (72.004–137.8347° E, 0.8293–55.8271° N) there is none.
public enum GCJ02 {
  private static let semiMajorAxisMetres = 6_378_245.0
  private static let squaredEccentricity = 0.006_693_421_622_965_943_23

  /// GCJ-02 degrees of a place given in WGS 84.
  public static func fromWGS84(_ position: Position) -> Position {
    guard (72.004...137.8347).contains(position.x), (0.8293...55.8271).contains(position.y) else {
      return position
    }
    let (x, y) = (position.x - 105, position.y - 35)
    let latitude = position.y * .pi / 180
    let sine = sin(latitude)
    let divisor = 1 - squaredEccentricity * sine * sine
    let meridian =
      semiMajorAxisMetres * (1 - squaredEccentricity) / (divisor * divisor.squareRoot())
    let parallel = semiMajorAxisMetres / divisor.squareRoot() * cos(latitude)
    return Position(
      x: position.x + eastMetres(x, y) * 180 / (parallel * .pi),
      y: position.y + northMetres(x, y) * 180 / (meridian * .pi))
  }

  /// WGS 84 degrees of a place given in GCJ-02, by iteration to under 10⁻¹¹ degrees.
  public static func toWGS84(_ position: Position) -> Position {
    inverted(position, fromWGS84)
  }

  private static func waves(_ value: Double, _ periods: [(Double, Double)]) -> Double {
    periods.reduce(0) { $0 + $1.0 * sin(value * $1.1 * .pi) } * 2 / 3
  }

  private static func eastMetres(_ x: Double, _ y: Double) -> Double {
    let trend = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * abs(x).squareRoot()
    return trend + waves(x, [(20, 6), (20, 2), (20, 1), (40, 1.0 / 3), (150, 1.0 / 12)])
      + waves(x, [(300, 1.0 / 30)])
  }

  private static func northMetres(_ x: Double, _ y: Double) -> Double {
    let trend = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * abs(x).squareRoot()
    return trend + waves(x, [(20, 6), (20, 2)])
      + waves(y, [(20, 1), (40, 1.0 / 3), (160, 1.0 / 12), (320, 1.0 / 30)])
  }
}

/// Inverts a shift that changes slowly from place to place, by repeated correction.
///
/// Each round shrinks the error by the shift's rate of change, under 1 in 500 here.
func inverted(_ position: Position, _ forward: (Position) -> Position) -> Position {
  guard position.x.isFinite, position.y.isFinite else { return position }
  var guess = position
  for _ in 0..<20 {
    let image = forward(guess)
    let (x, y) = (position.x - image.x, position.y - image.y)
    guess.x += x
    guess.y += y
    if abs(x) < 1e-11, abs(y) < 1e-11 { break }
  }
  return guess
}
