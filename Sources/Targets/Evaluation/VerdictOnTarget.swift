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
    case .unevaluated(let measure):
      verdict.explain(
        Bilingual(
          "本版尚不评价“\(measure.type.label)”（\(measure.type.rawValue)）类任务",
          "this version does not evaluate measures of the type \(measure.type.rawValue)"))
    }
    return verdict
  }
}

extension Target {
  /// The covered-rule or the measure that decides.
  var ruleName: String {
    switch measure {
    case .count: MeasureType.count.rawValue
    case .namedUnits, .shareUnits: covered?.rule.rawValue ?? ""
    case .sharePopulation: CoveredRuleKind.withinTime.rawValue
    case .rate: MeasureType.rate.rawValue
    case .unevaluated(let measure): measure.type.rawValue
    }
  }
}
