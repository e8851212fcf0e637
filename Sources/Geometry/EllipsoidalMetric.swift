#if canImport(Darwin)
  public import Darwin
#else
  public import Glibc
#endif

/// Lengths in metres on the WGS 84 ellipsoid, from degrees.
///
/// CGCS2000 differs from it by less than 0.2 mm in the semi-minor axis, so one metric serves both.
/// Short lines use the mid-latitude formula of Gauss in its first term; it stays within 1 ppm of
/// the geodesic under 10 km (tested against PROJ). Longer lines use Vincenty's inverse formula
/// (Survey Review 23, 1975).
public enum EllipsoidalMetric {
  /// The semi-major axis of WGS 84.
  @inlinable public static var semiMajorAxisMetres: Double { 6_378_137 }
  /// The flattening of WGS 84.
  @inlinable public static var flattening: Double { 1 / 298.257223563 }

  /// The length of one degree of longitude (east) and of latitude (north), from the radii of the
  /// prime vertical and of the meridian at a latitude in degrees.
  @inlinable
  public static func metresPerDegree(atLatitude latitude: Double) -> (east: Double, north: Double) {
    let radian = Double.pi / 180
    let squaredEccentricity = flattening * (2 - flattening)
    let sine = sin(latitude * radian)
    let divisor = 1 - squaredEccentricity * sine * sine
    let primeVertical = semiMajorAxisMetres / divisor.squareRoot()
    let meridian = primeVertical * (1 - squaredEccentricity) / divisor
    return (primeVertical * cos(latitude * radian) * radian, meridian * radian)
  }

  /// The length of the line between two places in degrees.
  ///
  /// Longitudes are taken as they are: a line across the 180th meridian must be unwrapped first.
  @inlinable
  public static func lengthMetres(
    longitude1: Double, latitude1: Double, longitude2: Double, latitude2: Double
  ) -> Double {
    let eastDegrees = longitude2 - longitude1
    let northDegrees = latitude2 - latitude1
    // 0.03 square degrees hold 10 km up to 58° of latitude; what is left out is of the order of
    // this angle squared over 24.
    guard eastDegrees * eastDegrees + northDegrees * northDegrees <= 0.03 else {
      return geodesicMetres(
        longitude1: longitude1, latitude1: latitude1, longitude2: longitude2, latitude2: latitude2)
    }
    let scale = metresPerDegree(atLatitude: (latitude1 + latitude2) / 2)
    let east = eastDegrees * scale.east
    let north = northDegrees * scale.north
    return (east * east + north * north).squareRoot()
  }

  /// Vincenty's inverse formula, within 0.1 mm except near the antipodes, where it may not
  /// settle; the last of 100 iterations stands then.
  public static func geodesicMetres(
    longitude1: Double, latitude1: Double, longitude2: Double, latitude2: Double
  ) -> Double {
    if longitude1 == longitude2, latitude1 == latitude2 { return 0 }
    let radian = Double.pi / 180
    let semiMinor = semiMajorAxisMetres * (1 - flattening)
    let reduced1 = atan((1 - flattening) * tan(latitude1 * radian))
    let reduced2 = atan((1 - flattening) * tan(latitude2 * radian))
    let (sine1, cosine1) = (sin(reduced1), cos(reduced1))
    let (sine2, cosine2) = (sin(reduced2), cos(reduced2))
    let difference = (longitude2 - longitude1) * radian
    var lambda = difference
    var (sineSigma, cosineSigma, sigma) = (0.0, 1.0, 0.0)
    var (squaredCosineAlpha, cosineTwiceMiddle) = (0.0, 0.0)
    for _ in 0..<100 {
      let across = cosine2 * sin(lambda)
      let along = cosine1 * sine2 - sine1 * cosine2 * cos(lambda)
      sineSigma = (across * across + along * along).squareRoot()
      if sineSigma == 0 { return 0 }
      cosineSigma = sine1 * sine2 + cosine1 * cosine2 * cos(lambda)
      sigma = atan2(sineSigma, cosineSigma)
      let sineAlpha = cosine1 * cosine2 * sin(lambda) / sineSigma
      squaredCosineAlpha = 1 - sineAlpha * sineAlpha
      // Along the equator the term is zero over zero and has no weight.
      cosineTwiceMiddle =
        squaredCosineAlpha > 0 ? cosineSigma - 2 * sine1 * sine2 / squaredCosineAlpha : 0
      let c = flattening / 16 * squaredCosineAlpha * (4 + flattening * (4 - 3 * squaredCosineAlpha))
      let bracket =
        cosineTwiceMiddle + c * cosineSigma * (2 * cosineTwiceMiddle * cosineTwiceMiddle - 1)
      let previous = lambda
      lambda =
        difference + (1 - c) * flattening * sineAlpha * (sigma + c * sineSigma * bracket)
      if abs(lambda - previous) < 1e-13 { break }
    }
    let ratio = semiMajorAxisMetres * semiMajorAxisMetres / (semiMinor * semiMinor)
    let u = squaredCosineAlpha * (ratio - 1)
    let a = 1 + u / 16384 * (4096 + u * (-768 + u * (320 - 175 * u)))
    let b = u / 1024 * (256 + u * (-128 + u * (74 - 47 * u)))
    let squaredMiddle = cosineTwiceMiddle * cosineTwiceMiddle
    let first = cosineSigma * (2 * squaredMiddle - 1)
    let second =
      b / 6 * cosineTwiceMiddle * (4 * sineSigma * sineSigma - 3) * (4 * squaredMiddle - 3)
    let correction = b * sineSigma * (cosineTwiceMiddle + b / 4 * (first - second))
    return semiMinor * a * (sigma - correction)
  }
}
