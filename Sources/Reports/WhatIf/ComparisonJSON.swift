import Coverage
public import Planning
import PlanningModel
import Targets

/// A comparison as JSON, schema `yike-compare/1`; every key is present.
public enum ComparisonJSON {
  /// The bytes of the document.
  public static func bytes(_ comparison: ScenarioComparison, version: String) -> [UInt8] {
    var text = ""
    OrderedJSON.object([
      ("schema", .text("yike-compare/1")), ("version", .text(version)),
      ("before", side(comparison.before)), ("after", side(comparison.after)),
      ("targets", .array(comparison.targets.map(target))),
      ("services", .array(comparison.services.map(service))),
    ]).write(to: &text)
    return Array((text + "\n").utf8)
  }

  private static func side(_ side: ScenarioComparison.Side) -> OrderedJSON {
    .object([
      ("scenario", .optional(side.scenario)), ("as_of", .text(side.asOf.description)),
      ("cost", .optional(side.cost?.description)), ("currency", .optional(side.currency)),
      ("patches_without_cost", .integer(side.patchesWithoutCost)),
      (
        "assumptions",
        .array(
          side.assumptions.map { .object([("id", .text($0.id)), ("text", .text($0.text))]) })
      ),
    ])
  }

  private static func target(_ change: ScenarioComparison.TargetChange) -> OrderedJSON {
    func verdict(_ verdict: Verdict) -> OrderedJSON {
      .object([
        ("status", .text(verdict.status.rawValue)), ("required", .optional(verdict.required)),
        ("achieved", .optional(verdict.achieved)), ("unknown", .optional(verdict.unknown)),
        ("gap", .optional(verdict.gap)), ("share_text", .optional(verdict.shareText)),
      ])
    }
    func findings(_ findings: [UnitFinding]) -> OrderedJSON {
      .array(
        findings.map {
          .object([
            ("code", .optional($0.code)), ("id", .text($0.id)), ("name", .text($0.name)),
          ])
        })
    }
    return .object([
      ("id", .text(change.after.id)), ("title", .text(change.after.title)),
      ("before", verdict(change.before)), ("after", verdict(change.after)),
      ("flips", .bool(change.flips)), ("gained", findings(change.gained)),
      ("lost", findings(change.lost)), ("holds", change.holds.map { .bool($0) } ?? .null),
      ("untested", .bool(change.isUntested)),
      ("rests_on", .array(change.after.assumptions.map { .text($0) })),
    ])
  }

  private static func service(_ change: ScenarioComparison.ServiceChange) -> OrderedJSON {
    .object([
      ("service", .text(change.table.service)), ("cohort", .text(change.table.cohort.rawValue)),
      ("limit_seconds", .optional(change.table.limit?.secondsText)),
      ("mode", .optional(change.table.profile?.mode.rawValue)),
      ("withheld", .bool(!change.countsPeople)), ("gained", .optional(change.gained)),
      ("lost", .optional(change.lost)), ("net", .optional(change.net)),
      ("net_range", range(change.varied)),
      ("holds", change.varied.map { .bool($0.holds) } ?? .null),
      (
        "places",
        .array(
          change.rows.filter(\.isChanged).map { place in
            let counts = change.countsPeople
            return .object([
              ("level", .text(place.row.level.rawValue)), ("id", .text(place.row.id)),
              ("code", .optional(place.row.code)), ("name", .text(place.row.name)),
              ("covered_before", .optional(counts ? place.before?.covered : nil)),
              ("covered_after", .optional(counts ? place.after?.covered : nil)),
              ("change", .optional(place.change)),
              ("seconds_before", .optional(place.before?.time?.secondsText)),
              ("seconds_after", .optional(place.after?.time?.secondsText)),
              ("provenance", .text(place.row.provenance.rawValue)),
              ("change_range", range(place.varied)),
              ("holds", place.varied.map { .bool($0.holds) } ?? .null),
            ])
          })
      ),
    ])
  }

  private static func range(_ change: ScenarioComparison.VariedChange?) -> OrderedJSON {
    change.map { .array([.integer($0.low), .integer($0.high)]) } ?? .null
  }
}
