public import PlanningModel
public import Targets

/// Something other than building that may repair a target, with what the evaluator says of it.
public struct RepairOption: Sendable, Hashable {
  /// What is done.
  public enum Kind: String, Sendable, CaseIterable {
    /// Facilities that operate take over units that do not count (服务范围).
    case widerRange = "wider_range"
    /// A service without a building comes to units that do not count (流动服务).
    case mobileService = "mobile_service"
    /// The limit of travel time is longer.
    case longerLimit = "longer_limit"
    /// People walk, or are walked, faster.
    case fasterPace = "faster_pace"
    /// People are driven instead of walking (班车、接送).
    case drivenThere = "driven"
  }

  /// What a target reads like with it.
  public struct Effect: Sendable, Hashable {
    /// The verdict.
    public var status: VerdictStatus
    /// Units that count, or persons within reach; nil where they may not be told.
    public var achieved: Int?

    /// Names an effect.
    public init(status: VerdictStatus, achieved: Int?) {
      self.status = status
      self.achieved = achieved
    }
  }

  /// What is done.
  public var kind: Kind
  /// The same in words, with its places and numbers.
  public var text: Bilingual
  /// What it takes for granted.
  public var assumption: Assumption
  /// What the evaluator says of the target with it.
  public var effect: Effect
  /// The patch that was evaluated, as a scenario file; nil where no scenario says it.
  public var scenario: String?
}
