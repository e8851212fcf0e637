import PlanningModel

extension EvaluationContext {
  /// The readings to show beside the one that decides: those the entry lists, and always the
  /// cheap ones that can be computed.
  func shownRules(of target: Target, kinds: [ServiceKind]) -> [CoveredRuleKind] {
    guard let covered = target.covered else { return [] }
    var shown = Set(covered.alternatives)
    if !kinds.isEmpty { shown.formUnion([.hosted, .assigned]) }
    if covered.activity != nil { shown.insert(.activity) }
    shown.remove(covered.rule)
    return CoveredRuleKind.allCases.filter(shown.contains)
  }

  func alternative(
    _ rule: CoveredRuleKind, _ evidence: [UnitEvidence]?, _ requirement: Requirement?,
    kinds: [ServiceKind], of target: Target
  ) -> AlternativeVerdict {
    guard let evidence else {
      return AlternativeVerdict(
        rule: rule.rawValue, achieved: nil, unknown: nil, status: .unknown)
    }
    let yes = evidence.yesCount
    let unknown = evidence.unknownCount
    var status: VerdictStatus = .informational
    if let requirement {
      status = self.status(yes, unknown, requirement, of: target, members: evidence.count)
      if status != .met, isInfeasible(rule, evidence, of: target) {
        status = registers.isComplete(kinds: kinds) ? .infeasible : .unknown
      }
    }
    return AlternativeVerdict(
      rule: rule.rawValue, achieved: yes, unknown: unknown, status: status)
  }

  /// Whether the count that limits the target leaves too few facilities to host all names.
  func isInfeasible(
    _ rule: CoveredRuleKind, _ evidence: [UnitEvidence], of target: Target
  ) -> Bool {
    guard rule == .hosted, case .namedUnits = target.measure,
      let most = mostHosted(evidence, of: target)
    else { return false }
    return most < evidence.count
  }

  /// How many of the names can be hosted at most; nil without a limiting count.
  ///
  /// Those that are hosted by other facilities than the limiting count promises, and that count.
  func mostHosted(_ hosted: [UnitEvidence], of target: Target) -> Int? {
    guard let id = target.relations.limitedBy, let limiting = policies.target(id),
      case .count(let count) = limiting.measure, let value = count.value
    else { return nil }
    let promised = Set(countedFacilities(count, of: limiting))
    let others = hosted.filter { unit in
      guard case .yes(let facilities) = unit.answer else { return false }
      return facilities.contains { !promised.contains($0) }
    }
    return min(hosted.count, others.count + value)
  }
}
