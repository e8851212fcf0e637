import Coverage
import Planning
import PlanningModel
import Targets

/// 情景比较, in section four: what a scenario changes against another one or the baseline.
struct ComparisonBlocks {
  let context: ReportContext
  let comparison: ScenarioComparison
  private static let shownVillages = 40
  private var language: Language { context.language }
  private var words: ComparisonWording { ComparisonWording(comparison, language) }

  /// Words, tables, maps.
  var blocks: [ReportBlock] {
    var blocks: [ReportBlock] = [
      .subheading(RichText(language("情景比较：", "Comparison: ") + words.heading)),
      .paragraph(summary),
    ]
    blocks.append(
      .livePair(
        before: words.name(comparison.before), after: words.name(comparison.after),
        caption: language(
          "并列交互地图：同步缩放和移动，蓝圈为覆盖情况改变的村（社区）（离线可用，不打印）",
          "Interactive maps side by side, moving together; blue rings are villages that turn (work "
            + "offline, not printed)")))
    blocks += ComparisonMaps(context: context, compared: comparison).blocks
    // Numbered after the tables of facilities and of coverage.
    var number = context.tables.count + 2
    func next() -> String {
      defer { number += 1 }
      return "4-\(number)"
    }
    blocks.append(.table(targets(next())))
    if !comparison.services.isEmpty { blocks.append(.table(services(next()))) }
    for service in comparison.services {
      for level in [UnitLevel.township, .village] {
        if let table = places(service, level, next) { blocks.append(.table(table)) }
      }
    }
    return blocks
  }

  private var summary: RichText {
    let flips = comparison.targets.filter(\.flips)
    var text = RichText(
      language(
        "比较的\(comparison.targets.count)项目标中，结论改变的有\(flips.count)项",
        "Of \(comparison.targets.count) targets, \(flips.count) have another verdict"))
    for service in comparison.services {
      guard let gained = service.gained, let lost = service.lost, let net = service.net else {
        continue
      }
      let label = language(service.table.label, service.table.labelEnglish)
      let weakest = service.rows.last { $0.row.level == .district }?.row.provenance
      text =
        text
        + RichText(
          language(
            "；\(label)新增覆盖\(words.wording.count(gained))人、失去覆盖\(words.wording.count(lost))人，"
              + "净变化\(words.signed(net))人",
            "; \(label): \(words.wording.count(gained)) people gained, "
              + "\(words.wording.count(lost)) lost, net \(words.signed(net))"))
        + "\(mark: weakest)"
    }
    let cost =
      words.cost.map { $0 + language("。", ".") }
      ?? language("情景未写明费用。", "The scenarios state no cost.")
    return text + RichText(language("。", ". ") + cost)
  }

  private func targets(_ number: String) -> ReportTable {
    let changed = comparison.targets.filter(\.isChanged)
    return ReportTable(
      caption: RichText(
        language("表\(number)　结论和完成值的变化", "Table \(number). Verdicts and figures that change")),
      columns: [
        .init(heading: language("编号", "Id"), alignment: .left, width: 13),
        .init(heading: language("指标", "Target"), alignment: .left, width: 21),
        .init(heading: language("之前", "Before"), alignment: .center, width: 10),
        .init(heading: language("之后", "After"), alignment: .center, width: 10),
        .init(heading: language("完成", "Achieved"), alignment: .right, width: 12),
        .init(heading: language("差距", "Gap"), alignment: .right, width: 10),
        .init(heading: language("得失单元", "Units"), alignment: .left, width: 14),
        .init(heading: language("是否稳健", "Holds"), alignment: .center, width: 10),
      ],
      rows: changed.map { change in
        .init(cells: [
          RichText(change.after.id), RichText(change.after.title(in: language)),
          RichText(context.wording.status(change.before.status)),
          change.flips
            ? "\(strong: context.wording.status(change.after.status))"
            : RichText(context.wording.status(change.after.status)),
          "\(words.pair(change.before.achieved, change.after.achieved))\(mark: change.after.provenance)",
          RichText(words.pair(change.before.gap, change.after.gap)),
          RichText(units(change)), RichText(words.holds(change)),
        ])
      },
      note: RichText(
        language(
          "稳健：步速、时限、坡度、接路、口径和人口分布改变后，前后结论各自不变；“依假设”表示结论还依赖情景的假设；“—”表示没有结论可验。",
          "Holds: the verdicts before and after stay the same when pace, limit, slope, snapping, rule "
            + "and split of people vary; “if assumed”: it also rests on an assumption of the scenario; “—”: "
            + "there is no verdict to hold.")))
  }

