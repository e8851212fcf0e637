import PlanningModel
import Targets

/// One task of a table, or of one quarter of it, as JSON.
struct TaskEntry: Encodable {
  let row: String
  @ExplicitNull var quarter: Int?
  @ExplicitNull var task: String?
  let leads, supporters: [String]
  @ExplicitNull var due: String?
  @ExplicitNull var dueText: String?
  @ExplicitNull var done: Bool?
  @ExplicitNull var date: String?
  @ExplicitNull var evidence: String?
  let light: String

  private enum CodingKeys: String, CodingKey {
    case row, quarter, task, leads, supporters, due
    case dueText = "due_text"
    case done, date, evidence, light
  }

  init(_ figure: TaskFigure) {
    row = figure.row
    quarter = figure.quarter
    task = figure.task
    leads = figure.leads
    supporters = figure.supporters
    due = figure.due?.description
    dueText = figure.dueText
    done = figure.isDone
    date = figure.date?.description
    evidence = figure.evidence
    light = figure.light.rawValue
  }
}

/// One level of a network, as JSON.
struct LevelEntry: Encodable {
  let level: String
  @ExplicitNull var universe: Int?
  @ExplicitNull var required: Int?
  @ExplicitNull var achieved: Int?
  @ExplicitNull var unknown: Int?
  let targets: [String]
  let orphans: [MissingEntry]
  @ExplicitNull var longestLink: Double?
  @ExplicitNull var complete: Bool?

  private enum CodingKeys: String, CodingKey {
    case level, universe, required, achieved, unknown, targets, orphans
    case longestLink = "longest_link_seconds"
    case complete
  }

  init(_ figure: LevelFigure) {
    level = figure.level.rawValue
    universe = figure.universe
    required = figure.required
    achieved = figure.achieved
    unknown = figure.unknown
    targets = figure.targets
    orphans = figure.orphans.map(MissingEntry.init)
    longestLink = figure.longestLink.map { Double($0.milliseconds) / 1000 }
    complete = figure.isComplete
  }
}
