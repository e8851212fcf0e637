import PlanningModel

extension EvaluationContext {
  /// Each named unit covered.
  func judge(_ named: NamedUnitsMeasure, of target: Target, into verdict: inout Verdict) throws {
    let members = universes.named(named.names)
    verdict.universe = members.count
    guard !members.isEmpty else {
      verdict.status = .notApplicable
      verdict.explain(Bilingual("没有点名的单位", "no units are named"))
      return
    }
    let requirement = Requirement(count: members.count, .atLeast)
    try judge(
      members, requirement, kinds: named.kinds, state: named.state, of: target, into: &verdict)
  }

  /// A share of the units of a universe.
  func judge(_ share: ShareUnitsMeasure, of target: Target, into verdict: inout Verdict) throws {
    verdict.universeID = share.universe
    let promised = share.value ?? settings.localThresholds[target.id]
    verdict.requiredText = promised.map {
      Requirement(share: $0, share.comparison, of: 0).text
    }
    guard let universe = policies.universe(share.universe) else { return }
    switch universes.members(of: universe) {
    case .unknown(let reason):
      verdict.explain(reason)
      verdict.alternatives = shownRules(of: target, kinds: share.kinds).map {
        AlternativeVerdict(rule: $0.rawValue, achieved: nil, unknown: nil, status: .unknown)
      }
    case .members(let members):
      verdict.universe = members.count
      guard !members.isEmpty else {
        verdict.status = .notApplicable
        verdict.explain(
          Bilingual(
            "口径“\(universe.name.chinese)”没有单元",
            "the universe “\(universe.name.english)” has no members"))
        return
      }
      let requirement = promised.map {
        Requirement(share: $0, share.comparison, of: members.count)
      }
      try judge(
        members, requirement, kinds: share.kinds, needsEveryKind: share.needsEveryKind,
        state: share.state, of: target, into: &verdict)
    }
  }

  private func judge(
    _ members: [UnitMember], _ requirement: Requirement?, kinds: [ServiceKind],
    needsEveryKind: Bool = false, state: StateRequirement?, of target: Target,
    into verdict: inout Verdict
  ) throws {
    guard let covered = target.covered else { return }
    let input = RuleInput(
      kinds: kinds, needsEveryKind: needsEveryKind, state: state, covered: covered,
      year: year(of: target))
    verdict.required = requirement?.threshold
    if let requirement { verdict.requiredText = requirement.text }
    for rule in shownRules(of: target, kinds: kinds) {
      let evidence = try evidence(rule, for: members, input)
      verdict.alternatives.append(
        alternative(rule, evidence, requirement, kinds: kinds, of: target))
    }
    guard let evidence = try evidence(covered.rule, for: members, input) else {
      verdict.explain(cannotCompute(covered.rule))
      return
    }
    verdict.list(evidence)
    let yes = evidence.yesCount
    let unknown = evidence.unknownCount
    verdict.achieved = yes
    verdict.unknown = unknown
    verdict.rangeLow = yes
    verdict.rangeHigh = yes + unknown
    verdict.numerator = yes
    verdict.denominator = members.count
    verdict.persons = persons(of: members, covered: Set(verdict.met.map(\.id)))
    guard let requirement else {
      verdict.status = .informational
      verdict.explain(noPromise)
      return
    }
    verdict.gap = requirement.gap(achieved: yes)
    verdict.status = status(yes, unknown, requirement, of: target, members: members.count)
    if isInfeasible(covered.rule, evidence, of: target), verdict.status != .met {
      verdict.status = .infeasible
      verdict.explain(
        Bilingual("新建数量少于点名单位，按驻点口径不可能完成", "fewer facilities are promised than units are named"))
    } else if verdict.status == .unknown {
      verdict.explain(undecided(unknown))
    }
  }

  func status(
    _ yes: Int, _ unknown: Int, _ requirement: Requirement, of target: Target, members: Int
  ) -> VerdictStatus {
    let plan = target.quarterlyPlan?.map { $0.need(of: members) }
    return DueCalendar(due: target.due, plan: plan, asOf: asOf).status(
      requirement.outcome(yes: yes, possible: yes + unknown), achieved: yes,
      requirement: requirement)
  }

  /// All people in the covered units and in the universe; nil when they are not all known.
  private func persons(of members: [UnitMember], covered: Set<String>) -> PersonsFigure? {
    guard places.isCounted(settings.totalCohort) else { return nil }
    var figure = (covered: 0, total: 0)
    for member in members {
      guard let count = places.people(settings.totalCohort, of: member.id) else { return nil }
      figure.total += count
      if covered.contains(member.id) { figure.covered += count }
    }
    return PersonsFigure(covered: figure.covered, total: figure.total, gap: nil)
  }
}

extension EvaluationContext {
  /// Why a verdict is open: the evidence is missing, not the service.
  func undecided(_ count: Int) -> Bilingual {
    Bilingual(
      "\(count)个单位缺少证据：登记册未声明完整，未登记不等于没有",
      "\(count) units are undecided: no register is declared complete, so absence is not a no")
  }

  /// Why a figure is for information only.
  var noPromise: Bilingual {
    Bilingual(
      "文件未给出数值，也没有设本地阈值，仅供参考",
      "the document promises no figure and no local threshold is set; for information")
  }

  private func cannotCompute(_ rule: CoveredRuleKind) -> Bilingual {
    if rule == .withinTime {
      return Bilingual("没有出行时间数据", "no travel times are available")
    }
    return Bilingual(
      "本版尚不评价口径“\(rule.rawValue)”（\(rule.label)）",
      "this version does not evaluate the rule \(rule.rawValue)")
  }
}