  private func units(_ change: ScenarioComparison.TargetChange) -> String {
    let parts = [(language("得：", "+ "), change.gained), (language("失：", "− "), change.lost)]
      .filter { !$0.1.isEmpty }.map { $0.0 + words.names($0.1) }
    return parts.isEmpty ? "—" : parts.joined(separator: language("；", "; "))
  }

  private func services(_ number: String) -> ReportTable {
    ReportTable(
      caption: RichText(
        language(
          "表\(number)　覆盖人口的得失（新增减失去等于全区变化）",
          "Table \(number). People gained and lost; gains less losses are the change")),
      columns: [
        .init(heading: language("服务", "Service"), alignment: .left, width: 26),
        .init(heading: language("时限", "Limit"), alignment: .center, width: 10),
        .init(heading: language("之前", "Before"), alignment: .right, width: 12),
        .init(heading: language("新增", "Gained"), alignment: .right, width: 11),
        .init(heading: language("失去", "Lost"), alignment: .right, width: 11),
        .init(heading: language("之后", "After"), alignment: .right, width: 12),
        .init(heading: language("净变化是否稳健", "Change holds"), alignment: .left, width: 18),
      ],
      rows: comparison.services.map { service in
        let whole = service.rows.last { $0.row.level == .district }
        let weakest = whole?.row.provenance
        func people(_ count: Int?) -> RichText {
          "\(words.people(service, count))\(mark: service.countsPeople ? weakest : nil)"
        }
        return .init(cells: [
          RichText(language(service.table.label, service.table.labelEnglish)),
          RichText(context.wording.limit(service.table.limit)), people(whole?.before?.covered),
          people(service.gained), people(service.lost), people(whole?.after?.covered),
          RichText(words.holds(service)),
        ])
      },
      note: comparison.services.contains { $0.countsPeople && $0.net == nil }
        ? RichText(
          language(
            "“—”：有的村（社区）没有该人群的数据，得失不作合计。",
            "“—”: some villages have no count of these people, so that nothing is added up."))
        : nil)
  }

  private func places(
    _ service: ScenarioComparison.ServiceChange, _ level: UnitLevel, _ number: () -> String
  ) -> ReportTable? {
    let rows = service.rows.filter { $0.row.level == level && $0.isChanged }
      .sorted {
        let (left, right) = (($0.change ?? 0).magnitude, ($1.change ?? 0).magnitude)
        return left != right ? left > right : $0.row.id < $1.row.id
      }
    guard !rows.isEmpty else { return nil }
    let label = language(service.table.label, service.table.labelEnglish)
    let isVillage = level == .village
    let rest = rows.count - Self.shownVillages
    return ReportTable(
      caption: RichText(
        isVillage
          ? language(
            "表\(number())　\(label)：有变化的村（社区）", "Table \(number()). \(label): villages that change")
          : language(
            "表\(number())　\(label)：有变化的乡镇（街道）",
            "Table \(number()). \(label): townships that change")),
      columns: [
        .init(heading: language("乡镇（街道）", "Unit"), alignment: .left, width: 26),
        .init(
          heading: isVillage ? language("村（社区）", "Village") : language("覆盖前", "Covered before"),
          alignment: isVillage ? .left : .right, width: 20),
        .init(
          heading: isVillage
            ? language("之前，分钟", "Minutes before") : language("覆盖后", "Covered after"),
          alignment: .right, width: 18),
        .init(
          heading: isVillage ? language("之后，分钟", "Minutes after") : language("总数", "Total"),
          alignment: .right, width: 18),
        .init(heading: language("覆盖人数变化", "Change"), alignment: .right, width: 18),
      ],
      rows: rows.prefix(Self.shownVillages).map { change in
        let unit =
          isVillage
          ? context.pointsByID[change.row.id]?.unit.flatMap { context.unitsByID[$0] }
          : context.unitsByID[UnitID(change.row.id)]
        let name = unit.map { context.name(of: $0) } ?? (isVillage ? "—" : change.row.name)
        let figure: RichText =
          "\(service.countsPeople ? words.signed(change.change) : "—")\(mark: service.countsPeople ? change.row.provenance : nil)"
        let middle: [RichText] =
          isVillage
          ? [
            RichText(change.row.name), RichText(change.before?.time?.minutesText ?? "—"),
            RichText(change.after?.time?.minutesText ?? "—"),
          ]
          : [change.before?.covered, change.after?.covered, change.row.total].map {
            "\(words.people(service, $0))\(mark: service.countsPeople ? change.row.provenance : nil)"
          }
        return .init(cells: [RichText(name)] + middle + [figure])
      },
      note: rest > 0
        ? RichText(
          language(
            "按覆盖人数变化排列，其余\(rest)个略，全部见 yike compare --format csv。",
            "By the change of covered people; \(rest) more are in yike compare --format csv."))
        : nil)
  }
}
