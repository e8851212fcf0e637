import PlanningModel
import Targets

/// A unit or place that is met.
struct MetEntry: Encodable {
  @ExplicitNull var code: String?
  let id, name: String
  let by: [String]

  init(_ finding: UnitFinding) {
    code = finding.code
    id = finding.id
    name = finding.name
    by = finding.by.map(\.rawValue)
  }
}

/// A unit or place that is missing or undecided.
struct MissingEntry: Encodable {
  @ExplicitNull var code: String?
  let id, name: String
  @ExplicitNull var reason: String?

  init(_ finding: UnitFinding) {
    code = finding.code
    id = finding.id
    name = finding.name
    reason = finding.reason?.rawValue
  }
}

/// What another covered-rule would have said.
struct AlternativeEntry: Encodable {
  let rule: String
  @ExplicitNull var achieved: Int?
  @ExplicitNull var unknown: Int?
  let status: String

  init(_ alternative: AlternativeVerdict) {
    rule = alternative.rule
    achieved = alternative.achieved
    unknown = alternative.unknown
    status = alternative.status.rawValue
  }
}

/// The figure with the neighbours' facilities.
struct NeighbourEntry: Encodable {
  let achieved: Int
  @ExplicitNull var share: Double?
  @ExplicitNull var shareText: String?
  let status: String

  private enum CodingKeys: String, CodingKey {
    case achieved, share
    case shareText = "share_text"
    case status
  }

  init(_ figure: NeighbourFigure) {
    achieved = figure.achieved
    share = figure.share
    shareText = figure.shareText
    status = figure.status.rawValue
  }
}

/// The people behind a verdict.
struct PersonsEntry: Encodable {
  @ExplicitNull var covered: Int?
  @ExplicitNull var total: Int?
  @ExplicitNull var gap: Int?

  init(_ figure: PersonsFigure) {
    covered = figure.covered
    total = figure.total
    gap = figure.gap
  }
}

/// When it is due.
struct DueEntry: Encodable {
  @ExplicitNull var date: String?
  let kind: String
}

/// The figure of the level above.
struct UpperEntry: Encodable {
  let value: String
  @ExplicitNull var due: String?
  let document: String
  let binds: Bool

  init(_ figure: UpperFigure) {
    value = figure.value
    due = figure.due?.description
    document = figure.document
    binds = figure.binds
  }
}

/// Where the words stand.
struct CitationEntry: Encodable {
  let document, clause, quote: String
}
