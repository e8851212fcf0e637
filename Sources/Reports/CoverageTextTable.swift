import Coverage
public import Planning
public import PlanningModel
import Targets

/// A coverage table for a terminal.
public enum CoverageTextTable {
  /// The rows of the levels asked for, small counts of sensitive cohorts hidden.
  ///
  /// - Parameters:
  ///   - evaluation: what was found out.
  ///   - language: the language of headings and reasons.
  ///   - levels: the levels to show; all when nil.
  public static func tables(
    _ evaluation: Evaluation, language: Language, levels: Set<UnitLevel>? = nil
  ) -> [TextTable] {
    let suppression = CoverageSuppression(evaluation)
    let names = FacilityNames(evaluation.district)
    return evaluation.coverage.map { table in
      self.table(
        suppression.applied(to: table), names, Wording(language: language), levels)
    }
  }

  private static func table(
    _ table: CoverageTable, _ names: FacilityNames, _ wording: Wording, _ levels: Set<UnitLevel>?
  ) -> TextTable {
    let language = wording.language
    guard table.rule == .withinTime else { return ruleTable(table, names, wording, levels) }
    let title = language(
      "\(table.label)：\(wording.limit(table.limit))内（\(wording.profile(table.profile))）",
      "\(table.labelEnglish): within \(wording.limit(table.limit)), "
        + wording.profile(table.profile))
    return TextTable(
      title: title,
      columns: [
        .init(language("代码", "Code")), .init(language("名称", "Name")),
        .init(language("已覆盖", "Covered"), isNumeric: true),
        .init(language("总数", "Total"), isNumeric: true),
        .init(language("占比", "Share"), isNumeric: true),
        .init(language("计入毗邻区县", "With neighbours"), isNumeric: true),
        .init(language("最近设施", "Nearest")),
        .init(language("分钟", "Minutes"), isNumeric: true), .init(language("原因", "Reason")),
        .init(language("数据性质", "Data")),
      ],
      rows: table.rows.filter { levels?.contains($0.level) ?? true }.map { row in
        [
          .init(row.code ?? row.id), .init(row.name),
          .init(figure(row.covered, row.coveredRange, row, language)),
          .init(figure(row.total, row.totalRange, row, language)), .init(row.shareText ?? "—"),
          .init(row.coveredWithNeighbours?.description ?? "—"),
          .init(row.nearest.map { names[$0] } ?? ""),
          .init(row.time.map { $0.minutesText + (row.isEstimated ? "*" : "") } ?? ""),
          .init(row.reason.map(wording.reason) ?? "", style: .bad),
          .init(wording.provenance(row.provenance), style: .faint),
        ]
      })
  }
}

extension CoverageTextTable {
  /// A count, the range that may be told of it, or a dash.
  static func figure(
    _ count: Int?, _ range: ClosedRange<Int>?, _ row: CoverageRow, _ language: Language
  ) -> String {
    if let count { return String(count) }
    if let range { return "\(range.lowerBound)–\(range.upperBound)" }
    return row.isWithheld ? language("不公布", "withheld") : "—"
  }
}

/// Names of facilities by id.
struct FacilityNames {
  private let names: [FacilityID: String]

  init(_ district: District) {
    names = Dictionary(
      district.facilities.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// The name, or the id of a facility that is not in the district's list.
  subscript(id: FacilityID) -> String { names[id] ?? id.rawValue }
}
