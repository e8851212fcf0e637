public import Geometry
public import PlanningModel

/// A walk across country between a place and another one.
public struct GroundWalk: Sendable, Hashable {
  /// What it costs; for a round trip the mean of there and back on one path.
  public var time: TravelTime
  /// Its length in the plane.
  public var metres: Double

  /// Makes a walk.
  public init(time: TravelTime, metres: Double) {
    self.time = time
    self.metres = metres
  }
}

/// The line of a walk across country, from the place outward.
public struct GroundPath: Sendable, Hashable {
  /// Time and length.
  public var walk: GroundWalk
  /// Where it runs, WGS 84 degrees.
  public var positions: [Position]
  /// Metres uphill on the way outward.
  public var climbMetres: Double
  /// Metres downhill on the way outward.
  public var descentMetres: Double

  /// Describes a path.
  public init(
    walk: GroundWalk, positions: [Position], climbMetres: Double, descentMetres: Double
  ) {
    self.walk = walk
    self.positions = positions
    self.climbMetres = climbMetres
    self.descentMetres = descentMetres
  }
}

/// Walks over ground without roads, around one place; what knows the terrain provides it.
///
/// Roads take their legs to people far from them from here, without knowing terrain themselves.
public protocol GroundWalking: Sendable {
  /// The walks between a place and others near it; nil for those that cannot be walked to.
  ///
  /// - Parameters:
  ///   - place: where the walks begin or end.
  ///   - others: the other ends, WGS 84 degrees.
  ///   - direction: seen from `place`: `from` it, `to` it, or `round-trip` on one path; `worst`
  ///     is not asked for.
  ///   - pace: on the flat, in millimetres per second; positive.
  ///   - reachMetres: no path leaves the square that reaches so far to each side of the place.
  func walks(
    at place: GeographicPosition, others: [Position], direction: TravelDirection, pace: Int,
    reachMetres: Double
  ) -> [GroundWalk?]

  /// The line of one of these walks.
  func path(
    at place: GeographicPosition, other: Position, direction: TravelDirection, pace: Int,
    reachMetres: Double
  ) -> GroundPath?
}
