import Certificates
import LocationAllocation
public import Planning
import PlanningModel
import Targets

/// Repairs as JSON, schema `yike-repair/1`; every key is present.
public enum RepairJSON {
  /// The bytes of the document, a repair for each target that was asked for.
  public static func bytes(_ repairs: [TargetRepair], version: String) -> [UInt8] {
    var text = ""
    OrderedJSON.object([
      ("schema", .text("yike-repair/1")), ("version", .text(version)),
      ("repairs", .array(repairs.map(repair))),
    ]).write(to: &text)
    return Array((text + "\n").utf8)
  }

  private static func repair(_ repair: TargetRepair) -> OrderedJSON {
    let answer = repair.answer
    return .object([
      ("target", .text(repair.verdict.id)), ("title", .text(repair.verdict.title)),
      ("before", .text(repair.verdict.status.rawValue)), ("rule", .text(repair.rule.rawValue)),
      ("problem", .text(repair.statement.problem.rawValue)),
      ("status", .text(answer.status.rawValue)),
      ("proof", .text(answer.isCertified ? "certified" : "none")),
      ("objective", .optional(answer.objective.map { Int($0) })),
      ("bound", .optional(answer.bound.map { Int($0) })),
      ("required", .integer(repair.need)), ("reached_before", .integer(repair.reachedBefore)),
      ("reached_after", .integer(repair.reachedAfter)),
      ("selected", .array(repair.sites.map { .text($0.id) })),
      ("sites", .array(repair.sites.map(site))),
      (
        "gained",
        .array(
          repair.gained.map { .object([("id", .text($0.id)), ("name", .text($0.name))]) })
      ),
      ("gained_people", .optional(repair.gainedPeople)),
      ("equal_choices", .optional(repair.equalChoices)),
      (
        "alternatives",
        .array(repair.alternatives.map { .array($0.map { .text($0.id) }) })
      ),
      ("ties_complete", answer.areTiesComplete.map { .bool($0) } ?? .null),
      (
        "uncoverable",
        .array(answer.uncoverable.map { .text(repair.statement.demandIDs[$0]) })
      ),
      (
        "assumptions",
        .array(
          repair.assumptions.map { .object([("id", .text($0.id)), ("text", .text($0.text))]) })
      ),
      ("provenance", .text(repair.provenance.rawValue)),
    ])
  }

  private static func site(_ site: TargetRepair.Site) -> OrderedJSON {
    .object([
      ("id", .text(site.id)), ("name", .text(site.name)),
      ("lon", site.position.map { .number($0.longitude) } ?? .null),
      ("lat", site.position.map { .number($0.latitude) } ?? .null),
      ("unit", .optional(site.unit?.rawValue)), ("provenance", .text(site.provenance.rawValue)),
    ])
  }
}
