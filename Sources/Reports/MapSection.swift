import Planning
import PlanningModel

/// 四、空间分布: the map and the facilities by state.
struct MapSection {
  let context: ReportContext
  private var language: Language { context.language }

  var section: ReportSection {
    var blocks: [ReportBlock] = []
    let map = MapFigure(
      evaluation: context.evaluation,
      subject: MapSubject(context.evaluation, table: context.headline), wording: context.wording)
    if let svg = map.svg {
      blocks.append(.figure(svg: svg, caption: caption(map.weakest)))
    } else {
      blocks.append(.paragraph(RichText(language("没有可以绘制的空间数据。", "There is nothing to draw."))))
    }
    if !context.evaluation.district.facilities.isEmpty { blocks.append(.table(facilities)) }
    return ReportSection(
      heading: language("四、空间分布", "4. The map"), blocks: blocks, startsPage: true)
  }

  private func caption(_ weakest: Provenance?) -> RichText {
    language(
      "图1　设施与村（社区）覆盖分布\(mark: weakest)　示意图，界线不作划界依据",
      "Figure 1. Facilities and villages\(mark: weakest). Sketch map; boundaries are not "
        + "authoritative")
  }

  private var facilities: ReportTable {
    let district = context.evaluation.district
    let kinds = Set(district.facilities.map(\.kind)).sorted()
    let date = context.evaluation.asOf
    let rows: [ReportTable.Row] = kinds.map { kind in
      let all = district.facilities.filter { $0.kind == kind && $0.band == .own }
      let marks = all.map { MapMarks.mark($0, on: date) }
      let type = district.serviceTypes.first { $0.id == kind }
      let provenance = Provenance.weakest(of: all.map(\.provenance.record))
      let beyond = district.facilities.filter { $0.kind == kind && $0.band == .neighbour }
      let subject = FigureID.Subject.facilities(kind: kind.rawValue)
      return .init(cells: [
        RichText(type.map { language($0.label, $0.labelEnglish) } ?? kind.rawValue),
        context.marked(
          marks.count { $0 == .operating }, provenance, FigureID(subject, .operating)),
        context.marked(
          marks.count { $0 == .notYet }, provenance, FigureID(subject, .notYet)),
        context.marked(
          marks.count { $0 == .stopped }, provenance, FigureID(subject, .stopped)),
        context.marked(
          beyond.count, Provenance.weakest(of: beyond.map(\.provenance.record)),
          FigureID(subject, .neighbours)),
        RichText(provenance.map(context.wording.provenance) ?? "—"),
      ])
    }
    return ReportTable(
      caption: RichText(language("表4　设施数量（按类型和状态）", "Table 4. Facilities by kind and state")),
      columns: [
        .init(heading: language("设施类型", "Kind"), alignment: .left, width: 36),
        .init(heading: language("运营", "Operating"), alignment: .right, width: 12),
        .init(heading: language("尚未运营", "Not yet"), alignment: .right, width: 13),
        .init(heading: language("暂停或关闭", "Stopped"), alignment: .right, width: 13),
        .init(heading: language("毗邻区县", "Neighbours"), alignment: .right, width: 12),
        .init(heading: language("数据性质", "Data"), alignment: .center, width: 14),
      ], rows: rows)
  }
}
