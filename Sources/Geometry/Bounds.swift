/// An upright rectangle, borders included.
@frozen
public struct Bounds: Hashable, Sendable {
  /// The smallest x.
  public var west: Double
  /// The smallest y.
  public var south: Double
  /// The largest x.
  public var east: Double
  /// The largest y.
  public var north: Double

  /// Makes a rectangle; west ≤ east and south ≤ north, or it holds nothing.
  @inlinable
  public init(west: Double, south: Double, east: Double, north: Double) {
    self.west = west
    self.south = south
    self.east = east
    self.north = north
  }

  /// The smallest rectangle around some positions; nil for none.
  public init?(around positions: some Sequence<Position>) {
    var bounds = Bounds(west: .infinity, south: .infinity, east: -.infinity, north: -.infinity)
    for position in positions {
      bounds.west = min(bounds.west, position.x)
      bounds.south = min(bounds.south, position.y)
      bounds.east = max(bounds.east, position.x)
      bounds.north = max(bounds.north, position.y)
    }
    guard bounds.west <= bounds.east, bounds.south <= bounds.north else { return nil }
    self = bounds
  }

  /// Whether two rectangles share at least a point.
  @inlinable
  public func intersects(_ other: Bounds) -> Bool {
    west <= other.east && other.west <= east && south <= other.north && other.south <= north
  }

  /// Whether a position lies inside or on the border.
  @inlinable
  public func contains(_ position: Position) -> Bool {
    west <= position.x && position.x <= east && south <= position.y && position.y <= north
  }

  /// The smallest rectangle around both.
  @inlinable
  public func joined(with other: Bounds) -> Bounds {
    Bounds(
      west: min(west, other.west), south: min(south, other.south),
      east: max(east, other.east), north: max(north, other.north))
  }

  /// The rectangle with a margin on each side, in its own unit.
  @inlinable
  public func expanded(byX x: Double, y: Double) -> Bounds {
    Bounds(west: west - x, south: south - y, east: east + x, north: north + y)
  }

  /// The square of the distance from a position to the nearest place inside.
  @inlinable
  public func squaredDistance(to position: Position) -> Double {
    let x = max(west - position.x, 0, position.x - east)
    let y = max(south - position.y, 0, position.y - north)
    return x * x + y * y
  }
}
