public import Geometry
public import PlanningModel

/// Asks which reading of a layer's coordinates fits places that are known in WGS 84.
///
/// Nothing is shifted: the answer is a finding for a person to confirm (DESIGN §5.7).
public struct DatumTest: Sendable {
  /// A way to read the coordinates.
  public enum Hypothesis: Hashable, Sendable, CustomStringConvertible {
    /// As declared.
    case declared
    /// In another datum than declared.
    case datum(Datum)
    /// As declared, but with x and y exchanged.
    case swappedAxes

    /// `as declared`, the datum's name, or `swapped axes`.
    public var description: String {
      switch self {
      case .declared: "as declared"
      case .datum(let datum): datum.description
      case .swappedAxes: "swapped axes"
      }
    }
  }

  /// How well one reading fits.
  public struct Finding: Hashable, Sendable {
    /// The reading.
    public var hypothesis: Hypothesis
    /// How far the points lie off in the middle; nil when under half of them are on the globe.
    public var medianOffsetMetres: Double?
  }

  /// All readings, the declared one first.
  public let findings: [Finding]

  /// The reading with the smallest offset; on equal offsets the earlier one.
  public var best: Finding? {
    findings.filter { $0.medianOffsetMetres != nil }
      .min { ($0.medianOffsetMetres ?? .infinity) < ($1.medianOffsetMetres ?? .infinity) }
  }

  /// Whether another reading fits clearly better: by 100 m and by half.
  public var contradictsDeclaration: Bool {
    guard let best, let offset = best.medianOffsetMetres, best.hypothesis != .declared else {
      return false
    }
    guard let declared = findings.first?.medianOffsetMetres else { return true }
    return declared - offset > 100 && offset < declared / 2
  }

  /// Compares points with the places where the same things are known to be, one to one.
  ///
  /// The offset is the length of the median offset east and north, so that scatter of the
  /// known places in all directions cancels out and a common shift remains.
  public init(
    _ points: [Position], declared: Datum, pairedWith known: [GeographicPosition]
  ) throws(ProjectionError) {
    findings = try DatumTest.findings(points, declared) { places in
      var (east, north): ([Double], [Double]) = ([], [])
      for (place, anchor) in zip(places, known) {
        guard let place else { continue }
        let plane = LocalPlane(atLatitude: anchor.latitude)
        east.append((place.longitude - anchor.longitude) * plane.eastMetresPerDegree)
        north.append((place.latitude - anchor.latitude) * plane.northMetresPerDegree)
      }
      let (x, y) = (DatumTest.median(&east), DatumTest.median(&north))
      return (x * x + y * y).squareRoot()
    }
  }

  /// Compares points with the nearest of many known places, such as villages or road vertices.
  public init(
    _ points: [Position], declared: Datum, near anchors: [GeographicPosition]
  ) throws(ProjectionError) {
    let middle = anchors.reduce(0) { $0 + $1.latitude } / Double(max(1, anchors.count))
    let plane = LocalPlane(atLatitude: middle)
    func inPlane(_ place: GeographicPosition) -> Position {
      Position(
        x: place.longitude * plane.eastMetresPerDegree,
        y: place.latitude * plane.northMetresPerDegree)
    }
    let boxes = anchors.map(inPlane).map {
      Bounds(west: $0.x, south: $0.y, east: $0.x, north: $0.y)
    }
    let index = SpatialIndex(boxes)
    findings = try DatumTest.findings(points, declared) { places in
      var offsets = places.compactMap { place -> Double? in
        guard let place, let nearest = index.nearest(to: inPlane(place)).first else { return nil }
        return boxes[nearest].squaredDistance(to: inPlane(place)).squareRoot()
      }
      return DatumTest.median(&offsets)
    }
  }

  /// Compares points with the rectangle, in WGS 84 degrees, in which they must lie.
  public init(_ points: [Position], declared: Datum, inside bounds: Bounds) throws(ProjectionError)
  {
    let plane = LocalPlane(atLatitude: (bounds.south + bounds.north) / 2)
    findings = try DatumTest.findings(points, declared) { places in
      var offsets = places.compactMap { place -> Double? in
        guard let place else { return nil }
        let x = max(bounds.west - place.longitude, 0, place.longitude - bounds.east)
        let y = max(bounds.south - place.latitude, 0, place.latitude - bounds.north)
        let (east, north) = (x * plane.eastMetresPerDegree, y * plane.northMetresPerDegree)
        return (east * east + north * north).squareRoot()
      }
      return DatumTest.median(&offsets)
    }
  }

  private static func findings(
    _ points: [Position], _ declared: Datum, offset: ([GeographicPosition?]) -> Double
  ) throws(ProjectionError) -> [Finding] {
    var readings: [(Hypothesis, Datum, [Position])] = [(.declared, declared, points)]
    let isWGS84 = declared == .wgs84 || declared == .cgcs2000
    for datum in [Datum.wgs84, .gcj02, .bd09] where datum != declared {
      if datum == .wgs84, isWGS84 { continue }
      readings.append((.datum(datum), datum, points))
    }
    readings.append((.swappedAxes, declared, points.map { Position(x: $0.y, y: $0.x) }))
    var findings: [Finding] = []
    for (hypothesis, datum, positions) in readings {
      let places = try DatumConversion(datum).places(positions)
      let onGlobe = places.count { $0 != nil }
      let isReadable = onGlobe > 0 && onGlobe * 2 >= places.count
      findings.append(
        Finding(hypothesis: hypothesis, medianOffsetMetres: isReadable ? offset(places) : nil))
    }
    return findings
  }

  /// The middle value; the mean of the two middle ones for an even count.
  private static func median(_ values: inout [Double]) -> Double {
    guard !values.isEmpty else { return .infinity }
    values.sort()
    let half = values.count / 2
    return values.count % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2
  }
}
