public import PlanningModel
public import Targets

/// How every promise stood at the end of a quarter, and of those before it in the year (季度表).
public struct QuarterTable: Sendable {
  /// The verdicts at the end of the quarter; at the as-of date where that comes before.
  public var evaluation: Evaluation
  /// The year.
  public var year: Int
  /// The quarter, 1 to 4.
  public var quarter: Int
  /// Its last day.
  public var day: CivilDate
  /// The standings of each target by its id: the first quarter to the one asked for, in this order.
  public var standings: [String: [QuarterStanding]]

  /// Whether the quarter asked for is over, so that it can be judged.
  public var isOver: Bool { day <= evaluation.asOf }

  /// How a target stands in the quarter asked for.
  public func standing(of target: String) -> QuarterStanding? { standings[target]?.last }

  /// The light of a target in the quarter asked for.
  public func light(of target: String) -> TrafficLight { standing(of: target)?.light ?? .grey }

  /// How many targets have each light in the quarter asked for.
  public func count(_ light: TrafficLight) -> Int {
    evaluation.results.verdicts.count { self.light(of: $0.id) == light }
  }
}
