public import Planning
public import PlanningModel

/// Links of a hierarchy for a terminal: a line for each step, then the orphans by name.
public enum HierarchyTextTable {
  /// Both tables in one language; the second only where there are orphans.
  public static func tables(_ table: HierarchyTable, language: Language) -> [TextTable] {
    let wording = Wording(language: language)
    let orphans = orphans(table, wording)
    return [steps(table, wording)] + (orphans.rows.isEmpty ? [] : [orphans])
  }

  private static func steps(_ table: HierarchyTable, _ wording: Wording) -> TextTable {
    let language = wording.language
    return TextTable(
      title: language(
        "分级网络（\(wording.profile(table.profile))）",
        "Service network, \(wording.profile(table.profile))"),
      columns: [
        .init(language("级", "Level")), .init(language("上级", "Above")),
        .init(language("上限", "Limit")), .init(language("已衔接", "Linked"), isNumeric: true),
        .init(language("总数", "Total"), isNumeric: true),
        .init(language("占比", "Share"), isNumeric: true),
        .init(language("贯通到顶", "Through to the top"), isNumeric: true),
        .init(language("最薄弱的衔接", "Weakest link")),
      ],
      rows: table.steps.map { step in
        [
          .init(step.level.name), .init(step.above.name), .init(wording.limit(step.limit)),
          .init(wording.count(step.linkedCount)), .init(wording.count(step.rows.count)),
          .init(step.shareText ?? "—"),
          .init(wording.count(step.rows.count { $0.reachesTop })),
          .init(weakest(step, wording)),
        ]
      })
  }

  private static func weakest(_ step: HierarchyTable.Step, _ wording: Wording) -> String {
    guard let row = step.weakest.map({ step.rows[$0] }), let parent = row.parent,
      let time = row.time
    else { return "—" }
    return wording.language(
      "\(row.child.name) → \(parent.name)，\(time.minutesText)分钟",
      "\(row.child.name) → \(parent.name), \(time.minutesText) minutes")
  }

  private static func orphans(_ table: HierarchyTable, _ wording: Wording) -> TextTable {
    let language = wording.language
    return TextTable(
      title: language("未衔接", "Not linked"),
      columns: [
        .init(language("级", "Level")), .init(language("名称", "Name")),
        .init(language("最近上级，分钟", "Nearest above, minutes"), isNumeric: true),
        .init(language("原因", "Reason")), .init(language("数据性质", "Data")),
      ],
      rows: table.steps.flatMap { step in
        step.rows.filter { $0.parent == nil }.map { row in
          [
            .init(step.level.name), .init(row.child.name),
            .init(row.time?.minutesText ?? "—"), .init(row.reason.map(wording.reason) ?? ""),
            .init(wording.provenance(row.provenance), style: .faint),
          ]
        }
      })
  }
}
