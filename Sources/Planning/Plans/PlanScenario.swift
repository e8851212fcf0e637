import PlanningModel
import Scenarios
import Targets

/// The scenario of a plan at the end of a period: what has opened by then, and the activities that
/// it runs.
struct PlanScenario {
  let plan: MultiYearPlan
  /// The name of the base scenario's file; nil for the baseline.
  let base: String?
  /// Activities that targets of the plan ask for, with the sessions that count as running them.
  let activities: [String: Int]
  /// Activity records of the base.
  let records: [ActivityRecord]
  /// What the plan takes for granted.
  let assumptions: [Assumption]

  /// The name of a year's scenario, without the extension.
  func name(_ period: PlanPeriod) -> String { "\(plan.id)-\(period.label)" }

  /// The YAML text.
  ///
  /// - Parameter sites: what has opened by the end of the period.
  func text(_ sites: [PlanOutcome.Site], through period: PlanPeriod) -> String {
    var lines = [
      "# Written by yike plan: \(plan.id), at the end of \(period.label).",
      "schema: yike-scenario/1", "id: \(Self.quoted(name(period)))",
      "title: \(Self.quoted("\(plan.title)：\(period.label)末"))",
      "title_en: \(Self.quoted("\(plan.titleEnglish): end of \(period.label)"))",
    ]
    if let base { lines.append("extends: \(Self.quoted(base))") }
    lines += ["as_of: \(period.end)", "currency: \(Self.quoted(plan.currency))"]
    if !assumptions.isEmpty { lines.append("assumptions:") }
    for assumption in assumptions {
      lines.append(
        "  - {id: \(assumption.id), text: \(Self.quoted(assumption.text)), "
          + "text_en: \(Self.quoted(assumption.textEnglish))}")
    }
    let rules = plan.targets.compactMap { goal in goal.rule.map { "\(goal.target): \($0)" } }
    if !rules.isEmpty { lines.append("rules: {\(rules.joined(separator: ", "))}") }
    if !sites.isEmpty { lines.append("open:") }
    lines += sites.map(opening)
    let run = running(sites, in: period.year)
    if !run.isEmpty { lines.append("activities:") }
    lines += run
    return lines.joined(separator: "\n") + "\n"
  }

  private func opening(_ site: PlanOutcome.Site) -> String {
    var fields = [
      "id: \(Self.quoted("\(plan.id)-\(site.id)"))", "name: \(Self.quoted(site.name))",
      "kind: \(site.kind.rawValue)", "host: \(Self.quoted(site.unit.rawValue))",
    ]
    if let position = site.position {
      fields += ["lon: \(position.longitude)", "lat: \(position.latitude)"]
    }
    if let serves = site.serves {
      let units = serves.map { Self.quoted($0.rawValue) }
      fields.append("service_range: [\(units.joined(separator: ", "))]")
    }
    let opened = site.opens.map { plan.periods[$0].end } ?? plan.periods[0].end
    fields += [
      "state: operating", "opened: \(opened)", "cost: \(site.cost)",
      "provenance: \(site.provenance.rawValue)",
    ]
    return "  - {\(fields.joined(separator: ", "))}"
  }

  /// Records of the year: of what ran before, if that goes on, and of what has opened.
  private func running(_ sites: [PlanOutcome.Site], in year: Int) -> [String] {
    activities.keys.sorted().flatMap { activity -> [String] in
      let own = records.filter { $0.activity == activity && $0.year <= year }
      let known = Set(own.filter { $0.year == year }.map(\.unit))
      var latest: [UnitID: ActivityRecord] = [:]
      if plan.continuesActivities {
        for record in own where !known.contains(record.unit) {
          if latest[record.unit].map({ $0.year < record.year }) ?? true {
            latest[record.unit] = record
          }
        }
      }
      var opened: [UnitID: Provenance] = [:]
      for site in sites {
        for unit in site.serves ?? [site.unit] {
          opened[unit] = min(opened[unit] ?? site.provenance, site.provenance)
        }
      }
      return latest.keys.sorted().compactMap { latest[$0] }.map { record in
        Self.line(
          record.unit, activity, year, sessions: record.sessions, served: record.servedPeople,
          max(record.provenance, .derived))
      }
        + opened.keys.sorted().map { unit in
          Self.line(
            unit, activity, year, sessions: activities[activity], served: nil,
            opened[unit] ?? .illustrative)
        }
    }
  }

  private static func line(
    _ unit: UnitID, _ activity: String, _ year: Int, sessions: Int?, served: Int?,
    _ provenance: Provenance
  ) -> String {
    var fields = [
      "unit: \(quoted(unit.rawValue))", "activity: \(quoted(activity))", "year: \(year)",
    ]
    if let sessions { fields.append("sessions: \(sessions)") }
    if let served { fields.append("served_people: \(served)") }
    fields.append("provenance: \(provenance.rawValue)")
    return "  - {\(fields.joined(separator: ", "))}"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
