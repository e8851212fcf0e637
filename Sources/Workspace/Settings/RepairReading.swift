public import PlanningModel

/// A further reading of a target by which the report's list of projects repairs it as well: a unit
/// counts when enough of its people are within a limit of travel, wherever the site stands.
public struct RepairReading: Sendable, Hashable {
  /// The target's id.
  public var target: String
  /// The limit; a time equal to it is within.
  public var limit: TravelTime
  /// How people travel.
  public var mode: TravelMode
  /// Who is counted.
  public var cohort: CohortID
  /// The share of a unit's people that has to be within the limit.
  public var unitShare: ExactDecimal
  /// Units that have to count, by name, or targets that name them.
  public var forced: [String]

  /// The parameters of the reading, without the name of its place.
  var parameters: [(key: String, value: String)] {
    [
      ("target", target), ("within", "\(limit.secondsText)s"), ("mode", mode.rawValue),
      ("cohort", cohort.rawValue), ("unit_share", unitShare.description),
      ("force", forced.joined(separator: ", ")),
    ]
  }
}
