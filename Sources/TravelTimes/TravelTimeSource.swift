public import PlanningModel

/// Anything that answers "how long from here to there?": roads, terrain, or both composed.
///
/// Conforming types are immutable and safe to ask from several tasks; the same question gives
/// the same answer whatever the number of threads.
public protocol TravelTimeSource: Sendable {
  /// The times from each origin to the destinations within a limit.
  ///
  /// - Parameters:
  ///   - origins: where people are, WGS 84; nil or not finite gives the status `invalid`.
  ///   - destinations: where facilities are, WGS 84; nil is never reached.
  ///   - profile: mode, pace and direction.
  ///   - limit: entries beyond it are left out (a time equal to it is within); nil keeps all.
  func times(
    from origins: [GeographicPosition?], to destinations: [GeographicPosition?],
    profile: TravelProfile, within limit: TravelTime?
  ) throws -> TravelTimeMatrix

  /// The nearest destination of each origin within a limit, ties to the smallest position.
  ///
  /// The same times as the first entry of each row of ``times(from:to:profile:within:)``.
  func nearest(
    from origins: [GeographicPosition?], to destinations: [GeographicPosition?],
    profile: TravelProfile, within limit: TravelTime?
  ) throws -> NearestTimes

  /// The two nearest destinations of each origin within a limit, ties to the smallest position:
  /// `second` of the answer holds the one that stands in when the nearest is closed or full.
  ///
  /// The same times as the first two entries of each row of ``times(from:to:profile:within:)``.
  func nearestTwo(
    from origins: [GeographicPosition?], to destinations: [GeographicPosition?],
    profile: TravelProfile, within limit: TravelTime?
  ) throws -> NearestTimes
}
