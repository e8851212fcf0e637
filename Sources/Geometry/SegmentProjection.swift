/// Where a point falls on a segment, seen in the plane of the point's own latitude.
@frozen
public struct SegmentProjection: Hashable, Sendable {
  /// How far along the segment the foot lies, 0 at its start and 1 at its end.
  public var fraction: Double
  /// Degrees east of the foot.
  public var longitude: Double
  /// Degrees north of the foot.
  public var latitude: Double
  /// From the point to the foot.
  public var distanceMetres: Double

  /// Describes a foot.
  @inlinable
  public init(fraction: Double, longitude: Double, latitude: Double, distanceMetres: Double) {
    self.fraction = fraction
    self.longitude = longitude
    self.latitude = latitude
    self.distanceMetres = distanceMetres
  }
}

/// A plane of metres around one latitude, for many comparisons with one place.
///
/// Within some kilometres of that latitude it is as good as the ellipsoid for choosing the
/// nearest of several lines; lengths of lines themselves come from ``EllipsoidalMetric``.
@frozen
public struct LocalPlane: Sendable {
  /// Metres in a degree of longitude.
  public let eastMetresPerDegree: Double
  /// Metres in a degree of latitude.
  public let northMetresPerDegree: Double

  /// The plane that touches the ellipsoid at a latitude in degrees.
  @inlinable
  public init(atLatitude latitude: Double) {
    let scale = EllipsoidalMetric.metresPerDegree(atLatitude: latitude)
    eastMetresPerDegree = scale.east
    northMetresPerDegree = scale.north
  }

  /// The nearest place to a point on the segment from `longitude1`, `latitude1` to
  /// `longitude2`, `latitude2`; a segment of no length has its foot at fraction 0.
  @inlinable
  public func projection(
    longitude: Double, latitude: Double, longitude1: Double, latitude1: Double,
    longitude2: Double, latitude2: Double
  ) -> SegmentProjection {
    let alongEast = (longitude2 - longitude1) * eastMetresPerDegree
    let alongNorth = (latitude2 - latitude1) * northMetresPerDegree
    let toEast = (longitude - longitude1) * eastMetresPerDegree
    let toNorth = (latitude - latitude1) * northMetresPerDegree
    let squaredLength = alongEast * alongEast + alongNorth * alongNorth
    let scalar = toEast * alongEast + toNorth * alongNorth
    let fraction = squaredLength > 0 ? min(1, max(0, scalar / squaredLength)) : 0
    let offEast = toEast - fraction * alongEast
    let offNorth = toNorth - fraction * alongNorth
    return SegmentProjection(
      fraction: fraction,
      longitude: longitude1 + fraction * (longitude2 - longitude1),
      latitude: latitude1 + fraction * (latitude2 - latitude1),
      distanceMetres: (offEast * offEast + offNorth * offNorth).squareRoot())
  }
}

extension EllipsoidalMetric {
  /// The nearest place to a point on a segment; for many segments around one point make a
  /// ``LocalPlane`` once.
  @inlinable
  public static func projection(
    longitude: Double, latitude: Double, longitude1: Double, latitude1: Double,
    longitude2: Double, latitude2: Double
  ) -> SegmentProjection {
    LocalPlane(atLatitude: latitude).projection(
      longitude: longitude, latitude: latitude, longitude1: longitude1, latitude1: latitude1,
      longitude2: longitude2, latitude2: latitude2)
  }
}
