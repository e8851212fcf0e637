public import PlanningModel

/// What a verdict's list holds.
public enum VerdictListing: String, Sendable {
  /// Units of administration.
  case units
  /// Villages and communities.
  case places
  /// Receipts, tasks, levels or issues.
  case items
}

/// Red, yellow or green of a quarter (DOMAIN §5.1).
public enum TrafficLight: String, Sendable, CaseIterable {
  /// Done, or as planned.
  case green
  /// Behind the plan, and still to be caught up.
  case yellow
  /// Past its day, or not to be done at all.
  case red
  /// Not known, for information, or not begun.
  case grey

  /// The light of a status.
  public init(_ status: VerdictStatus) {
    switch status {
    case .met, .onTrack: self = .green
    case .behind: self = .yellow
    case .missed, .infeasible: self = .red
    case .unknown, .informational, .notApplicable: self = .grey
    }
  }
}

/// How far a milestone has come.
public struct MilestoneFigure: Sendable, Hashable {
  /// The state reached, in the target's words; nil where none is on record.
  public var state: String?
  /// The day it was reached.
  public var date: CivilDate?
  /// The state that keeps the promise.
  public var doneAt: String?
  /// How many days after its due day it was done; nil where it was in time, or is not done.
  public var daysLate: Int?
  /// The paper that proves it.
  public var evidence: String?
}

/// One task of a table, or of one quarter of it.
public struct TaskFigure: Sendable, Hashable {
  /// The row's number.
  public var row: String
  /// The quarter, 1 to 4; nil where the table has none.
  public var quarter: Int?
  /// What is to be done; nil where the source has lost it.
  public var task: String?
  /// Who leads.
  public var leads: [String]
  /// Who supports.
  public var supporters: [String]
  /// The day it is due; nil where there is none.
  public var due: CivilDate?
  /// By when, in the document's words.
  public var dueText: String?
  /// Whether it is done; nil when that is not known.
  public var isDone: Bool?
  /// The day it was done.
  public var date: CivilDate?
  /// The paper that proves it.
  public var evidence: String?
  /// Red when its day has passed and it is known not to be done, yellow when it is to come.
  public var light: TrafficLight
}

/// One level of a network.
public struct LevelFigure: Sendable, Hashable {
  /// District, township or village.
  public var level: UniverseLevel
  /// How many units the level has; nil when that is not known.
  public var universe: Int?
  /// How many of them are needed; nil where other targets decide, or nothing is known.
  public var required: Int?
  /// How many are known to have a facility.
  public var achieved: Int?
  /// How many are undecided.
  public var unknown: Int?
  /// The targets that decide instead.
  public var targets: [String]
  /// Units that have a facility and none above them.
  public var orphans: [UnitFinding]
  /// The longest known way from a village to the facility above; nil where it was not asked.
  public var longestLink: TravelTime?
  /// Whether the level is complete; nil when that is not known.
  public var isComplete: Bool?
}

/// How a ledger of issues stands.
public struct IssueFigure: Sendable, Hashable {
  /// Issues found.
  public var found: Int
  /// Those closed.
  public var closed: Int
  /// Those open whose day has not come, or that have none.
  public var open: Int
  /// Those open whose day has come, by number.
  public var overdue: [String]
}

/// A figure then and now.
public struct TrendFigure: Sendable, Hashable {
  /// The year whose last day the baseline stands at.
  public var baselineYear: Int
  /// The figure then; nil when it is not known.
  public var before: Int?
  /// The figure now; nil when it is not known.
  public var now: Int?
  /// Which way it is to go.
  public var direction: TrendDirection
}

/// What a verdict holds besides its figures.
public enum VerdictDetail: Sendable, Hashable {
  /// How far a milestone has come.
  case milestone(MilestoneFigure)
  /// Who handed in what and when.
  case receipts(ReceiptsMatrix)
  /// The tasks of a table.
  case tasks([TaskFigure])
  /// The levels of a network.
  case levels([LevelFigure])
  /// How a ledger of issues stands.
  case issues(IssueFigure)
  /// A figure then and now.
  case trend(TrendFigure)
  /// Thresholds that the document sets.
  case parameters([PolicyParameter])
}
