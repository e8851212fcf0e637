import Certificates
import LocationAllocation
public import Planning
public import PlanningModel
import Targets

/// Repairs for a terminal: one sentence a target, then the sites, what can be done without building
/// and what is assumed.
public enum RepairText {
  /// The repairs one below the other, the one for all targets last.
  public static func rendered(
    _ repairs: TargetRepairs, language: Language, colours: Bool = false
  ) -> String {
    let wording = Wording(language: language)
    let words = RepairWording(wording: wording)
    var parts = repairs.repairs.map { repair in
      [
        words.sentence(repair) + "\n",
        repair.sites.isEmpty ? nil : words.costs(repair.expense).map { $0 + "\n" },
        evaluated(repair, words).map { $0 + "\n" },
        repair.sites.isEmpty
          ? nil : sites(repair.sites.map { ($0, "") }, wording).rendered(colours: colours),
        repair.options.isEmpty ? nil : options(repair, words).rendered(colours: colours),
        assumptions(repair.assumptions, wording).rendered(colours: colours),
      ].compactMap { $0 }.joined(separator: "\n")
    }
    if let joint = repairs.joint {
      parts.append(
        [
          words.sentence(joint) + "\n", words.costs(joint.expense).map { $0 + "\n" },
          joint.sites.isEmpty
            ? nil
            : sites(
              joint.sites.map { ($0.site, $0.serves.joined(separator: " ")) }, wording
            ).rendered(colours: colours),
          assumptions(joint.assumptions, wording).rendered(colours: colours),
        ].compactMap { $0 }.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n")
  }

  private static func evaluated(_ repair: TargetRepair, _ words: RepairWording) -> String? {
    guard let effect = repair.evaluated, !repair.sites.isEmpty else { return nil }
    return words.wording.language(
      "建成后重新评价：\(words.effect(effect))。",
      "Judged again with the new sites: \(words.effect(effect)).")
  }

  private static func sites(
    _ sites: [(site: TargetRepair.Site, serves: String)], _ wording: Wording
  ) -> TextTable {
    let language = wording.language
    let isJoint = sites.contains { !$0.serves.isEmpty }
    return TextTable(
      title: language("新建地点", "New sites"),
      columns: [
        .init(language("编号", "Id")), .init(language("地点", "Place")),
        .init(language("经度", "Longitude"), isNumeric: true),
        .init(language("纬度", "Latitude"), isNumeric: true),
        .init(language("位置数据性质", "Data of the position")),
      ] + (isJoint ? [.init(language("计入目标", "Counts for"))] : []),
      rows: sites.map { site, serves in
        [
          .init(site.id), .init(site.name),
          .init(site.position.map { degrees($0.longitude) } ?? "—"),
          .init(site.position.map { degrees($0.latitude) } ?? "—"),
          .init(wording.provenance(site.provenance), style: .faint),
        ] + (isJoint ? [.init(serves)] : [])
      })
  }

  private static func options(_ repair: TargetRepair, _ words: RepairWording) -> TextTable {
    let language = words.wording.language
    return TextTable(
      title: language("不需新建的办法（均为假设，经重新评价）", "Without building (assumed, each judged again)"),
      columns: [
        .init(language("办法", "What")), .init(language("评价", "Verdict")),
        .init(language("假设", "Assumption")),
      ],
      rows: repair.options.map { option in
        [
          .init(language(option.text.chinese, option.text.english)),
          .init(words.effect(option.effect)),
          .init(language(option.assumption.text, option.assumption.textEnglish), style: .faint),
        ]
      })
  }

  private static func assumptions(_ list: [Assumption], _ wording: Wording) -> TextTable {
    let language = wording.language
    return TextTable(
      title: language("假设", "Assumptions"),
      columns: [.init(language("编号", "Id")), .init(language("内容", "What"))],
      rows: list.map { [.init($0.id), .init(language($0.text, $0.textEnglish))] })
  }

  private static func degrees(_ value: Double) -> String {
    ShortestDecimal.text((value * 1e6).rounded() / 1e6) ?? "—"
  }
}
