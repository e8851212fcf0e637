import Coverage
import Planning
import PlanningModel
import Targets

extension CoverageTextTable {
  /// What a rule that knows no travel is called over its table.
  static func ruleTitle(_ table: CoverageTable, _ wording: Wording) -> String {
    wording.language(
      "\(table.label)：口径“\(table.rule.label)”",
      "\(table.labelEnglish): by the rule “\(table.rule.labelEnglish)”")
  }

  /// A table of a rule that knows no travel: people, units, and the facility that covers them.
  static func ruleTable(
    _ table: CoverageTable, _ names: FacilityNames, _ wording: Wording,
    _ levels: Set<UnitLevel>?
  ) -> TextTable {
    let language = wording.language
    let isIntensity = table.rule == .intensity
    var columns: [TextTable.Column] = [
      .init(language("代码", "Code")), .init(language("名称", "Name")),
      .init(language("已覆盖", "Covered"), isNumeric: true),
      .init(language("总数", "Total"), isNumeric: true),
      .init(language("占比", "Share"), isNumeric: true),
      .init(language("单元", "Units"), isNumeric: true),
      .init(language("待定单元", "Undecided"), isNumeric: true),
    ]
    if isIntensity {
      columns += [
        .init(language("水平", "Level"), isNumeric: true),
        .init(language("缺口", "Deficit"), isNumeric: true),
      ]
    }
    columns += [
      .init(language("设施", "Facility")), .init(language("结论", "Status")),
      .init(language("原因", "Reason")), .init(language("数据性质", "Data")),
    ]
    let rows = table.rows.filter { levels?.contains($0.level) ?? true }.map { row in
      var cells: [TextTable.Cell] = [
        .init(row.code ?? row.id), .init(row.name), .init(row.covered?.description ?? "—"),
        .init(row.total?.description ?? "—"), .init(row.shareText ?? "—"),
        .init(row.units.map { "\(row.coveredUnits ?? 0)/\($0)" } ?? ""),
        .init(row.undecidedUnits?.description ?? ""),
      ]
      if isIntensity {
        cells += [
          .init(row.intensity?.text ?? ""), .init(row.intensity?.deficit?.description ?? ""),
        ]
      }
      cells += [
        .init(row.nearest.map { names[$0] } ?? ""),
        .init(row.status.map(wording.coverage) ?? ""),
        .init(row.reason.map(wording.reason) ?? "", style: .bad),
        .init(wording.provenance(row.provenance), style: .faint),
      ]
      return cells
    }
    return TextTable(title: ruleTitle(table, wording), columns: columns, rows: rows)
  }
}

extension Wording {
  /// What a coverage table says of a place.
  func coverage(_ status: CoverageStatus) -> String {
    switch status {
    case .covered: language("已覆盖", "covered")
    case .partly: language("部分覆盖", "partly covered")
    case .uncovered: language("未覆盖", "not covered")
    case .unknown: language("数据不足", "not known")
    case .notApplicable: language("不适用", "not applicable")
    }
  }
}
