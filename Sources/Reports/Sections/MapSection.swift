import Coverage
import Planning
import PlanningModel
import Targets

/// 四、空间分布: the map and the facilities by state.
struct MapSection {
  let context: ReportContext
  private var language: Language { context.language }

  var section: ReportSection {
    let subject = MapSubject(context.evaluation, table: context.headline)
    var blocks: [ReportBlock] = []
    let map = figure(subject, .coverage)
    if let svg = map.svg {
      blocks.append(.figure(name: "map", svg: svg, caption: caption(map.weakest)))
    } else {
      blocks.append(
        .paragraph(
          RichText(
            language(
              "尚未载入位置、界线等空间数据，不绘制专题图。", "No positions or outlines are loaded, so no map is drawn."))
        ))
    }
    blocks += bands(subject)
    // Where two scenarios are compared, their own part shows them.
    if context.comparisons.scenario == nil { blocks += comparison }
    blocks += lorenz
    if !context.evaluation.district.facilities.isEmpty { blocks.append(.table(facilities)) }
    blocks += TownshipSection(context: context).blocks
    if let compared = context.comparisons.scenario {
      blocks += ComparisonBlocks(context: context, comparison: compared).blocks
    }
    return ReportSection(
      heading: language("四、空间分布", "4. The map"), blocks: blocks, startsPage: true,
      holdsLiveMap: true)
  }

  private func figure(_ subject: MapSubject, _ content: MapContent) -> MapFigure {
    MapFigure(
      evaluation: context.evaluation, subject: subject, wording: context.wording,
      content: content)
  }

  private func caption(_ weakest: Provenance?) -> RichText {
    language(
      "设施与村（社区）覆盖分布\(mark: weakest)　示意图，界线不作划界依据",
      "Facilities and villages\(mark: weakest). Sketch map; boundaries are not "
        + "authoritative")
  }

  /// How long the way is.
  private func bands(_ subject: MapSubject) -> [ReportBlock] {
    guard subject.table?.rows.contains(where: { $0.time != nil }) == true else { return [] }
    let map = figure(subject, .bands)
    guard let svg = map.svg else { return [] }
    return [
      .figure(
        name: "map-bands", svg: svg,
        caption: language(
          "到最近设施的出行时间\(mark: map.weakest)　示意图，界线不作划界依据",
          "Time to the nearest facility\(mark: map.weakest). Sketch map; boundaries are "
            + "not authoritative"))
    ]
  }

  /// The units before and after the scenario, for the target that it changes most.
  private var comparison: [ReportBlock] {
    guard let baseline = context.comparisons.baseline,
      let changed = MapSubject.mostChanged(from: baseline, to: context.evaluation)
    else { return [] }
    let places: [(name: String, word: String, evaluation: Evaluation, verdict: Verdict)] =
      [
        ("map-before", language("实施前（现状）", "before (as it is)"), baseline, changed.before),
        (
          "map-after", language("实施后（情景）", "after (the scenario)"), context.evaluation,
          changed.after
        ),
      ]
    return places.compactMap { place in
      let map = MapFigure(
        evaluation: place.evaluation, subject: MapSubject(verdict: place.verdict, table: nil),
        wording: context.wording, content: .units)
      guard let svg = map.svg else { return nil }
      let (id, title) = (place.verdict.id, place.verdict.title(in: language))
      let words = language(
        "\(place.word)：\(title)（\(id)），\(count(place.verdict))",
        "\(place.word): \(title) (\(id)), \(count(place.verdict))")
      return .figure(
        name: place.name, svg: svg, caption: "\(words)\(mark: map.weakest)")
    }
  }

  private func count(_ verdict: Verdict) -> String {
    let unknown = verdict.undecided.count
    return language(
      "已覆盖\(verdict.met.count)个" + (unknown > 0 ? "，待核实\(unknown)个" : ""),
      "\(verdict.met.count) covered" + (unknown > 0 ? ", \(unknown) undecided" : ""))
  }

  /// How unevenly the way is shared.
  private var lorenz: [ReportBlock] {
    guard let table = context.headline,
      let svg = LorenzChart(context: context, table: table).svg
    else { return [] }
    return [
      .figure(
        name: "chart-lorenz", svg: svg,
        caption: RichText(
          language("出行时间的洛伦兹曲线", "Lorenz curve of the times")))
    ]
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
      caption: RichText(language("表4-1　设施数量（按类型和状态）", "Table 4-1. Facilities by kind and state")),
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
