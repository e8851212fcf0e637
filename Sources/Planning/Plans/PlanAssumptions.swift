import PlanningModel
import Scenarios
import Targets

/// What plans take for granted.
enum PlanAssumptions {
  static func counted(_ target: Target, by rule: CoveredRuleKind) -> Assumption {
    let own = target.covered?.rule ?? rule
    return Assumption(
      id: "rule_\(target.id)",
      text: "\(target.id) 在本计划中按“\(rule.label)”口径计（承诺的口径为“\(own.label)”）",
      textEnglish:
        "\(target.id) is counted by the rule “\(rule.labelEnglish)” in this plan (its own is "
        + "“\(own.labelEnglish)”)")
  }
  static let opensAtEnd = Assumption(
    id: "opens_at_the_end_of_its_period",
    text: "各项目于所列年度（季度）最后一日开办，当期费用当年支付；建成后不撤",
    textEnglish:
      "Each site opens on the last day of its year or quarter and is paid in that year; nothing "
      + "is un-built")
  static let runs = Assumption(
    id: "new_site_runs_the_activity",
    text: "新建站点自开办当年起每年在所服务的单元开展该项服务",
    textEnglish:
      "A new site runs the activity in the units it serves in each year from its opening on")
  static let continues = Assumption(
    id: "services_continue",
    text: "已开展的服务在以后各年继续开展",
    textEnglish: "What runs already goes on in the later years")
}
