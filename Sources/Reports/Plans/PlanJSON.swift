import LocationAllocation
public import Planning
import PlanningModel
import Scenarios
import Targets

/// A plan over years as JSON, schema `yike-plan-result/1`; every key is present, and money is text,
/// exactly as reckoned.
public enum PlanJSON {
  /// The bytes of the document.
  public static func bytes(_ outcome: PlanOutcome, version: String) -> [UInt8] {
    let plan = outcome.plan
    var text = ""
    OrderedJSON.object([
      ("schema", .text("yike-plan-result/1")), ("version", .text(version)),
      ("id", .text(plan.id)), ("title", .text(plan.title)), ("scenario", .optional(outcome.base)),
      ("status", .text(outcome.status.rawValue)),
      ("proof", .text(outcome.status == .optimal ? "solver" : "none")),
      ("currency", .text(plan.currency)), ("carry_over", .bool(plan.carriesOver)),
      ("discount", .text(plan.discount.description)),
      ("periods", .array(outcome.periods.map { .text($0.label) })),
      ("cost", outcome.status == .optimal ? .text(outcome.cost.description) : .null),
      ("years", .array(outcome.years.map(year))),
      ("sites", .array(outcome.sites.map { site($0, outcome) })),
      ("targets", .array(outcome.targets.map { goal($0, outcome) })),
      ("regret", outcome.regret.map { regret($0, outcome) } ?? .null),
      ("failure", outcome.failure.map { failure($0) } ?? .null),
      (
        "assumptions",
        .array(
          outcome.assumptions.map { .object([("id", .text($0.id)), ("text", .text($0.text))]) })
      ),
      ("plan_provenance", .text(plan.provenance.rawValue)),
      ("provenance", .text(outcome.provenance.rawValue)),
    ]).write(to: &text)
    return Array((text + "\n").utf8)
  }

  private static func money(_ amount: ExactDecimal?) -> OrderedJSON {
    .optional(amount?.description)
  }

  private static func year(_ year: PlanOutcome.Year) -> OrderedJSON {
    .object([
      ("year", .integer(year.year)), ("budget", money(year.budget)),
      ("available", money(year.available)), ("spent", money(year.spent)),
      ("staff", .integer(year.staff)), ("staff_limit", .optional(year.staffLimit)),
      ("opened", .array(year.opened.map { .text($0) })),
      (
        "gains",
        .array(
          year.gains.map { gain in
            .object([
              ("target", .text(gain.target)), ("count", .integer(gain.count)),
              ("people", .optional(gain.people)), ("cost_per_count", money(gain.costPerCount)),
              ("cost_per_person", money(gain.costPerPerson)),
              (
                "places",
                .array(
                  gain.places.map { .object([("id", .text($0.id)), ("name", .text($0.name))]) })
              ),
            ])
          })
      ),
    ])
  }

  private static func site(_ site: PlanOutcome.Site, _ outcome: PlanOutcome) -> OrderedJSON {
    .object([
      ("id", .text(site.id)), ("name", .text(site.name)), ("kind", .text(site.kind.rawValue)),
      ("unit", .text(site.unit.rawValue)), ("unit_name", .text(site.unitName)),
      ("lon", site.position.map { .number($0.longitude) } ?? .null),
      ("lat", site.position.map { .number($0.latitude) } ?? .null),
      ("cost", money(site.cost)), ("staff", .integer(site.staff)),
      ("feeds", .array(site.feeds.map { .text($0) })), ("required", .bool(site.isRequired)),
      ("period", .optional(site.opens.map { outcome.periods[$0].label })),
      ("opened", .optional(site.opens.map { outcome.periods[$0].end.description })),
      ("provenance", .text(site.provenance.rawValue)),
    ])
  }

  private static func goal(_ goal: PlanOutcome.Goal, _ outcome: PlanOutcome) -> OrderedJSON {
    .object([
      ("id", .text(goal.id)), ("title", .text(goal.title)),
      ("counts", .text(goal.countsPeople ? "people" : "units")),
      ("universe", .integer(goal.universe)),
      (
        "periods",
        .array(
          outcome.periods.enumerated().map { index, period in
            let verdict = outcome.plan.year(endingWith: index).flatMap { year in
              goal.verdicts.isEmpty ? nil : goal.verdicts[year]
            }
            return .object([
              ("period", .text(period.label)), ("required", .optional(goal.required[index])),
              ("without", .integer(goal.before[index])),
              ("reached", .optional(goal.reached.isEmpty ? nil : goal.reached[index])),
              ("achieved", .optional(verdict?.achieved)),
              ("status", .optional(verdict?.status.rawValue)),
              ("provenance", .optional(verdict?.provenance?.rawValue)),
            ])
          })
      ),
    ])
  }

  private static func regret(
    _ regret: PlanOutcome.Regret, _ outcome: PlanOutcome
  ) -> OrderedJSON {
    .object([
      ("sites", .array(regret.sites.map { .text($0) })), ("cost", money(regret.cost)),
      ("more_cost", money(regret.moreCost)),
      (
        "less_served",
        .array(
          zip(outcome.targets, regret.lessServed).map { goal, less in
            .object([
              ("target", .text(goal.id)),
              ("unit", .text(goal.countsPeople ? "person-years" : "unit-years")),
              ("value", .number(less.doubleValue)),
            ])
          })
      ),
    ])
  }

  private static func failure(_ failure: PlanOutcome.Failure) -> OrderedJSON {
    .object([
      ("period", .text(failure.period.label)),
      ("remedies", .array(failure.remedies.map(remedy))),
    ])
  }

  private static func remedy(_ remedy: PlanOutcome.Remedy) -> OrderedJSON {
    func object(_ kind: String, _ more: [(String, OrderedJSON)] = []) -> OrderedJSON {
      .object([("change", .text(kind))] + more)
    }
    return switch remedy {
    case .money(let year, let least, let given):
      object(
        "budget", [("year", .integer(year)), ("least", money(least)), ("given", money(given))])
    case .posts(let year, let least, let given):
      object(
        "staff", [("year", .integer(year)), ("least", .integer(least)), ("given", .integer(given))])
    case .need(let target, let most, let asked):
      object(
        "require",
        [("target", .text(target)), ("most", .integer(most)), ("asked", .integer(asked))])
    case .floor(let unit, let origin):
      object("floor", [("unit", .text(unit)), ("line", .text(origin))])
    case .windows: object("windows")
    case .services: object("feeds")
    case .moneyAndPosts: object("budget_and_staff")
    case .reachable(let target, let most, let asked):
      object(
        "all_built",
        [("target", .text(target)), ("most", .integer(most)), ("asked", .integer(asked))])
    }
  }
}
