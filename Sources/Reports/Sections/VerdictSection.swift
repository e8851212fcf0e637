import Planning
import PlanningModel
import Targets

/// 二、指标完成情况表: one row a target.
struct VerdictSection {
  let context: ReportContext
  private var language: Language { context.language }

  var section: ReportSection {
    let rows = context.verdicts.enumerated().map { row($0.offset + 1, $0.element) }
    let table = ReportTable(
      caption: RichText(language("表2　指标完成情况", "Table 2. Targets")),
      columns: [
        .init(heading: language("序号", "No."), alignment: .center, width: language(6, 5)),
        .init(heading: language("指标", "Target"), alignment: .left, width: language(18, 20)),
        .init(heading: language("依据", "Source"), alignment: .left, width: language(15, 14)),
        .init(heading: language("口径", "Rule"), alignment: .center, width: language(12, 10)),
        .init(heading: language("应完成", "Need"), alignment: .right, width: language(8, 7)),
        .init(heading: language("完成", "Done"), alignment: .right, width: language(8, 7)),
        .init(heading: language("差距", "Gap"), alignment: .right, width: language(8, 7)),
        .init(heading: language("占比", "Share"), alignment: .right, width: language(9, 8)),
        .init(heading: language("状态", "Status"), alignment: .center, width: language(10, 11)),
        .init(heading: language("数据性质", "Data"), alignment: .center, width: language(6, 11)),
      ], rows: rows,
      note: RichText(
        language(
          "占比按向下取一位小数显示，达标与否按整数判定；“—”表示不适用或没有数据。",
          "Shares are floored to one decimal, verdicts are decided on integers; "
            + "“—” means not applicable or no data.")))
    let chart = BulletChart(context: context).svg.map { svg in
      ReportBlock.figure(
        name: "chart-targets", svg: svg,
        caption: RichText(language("各指标完成进度", "Progress of the targets")))
    }
    return ReportSection(
      heading: language("二、指标完成情况表", "2. Targets"),
      blocks: [.table(table)] + [chart].compactMap(\.self))
  }

  private func row(_ number: Int, _ verdict: Verdict) -> ReportTable.Row {
    let provenance = verdict.provenance
    let id = FigureID.Subject.target(verdict.id)
    return .init(
      cells: [
        "\(number)", RichText(title(verdict)),
        RichText("\(verdict.citation.document) \(verdict.citation.clause)"),
        RichText(context.wording.rule(verdict.rule)), context.required(verdict, ""),
        context.marked(verdict.achieved, provenance, FigureID(id, .achieved)),
        context.marked(verdict.gap, provenance, FigureID(id, .gap)),
        context.marked(verdict.shareText, provenance, FigureID(id, .share)),
        "\(strong: context.wording.status(verdict.status))",
        RichText(provenance.map(context.wording.shortProvenance) ?? "—"),
      ], look: look(verdict.status))
  }

  private func title(_ verdict: Verdict) -> String {
    language("\(verdict.title)（\(verdict.id)）", "\(verdict.title(in: .en)) (\(verdict.id))")
  }

  private func look(_ status: VerdictStatus) -> String {
    switch status {
    case .met, .onTrack: "good"
    case .missed, .behind, .infeasible: "bad"
    case .unknown: "unknown"
    case .informational, .notApplicable: ""
    }
  }
}
