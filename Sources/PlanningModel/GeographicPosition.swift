/// A point in WGS 84 degrees, x east: longitude before latitude.
@frozen
public struct GeographicPosition: Hashable, Sendable {
  /// Degrees east.
  public var longitude: Double
  /// Degrees north.
  public var latitude: Double

  /// Makes a position from degrees east and north.
  @inlinable
  public init(longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
  }
}
