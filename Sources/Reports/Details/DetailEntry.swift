import PlanningModel
import Targets

/// What a verdict holds besides its figures, as the JSON document shows it: `kind`, then the
/// keys of that kind.
enum DetailEntry: Encodable {
  case milestone(MilestoneEntry)
  case receipts(ReceiptsEntry)
  case tasks([TaskEntry])
  case levels([LevelEntry])
  case issues(IssueFigure)
  case trend(TrendEntry)
  case parameters([PolicyParameter])

  init(_ detail: VerdictDetail) {
    switch detail {
    case .milestone(let figure): self = .milestone(MilestoneEntry(figure))
    case .receipts(let matrix): self = .receipts(ReceiptsEntry(matrix))
    case .tasks(let tasks): self = .tasks(tasks.map(TaskEntry.init))
    case .levels(let levels): self = .levels(levels.map(LevelEntry.init))
    case .issues(let figure): self = .issues(figure)
    case .trend(let figure): self = .trend(TrendEntry(figure))
    case .parameters(let values): self = .parameters(values)
    }
  }

  private enum CodingKeys: String, CodingKey {
    case kind, tasks, levels, found, closed, open, overdue, values
  }

  private struct ParameterEntry: Encodable {
    let name: String
    let values: [String]
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .milestone(let entry):
      try container.encode("milestone", forKey: .kind)
      try entry.encode(to: encoder)
    case .receipts(let entry):
      try container.encode("receipts", forKey: .kind)
      try entry.encode(to: encoder)
    case .tasks(let tasks):
      try container.encode("tasks", forKey: .kind)
      try container.encode(tasks, forKey: .tasks)
    case .levels(let levels):
      try container.encode("levels", forKey: .kind)
      try container.encode(levels, forKey: .levels)
    case .issues(let figure):
      try container.encode("issues", forKey: .kind)
      try container.encode(figure.found, forKey: .found)
      try container.encode(figure.closed, forKey: .closed)
      try container.encode(figure.open, forKey: .open)
      try container.encode(figure.overdue, forKey: .overdue)
    case .trend(let entry):
      try container.encode("trend", forKey: .kind)
      try entry.encode(to: encoder)
    case .parameters(let values):
      try container.encode("parameters", forKey: .kind)
      try container.encode(
        values.map { ParameterEntry(name: $0.name, values: $0.values) }, forKey: .values)
    }
  }
}

/// How far a milestone has come.
struct MilestoneEntry: Encodable {
  @ExplicitNull var state: String?
  @ExplicitNull var date: String?
  @ExplicitNull var doneAt: String?
  @ExplicitNull var daysLate: Int?
  @ExplicitNull var evidence: String?

  private enum CodingKeys: String, CodingKey {
    case state, date
    case doneAt = "done_at"
    case daysLate = "days_late"
    case evidence
  }

  init(_ figure: MilestoneFigure) {
    state = figure.state
    date = figure.date?.description
    doneAt = figure.doneAt
    daysLate = figure.daysLate
    evidence = figure.evidence
  }
}

/// A figure then and now.
struct TrendEntry: Encodable {
  let baselineYear: Int
  @ExplicitNull var before: Int?
  @ExplicitNull var now: Int?
  let direction: String

  private enum CodingKeys: String, CodingKey {
    case baselineYear = "baseline_year"
    case before, now, direction
  }

  init(_ figure: TrendFigure) {
    baselineYear = figure.baselineYear
    before = figure.before
    now = figure.now
    direction = figure.direction.rawValue
  }
}
