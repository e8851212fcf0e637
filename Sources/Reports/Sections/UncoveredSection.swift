import Coverage
import Planning
import PlanningModel

/// 五、缺口清单与问题台账: the uncovered places, those with most people first, and the open issues.
struct UncoveredSection {
  let context: ReportContext
  private var language: Language { context.language }
  private static let shownRows = 40

  var section: ReportSection {
    var blocks: [ReportBlock] = []
    let keys = CoverageKeys.keys(of: context.tables)
    for (position, table) in context.tables.enumerated() {
      blocks += self.blocks(table, number: position + 1, key: keys[position])
    }
    if blocks.isEmpty {
      blocks.append(.paragraph(RichText(language("未作服务覆盖测算。", "No coverage was computed."))))
    }
    let issues = IssueSection(context: context).blocks
    return ReportSection(
      heading: language("五、缺口清单与问题台账", "5. Gaps and open issues"),
      blocks: [.subheading(RichText(language("（一）未覆盖村（社区）", "Villages not covered")))]
        + blocks + [.subheading(RichText(language("（二）问题台账", "Open issues")))] + issues)
  }

  /// The places of a table that are not covered, those with most people first.
  static func ranked(_ table: CoverageTable) -> [CoverageRow] {
    table.rows.filter { $0.level == .village && $0.reason != nil }
      .sorted {
        let (left, right) = ($0.total ?? -1, $1.total ?? -1)
        return left != right
          ? left > right : $0.id.utf8.lexicographicallyPrecedes($1.id.utf8)
      }
  }

  private func blocks(_ table: CoverageTable, number: Int, key: String) -> [ReportBlock] {
    let limit = context.wording.limit(table.limit)
    let label = context.label(table)
    let rows = Self.ranked(table)
    let villages = table.rows.count { $0.level == .village }
    let weakest = Provenance.weakest(of: rows.map(\.provenance))
    let intro: RichText = language(
      "\(label)：\(villages)个村（社区）中，"
        + "\(context.marked(rows.count, "个", weakest))不在\(limit)以内"
        + "（\(context.wording.profile(table.profile))）。",
      "\(context.wording.capitalised(label)): \(context.marked(rows.count, weakest)) of \(villages) villages and communities "
        + "are not within \(limit) (\(context.wording.profile(table.profile))).")
    guard !rows.isEmpty else { return [.paragraph(intro)] }
    let cohort = context.cohort(table.cohort)
    let rest = rows.count - Self.shownRows
    let file = ReportFolder.coverageName(key: key)
    let note: RichText? =
      rest > 0
      ? RichText(
        language(
          "表中列出人数最多的\(Self.shownRows)个，其余\(rest)个见 \(file)。",
          "The \(Self.shownRows) with most people are shown; the other \(rest) are in \(file).")
      ) : nil
    let report = ReportTable(
      caption: RichText(
        language(
          "表5-\(number)　未覆盖村（社区）：\(label)，\(limit)",
          "Table 5-\(number). Not covered: \(label), \(limit)")),
      columns: [
        .init(heading: language("排名", "Rank"), alignment: .center, width: 7),
        .init(heading: language("村（社区）", "Village"), alignment: .left, width: 16),
        .init(heading: language("乡镇（街道）", "Unit"), alignment: .left, width: 20),
        .init(heading: cohort, alignment: .right, width: 13),
        .init(heading: language("最近设施", "Nearest"), alignment: .left, width: 22),
        .init(heading: language("分钟", "Minutes"), alignment: .right, width: 9),
        .init(heading: language("原因", "Reason"), alignment: .center, width: 13),
      ],
      rows: rows.prefix(Self.shownRows).enumerated().map {
        self.row($0.offset + 1, $0.element, key: key)
      },
      note: note)
    return [.paragraph(intro), .table(report)]
  }

  private func row(_ rank: Int, _ row: CoverageRow, key: String) -> ReportTable.Row {
    let place = FigureID.Subject.coverage(table: key, place: row.id)
    let point = context.pointsByID[row.id]
    let unit = point?.unit.flatMap { context.unitsByID[$0] }
    let time = row.time.map {
      context.marked(
        $0.minutesText, row.isEstimated ? max(row.provenance, .estimated) : row.provenance)
    }
    return .init(cells: [
      "\(rank)", RichText(row.name), RichText(unit.map { context.name(of: $0) } ?? "—"),
      row.total == nil
        ? context.figure(nil, of: row)
        : context.marked(
          row.total, point?.peopleProvenance ?? row.provenance, FigureID(place, .total)),
      RichText(row.nearest.map { context.facilityNames[$0] } ?? "—"), time ?? "—",
      RichText(row.reason.map(context.wording.reason) ?? "—"),
    ])
  }
}
