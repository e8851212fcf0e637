public import PlanningModel

/// What the workspace knows, so that policies can be checked against it; nil skips a check.
public struct KnownNames: Sendable {
  /// Kinds of facility.
  public var kinds: Set<String>?
  /// Cohorts.
  public var cohorts: Set<String>?
  /// Names of walking paces.
  public var paces: Set<String>?
  /// The code of the district.
  public var district: String?
  /// The township-level units of the district.
  public var units: [AdministrativeUnit]?
  /// Villages and communities.
  public var demandPoints: [DemandPoint]?
  /// Short and former names of units.
  public var aliases: [String: String]

  /// Collects names.
  public init(
    kinds: Set<String>? = nil, cohorts: Set<String>? = nil, paces: Set<String>? = nil,
    district: String? = nil, units: [AdministrativeUnit]? = nil,
    demandPoints: [DemandPoint]? = nil, aliases: [String: String] = [:]
  ) {
    self.kinds = kinds
    self.cohorts = cohorts
    self.paces = paces
    self.district = district
    self.units = units
    self.demandPoints = demandPoints
    self.aliases = aliases
  }
}
