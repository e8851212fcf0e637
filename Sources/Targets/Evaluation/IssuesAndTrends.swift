import PlanningModel

extension EvaluationContext {
  /// Issues found up to the date, all of them to be closed.
  func judge(_ ledger: IssueLedgerMeasure, of target: Target, into verdict: inout Verdict) {
    let issues = district.issues.filter { $0.target == target.id && $0.found <= asOf }
    let isComplete = registers.isComplete(target: target.id)
    guard !issues.isEmpty else {
      if isComplete {
        verdict.status = .notApplicable
        verdict.explain(Bilingual("问题台账没有问题", "the ledger holds no issue"))
      } else {
        verdict.explain(Bilingual("没有问题台账的记录", "the ledger of issues holds no record"))
      }
      return
    }
    let closed = issues.filter { issue in issue.closed.map { $0 <= asOf } ?? false }
    let overdue = issues.filter { issue in
      !(issue.closed.map { $0 <= asOf } ?? false) && issue.due.map { asOf >= $0 } == true
    }
    verdict.listing = .items
    verdict.list(
      issues.map { issue in
        let isClosed = issue.closed.map { $0 <= asOf } ?? false
        return UnitEvidence(
          member: UnitMember(
            id: issue.id, code: issue.unit?.rawValue, name: issue.id, unitClass: nil),
          answer: isClosed ? .yes([]) : .no(.noRecord), provenance: issue.provenance)
      })
    verdict.universe = issues.count
    verdict.required = issues.count
    verdict.requiredText = String(issues.count)
    verdict.achieved = closed.count
    // Whether more were found is known only of a register that is complete.
    verdict.unknown = isComplete ? 0 : nil
    verdict.gap = issues.count - closed.count
    verdict.rangeLow = closed.count
    verdict.rangeHigh = isComplete ? closed.count : nil
    verdict.numerator = closed.count
    verdict.denominator = issues.count
    verdict.detail = .issues(
      IssueFigure(
        found: issues.count, closed: closed.count,
        open: issues.count - closed.count - overdue.count, overdue: overdue.map(\.id).sorted()))
    let requirement = Requirement(count: issues.count, .atLeast)
    let outcome: Requirement.Outcome =
      if closed.count < issues.count { .failed } else if isComplete { .met } else { .open }
    verdict.status = DueCalendar(due: target.due, plan: nil, asOf: asOf).status(
      outcome, achieved: closed.count, requirement: requirement)
    if outcome == .open {
      verdict.explain(
        Bilingual(
          "登记的\(issues.count)个问题均已销号；台账未声明完整，不能断定没有更多",
          "all \(issues.count) issues on record are closed; the ledger is not declared complete, so there may be more"
        ))
    } else if !overdue.isEmpty {
      verdict.explain(
        Bilingual("逾期未销号\(overdue.count)个", "\(overdue.count) are overdue"))
    }
  }

  /// A direction against the baseline.
  func judge(_ trend: TrendMeasure, of target: Target, into verdict: inout Verdict) {
    let document = policies.document(target.cite.document)
    let first = document?.period?.lowerBound ?? document?.year ?? asOf.year
    let year = target.baseline?.year ?? first - 1
    let before = target.baseline?.value ?? standing(trend.subject, atEndOf: year)
    let (now, isClosed, provenance, evidence) = present(trend.subject)
    verdict.provenance = provenance
    verdict.evidence = evidence
    verdict.achieved = now
    verdict.detail = .trend(
      TrendFigure(baselineYear: year, before: before, now: now, direction: trend.direction))
    guard let before else {
      verdict.explain(
        Bilingual("缺少基期（\(year)年）的数值", "the figure of the baseline, \(year), is missing"))
      return
    }
    let requirement =
      trend.direction == .increase
      ? Requirement(count: before, .moreThan) : Requirement(count: before - 1, .atMost)
    verdict.required = requirement.threshold
    verdict.requiredText = trend.direction == .increase ? ">\(before)" : "<\(before)"
    guard let now else {
      verdict.explain(Bilingual("没有现值", "there is no figure for now"))
      return
    }
    verdict.unknown = isClosed ? 0 : nil
    verdict.rangeLow = now
    verdict.rangeHigh = isClosed ? now : nil
    verdict.gap = requirement.gap(achieved: now)
    verdict.status = DueCalendar(due: target.due, plan: nil, asOf: asOf).status(
      requirement.outcome(yes: now, possible: isClosed ? now : nil), achieved: now,
      requirement: requirement)
    if verdict.status == .unknown {
      verdict.explain(
        Bilingual("登记册未声明完整，现值可能更大", "the register is not complete, so the figure may be larger"))
    }
  }

  /// What stood on the last day of a year; nil when the records do not say.
  private func standing(_ subject: CountSubject, atEndOf year: Int) -> Int? {
    guard let day = CivilDate.endOfYear(year) else { return nil }
    switch subject {
    case .indicators(let indicators):
      let figures = indicators.map { figure($0, until: day)?.value }
      return figures.contains(nil) ? nil : figures.reduce(0) { $0 + ($1 ?? 0) }
    case .facilities(let kinds):
      guard registers.isComplete(kinds: kinds) else { return nil }
      let built = facilities(of: kinds).filter { $0.state >= .accepted || $0.closed != nil }
      guard built.allSatisfy({ $0.opened != nil }) else { return nil }
      return built.count { facility in
        facility.opened.map { $0 <= day } == true && facility.closed.map { $0 > day } ?? true
      }
    }
  }

  private func present(
    _ subject: CountSubject
  ) -> (Int?, isClosed: Bool, Provenance?, VerdictEvidence) {
    switch subject {
    case .indicators(let indicators):
      let figures = indicators.map { figure($0) }
      guard !figures.contains(nil) else { return (nil, false, nil, VerdictEvidence()) }
      let known = figures.compactMap { $0 }
      return (
        known.reduce(0) { $0 + $1.value }, true, .weakest(of: known.map(\.provenance)),
        VerdictEvidence(entries: known.flatMap(\.entries))
      )
    case .facilities(let kinds):
      let standing = facilities(of: kinds).filter { qualifies($0, nil) }
      return (
        standing.count, registers.isComplete(kinds: kinds),
        .weakest(of: standing.map(\.provenance.record)),
        VerdictEvidence(facilities: standing.map(\.id))
      )
    }
  }

  /// Thresholds are shown, never judged.
  func show(_ parameters: ParameterMeasure, _ verdict: inout Verdict) {
    verdict.detail = .parameters(parameters.values)
    verdict.status = .informational
    verdict.explain(
      Bilingual("政策参数，供其他口径使用，不作考核", "thresholds that other rules use; not judged"))
  }
}
