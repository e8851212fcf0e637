public import Planning
public import PlanningModel
import Scenarios
import Targets

/// Two years side by side, as tables for people.
public enum YearsText {
  /// Shares on both bases with their changes, then the change of covered people taken apart.
  public static func rendered(
    _ table: YearsTable, language: Language, colours: Bool = false
  ) -> String {
    var parts = [shares(table, language).rendered(colours: colours)]
    let taken = decompositions(table, language)
    if !taken.rows.isEmpty { parts.append(taken.rendered(colours: colours)) }
    parts.append(notes(table, language))
    return parts.joined(separator: "\n")
  }

  /// A change in percentage points with two decimals and its sign: `+12.35`.
  static func points(_ basisPoints: Int) -> String {
    let size = basisPoints.magnitude
    let cents = size % 100
    let sign = basisPoints < 0 ? "−" : "+"
    return "\(basisPoints == 0 ? "" : sign)\(size / 100).\(cents < 10 ? "0" : "")\(cents)"
  }

  private static func shares(_ table: YearsTable, _ language: Language) -> TextTable {
    let wording = Wording(language: language)
    let (before, after) = (table.before.asOf.description, table.after.asOf.description)
    var rows: [[TextTable.Cell]] = []
    for target in table.targets
    where target.original.before.text ?? target.original.after.text != nil {
      let title = language(target.title, target.titleEnglish ?? target.title)
      let mark = target.provenance?.needsMark == true ? "*" : ""
      for (basis, pair) in [
        (language("原口径", "as each year counted"), target.original),
        (language("可比口径", "on common ground"), target.comparable),
      ] {
        guard let pair else { continue }
        rows.append(
          [.init(target.id), .init(title), .init(basis)]
            + [pair.before, pair.after].map {
              .init(figure($0, mark, language))
            } + [
              .init(pair.basisPoints.map { points($0) + mark } ?? "—"),
              .init(
                target.statuses.map(wording.status).joined(separator: language("→", " → ")),
                style: target.statuses.last?.style ?? .plain),
            ])
      }
    }
    return TextTable(
      title: language(
        "\(table.after.district)：\(before)与\(after)比较",
        "\(table.after.district): \(before) and \(after)"),
      columns: [
        .init(language("编号", "Id")), .init(language("指标", "Target")),
        .init(language("口径", "Basis")), .init(before, isNumeric: true),
        .init(after, isNumeric: true),
        .init(language("变化（百分点）", "Change (pp)"), isNumeric: true),
        .init(language("状态", "Status")),
      ], rows: rows)
  }

  private static func figure(
    _ share: YearComparison.Share, _ mark: String, _ language: Language
  ) -> String {
    guard let achieved = share.achieved, let universe = share.universe else { return "—" }
    let open =
      (share.unknown ?? 0) > 0
      ? language("，未知\(share.unknown ?? 0)", ", \(share.unknown ?? 0) unknown") : ""
    return "\(achieved)/\(universe)\(open) \(share.text ?? "—")\(mark)"
  }

  private static func decompositions(_ table: YearsTable, _ language: Language) -> TextTable {
    TextTable(
      title: language("覆盖人数变化的分解（人）", "The change of covered people, taken apart"),
      columns: [
        .init(language("编号", "Id")),
        .init(table.before.asOf.description, isNumeric: true),
        .init(language("设施", "Sites"), isNumeric: true),
        .init(language("人口", "People"), isNumeric: true),
        .init(language("道路", "Roads"), isNumeric: true),
        .init(table.after.asOf.description, isNumeric: true),
        .init(language("变化", "Change"), isNumeric: true),
      ],
      rows: table.targets.compactMap { target in
        guard let parts = target.decomposition else { return nil }
        let mark = target.provenance?.needsMark == true ? "*" : ""
        return [.init(target.id), .init("\(parts.before)\(mark)")]
          + parts.parts.map { .init(signed($0) + mark) }
          + [.init("\(parts.after)\(mark)"), .init(signed(parts.change) + mark)]
      })
  }

  private static func signed(_ value: Int) -> String {
    value > 0 ? "+\(value)" : value < 0 ? "−\(value.magnitude)" : "0"
  }

  private static func notes(_ table: YearsTable, _ language: Language) -> String {
    var notes = [
      language(
        "可比口径：两年都有的区域，拆分、合并的单元与其各部分并为一个区域；单元占比中，区域内各单元都达到才算达到。",
        "Common ground: what both years have; units that split or merged are one area with their "
          + "parts, and count as one unit that is met when all of it is."),
      language(
        "分解：设施、人口、道路三项按沙普利值分摊，合计等于变化。",
        "Taken apart by Shapley values of sites, people and roads; they sum to the change."),
      language(
        "两年之间生效的单元变更：\(table.changes.count)条。",
        "Changes of units in force between the two: \(table.changes.count)."),
    ]
    if !table.onlyBefore.isEmpty {
      let ids = table.onlyBefore.joined(separator: language("、", ", "))
      notes.append(language("只在前一年：\(ids)", "In the first year only: \(ids)"))
    }
    if !table.onlyAfter.isEmpty {
      let ids = table.onlyAfter.joined(separator: language("、", ", "))
      notes.append(language("只在后一年：\(ids)", "In the second year only: \(ids)"))
    }
    for target in table.targets {
      guard target.original.before.text ?? target.original.after.text != nil else { continue }
      if let why = target.noComparable {
        notes.append(
          language(
            "\(target.id)：无可比口径，\(why.chinese)",
            "\(target.id): not on common ground: \(why.english)"))
      }
      if let why = target.noDecomposition {
        notes.append(
          language(
            "\(target.id)：不分解，\(why.chinese)", "\(target.id): not taken apart: \(why.english)"))
      }
    }
    if table.targets.contains(where: { $0.provenance?.needsMark == true }) {
      notes.append(
        language(
          "* 含示例数据或估算数据，不得作为事实引用。",
          "* rests on illustrative or estimated data; not a fact."))
    }
    return notes.joined(separator: "\n") + "\n"
  }
}
