import Planning
import PlanningModel

/// Splits, mergers, new names and codes of units, as the report lists them.
struct UnitChangeTable {
  let context: ReportContext
  private var language: Language { context.language }

  /// The table; nil where the workspace lists no change.
  var table: ReportTable? {
    let changes = context.evaluation.district.unitChanges
    guard !changes.isEmpty else { return nil }
    return ReportTable(
      caption: RichText(language("表8-3　行政单元变更", "Table 8-3. Changes of units")),
      columns: [
        .init(heading: language("生效日期", "Since"), alignment: .center, width: 18),
        .init(heading: language("变更", "Change"), alignment: .center, width: 12),
        .init(heading: language("原单元", "Former unit"), alignment: .left, width: 23),
        .init(heading: language("现单元", "Present unit"), alignment: .left, width: 23),
        .init(heading: language("数据性质", "Data"), alignment: .center, width: 12),
        .init(heading: language("截止日", "On the day"), alignment: .center, width: 12),
      ],
      rows: changes.map { change in
        .init(cells: [
          RichText(change.date.map(context.wording.date) ?? language("未载明", "not stated")),
          RichText(word(change.change)), RichText(unit(change.fromName, change.fromCode)),
          RichText(unit(change.toName, change.toCode)),
          RichText(context.wording.provenance(change.provenance)), RichText(standing(change)),
        ])
      },
      note: RichText(
        language(
          "台账中的原名称、原代码按本表读作现单元；分设为多个单元的，须逐行写明。",
          "Former names and codes in ledgers are read as the present unit; where a unit was "
            + "divided, each row must say which.")))
  }

  private func word(_ change: String?) -> String {
    switch change {
    case "split": language("分设", "split")
    case "merged": language("合并", "merged")
    case "renamed": language("更名", "renamed")
    case "recoded": language("代码变更", "new code")
    case "abolished": language("撤销", "abolished")
    case "part": language("部分划出", "part moved")
    case nil, "": "—"
    case let other?: other
    }
  }

  private func unit(_ name: String?, _ code: String) -> String {
    guard let name else { return code.isEmpty ? language("未载明", "not stated") : code }
    return code.isEmpty ? name : language("\(name)（\(code)）", "\(name) (\(code))")
  }

  private func standing(_ change: UnitChange) -> String {
    guard let date = change.date else { return "—" }
    return date <= context.evaluation.asOf
      ? language("已生效", "in force") : language("尚未生效", "not yet")
  }
}
