import Coverage
import Planning
import PlanningModel
import Targets

/// 六、建议项目库: the proven repairs of missed targets, where the gap is, what is there to build on,
/// and what needs no building.
struct ProjectSection {
  let context: ReportContext
  private var language: Language { context.language }
  private static let shownRows = 20

  var section: ReportSection {
    let repairs = RepairSection(context: context)
    var blocks = repairs.blocks
    var isStated = false
    for (position, table) in context.tables.enumerated() {
      let rows = rows(table)
      guard !rows.isEmpty else { continue }
      if !isStated {
        blocks.append(.paragraph(statement))
        isStated = true
      }
      blocks.append(.table(self.table(table, number: position + 1 + repairs.tableCount, rows)))
    }
    return ReportSection(
      heading: language("六、建议项目库", "6. Projects to consider"), blocks: blocks)
  }

  private var statement: RichText {
    RichText(
      language(
        "以下按未覆盖人数排列各乡镇（街道），列出可以利用的现有建筑和尚未运营的设施。"
          + "本表是选点的依据，不是选点的结论；具体选点可用 yike site 测算。",
        "Townships by the people not covered, with buildings to use and facilities that do not "
          + "operate yet. It is what siting starts from, not its result; yike site chooses."))
  }

  private struct Entry {
    var unit: AdministrativeUnit
    var villages: Int
    var people: Int?
    var provenance: Provenance?
  }

  private func rows(_ table: CoverageTable) -> [Entry] {
    var entries: [UnitID: Entry] = [:]
    for row in UncoveredSection.ranked(table) {
      guard let id = context.pointsByID[row.id]?.unit, let unit = context.unitsByID[id] else {
        continue
      }
      var entry = entries[id] ?? Entry(unit: unit, villages: 0, people: 0, provenance: nil)
      entry.villages += 1
      // One hidden count hides the sum.
      entry.people = row.total.flatMap { total in entry.people.map { $0 + total } }
      entry.provenance = Provenance.weakest(
        of: [entry.provenance, row.provenance].compactMap(\.self))
      entries[id] = entry
    }
    return entries.values.sorted {
      let (left, right) = ($0.people ?? -1, $1.people ?? -1)
      return left != right ? left > right : $0.unit.id < $1.unit.id
    }
  }

  private func table(_ table: CoverageTable, number: Int, _ entries: [Entry]) -> ReportTable {
    let rest = entries.count - Self.shownRows
    let label = context.label(table)
    return ReportTable(
      caption: RichText(
        language("表6-\(number)　补点方向：\(label)", "Table 6-\(number). Where to add: \(label)")),
      columns: [
        .init(heading: language("优先序", "Rank"), alignment: .center, width: 7),
        .init(heading: language("乡镇（街道）", "Unit"), alignment: .left, width: 17),
        .init(heading: language("未覆盖村数", "Villages"), alignment: .right, width: 9),
        .init(heading: context.cohort(table.cohort), alignment: .right, width: 12),
        .init(heading: language("可利用建筑", "Buildings to use"), alignment: .left, width: 20),
        .init(heading: language("尚未运营的设施", "Not operating yet"), alignment: .left, width: 17),
        .init(heading: language("不需新建的办法", "Without building"), alignment: .left, width: 18),
      ],
      rows: entries.prefix(Self.shownRows).enumerated().map { position, entry in
        row(position + 1, entry)
      },
      note: rest > 0
        ? RichText(
          language("其余\(rest)个乡镇（街道）略。", "\(rest) more are left out."))
        : nil)
  }

  private func row(_ rank: Int, _ entry: Entry) -> ReportTable.Row {
    let here = context.evaluation.district.facilities.filter { $0.host == entry.unit.id }
    let date = context.evaluation.asOf
    let pending = here.filter { MapMarks.mark($0, on: date) == .notYet }
    return .init(cells: [
      "\(rank)", RichText(context.name(of: entry.unit)), "\(entry.villages)",
      entry.people == nil
        ? RichText(language("不公布", "withheld")) : context.marked(entry.people, entry.provenance),
      RichText(counts(here.filter { isBuilding($0) })), RichText(counts(pending)),
      RichText(
        language("流动服务、送餐上门、班车接送；调整服务范围", "mobile service, meals, shuttle; wider ranges")),
    ])
  }

  /// Schools, clinics and centres that no target counts as a service.
  private func isBuilding(_ facility: Facility) -> Bool {
    context.hostKinds.contains(facility.kind)
  }

  private func counts(_ facilities: [Facility]) -> String {
    let kinds = Dictionary(grouping: facilities, by: \.kind)
    let parts = kinds.keys.sorted().map { kind -> String in
      let type = context.evaluation.district.serviceTypes.first { $0.id == kind }
      let name = type.map { language($0.label, $0.labelEnglish) } ?? kind.rawValue
      let count = kinds[kind]?.count ?? 0
      return language("\(name)\(count)处", "\(count) × \(name)")
    }
    return parts.isEmpty ? "—" : parts.joined(separator: language("、", ", "))
  }
}
