/// A point of the plane, or in degrees; x is east, y is north, always.
@frozen
public struct Position: Hashable, Sendable {
  /// East: metres in a projected system, degrees of longitude in a geographic one.
  public var x: Double
  /// North: metres in a projected system, degrees of latitude in a geographic one.
  public var y: Double

  /// Makes a position.
  @inlinable
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}
