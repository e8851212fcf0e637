import LocationAllocation
import Planning
import PlanningModel
import Scenarios

/// The words of plans over years in one language.
struct PlanWording {
  let outcome: PlanOutcome
  let language: Language
  var wording: Wording { Wording(language: language) }
  private var plan: MultiYearPlan { outcome.plan }

  var title: String { language(plan.title, plan.titleEnglish) }

  /// 2024年, 2024年三季度; 2024, 2024 Q3.
  func period(_ period: PlanPeriod) -> String {
    let quarter = period.quarter.map { wording.quarter($0) }
    return language(
      "\(period.year)年" + (quarter ?? ""), "\(period.year)" + (quarter.map { " \($0)" } ?? ""))
  }

  func money(_ amount: ExactDecimal?) -> String {
    amount.map { "\($0) \(plan.currency)" } ?? language("不限", "no limit")
  }

  /// The mark of figures that rest on illustrative or estimated data, as text.
  var mark: String {
    plan.provenance.needsMark ? DataMark.text(plan.provenance, language) : ""
  }

  func name(of target: String) -> String {
    let goal = outcome.targets.first { $0.id == target }
    return "\(target)“\(language(goal?.title ?? "", goal?.titleEnglish ?? goal?.title ?? ""))”"
  }

  func status(of site: PlanOutcome.Site) -> String {
    site.opens.map { period(outcome.periods[$0]) } ?? language("不建", "not built")
  }

  /// The answer in a sentence.
  var sentence: String {
    switch outcome.status {
    case .infeasible: return failure
    case .unknown, .feasible:
      return language("未能求出方案。", "No plan could be computed.")
    case .optimal: break
    }
    let (years, count) = (plan.years, outcome.built.count)
    let span =
      years.count == 1 ? "\(years[0])" : "\(years[0])–\(years[years.count - 1])"
    guard count > 0 else {
      return language(
        "\(span)年各年要求均已满足，不需要新建。", "\(span): what is required is reached; nothing has to be built.")
    }
    let opened = outcome.years.map { year in
      language("\(year.year)年\(year.opened.count)处", "\(year.opened.count) in \(year.year)")
    }.joined(separator: language("、", ", "))
    return language(
      "\(span)年共建\(count)处（\(opened)），费用 \(money(outcome.cost))\(mark)，各年要求全部满足；没有费用更低的方案。",
      "\(span): \(count) sites (\(opened)) for \(money(outcome.cost))\(mark) meet every requirement; "
        + "no plan is cheaper.")
  }

  /// Which year cannot be met, and what would do.
  private var failure: String {
    guard let failure = outcome.failure else { return language("没有方案。", "There is no plan.") }
    let remedies = failure.remedies.map(remedy).joined(separator: language("；", "; "))
    let year = period(failure.period)
    guard !remedies.isEmpty else {
      return language(
        "没有方案：\(year)的条件不能同时满足。", "No plan: the conditions of \(year) contradict each other.")
    }
    let isSingle = !failure.remedies.contains {
      if case .reachable = $0 { true } else { false }
    }
    return language(
      "没有方案：到\(year)末的条件不能同时满足。\(isSingle ? "以下任一项改动即可：" : "全部建成也只能达到：")\(remedies)。",
      "No plan: the conditions up to the end of \(year) cannot be met together. "
        + "\(isSingle ? "Any one of these would do: " : "Even with everything built: ")\(remedies)."
    )
  }

  func remedy(_ remedy: PlanOutcome.Remedy) -> String {
    switch remedy {
    case .money(let year, let least, let given):
      language(
        "\(year)年资金至少 \(money(least))（现 \(money(given))）",
        "at least \(money(least)) in \(year) (now \(money(given)))")
    case .posts(let year, let least, let given):
      language(
        "\(year)年人员至少 \(least) 人（现 \(given)）", "at least \(least) posts in \(year) (now \(given))")
    case .need(let target, let most, let asked):
      language(
        "\(target) 最多要求 \(wording.count(most))（现 \(wording.count(asked))）",
        "ask at most \(wording.count(most)) of \(target) (now \(wording.count(asked)))")
    case .floor(let unit, let origin):
      language("不设\(unit)的底线（\(origin)）", "drop the floor of \(unit) (\(origin))")
    case .windows: language("不限各候选点的开办时间", "let every site open in any period")
    case .services: language("不限先后次序（feeds）", "let feeders open without their services")
    case .moneyAndPosts: language("资金和人员同时增加", "more money and more posts together")
    case .reachable(let target, let most, let asked):
      language(
        "\(target) 最多 \(wording.count(most))（要求 \(wording.count(asked))）",
        "\(target) comes to \(wording.count(most)) (asked \(wording.count(asked)))")
    }
  }

  /// The plan against building all at once.
  var regret: String? {
    guard let regret = outcome.regret else { return nil }
    let served = zip(outcome.targets, regret.lessServed).map { goal, less in
      language(
        "\(goal.id) 少 \(less) \(goal.countsPeople ? "人·年" : "单元·年")",
        "\(less) \(goal.countsPeople ? "person-years" : "unit-years") less of \(goal.id)")
    }.joined(separator: language("、", ", "))
    return language(
      "与一次建成相比：一次建成最少需 \(money(regret.cost))\(mark)（\(regret.sites.count)处，首期全部开办），"
        + "本计划多 \(money(regret.moreCost))\(mark)，服务\(served)。",
      "Against building all at once: \(regret.sites.count) sites for \(money(regret.cost))\(mark), all in "
        + "the first period; the plan costs \(money(regret.moreCost))\(mark) more and serves \(served)."
    )
  }

  /// What the money, posts and data of the plan are.
  var basis: String {
    let carries = language(
      plan.carriesOver ? "上年结余可结转" : "上年结余不结转",
      plan.carriesOver ? "money left carries over" : "money left does not carry over")
    let rate =
      plan.discount == ExactDecimal(0)
      ? language("费用不折现", "costs are not discounted")
      : language("费用按年折现 ", "costs discounted a year by ") + ShareText.promised(plan.discount)
    let data =
      language("资金、费用、人员和年度要求为", "money, costs, posts and yearly numbers are ")
      + wording.provenance(plan.provenance)
    let parts = (plan.budgets.isEmpty ? [] : [carries]) + [rate, data]
    return wording.capitalised(parts.joined(separator: language("；", "; ")))
      + (plan.provenance == .illustrative
        ? language("，不得作为事实引用。", ", never a fact.") : language("。", "."))
  }
}
