import Certificates
import LocationAllocation
public import Planning
import PlanningModel
import Targets

/// Repairs as JSON, schema `yike-repair/1`; every key is present.
public enum RepairJSON {
  /// The bytes of the document: a repair for each target that was asked for, and one for all.
  public static func bytes(_ repairs: TargetRepairs, version: String) -> [UInt8] {
    var text = ""
    OrderedJSON.object([
      ("schema", .text("yike-repair/1")), ("version", .text(version)),
      ("repairs", .array(repairs.repairs.map(repair))),
      ("joint", repairs.joint.map(joint) ?? .null),
    ]).write(to: &text)
    return Array((text + "\n").utf8)
  }

  private static func repair(_ repair: TargetRepair) -> OrderedJSON {
    let answer = repair.answer
    return .object(
      [
        ("target", .text(repair.verdict.id)), ("title", .text(repair.verdict.title)),
        ("before", .text(repair.verdict.status.rawValue)), ("rule", .text(repair.rule.rawValue)),
        ("problem", .text(repair.statement.problem.rawValue)),
        ("status", .text(answer.status.rawValue)),
        ("proof", .text(answer.isCertified ? "certified" : "none")),
        ("objective", amount(answer.objective, decimals: repair.statement.priceDecimals)),
        ("bound", amount(answer.bound, decimals: repair.statement.priceDecimals)),
      ] + reached(repair) + [
        ("selected", .array(repair.sites.map { .text($0.id) })),
        ("sites", .array(repair.sites.map { .object(site($0)) })),
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
      ] + expense(repair.expense) + [
        ("evaluated", repair.evaluated.map(effect) ?? .null),
        ("options", .array(repair.options.map(option))),
        ("assumptions", .array(repair.assumptions.map(assumption))),
        ("provenance", .text(repair.provenance.rawValue)),
      ])
  }

  private static func joint(_ joint: JointRepair) -> OrderedJSON {
    .object(
      [
        ("targets", .array(joint.parts.map { .text($0.verdict.id) })),
        ("status", .text(joint.status.rawValue)),
        (
          "proof",
          .text(
            joint.status == .unknown ? "none" : joint.isCertified ? "certified" : "solver")
        ),
        (
          "objective", amount(joint.objective?.units, decimals: joint.objective?.decimals ?? 0)
        ),
        ("selected", .array(joint.sites.map { .text($0.site.id) })),
        (
          "sites",
          .array(
            joint.sites.map { shared in
              .object(
                site(shared.site) + [
                  ("serves", .array(shared.serves.map { .text($0) })),
                  ("kinds", .array(shared.kinds.map { .text($0.rawValue) })),
                ])
            })
        ),
        ("separate_sites", .optional(joint.separateSites)),
        (
          "parts",
          .array(
            joint.parts.map { .object([("target", .text($0.verdict.id))] + reached($0)) })
        ),
        ("equal_choices", .optional(joint.equalChoices)),
        (
          "alternatives",
          .array(joint.alternatives.map { .array($0.map { .text($0.id) }) })
        ),
        ("ties_complete", joint.areTiesComplete.map { .bool($0) } ?? .null),
        ("infeasible", .array(joint.infeasible.map { .text($0) })),
      ] + expense(joint.expense) + [
        ("assumptions", .array(joint.assumptions.map(assumption))),
        ("provenance", .text(joint.provenance.rawValue)),
      ])
  }

  private static func reached(_ repair: TargetRepair) -> [(String, OrderedJSON)] {
    [
      ("required", .integer(repair.need)), ("reached_before", .integer(repair.reachedBefore)),
      ("reached_after", .integer(repair.reachedAfter)),
      (
        "gained",
        .array(
          repair.gained.map { .object([("id", .text($0.id)), ("name", .text($0.name))]) })
      ),
      ("gained_people", .optional(repair.gainedPeople)),
    ]
  }

  private static func expense(_ expense: RepairExpense?) -> [(String, OrderedJSON)] {
    [
      ("cost", expense.map { cost($0.total) } ?? .null),
      ("currency", .optional(expense?.currency)),
      ("cost_per_unit", expense?.perUnit.map { .number($0) } ?? .null),
      ("cost_per_person", expense?.perPerson.map { .number($0) } ?? .null),
      ("cost_provenance", .optional(expense?.provenance.rawValue)),
    ]
  }

  /// A whole number where it is one.
  private static func cost(_ cost: ExactDecimal) -> OrderedJSON {
    cost.denominator == 1 ? .integer(cost.numerator) : .number(cost.doubleValue)
  }

  /// A whole number where it is one.
  private static func amount(_ units: Int128?, decimals: Int) -> OrderedJSON {
    guard let units else { return .null }
    return decimals == 0
      ? .integer(Int(clamping: units))
      : .number(ExactAmount(units, decimals: decimals).doubleValue)
  }

  private static func option(_ option: RepairOption) -> OrderedJSON {
    .object([
      ("kind", .text(option.kind.rawValue)), ("text", .text(option.text.chinese)),
      ("text_en", .text(option.text.english)), ("evaluated", effect(option.effect)),
      ("assumption", assumption(option.assumption)), ("scenario", .optional(option.scenario)),
    ])
  }

  private static func effect(_ effect: RepairOption.Effect) -> OrderedJSON {
    .object([
      ("status", .text(effect.status.rawValue)), ("achieved", .optional(effect.achieved)),
    ])
  }

  private static func assumption(_ assumption: Assumption) -> OrderedJSON {
    .object([("id", .text(assumption.id)), ("text", .text(assumption.text))])
  }

  private static func site(_ site: TargetRepair.Site) -> [(String, OrderedJSON)] {
    [
      ("id", .text(site.id)), ("name", .text(site.name)),
      ("lon", site.position.map { .number($0.longitude) } ?? .null),
      ("lat", site.position.map { .number($0.latitude) } ?? .null),
      ("unit", .optional(site.unit?.rawValue)), ("provenance", .text(site.provenance.rawValue)),
    ]
  }
}
