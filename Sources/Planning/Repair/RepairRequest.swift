public import PlanningModel
public import Targets

/// Which missed target is to be repaired, and by what.
public struct RepairRequest: Sendable {
  /// The target.
  public var target: String
  /// The rule by which a unit counts; nil for the target's own.
  public var rule: CoveredRuleKind?
  /// How near a unit's people must be under `within_time`; nil for what the target says.
  public var time: TimeRequirement?
  /// Units that have to count, by full name, or targets of named units whose units have to.
  public var forced: [String] = []
  /// Where new sites may stand.
  public var places = CandidatePlaces.units
  /// How many further choices that are as good to look for.
  public var alternatives = 0
  /// What new sites offer; nil for a kind that the target counts.
  public var kind: ServiceKind?
  /// What new sites cost.
  public var costs = RepairCosts()
  /// The most nodes that the search may look at; nil for its own.
  var nodes: Int?
  /// The evaluation in which the target is missed.
  public var evaluation: EvaluationRequest

  /// Asks for the repair of a target.
  public init(target: String, evaluation: EvaluationRequest) {
    self.target = target
    self.evaluation = evaluation
  }
}
