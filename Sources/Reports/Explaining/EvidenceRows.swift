import Planning
import PlanningModel
import Targets

/// The records behind one verdict, as tables: facilities that count or may count, and entries of
/// the ledger.
struct EvidenceRows {
  let verdict: Verdict
  let context: ReportContext
  private var language: Language { context.language }

  /// The tables that answer a question about one number of the verdict, or about all of it; with
  /// `used`, the facilities that the rows of the verdict name.
  func tables(_ item: FigureID.Item?, besides used: Set<FacilityID>) -> [TextTable] {
    var counted = used
    var undecided: Set<FacilityID> = []
    var entries: [LedgerEntry] = []
    switch item {
    case nil:
      counted.formUnion(verdict.evidence.facilities)
      undecided = Set(verdict.evidence.undecided)
      entries = verdict.evidence.entries
    case .achieved, .share:
      counted.formUnion(verdict.evidence.facilities)
      entries = verdict.evidence.entries
    case .unknown: undecided = Set(verdict.evidence.undecided)
    case .total: entries = verdict.evidence.entries
    default: break
    }
    let facilities = context.evaluation.district.facilities
    let groups = [
      (language("设施", "Facilities"), facilities.filter { counted.contains($0.id) }),
      (
        language("待核实的设施", "Undecided facilities"),
        facilities.filter { undecided.subtracting(counted).contains($0.id) }
      ),
    ]
    var tables = groups.filter { !$0.1.isEmpty }.map {
      FacilityRows(context: context).table($0.1, title: $0.0)
    }
    if !entries.isEmpty { tables.append(table(entries)) }
    return tables
  }

  private func table(_ entries: [LedgerEntry]) -> TextTable {
    TextTable(
      title: language("台账数字", "Figures of the ledger"),
      columns: [
        .init(language("指标", "Indicator")), .init(language("数值", "Figure"), isNumeric: true),
        .init(language("截至", "As of")), .init(language("单元", "Unit")),
        .init(language("佐证", "Evidence")), .init(language("数据性质", "Data")),
      ],
      rows: entries.map { entry in
        let unit = entry.unit.flatMap { context.unitsByID[$0] }.map { context.name(of: $0) }
        return [
          .init(entry.indicator), .init(context.wording.count(entry.value)),
          .init(entry.asOf.description), .init(unit ?? "—"), .init(entry.evidence ?? "—"),
          .init(context.wording.provenance(entry.provenance)),
        ]
      })
  }
}

/// Facilities as rows of a terminal table.
struct FacilityRows {
  let context: ReportContext

  func table(_ facilities: [Facility], title: String? = nil) -> TextTable {
    let language = context.language
    var table = TextTable(
      title: title ?? language("设施", "Facilities"),
      columns: [
        .init(language("编号", "Id")), .init(language("名称", "Name")),
        .init(language("所在", "Unit")), .init(language("状态", "State")),
        .init(language("开办", "Opened")), .init(language("停办", "Closed")),
        .init(language("数据性质", "Data")),
      ])
    for facility in facilities {
      table.rows.append([
        .init(facility.id.rawValue), .init(facility.name),
        .init(facility.host.flatMap { context.unitsByID[$0] }.map { context.name(of: $0) } ?? "—"),
        .init(context.wording.state(facility.state)), .init(facility.opened?.description ?? "—"),
        .init(facility.closed?.description ?? "—"),
        .init(context.wording.provenance(facility.provenance.record)),
      ])
    }
    return table
  }
}
