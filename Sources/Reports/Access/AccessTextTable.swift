import Coverage
import Foundation
public import Planning
public import PlanningModel

/// Access for a terminal: villages, then how even it is.
public enum AccessTextTable {
  /// The tables in one language.
  public static func tables(_ table: AccessTable, language: Language) -> [TextTable] {
    let wording = Wording(language: language)
    return [villages(table, wording)] + (table.equity.map { [evenness($0, wording)] } ?? [])
  }

  private static func villages(_ table: AccessTable, _ wording: Wording) -> TextTable {
    let language = wording.language
    return TextTable(
      title: AccessNotes.title(table, wording),
      columns: [
        .init(language("乡镇街道", "Township")), .init(language("村（社区）", "Village")),
        .init(language("人数", "People"), isNumeric: true),
        .init(language("可达性", "Access"), isNumeric: true), .init(language("状态", "Status")),
        .init(language("原因", "Reason")), .init(language("数据性质", "Data")),
      ],
      rows: table.rows.map { row in
        [
          .init(row.unitName ?? ""), .init(row.point.name),
          .init(wording.count(table.shown(row.people))), .init(sixDigits(row.access)),
          .init(status(row.status, language), style: row.status == .ok ? .plain : .bad),
          .init(row.reason.map(wording.reason) ?? ""),
          .init(wording.provenance(row.provenance), style: .faint),
        ]
      })
  }

  private static func evenness(_ equity: Equity, _ wording: Wording) -> TextTable {
    let language = wording.language
    return TextTable(
      title: language("均等程度（本区县）", "Evenness (own villages)"),
      columns: [
        .init(language("指标", "Measure")), .init(language("数值", "Value"), isNumeric: true),
        .init(language("定义", "Definition")),
      ],
      rows: equity.values.map { entry in
        [
          .init(entry.measure.rawValue), .init(sixDigits(entry.value)),
          .init(entry.measure.definition.text(in: wording.language)),
        ]
      })
  }

  /// Six decimals, as tables of the literature print them; files hold the full value.
  private static func sixDigits(_ value: Double?) -> String {
    value.map { String(format: "%.6f", $0) } ?? "—"
  }

  private static func status(_ status: AccessStatus, _ language: Language) -> String {
    switch status {
    case .ok: language("有值", "ok")
    case .noSupply: language("范围内无供给", "no supply in reach")
    case .tooFew: language("范围内不足 n 处", "fewer than n in reach")
    case .undefined: language("供需比无定义", "undefined ratio")
    case .noDemand: language("范围内无需求", "no demand in reach")
    }
  }
}
