public import PlanningModel

/// What a scenario does to the ways of travelling and of judging.
public struct SettingPatches: Sendable {
  /// Paces in millimetres per second by name.
  public var paces: [String: Int] = [:]
  /// The pace where a target names none.
  public var defaultPace: String?
  /// What slope does to walking.
  public var slope: SlopeFunction?
  /// No leg between a place and the roads is longer, in metres.
  public var snapCapMetres: ExactDecimal?
  /// Limits of travel time by target.
  public var limits: [String: TravelTime] = [:]
  /// Covered-rules by target.
  public var rules: [String: String] = [:]
  /// Thresholds of the district's own by target.
  public var thresholds: [String: ExactDecimal] = [:]
  /// Where each was written, by key, for example `limits.WL24-22a`.
  public var origins: [String: PatchOrigin] = [:]

  /// No patches.
  public init() {}
}
