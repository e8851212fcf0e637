public import Planning
public import PlanningModel

/// Catchments for a terminal: facilities with their loads, then villages.
public enum CatchmentsTextTable {
  /// Both tables in one language.
  public static func tables(_ table: CatchmentTable, language: Language) -> [TextTable] {
    let wording = Wording(language: language)
    return [loads(table, wording), villages(table, wording)]
  }

  private static func loads(_ table: CatchmentTable, _ wording: Wording) -> TextTable {
    let language = wording.language
    return TextTable(
      title: CatchmentNotes.title(table, wording),
      columns: [
        .init(language("设施", "Facility")), .init(language("村（社区）", "Villages"), isNumeric: true),
        .init(language("分配", "Assigned"), isNumeric: true),
        .init(language("容量", "Capacity"), isNumeric: true),
        .init(language("占用", "Used"), isNumeric: true), .init(language("共用于", "Shared at")),
        .init(language("数据性质", "Data")),
      ],
      rows: table.loads.map { load in
        [
          .init(load.facility.name), .init(String(load.points)),
          .init(wording.count(table.shown(load.persons))), .init(wording.count(load.capacity)),
          .init(table.isSensitive ? "—" : load.shareText ?? "—"), .init(load.sharedWith ?? ""),
          .init(wording.provenance(load.facility.provenance.record), style: .faint),
        ]
      })
  }

  private static func villages(_ table: CatchmentTable, _ wording: Wording) -> TextTable {
    let language = wording.language
    return TextTable(
      columns: [
        .init(language("乡镇街道", "Township")), .init(language("村（社区）", "Village")),
        .init(language("设施", "Facility")), .init(language("人数", "People"), isNumeric: true),
        .init(language("分钟", "Minutes"), isNumeric: true), .init(language("结果", "Outcome")),
        .init(language("原因", "Reason")), .init(language("数据性质", "Data")),
      ],
      rows: table.rows.map { row in
        [
          .init(row.unitName ?? ""), .init(row.point.name), .init(row.facility?.name ?? ""),
          .init(wording.count(table.shown(row.persons))),
          .init(row.time.map { $0.minutesText + (row.isEstimated ? "*" : "") } ?? ""),
          .init(status(row.status, language), style: row.status == "ok" ? .plain : .bad),
          .init(row.reason.map(wording.reason) ?? ""),
          .init(wording.provenance(row.provenance), style: .faint),
        ]
      })
  }

  private static func status(_ status: String, _ language: Language) -> String {
    switch status {
    case "ok": language("已分配", "assigned")
    case "displaced": language("能到达但未获服务", "displaced")
    case "too_far": language("过远", "too far")
    default: language("数据不足", "unknown")
    }
  }
}
