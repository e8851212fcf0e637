import Planning
import PlanningModel
import Targets

/// 七、时间表与责任分工: who leads what by when, and how the targets stood quarter by quarter.
struct DutySection {
  let context: ReportContext
  private var language: Language { context.language }

  var section: ReportSection {
    var blocks: [ReportBlock] = [.table(duties)]
    if let svg = QuarterChart(context: context).svg {
      blocks.append(
        .figure(
          name: "chart-quarters", svg: svg,
          caption: RichText(language("各季度末指标状态", "Targets at the end of each quarter"))
        ))
      blocks.append(.table(quarters))
    }
    return ReportSection(
      heading: language("七、时间表与责任分工", "7. Time and duties"), blocks: blocks)
  }

  private var duties: ReportTable {
    var order: [String] = []
    var led: [String: [Verdict]] = [:]
    for verdict in context.verdicts {
      let leads =
        verdict.leads.isEmpty
        ? [language("文件未写明", "not named by the document")] : verdict.leads
      for lead in leads {
        if led[lead] == nil { order.append(lead) }
        led[lead, default: []].append(verdict)
      }
    }
    let rows = order.map { lead -> ReportTable.Row in
      let verdicts = led[lead] ?? []
      let failed = verdicts.filter(\.status.isFailure)
      return .init(cells: [
        RichText(context.term(lead)), "\(verdicts.count)",
        "\(verdicts.count { $0.status == .met || $0.status == .onTrack })", "\(failed.count)",
        "\(verdicts.count { $0.status == .unknown })", RichText(supporters(verdicts)),
        RichText(dates(verdicts)),
        RichText(failed.map(\.id).joined(separator: language("、", ", "))),
      ])
    }
    return ReportTable(
      caption: RichText(language("表7-1　责任分工", "Table 7-1. Duties")),
      columns: [
        .init(heading: language("责任单位", "Lead"), alignment: .left, width: 17),
        .init(heading: language("目标", "Targets"), alignment: .right, width: 8),
        .init(heading: language("完成或达时序", "Kept"), alignment: .right, width: 9),
        .init(heading: language("未达标", "Failed"), alignment: .right, width: 8),
        .init(heading: language("数据不足", "Undecided"), alignment: .right, width: 9),
        .init(heading: language("配合单位", "Support"), alignment: .left, width: 15),
        .init(heading: language("完成时限", "Due"), alignment: .left, width: 18),
        .init(heading: language("需督办的目标", "To be followed up"), alignment: .left, width: 16),
      ], rows: rows)
  }

  /// Who supports any of the targets, in the order of the documents.
  private func supporters(_ verdicts: [Verdict]) -> String {
    let ids = Set(verdicts.map(\.id))
    var names: [String] = []
    for target in context.evaluation.targets where ids.contains(target.id) {
      for name in target.supporters where !names.contains(name) { names.append(name) }
    }
    return names.isEmpty ? "—" : context.terms(names)
  }

  private func dates(_ verdicts: [Verdict]) -> String {
    var dates: [String] = []
    for date in verdicts.compactMap(\.dueDate).sorted() {
      let text = context.wording.date(date)
      if !dates.contains(text) { dates.append(text) }
    }
    if verdicts.contains(where: { $0.dueDate == nil }) {
      dates.append(language("持续推进", "continuous"))
    }
    return dates.joined(separator: language("、", "; "))
  }

  /// 季度进度: what was done by the end of each quarter, with the light of the day.
  private var quarters: ReportTable {
    let quarters = context.quarters
    let verdicts = context.verdicts.filter { $0.required != nil || $0.status != .unknown }
    let rows = verdicts.map { verdict -> ReportTable.Row in
      .init(
        cells: ["\(verdict.id)", RichText(verdict.title(in: language))]
          + quarters.map { quarter in
            guard let then = quarter.results.verdicts.first(where: { $0.id == verdict.id }) else {
              return "—"
            }
            return "\(context.marked(then.achieved, then.provenance))　\(light(then.status))"
          })
    }
    return ReportTable(
      caption: RichText(language("表7-2　季度进度", "Table 7-2. Quarter by quarter")),
      columns: [
        .init(heading: language("编号", "Id"), alignment: .left, width: 13),
        .init(heading: language("指标", "Target"), alignment: .left, width: 39),
      ]
        + quarters.map {
          .init(
            heading: context.wording.quarter($0.quarter), alignment: .right,
            width: 48 / quarters.count)
        }, rows: rows,
      note: RichText(
        language(
          "各季度末累计完成数。绿：已完成或达时序；黄：数据不足或滞后；红：未达标或不可行。",
          "Done by the end of each quarter. Green: met or on track; amber: undecided or behind; "
            + "red: missed or infeasible.")))
  }

  private func light(_ status: VerdictStatus) -> String {
    switch status {
    case .met, .onTrack: language("绿", "green")
    case .behind, .unknown: language("黄", "amber")
    case .missed, .infeasible: language("红", "red")
    case .informational, .notApplicable: "—"
    }
  }
}
