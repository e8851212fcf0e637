public import PlanningModel
public import Targets

/// New sites as a scenario file, ready for `yike run` and `yike compare`.
public struct RepairScenario: Sendable {
  /// The name of the scenario, from which the ids of its facilities are made.
  public var id: String
  /// What reports call it.
  public var title: Bilingual
  /// The name of the scenario file on which it rests; nil for the baseline.
  public var base: String?
  /// The day that is judged.
  public var asOf: CivilDate
  /// What costs are counted in; nil where nobody says.
  public var currency: String?
  /// What it takes for granted.
  public var assumptions: [Assumption]
  /// The sites that open.
  public var openings: [Opening]

  /// A service at a site.
  public struct Opening: Sendable {
    /// Where.
    public var site: TargetRepair.Site
    /// What it offers.
    public var kind: ServiceKind
    /// The activity that it runs, where a target asks for records of it.
    public var activity: String?
    /// The units it serves; nil for the one it stands in.
    public var range: [UnitID]?
    /// What it costs; nil where nobody says.
    public var cost: String?
  }

  /// The YAML text.
  public var text: String {
    var lines = [
      "schema: yike-scenario/1", "id: \(id)", "title: \(Self.quoted(title.chinese))",
      "title_en: \(Self.quoted(title.english))",
    ]
    if let base { lines.append("extends: \(base)") }
    lines.append("as_of: \(asOf)")
    if let currency, openings.contains(where: { $0.cost != nil }) {
      lines.append("currency: \(Self.quoted(currency))")
    }
    lines.append("assumptions:")
    for assumption in assumptions {
      lines.append(
        "  - {id: \(assumption.id), text: \(Self.quoted(assumption.text)), "
          + "text_en: \(Self.quoted(assumption.textEnglish))}")
    }
    if !openings.isEmpty { lines.append("open:") }
    for opening in openings { lines.append("  - {\(fields(opening).joined(separator: ", "))}") }
    return (lines + activityLines).joined(separator: "\n") + "\n"
  }

  private func fields(_ opening: Opening) -> [String] {
    let site = opening.site
    // A site with several services has a facility for each.
    let isOne = openings.count { $0.site.id == site.id } == 1
    let name = "\(id)-\(site.id)" + (isOne ? "" : "-\(opening.kind.rawValue)")
    var fields = [
      "id: \(Self.quoted(name))", "name: \(Self.quoted(site.name))", "kind: \(opening.kind)",
      "host: \(Self.quoted(site.unit?.rawValue ?? ""))",
    ]
    if !isOne { fields.append("site: \(Self.quoted("\(id)-\(site.id)"))") }
    if let position = site.position {
      fields += ["lon: \(position.longitude)", "lat: \(position.latitude)"]
    }
    if let range = opening.range {
      fields.append(
        "service_range: [\(range.map { Self.quoted($0.rawValue) }.joined(separator: ", "))]")
    }
    fields += ["state: operating", "opened: \(asOf)"]
    if let cost = opening.cost { fields.append("cost: \(cost)") }
    return fields + ["provenance: illustrative"]
  }

  private var activityLines: [String] {
    var records: Set<String> = []
    for opening in openings {
      guard let activity = opening.activity else { continue }
      for unit in opening.range ?? [opening.site.unit].compactMap(\.self) {
        records.insert(
          "  - {unit: \(Self.quoted(unit.rawValue)), activity: \(Self.quoted(activity)), "
            + "year: \(asOf.year), sessions: 1, provenance: illustrative}")
      }
    }
    return records.isEmpty ? [] : ["activities:"] + records.sorted()
  }

  static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

extension TargetRepair {
  /// The new sites as a scenario.
  ///
  /// - Parameters:
  ///   - base: the name of the scenario file on which the repair rests; nil for the baseline.
  public func scenario(base: String?) -> RepairScenario {
    RepairScenario(
      id: "repair-\(verdict.id)",
      title: Bilingual("\(verdict.id)补救方案", "Repair of \(verdict.id)"), base: base, asOf: asOf,
      currency: expense?.currency, assumptions: assumptions,
      openings: sites.enumerated().flatMap { position, site in
        let cost = siteCosts.isEmpty ? nil : siteCosts[position]?.description
        return (needsEveryKind ? kinds : Array(kinds.prefix(1))).enumerated().map { number, kind in
          // The cost of a site stands with its first service.
          RepairScenario.Opening(
            site: site, kind: ServiceKind(kind), activity: activity,
            cost: number == 0 ? cost : nil)
        }
      })
  }
}
