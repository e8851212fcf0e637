public import Geometry

/// A road to burn into a surface.
public struct SurfaceRoad: Sendable, Hashable {
  /// Its course, in the surface's reference system.
  public var line: [Position]
  /// How fast people travel on it.
  public var speed: GroundSpeed

  /// Makes a road.
  public init(line: [Position], speed: GroundSpeed) {
    self.line = line
    self.speed = speed
  }
}
