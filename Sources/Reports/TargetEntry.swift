import PlanningModel
import Targets

/// One verdict as the JSON document shows it.
struct TargetEntry: Encodable {
  let id, title, status, rule: String
  @ExplicitNull var universe: Int?
  @ExplicitNull var universeID: String?
  @ExplicitNull var required: Int?
  @ExplicitNull var requiredText: String?
  @ExplicitNull var achieved: Int?
  @ExplicitNull var unknown: Int?
  @ExplicitNull var gap: Int?
  @ExplicitNull var numerator: Int?
  @ExplicitNull var denominator: Int?
  @ExplicitNull var share: Double?
  @ExplicitNull var shareText: String?
  @ExplicitNull var range: [Int?]?
  let met: [MetEntry]
  let missing, undecided: [MissingEntry]
  let alternatives: [AlternativeEntry]
  @ExplicitNull var withNeighbours: NeighbourEntry?
  @ExplicitNull var persons: PersonsEntry?
  let due: DueEntry
  @ExplicitNull var upper: UpperEntry?
  let cite: CitationEntry
  @ExplicitNull var provenance: String?
  @ExplicitNull var reason: String?
  let isFinal: Bool
  @ExplicitNull var detail: DetailEntry?

  private enum CodingKeys: String, CodingKey {
    case id, title, status, rule, universe
    case universeID = "universe_id"
    case required
    case requiredText = "required_text"
    case achieved, unknown, gap
    case numerator = "num"
    case denominator = "den"
    case share
    case shareText = "share_text"
    case range, met, missing, undecided, alternatives
    case withNeighbours = "with_neighbours"
    case persons, due, upper, cite, provenance, reason
    case isFinal = "is_final"
    case detail
  }

  init(_ verdict: Verdict) {
    id = verdict.id
    title = verdict.title
    status = verdict.status.rawValue
    rule = verdict.rule
    universe = verdict.universe
    universeID = verdict.universeID
    required = verdict.required
    requiredText = verdict.requiredText
    achieved = verdict.achieved
    unknown = verdict.unknown
    gap = verdict.gap
    numerator = verdict.numerator
    denominator = verdict.denominator
    share = verdict.share
    shareText = verdict.shareText
    range = verdict.rangeLow.map { [$0, verdict.rangeHigh] }
    met = verdict.met.map(MetEntry.init)
    missing = verdict.missing.map(MissingEntry.init)
    undecided = verdict.undecided.map(MissingEntry.init)
    alternatives = verdict.alternatives.map(AlternativeEntry.init)
    withNeighbours = verdict.withNeighbours.map(NeighbourEntry.init)
    persons = verdict.persons.map(PersonsEntry.init)
    due = DueEntry(date: verdict.dueDate?.description, kind: verdict.dueKind)
    upper = verdict.upper.map(UpperEntry.init)
    cite = CitationEntry(
      document: verdict.citation.document, clause: verdict.citation.clause,
      quote: verdict.citation.quote)
    provenance = verdict.provenance?.rawValue
    reason = verdict.reason
    isFinal = verdict.isFinal
    detail = verdict.detail.map(DetailEntry.init)
  }
}
