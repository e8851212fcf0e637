public import PlanningModel

/// A step of a promise that is kept in several years.
public struct MilestoneStage: Sendable, Hashable {
  /// The day it is due.
  public var by: CivilDate
  /// What stands then, in the document's words; nil where it gives none.
  public var state: String?
}

/// A state reached by a date.
public struct MilestoneMeasure: Sendable, Hashable {
  /// The states in their order; empty where any record shows that it is done.
  public var states: [String]
  /// The state that keeps the promise; nil for the last.
  public var doneAt: String?
  /// Stages by year; empty for a single date.
  public var stages: [MilestoneStage]

  /// How far a state is on the way; nil for one that is not among them.
  public func step(of state: String?) -> Int? {
    guard let state else { return states.isEmpty ? 0 : states.count - 1 }
    return states.isEmpty ? 0 : states.firstIndex(of: state)
  }

  /// The step that keeps the promise.
  public var doneStep: Int {
    doneAt.flatMap { states.firstIndex(of: $0) } ?? max(0, states.count - 1)
  }
}

/// The same state reached in every unit.
public struct MilestonePerUnitMeasure: Sendable, Hashable {
  /// The universe's name.
  public var universe: String
  /// Only units that have an operating facility of this kind; nil for all.
  public var whereHas: ServiceKind?
  /// The states and which of them keeps the promise.
  public var milestone: MilestoneMeasure
}

/// One row of a table of tasks by quarter.
public struct QuarterlyTask: Sendable, Hashable {
  /// Its number in the table.
  public var id: String
  /// The task in the document's words.
  public var task: String
  /// Who is responsible; empty where the source has lost it.
  public var offices: [String]
  /// What is to be done in each quarter, first to fourth; nil where nothing is asked.
  public var quarters: [String?]
  /// Whether the source breaks off in this row: what is missing in it is then unknown.
  public var isTruncated: Bool
  /// The target that judges the same task; nil for none.
  public var links: String?
}

/// Tasks by quarter.
public struct QuarterlyTasksMeasure: Sendable, Hashable {
  /// The rows that the source shows.
  public var rows: [QuarterlyTask]
}

/// One row of an annex of tasks.
public struct TaskRow: Sendable, Hashable {
  /// Its number in the table.
  public var id: String
  /// The clause it belongs to.
  public var section: String?
  /// The task, or the beginning of it.
  public var task: String
  /// Who leads.
  public var leads: [String]
  /// Who supports.
  public var supporters: [String]
  /// By when, in the document's words.
  public var dueText: String?
  /// What those words mean; nil where there are none.
  public var due: Due?
}

/// An annex of tasks, with who is responsible and by when.
public struct TaskTableMeasure: Sendable, Hashable {
  /// The rows that are given.
  public var rows: [TaskRow]
  /// How many rows the document has; those that are not given are unknown.
  public var count: Int
}
