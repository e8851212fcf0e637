public import PlanningModel

/// How much of a level must be there.
public enum LevelRequirement: Sendable, Hashable {
  /// Every unit of the level; of the district one.
  case every
  /// A number of units.
  case number(Int, Comparison)
  /// A share of the units.
  case share(ExactDecimal, Comparison)
  /// What these targets ask for, all of them.
  case targets([String])
}

/// One level of a network.
public struct NetworkLevel: Sendable, Hashable {
  /// District, township or village.
  public var level: UniverseLevel
  /// The kinds of facility that make it up.
  public var kinds: [ServiceKind]
  /// Records that make it up where there are no kinds; all must exist.
  public var records: [String]
  /// The universe that is counted; nil for all units of the level.
  public var universe: String?
  /// How much of it must be there.
  public var required: LevelRequirement
}

/// Levels complete and linked.
public struct HierarchyMeasure: Sendable, Hashable {
  /// The levels from the top.
  public var levels: [NetworkLevel]
  /// Whether a unit that has a facility must lie in a unit above that has one.
  public var eachChildHasParent: Bool
  /// How far a village may be from the facility above; nil for any distance.
  public var maximumParentTime: TravelTime?
}
