import Planning
import PlanningModel
import Scenarios
import Targets

/// 分年建设计划 in 六、建议项目库: the answer, the Gantt chart, the years, the sites, what each adds.
struct PlanBlocks {
  let context: ReportContext
  let outcome: PlanOutcome
  private var language: Language { context.language }
  private var words: PlanWording { PlanWording(outcome: outcome, language: language) }
  private var mark: RichText { "\(mark: outcome.plan.provenance)" }

  var blocks: [ReportBlock] {
    var blocks: [ReportBlock] = [
      .subheading(RichText(words.title)), .paragraph(RichText(words.sentence)),
    ]
    guard outcome.hasPlan else { return blocks + [.paragraph(RichText(words.basis))] }
    if let svg = GanttChart(outcome: outcome, language: language).svg {
      blocks.append(
        .figure(
          name: "gantt", svg: svg,
          caption: RichText(language("分年建设安排", "What is built when"))))
    }
    if !outcome.built.isEmpty { blocks.append(.table(sites)) }
    blocks += [.table(years), .table(goals), .table(gains)]
    if let regret = words.regret { blocks.append(.paragraph(RichText(regret))) }
    blocks.append(
      .list(
        outcome.assumptions.map { assumption in
          RichText(
            language("假设：", "Assumed: ") + language(assumption.text, assumption.textEnglish))
        }))
    return blocks + [.paragraph(RichText(words.basis))]
  }

  private func caption(_ letter: String, _ chinese: String, _ english: String) -> RichText {
    RichText(language("表6-\(letter)　\(chinese)", "Table 6-\(letter). \(english)"))
  }

  private var sites: ReportTable {
    ReportTable(
      caption: caption("甲", "分年建设项目", "What opens when"),
      columns: [
        .init(heading: language("开办", "Opens"), alignment: .center, width: 14),
        .init(heading: language("项目", "Site"), alignment: .left, width: 34),
        .init(heading: language("乡镇（街道）", "Unit"), alignment: .left, width: 20),
        .init(
          heading: language("费用（\(outcome.plan.currency)）", "Cost (\(outcome.plan.currency))"),
          alignment: .right, width: 14),
        .init(heading: language("岗位", "Posts"), alignment: .right, width: 8),
        .init(heading: language("须先开办", "After"), alignment: .left, width: 10),
      ],
      rows: outcome.built.map { site in
        let first = site.feeds.map { id in
          outcome.sites.first { $0.id == id }?.unitName ?? id
        }
        return .init(cells: [
          RichText(words.status(of: site)), RichText(site.name), RichText(site.unitName),
          "\(site.cost.description)\(mark: site.provenance)",
          "\(site.staff)\(mark: site.provenance)",
          RichText(first.isEmpty ? "—" : first.joined(separator: language("、", ", "))),
        ])
      }, note: nil)
  }

  private var years: ReportTable {
    let unlimited = RichText(language("不限", "no limit"))
    return ReportTable(
      caption: caption(
        "乙", "各年资金和岗位（\(outcome.plan.currency)）",
        "Money and posts by year (\(outcome.plan.currency))"),
      columns: [
        .init(heading: language("年度", "Year"), alignment: .center, width: 16),
        .init(heading: language("预算", "Budget"), alignment: .right, width: 14),
        .init(heading: language("可用", "Available"), alignment: .right, width: 14),
        .init(heading: language("支出", "Spent"), alignment: .right, width: 14),
        .init(heading: language("新建（处）", "Opened"), alignment: .right, width: 14),
        .init(heading: language("岗位", "Posts"), alignment: .right, width: 14),
        .init(heading: language("岗位上限", "Posts at most"), alignment: .right, width: 14),
      ],
      rows: outcome.years.map { year in
        .init(cells: [
          "\(year.year)", year.budget.map { RichText($0.description) + mark } ?? unlimited,
          year.available.map { RichText($0.description) + mark } ?? unlimited,
          RichText(year.spent.description) + mark, "\(year.opened.count)",
          RichText("\(year.staff)") + mark,
          year.staffLimit.map { RichText("\($0)") + mark } ?? unlimited,
        ])
      }, note: nil)
  }

  private var goals: ReportTable {
    var rows: [ReportTable.Row] = []
    for goal in outcome.targets {
      for (index, period) in outcome.periods.enumerated() {
        let verdict = outcome.plan.year(endingWith: index).map { goal.verdicts[$0] }
        guard verdict != nil || goal.required[index] != nil else { continue }
        rows.append(
          .init(cells: [
            RichText(words.period(period)), RichText(words.name(of: goal.id)),
            goal.required[index].map { RichText(words.wording.count($0)) + mark } ?? "—",
            context.marked(goal.before[index], verdict?.provenance),
            context.marked(goal.reached[index], outcome.provenance),
            RichText(words.wording.count(goal.universe)),
            RichText(verdict.map { words.wording.status($0.status) } ?? "—"),
          ]))
      }
    }
    return ReportTable(
      caption: caption("丙", "各年要求、达到数和承诺判定", "What is required, reached and judged"),
      columns: [
        .init(heading: language("期末", "End of"), alignment: .center, width: 13),
        .init(heading: language("目标", "Target"), alignment: .left, width: 35),
        .init(heading: language("要求", "Required"), alignment: .right, width: 10),
        .init(heading: language("不建时", "Without"), alignment: .right, width: 10),
        .init(heading: language("达到", "Reached"), alignment: .right, width: 10),
        .init(heading: language("总数", "Of"), alignment: .right, width: 9),
        .init(heading: language("承诺判定", "Promise"), alignment: .center, width: 13),
      ], rows: rows,
      note: RichText(
        language(
          "“要求”是计划自定的年度数；“承诺判定”按政策文件的承诺判定。",
          "“Required” is the plan's own number; “promise” is judged by the policy document.")))
  }

  private var gains: ReportTable {
    ReportTable(
      caption: caption(
        "丁", "各年新增和单位费用（\(outcome.plan.currency)）",
        "What each year adds and costs (\(outcome.plan.currency))"),
      columns: [
        .init(heading: language("年度", "Year"), alignment: .center, width: 9),
        .init(heading: language("目标", "Target"), alignment: .left, width: 13),
        .init(heading: language("新增", "Added"), alignment: .right, width: 10),
        .init(heading: language("当地人数", "People"), alignment: .right, width: 13),
        .init(heading: language("每新增一个的费用", "Cost of each"), alignment: .right, width: 14),
        .init(heading: language("每人费用", "Cost a person"), alignment: .right, width: 14),
        .init(heading: language("名称", "Places"), alignment: .left, width: 27),
      ],
      rows: outcome.years.flatMap { year in
        year.gains.map { gain in
          .init(cells: [
            "\(year.year)", RichText(gain.target),
            context.marked(gain.count, outcome.provenance),
            context.marked(gain.people, outcome.provenance),
            gain.costPerCount.map { RichText($0.description) + mark } ?? "—",
            gain.costPerPerson.map { RichText($0.description) + mark } ?? "—",
            RichText(words.places(gain)),
          ])
        }
      },
      note: RichText(
        language(
          "以单元计的目标，“当地人数”为新增单元的常住人口；以人计的目标为新增人数。",
          "For targets of units the people are the residents of the units added.")))
  }
}
