import Planning
import PlanningModel
import Scenarios
import Targets

extension ReportWorkbook {
  /// 分年计划: the years, then every candidate; none without a plan.
  var planned: [WorkbookSheet] {
    guard let outcome = context.comparisons.plan else { return [] }
    let words = PlanWording(outcome: outcome, language: language)
    return [years(outcome, words), candidates(outcome, words)]
  }

  private func money(_ amount: ExactDecimal?) -> WorkbookSheet.Cell {
    amount.map { .decimal($0.doubleValue) } ?? .empty
  }

  private func years(_ outcome: PlanOutcome, _ words: PlanWording) -> WorkbookSheet {
    let currency = outcome.plan.currency + words.mark
    var rows: [WorkbookSheet.Row] = []
    for year in outcome.years {
      for (goal, gain) in zip(outcome.targets, year.gains) {
        let last = outcome.periods.lastIndex { $0.year == year.year } ?? 0
        let verdict = outcome.plan.year(endingWith: last).map { goal.verdicts[$0] }
        rows.append(
          .init(
            cells: [
              .integer(year.year), money(year.budget), money(year.available), money(year.spent),
              .integer(year.opened.count), .integer(year.staff), .init(year.staffLimit),
              .text(goal.id), .init(goal.required[last]), .integer(goal.before[last]),
              .integer(goal.reached[last]), .integer(goal.universe),
              .init(verdict.map { wording.status($0.status) }), .integer(gain.count),
              .init(gain.people), money(gain.costPerCount), money(gain.costPerPerson),
            ], look: verdict.map { look($0.status) } ?? .plain))
      }
    }
    return WorkbookSheet(
      name: language("分年计划", "Plan by year"), title: words.title,
      note: [words.sentence, words.regret, words.basis].compactMap(\.self).joined(separator: " "),
      columns: [
        .init(heading: language("年度", "Year"), width: 8),
        .init(heading: language("预算（\(currency)）", "Budget (\(currency))"), width: 16),
        .init(heading: language("可用", "Available"), width: 11),
        .init(heading: language("支出", "Spent"), width: 11),
        .init(heading: language("新建", "Opened"), width: 8),
        .init(heading: language("岗位", "Posts"), width: 8),
        .init(heading: language("岗位上限", "Posts at most"), width: 11),
        .init(heading: language("目标", "Target"), width: 13),
        .init(heading: language("要求", "Required"), width: 9),
        .init(heading: language("不建时", "Without"), width: 9),
        .init(heading: language("达到", "Reached"), width: 9),
        .init(heading: language("总数", "Of"), width: 9),
        .init(heading: language("承诺判定", "Promise"), width: 12),
        .init(heading: language("新增", "Added"), width: 9),
        .init(heading: language("当地人数", "People"), width: 11),
        .init(heading: language("每新增一个的费用", "Cost of each"), width: 16),
        .init(heading: language("每人费用", "Cost a person"), width: 14),
      ], rows: rows)
  }

  private func candidates(_ outcome: PlanOutcome, _ words: PlanWording) -> WorkbookSheet {
    let rows = outcome.sites.map { site in
      WorkbookSheet.Row(
        cells: [
          .text(site.id), .text(site.name), .text(site.unitName), .text(words.status(of: site)),
          .init(site.opens.map { outcome.periods[$0].end }), money(site.cost),
          .integer(site.staff), .init(site.feeds.joined(separator: language("、", ", "))),
          .text(wording.provenance(site.provenance)),
        ], look: site.opens == nil ? .plain : .good)
    }
    return WorkbookSheet(
      name: language("候选项目", "Candidates"),
      title: language("候选项目和开办时间", "Candidates and when they open"), note: words.basis,
      columns: [
        .init(heading: language("编号", "Id"), width: 14),
        .init(heading: language("名称", "Name"), width: 42),
        .init(heading: language("乡镇（街道）", "Unit"), width: 22),
        .init(heading: language("开办", "Opens"), width: 16),
        .init(heading: language("开办日期", "From"), width: 13),
        .init(
          heading: language("费用（\(outcome.plan.currency)）", "Cost (\(outcome.plan.currency))"),
          width: 13), .init(heading: language("岗位", "Posts"), width: 8),
        .init(heading: language("须先开办", "After"), width: 14),
        .init(heading: language("数据性质", "Data"), width: 11),
      ], rows: rows, frozenColumns: 2)
  }
}
