public import Coverage
public import PlanningModel
public import Targets

/// When a place counts as covered, over what a share is taken, and what is shown beside it.
///
/// The defaults are those of a plain question: people within a limit of an operating facility,
/// by village, township and district.
public struct CoverageOptions: Sendable {
  /// The covered-rule (DOMAIN §2.1).
  public var rule: CoveredRuleKind = .withinTime
  /// The level whose units are judged or counted: `village` or `township`; nil for the rule's
  /// own: townships for hosted, assigned, activity and record, else villages.
  public var judged: UnitLevel?
  /// A universe of the policy files; nil for the whole district.
  public var universe: String?
  /// Whether people with two or more facilities within the limit are counted.
  public var isBackup = false
  /// Whether only facilities count whose service range holds the place.
  public var isServingOnly = false
  /// The share of a township's people that must be within the limit for the township to count.
  public var share = ExactDecimal(1, over: 2) ?? ExactDecimal(1)
  /// The activity that must have been run, for the rule `activity`.
  public var activity: String?
  /// The records that must all exist, for the rule `record`.
  public var records: [String] = []
  /// How much is asked for, for the rule `intensity`.
  public var intensity: IntensityRequirement?
  /// How people are assigned to facilities, for the rule `catchment`: to the nearest, or so that
  /// capacities hold.
  public var assignment = CatchmentRule.nearest
  /// A population grid (GeoTIFF) or points (CSV) over which villages' people are spread.
  public var population: String?

  /// The defaults.
  public init() {}

  /// Whether the rule knows travel times and limits.
  var isTravelled: Bool { rule == .withinTime || rule == .catchment }

  /// The level whose units are judged.
  var judgedLevel: UnitLevel {
    if let judged { return judged }
    switch rule {
    case .hosted, .assigned, .activity, .record: return .township
    case .withinTime, .catchment, .intensity: return .village
    }
  }

  /// Why the options cannot be used together; nil when they can.
  public var conflict: String? {
    if let judged, judged != .village, judged != .township {
      return "--units is village or township"
    }
    if rule == .activity, activity == nil { return "--rule activity needs --activity NAME" }
    if rule == .record, records.isEmpty { return "--rule record needs --records NAME[,NAME]" }
    if rule == .intensity, intensity == nil {
      return "--rule intensity needs --quantity and --at-least, for example --at-least 30/100"
    }
    if assignment != .nearest, assignment != .capacity {
      return "--assignment is nearest or capacity; for others use yike catchments"
    }
    let isTimed = rule == .withinTime
    if !isTimed, isBackup { return "--backup belongs to --rule within_time" }
    if !isTimed, isServingOnly { return "--serving-only belongs to --rule within_time" }
    if !isTimed, population != nil { return "--population belongs to --rule within_time" }
    return nil
  }
}
