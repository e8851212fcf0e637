public import Geometry
public import PlanningModel

/// Leads coordinates of a declared datum to WGS 84 degrees and back.
public struct DatumConversion: Sendable {
  /// The declared datum.
  public let datum: Datum
  private let transformation: Transformation?

  /// Prepares the conversion.
  public init(_ datum: Datum) throws(ProjectionError) {
    self.datum = datum
    if case .system(let system) = datum {
      transformation = try Transformation(from: system, to: .wgs84)
    } else {
      transformation = nil
    }
  }

  /// The positions in WGS 84 degrees; one that has no image becomes NaN.
  public func toWGS84(_ positions: [Position]) throws(ProjectionError) -> [Position] {
    switch datum {
    case .wgs84, .cgcs2000: positions
    case .gcj02: positions.map(GCJ02.toWGS84)
    case .bd09: positions.map(BD09.toWGS84)
    case .system: try transformation?.transformed(positions) ?? positions
    }
  }

  /// Positions in WGS 84 degrees in the declared datum; one that has no image becomes NaN.
  public func fromWGS84(_ positions: [Position]) throws(ProjectionError) -> [Position] {
    switch datum {
    case .wgs84, .cgcs2000: positions
    case .gcj02: positions.map(GCJ02.fromWGS84)
    case .bd09: positions.map(BD09.fromWGS84)
    case .system: try transformation?.transformed(positions, .inverse) ?? positions
    }
  }

  /// The shape in WGS 84 degrees.
  public func toWGS84(_ shape: Shape) throws(ProjectionError) -> Shape {
    try shape.mapPositions { (run) throws(ProjectionError) in try toWGS84(run) }
  }

  /// The shape, given in WGS 84 degrees, in the declared datum.
  public func fromWGS84(_ shape: Shape) throws(ProjectionError) -> Shape {
    try shape.mapPositions { (run) throws(ProjectionError) in try fromWGS84(run) }
  }

  /// The places on the globe; nil where there is no image or it lies outside ±180°, ±90°.
  public func places(_ positions: [Position]) throws(ProjectionError) -> [GeographicPosition?] {
    try toWGS84(positions).map {
      guard abs($0.x) <= 180, abs($0.y) <= 90 else { return nil }
      return GeographicPosition(longitude: $0.x, latitude: $0.y)
    }
  }
}
