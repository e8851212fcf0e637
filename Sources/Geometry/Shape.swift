/// A polygon: a closed outer ring and closed holes (the first position is repeated last).
public struct Polygon: Hashable, Sendable {
  /// The outer ring.
  public var exterior: [Position]
  /// The holes.
  public var interiors: [[Position]]

  /// Makes a polygon of closed rings.
  public init(exterior: [Position], interiors: [[Position]] = []) {
    self.exterior = exterior
    self.interiors = interiors
  }
}

/// A shape as a value, in the simple-features sense (OGC 06-103r4), two-dimensional.
public enum Shape: Hashable, Sendable {
  /// One place.
  case point(Position)
  /// Several places.
  case multiPoint([Position])
  /// A line of at least two positions.
  case lineString([Position])
  /// Several lines.
  case multiLineString([[Position]])
  /// An area.
  case polygon(Polygon)
  /// Several areas.
  case multiPolygon([Polygon])
}
