import PlanningModel

extension EvaluationContext {
  /// The answer to one target.
  func verdict(on target: Target) throws -> Verdict {
    let document = policies.document(target.cite.document)
    var verdict = Verdict(
      id: target.id, title: target.title, status: .unknown, rule: target.ruleName,
      citation: Citation(
        document: document?.citedAs ?? target.cite.document, clause: target.cite.clause,
        quote: target.cite.quote),
      dueDate: target.due.judgedDate ?? target.due.date, dueKind: target.due.kind.rawValue)
    verdict.titleEnglish = target.titleEnglish
    verdict.leads = target.leads
    verdict.upper = target.upperFigure(policies)
    switch target.measure {
    case .count(let count): judge(count, of: target, into: &verdict)
    case .namedUnits(let named): try judge(named, of: target, into: &verdict)
    case .shareUnits(let share): try judge(share, of: target, into: &verdict)
    case .sharePopulation(let share): try judge(share, of: target, into: &verdict)
    case .rate(let rate): judge(rate, of: target, into: &verdict)
    case .hierarchy(let network): try judge(network, of: target, into: &verdict)
    case .milestone(let milestone): judge(milestone, of: target, into: &verdict)
    case .milestonePerUnit(let milestone): try judge(milestone, of: target, into: &verdict)
    case .quarterlyTasks(let table): judge(table, of: target, into: &verdict)
    case .taskTable(let table): judge(table, of: target, into: &verdict)
    case .report(let report): judge(report, of: target, into: &verdict)
    case .issueLedger(let ledger): judge(ledger, of: target, into: &verdict)
    case .trend(let trend): judge(trend, of: target, into: &verdict)
    case .parameter(let parameters): show(parameters, &verdict)
    }
    verdict.isFinal = document?.lastDay.map { asOf > $0 } ?? false
    if let scope = target.scope, !scope.binds(district.code) { report(only: scope, &verdict) }
    return verdict
  }
}

extension EvaluationContext {
  /// A figure that holds for a larger area: the district only reports its part of it.
  private func report(only scope: TargetScope, _ verdict: inout Verdict) {
    guard verdict.status != .unknown else { return }
    let name = scope.name ?? scope.code
    verdict.status = .informational
    verdict.explain(
      Bilingual(
        "\(name)的指标，本区未采纳为自己的指标，只列出本区部分",
        "a figure of \(name) that the district has not adopted; its part is shown for information"))
  }
}

extension PolicyDocument {
  /// The last day it plans for; nil when it does not say.
  var lastDay: CivilDate? { (period?.upperBound ?? year).flatMap { CivilDate.endOfYear($0) } }
}

extension Target {
  /// The covered-rule or the measure that decides.
  var ruleName: String {
    switch measure {
    case .namedUnits, .shareUnits: covered?.rule.rawValue ?? ""
    case .sharePopulation: CoveredRuleKind.withinTime.rawValue
    default: measure.type.rawValue
    }
  }
}
