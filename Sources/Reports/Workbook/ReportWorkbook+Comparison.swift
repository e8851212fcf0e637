import Coverage
import Planning
import PlanningModel
import Targets

extension ReportWorkbook {
  /// 结论变化 and 得失: what the report is compared with; none without.
  var compared: [WorkbookSheet] {
    guard let comparison = context.comparisons.scenario else { return [] }
    let words = ComparisonWording(comparison, language)
    return [flips(comparison, words), gains(comparison, words)]
  }

  private func flips(
    _ comparison: ScenarioComparison, _ words: ComparisonWording
  ) -> WorkbookSheet {
    let names = FindingNames(context.evaluation.district, language)
    func list(_ findings: [UnitFinding]) -> WorkbookSheet.Cell {
      .init(findings.map { names.name(of: $0) }.joined(separator: language("、", ", ")))
    }
    let rows = comparison.targets.filter(\.isChanged).map { change in
      WorkbookSheet.Row(
        cells: [
          .text(change.after.id), .text(change.after.title(in: language)),
          .text(wording.status(change.before.status)), .text(wording.status(change.after.status)),
          .text(change.flips ? language("是", "yes") : language("否", "no")),
          .init(change.before.achieved), .init(change.after.achieved),
          .init(change.before.gap), .init(change.after.gap), list(change.gained),
          list(change.lost), .text(words.holds(change)),
          .init(change.after.provenance.map(wording.provenance)),
        ], look: change.flips ? look(change.after.status) : .plain)
    }
    let count = comparison.targets.count
    let flips = comparison.targets.count(where: \.flips)
    return WorkbookSheet(
      name: language("结论变化", "Verdicts that change"), title: words.heading,
      note: [
        language(
          "比较的\(count)项目标中，结论改变的有\(flips)项。",
          "Of \(count) targets, \(flips) have another verdict."),
        words.cost.map { $0 + language("。", ".") }
          ?? language("情景未写明费用。", "The scenarios state no cost."),
      ].joined(separator: language("", " ")),
      columns: [
        .init(heading: language("编号", "Id"), width: 13),
        .init(heading: language("指标", "Target"), width: 34),
        .init(heading: language("之前", "Before"), width: 11),
        .init(heading: language("之后", "After"), width: 11),
        .init(heading: language("结论改变", "Flips"), width: 10),
        .init(heading: language("之前完成", "Done before"), width: 11),
        .init(heading: language("之后完成", "Done after"), width: 11),
        .init(heading: language("之前差距", "Gap before"), width: 11),
        .init(heading: language("之后差距", "Gap after"), width: 11),
        .init(heading: language("新增单元", "Gained"), width: 40),
        .init(heading: language("失去单元", "Lost"), width: 24),
        .init(heading: language("是否稳健", "Holds"), width: 17),
        .init(heading: language("数据性质", "Data"), width: 11),
      ], rows: rows, frozenColumns: 2)
  }

  private func gains(
    _ comparison: ScenarioComparison, _ words: ComparisonWording
  ) -> WorkbookSheet {
    WorkbookSheet(
      name: language("得失", "Gains and losses"), title: words.heading,
      note: language(
        "有变化的村（社区）和乡镇（街道）。各服务的村级变化之和、乡镇变化之和都等于合计行的净变化。",
        "Villages and townships that change. For each service the changes of the villages, and those of the "
          + "townships, add up to the net change in its total row."),
      columns: [
        .init(heading: language("服务", "Service"), width: 30),
        .init(heading: language("级别", "Level"), width: 9),
        .init(heading: language("乡镇（街道）", "Unit"), width: 24),
        .init(heading: language("村（社区）", "Village"), width: 18),
        .init(heading: language("之前覆盖", "Before"), width: 11),
        .init(heading: language("之后覆盖", "After"), width: 11),
        .init(heading: language("净变化", "Change"), width: 10),
        .init(heading: language("新增", "Gained"), width: 10),
        .init(heading: language("失去", "Lost"), width: 10),
        .init(heading: language("总数", "Total"), width: 11),
        .init(heading: language("之前（分钟）", "Minutes before"), width: 12),
        .init(heading: language("之后（分钟）", "Minutes after"), width: 12),
        .init(heading: language("最小净变化", "Smallest change"), width: 12),
        .init(heading: language("最大净变化", "Largest change"), width: 12),
        .init(heading: language("是否稳健", "Holds"), width: 10),
        .init(heading: language("数据性质", "Data"), width: 11),
      ], rows: comparison.services.flatMap(rows), frozenColumns: 1)
  }

  /// Places that change by township, then the total.
  private func rows(_ service: ScenarioComparison.ServiceChange) -> [WorkbookSheet.Row] {
    let places = [UnitLevel.township, .village].flatMap { level in
      service.rows.filter { $0.row.level == level && $0.isChanged }.map { row(service, $0) }
    }
    let totals = service.rows.filter { $0.row.level == .district }.map { whole in
      var total = row(service, whole)
      total.look = .total
      return total
    }
    return places + totals
  }

  private func row(
    _ service: ScenarioComparison.ServiceChange, _ place: ScenarioComparison.PlaceChange
  ) -> WorkbookSheet.Row {
    func people(_ count: Int?) -> WorkbookSheet.Cell {
      service.countsPeople
        ? .init(count) : .text(language("不予公布", "withheld"))
    }
    let isVillage = place.row.level == .village
    let unit =
      isVillage
      ? context.pointsByID[place.row.id]?.unit.flatMap { context.unitsByID[$0] }
      : context.unitsByID[UnitID(place.row.id)]
    let level =
      switch place.row.level {
      case .village: language("村", "village")
      case .township: language("乡镇", "township")
      default: language("合计", "total")
      }
    let isTotal = place.row.level == .district
    let gained = isTotal ? service.gained : place.change.map { max(0, $0) }
    let lost = isTotal ? service.lost : place.change.map { max(0, -$0) }
    // Villages that gain and others that lose are one sum of a township.
    let hasParts = isTotal || isVillage
    let varied = isTotal ? service.varied : place.varied
    return .init(cells: [
      .text(language(service.table.label, service.table.labelEnglish)), .text(level),
      .init(unit.map { context.name(of: $0) }), .init(isVillage ? place.row.name : nil),
      people(place.before?.covered), people(place.after?.covered), people(place.change),
      hasParts ? people(gained) : .empty, hasParts ? people(lost) : .empty,
      people(place.row.total), minutes(place.before?.time), minutes(place.after?.time),
      .init(varied?.low), .init(varied?.high),
      .init(varied.map { $0.holds ? language("稳健", "yes") : language("不稳健", "no") }),
      .text(wording.provenance(place.row.provenance)),
    ])
  }
}
