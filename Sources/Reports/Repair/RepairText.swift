import Certificates
import LocationAllocation
public import Planning
public import PlanningModel
import Targets

/// Repairs for a terminal: one sentence a target, then the sites and what is assumed.
public enum RepairText {
  /// The repairs one below the other.
  public static func rendered(
    _ repairs: [TargetRepair], language: Language, colours: Bool = false
  ) -> String {
    let wording = Wording(language: language)
    return repairs.map { repair in
      [
        sentence(repair, wording) + "\n",
        repair.sites.isEmpty ? nil : sites(repair, wording).rendered(colours: colours),
        assumptions(repair, wording).rendered(colours: colours),
      ].compactMap { $0 }.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// The answer as a planner would say it.
  static func sentence(_ repair: TargetRepair, _ wording: Wording) -> String {
    let language = wording.language
    let title = language(
      repair.verdict.title, repair.verdict.titleEnglish ?? repair.verdict.title)
    let state = language(
      "\(repair.verdict.id)“\(title)”需 \(wording.count(repair.need))，现有 \(wording.count(repair.reachedBefore))",
      "\(repair.verdict.id) “\(title)” needs \(wording.count(repair.need)) and has "
        + wording.count(repair.reachedBefore))
    let proof =
      repair.answer.isCertified
      ? language("（已证明没有更少的方案）", " (proven: no fewer suffice)") : ""
    switch repair.answer.status {
    case .infeasible:
      return state
        + language("：候选地点全部建成也不够。", ": even all candidate sites together are too few.")
    case .unknown: return state + language("：到时未找到方案。", ": the search was stopped.")
    case .optimal, .feasible:
      guard !repair.sites.isEmpty else {
        return state + language("：不需要新建。", ": nothing has to be built.")
      }
      let count = repair.sites.count
      let ties =
        repair.equalChoices.map { choices in
          choices > 1
            ? language(
              "；同样好的选法共 \(wording.count(choices)) 种",
              "; \(wording.count(choices)) choices are equally good")
            : ""
        } ?? ""
      return state
        + language(
          "：最少新建 \(count) 处，建成后 \(wording.count(repair.reachedAfter))\(proof)\(ties)。",
          ": \(count) new sites at the least, then \(wording.count(repair.reachedAfter))\(proof)\(ties)."
        )
    }
  }

  private static func sites(_ repair: TargetRepair, _ wording: Wording) -> TextTable {
    let language = wording.language
    return TextTable(
      title: language("新建地点", "New sites"),
      columns: [
        .init(language("编号", "Id")), .init(language("地点", "Place")),
        .init(language("经度", "Longitude"), isNumeric: true),
        .init(language("纬度", "Latitude"), isNumeric: true),
        .init(language("位置数据性质", "Data of the position")),
      ],
      rows: repair.sites.map { site in
        [
          .init(site.id), .init(site.name),
          .init(site.position.map { degrees($0.longitude) } ?? "—"),
          .init(site.position.map { degrees($0.latitude) } ?? "—"),
          .init(wording.provenance(site.provenance), style: .faint),
        ]
      })
  }

  private static func assumptions(_ repair: TargetRepair, _ wording: Wording) -> TextTable {
    let language = wording.language
    return TextTable(
      title: language("假设", "Assumptions"),
      columns: [.init(language("编号", "Id")), .init(language("内容", "What"))],
      rows: repair.assumptions.map {
        [.init($0.id), .init(language($0.text, $0.textEnglish))]
      })
  }

  private static func degrees(_ value: Double) -> String {
    ShortestDecimal.text((value * 1e6).rounded() / 1e6) ?? "—"
  }
}
