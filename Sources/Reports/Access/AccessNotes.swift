import Coverage
public import Planning
public import PlanningModel

/// What has to be said beside access: how people travel, what was assumed, how good the data is.
public enum AccessNotes {
  /// The lines, in both languages.
  public static func lines(_ table: AccessTable) -> [Bilingual] {
    var lines = [
      Bilingual(title(table, Wording(language: .zh)), title(table, Wording(language: .en)))
    ]
    if let weakest = Provenance.weakest(of: table.rows.map(\.provenance)) {
      lines.append(
        Bilingual(
          "数据性质（最弱）：\(Wording(language: .zh).provenance(weakest))",
          "weakest data: \(Wording(language: .en).provenance(weakest))"))
    }
    let uncounted = table.rows.count { $0.people == nil }
    if uncounted > 0 {
      lines.append(
        Bilingual(
          "\(uncounted) 个村（社区）没有该人群的数字，不计入需求和均等指标",
          "\(uncounted) villages have no count of the cohort; they are in no demand and no measure "
            + "of evenness"))
    }
    if !table.undeclared.isEmpty {
      lines.append(
        Bilingual(
          "未填容量，按 0 计：\(list(table.undeclared))",
          "capacity not declared, counted as 0: \(list(table.undeclared))"))
    }
    if !table.shared.isEmpty {
      lines.append(
        Bilingual(
          "共用容量，平均分给各设施：\(list(table.shared))",
          "a shared capacity was split evenly among: \(list(table.shared))"))
    }
    return lines
  }

  /// The heading: service, method, limit and travel.
  static func title(_ table: AccessTable, _ wording: Wording) -> String {
    let method = table.request.measure.method.rawValue
    let limit = wording.limit(table.request.limit)
    let unit = table.request.measure.method.isCost ? wording.language("，分钟", ", minutes") : ""
    return wording.language(
      "\(table.label)：\(method)，\(limit)内\(unit)（\(wording.profile(table.profile))）",
      "\(table.labelEnglish): \(method), within \(limit)\(unit), \(wording.profile(table.profile))")
  }

  private static func list(_ ids: [FacilityID]) -> String {
    ids.map(\.rawValue).joined(separator: ", ")
  }
}

extension AccessTable {
  /// The people of a place, or nil where the cohort is sensitive.
  func shown(_ people: Int?) -> Int? { isSensitive ? nil : people }
}
