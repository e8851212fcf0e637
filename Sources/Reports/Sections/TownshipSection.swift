import Coverage
import Planning
import PlanningModel

/// 各乡镇（街道）覆盖情况, in section four: every township's share, own and with neighbours.
struct TownshipSection {
  let context: ReportContext
  private var language: Language { context.language }

  /// A table for each coverage table, numbered after the section's first.
  var blocks: [ReportBlock] {
    let keys = CoverageKeys.keys(of: context.tables)
    var blocks: [ReportBlock] = context.tables.enumerated().map {
      .table(table($0.element, number: $0.offset + 2, key: keys[$0.offset]))
    }
    if blocks.isEmpty {
      blocks.append(.paragraph(RichText(language("未作服务覆盖测算。", "No coverage was computed."))))
    }
    return blocks
  }

  private func table(_ table: CoverageTable, number: Int, key: String) -> ReportTable {
    let rows = table.rows.filter { $0.level != .village }
    let label = context.label(table)
    let limit = context.wording.limit(table.limit)
    let cohort = context.cohort(table.cohort)
    return ReportTable(
      caption: RichText(
        language(
          "表4-\(number)　\(label)\(limit)覆盖情况（\(cohort)，单位：人）",
          "Table 4-\(number). \(context.wording.capitalised(label)) within \(limit) (\(cohort), people)"
        )),
      columns: [
        .init(heading: language("乡镇（街道）", "Unit"), alignment: .left, width: 28),
        .init(heading: language("总数", "Total"), alignment: .right, width: 13),
        .init(heading: language("本区设施覆盖", "Own facilities"), alignment: .right, width: 15),
        .init(heading: language("占比", "Share"), alignment: .right, width: 12),
        .init(heading: language("含毗邻区县", "With neighbours"), alignment: .right, width: 15),
        .init(heading: language("占比", "Share"), alignment: .right, width: 12),
      ],
      rows: rows.map { row($0, key: key) },
      note: RichText(
        context.wording.capitalised(context.wording.profile(table.profile))
          + language("。", ".")
          + (context.suppression.hidesSome(of: table.cohort)
            ? language(
              "人数少于5的及可据以推算的数字不公布。",
              " Counts under 5, and those that would give them away, are withheld.") : "")))
  }

  private func row(_ row: CoverageRow, key: String) -> ReportTable.Row {
    let unit = context.unitsByID[UnitID(row.id)]
    let name =
      row.level == .district
      ? language("全区合计", "District") : unit.map { context.name(of: $0) } ?? row.name
    let place = FigureID.Subject.coverage(table: key, place: row.id)
    let both = row.coveredWithNeighbours
    let bothShare = both.flatMap { count in
      row.total.flatMap { ShareText.percent(count, of: $0) }
    }
    return .init(
      cells: [
        RichText(name), context.figure(row.total, of: row, FigureID(place, .total)),
        context.figure(row.covered, of: row, FigureID(place, .covered)),
        context.marked(row.shareText, row.provenance, FigureID(place, .share)),
        context.marked(both, row.provenance, FigureID(place, .coveredWithNeighbours)),
        context.marked(bothShare, row.provenance),
      ], look: row.level == .district ? "total" : "")
  }
}
