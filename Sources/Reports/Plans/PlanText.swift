public import Planning
public import PlanningModel
import Scenarios
import Targets

/// A plan over years for a terminal: the answer, each year, the sites, what each year adds.
public enum PlanText {
  /// The tables one below the other.
  public static func rendered(
    _ outcome: PlanOutcome, language: Language, colours: Bool = false
  ) -> String {
    let words = PlanWording(outcome: outcome, language: language)
    var parts = [words.title + "\n" + words.sentence + "\n"]
    if !outcome.years.isEmpty {
      parts.append(years(words).rendered(colours: colours))
      parts.append(goals(words).rendered(colours: colours))
      if !outcome.built.isEmpty { parts.append(sites(words).rendered(colours: colours)) }
      parts.append(gains(words).rendered(colours: colours))
    }
    if let regret = words.regret { parts.append(regret + "\n") }
    parts.append(assumptions(words).rendered(colours: colours))
    parts.append(words.basis + "\n")
    return parts.joined(separator: "\n")
  }

  private static func years(_ words: PlanWording) -> TextTable {
    let language = words.language
    let currency = words.outcome.plan.currency + words.mark
    return TextTable(
      title: language("各年资金和人员", "Money and posts by year"),
      columns: [
        .init(language("年度", "Year")),
        .init(language("预算（\(currency)）", "Budget (\(currency))"), isNumeric: true),
        .init(language("可用", "Available"), isNumeric: true),
        .init(language("支出", "Spent"), isNumeric: true),
        .init(language("新建", "Opened"), isNumeric: true),
        .init(language("人员", "Posts"), isNumeric: true),
        .init(language("人员上限", "Posts at most"), isNumeric: true),
      ],
      rows: words.outcome.years.map { year in
        [
          .init("\(year.year)"), .init(year.budget?.description ?? language("不限", "no limit")),
          .init(year.available?.description ?? language("不限", "no limit")),
          .init(year.spent.description), .init("\(year.opened.count)"), .init("\(year.staff)"),
          .init(year.staffLimit.map(String.init) ?? language("不限", "no limit")),
        ]
      })
  }

  private static func goals(_ words: PlanWording) -> TextTable {
    let (outcome, language) = (words.outcome, words.language)
    var rows: [[TextTable.Cell]] = []
    for goal in outcome.targets {
      for (index, period) in outcome.periods.enumerated() {
        let judged = outcome.plan.year(endingWith: index).map { goal.verdicts[$0] }
        guard judged != nil || goal.required[index] != nil else { continue }
        rows.append([
          .init(goal.id), .init(words.period(period)),
          .init(goal.required[index].map { words.wording.count($0) } ?? "—"),
          .init(words.wording.count(goal.before[index])),
          .init(words.wording.count(goal.reached[index])),
          .init(words.wording.count(goal.universe)),
          .init(
            judged.map { words.wording.status($0.status) } ?? "—",
            style: judged.map { $0.status.isFailure ? .bad : .plain } ?? .faint),
        ])
      }
    }
    return TextTable(
      title: language("各年要求和判定", "What is required and judged"),
      columns: [
        .init(language("目标", "Target")), .init(language("期末", "End of")),
        .init(language("要求\(words.mark)", "Required\(words.mark)"), isNumeric: true),
        .init(language("不建时", "Without"), isNumeric: true),
        .init(language("达到", "Reached"), isNumeric: true),
        .init(language("总数", "Of"), isNumeric: true),
        .init(language("文件承诺判定", "Verdict on the promise")),
      ], rows: rows)
  }

  private static func sites(_ words: PlanWording) -> TextTable {
    let language = words.language
    return TextTable(
      title: language("建设安排", "What opens when"),
      columns: [
        .init(language("开办", "Opens")), .init(language("编号", "Id")),
        .init(language("名称", "Name")), .init(language("单元", "Unit")),
        .init(
          language("费用（\(words.outcome.plan.currency)）", "Cost (\(words.outcome.plan.currency))"),
          isNumeric: true), .init(language("人员", "Posts"), isNumeric: true),
        .init(language("数据性质", "Data")),
      ],
      rows: words.outcome.built.map { site in
        [
          .init(words.status(of: site)), .init(site.id), .init(site.name), .init(site.unitName),
          .init(site.cost.description), .init("\(site.staff)"),
          .init(words.wording.provenance(site.provenance), style: .faint),
        ]
      })
  }

  private static func gains(_ words: PlanWording) -> TextTable {
    let language = words.language
    let currency = words.outcome.plan.currency + words.mark
    return TextTable(
      title: language("各年新增", "What each year adds"),
      columns: [
        .init(language("年度", "Year")), .init(language("目标", "Target")),
        .init(language("新增单元或人数", "Units or people"), isNumeric: true),
        .init(language("其中人数", "People there"), isNumeric: true),
        .init(language("每单元或每人费用（\(currency)）", "Cost of each (\(currency))"), isNumeric: true),
        .init(language("每名居民费用", "Cost a person"), isNumeric: true),
        .init(language("名称", "Places")),
      ],
      rows: words.outcome.years.flatMap { year in
        year.gains.map { gain in
          [
            .init("\(year.year)"), .init(gain.target), .init(words.wording.count(gain.count)),
            .init(words.wording.count(gain.people)), .init(gain.costPerCount?.description ?? "—"),
            .init(gain.costPerPerson?.description ?? "—"), .init(words.places(gain)),
          ]
        }
      })
  }

  private static func assumptions(_ words: PlanWording) -> TextTable {
    let language = words.language
    return TextTable(
      title: language("假设", "Assumptions"),
      columns: [.init(language("编号", "Id")), .init(language("内容", "What"))],
      rows: words.outcome.assumptions.map {
        [.init($0.id), .init(language($0.text, $0.textEnglish))]
      })
  }
}

extension PlanWording {
  /// Names of what a year adds, the first eight.
  func places(_ gain: PlanOutcome.Gain) -> String {
    guard !gain.places.isEmpty else { return "—" }
    let names = gain.places.prefix(8).map(\.name).joined(separator: language("、", ", "))
    let rest = gain.places.count - 8
    return rest > 0 ? names + language("等\(gain.places.count)处", " and \(rest) more") : names
  }
}
