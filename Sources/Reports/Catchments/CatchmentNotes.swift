import Coverage
public import Planning
public import PlanningModel

/// What has to be said beside catchments: how people travel, what was assumed, what it adds up to.
public enum CatchmentNotes {
  /// The lines, in both languages.
  public static func lines(_ table: CatchmentTable) -> [Bilingual] {
    var lines: [Bilingual] = []
    if table.isSensitive {
      lines.append(
        Bilingual(
          "敏感人群：不列各地人数；守恒已逐人核对",
          "sensitive cohort: counts of places are withheld; conservation was checked"))
    } else {
      lines.append(table.conservation.text)
    }
    if table.uncounted > 0 {
      lines.append(
        Bilingual(
          "\(table.uncounted) 个村（社区）没有该人群的数字，标为 unknown，不计入合计",
          "\(table.uncounted) villages have no count of the cohort; they are unknown and in no sum")
      )
    }
    if !table.assumedCapacities.isEmpty {
      let meaning = table.request.undeclared?.rawValue ?? ""
      let ids = table.assumedCapacities.map(\.rawValue).joined(separator: ", ")
      lines.append(
        Bilingual(
          "未填容量，按 \(meaning) 假定：\(ids)", "capacity not declared, taken as \(meaning): \(ids)"))
    }
    return lines
  }

  /// The heading: service, rule, limit and travel.
  static func title(_ table: CatchmentTable, _ wording: Wording) -> String {
    let rule = rule(table.request.rule, wording.language)
    let limit = table.request.limit.map { wording.limit($0) }
    return wording.language(
      "\(table.label)：\(rule)\(limit.map { "，\($0)内" } ?? "")（\(wording.profile(table.profile))）",
      "\(table.labelEnglish): \(rule)\(limit.map { ", within \($0)" } ?? ""), "
        + wording.profile(table.profile))
  }

  private static func rule(_ rule: CatchmentRule, _ language: Language) -> String {
    switch rule {
    case .nearest: language("就近", "nearest")
    case .administrative: language("本乡镇优先", "own township first")
    case .capacity: language("按容量最优分配", "optimal within capacities")
    case .huff: language("Huff 概率分摊", "Huff model")
    }
  }
}
