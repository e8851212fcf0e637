import PlanningModel

extension EvaluationContext {
  /// How many facilities, or how much by the ledger.
  func judge(_ count: CountMeasure, of target: Target, into verdict: inout Verdict) {
    let promised =
      count.value
      ?? settings.localThresholds[target.id].flatMap { $0.denominator == 1 ? $0.numerator : nil }
    let requirement = promised.map { Requirement(count: $0, count.comparison) }
    verdict.required = requirement?.threshold
    verdict.requiredText = requirement?.text
    let possible: Int?
    switch count.subject {
    case .facilities(let kinds):
      if let reason = cannotCount(count, of: target) {
        verdict.explain(reason)
        return
      }
      possible = countFacilities(count, kinds: kinds, of: target, into: &verdict)
    case .indicators(let indicators):
      if let reason = cannotCount(count, of: target) {
        verdict.explain(reason)
        return
      }
      possible = countLedger(count, indicators, of: target, into: &verdict)
    }
    guard let achieved = verdict.achieved else { return }
    verdict.unknown = possible.map { $0 - achieved }
    verdict.rangeLow = achieved
    verdict.rangeHigh = possible
    guard let requirement else {
      verdict.status = .informational
      verdict.explain(noPromise)
      return
    }
    verdict.gap = requirement.gap(achieved: achieved)
    let plan = target.quarterlyPlan?.map { $0.need(of: 1) }
    verdict.status = DueCalendar(due: target.due, plan: plan, asOf: asOf).status(
      requirement.outcome(yes: achieved, possible: possible), achieved: achieved,
      requirement: requirement)
    if verdict.status == .unknown, verdict.reason == nil {
      verdict.explain(
        Bilingual(
          "已知\(achieved)，登记册未声明完整，不能断定没有更多",
          "\(achieved) are known; no register is declared complete, so there may be more"))
    }
  }

  private func cannotCount(_ count: CountMeasure, of target: Target) -> Bilingual? {
    switch count.counting {
    case .cumulativeSinceBaseline where target.baseline == nil:
      Bilingual("缺少基期年份和基期值", "the baseline's year and value are missing")
    default: nil
    }
  }

  /// The facilities that a count counts, by id.
  func countedFacilities(_ count: CountMeasure, of target: Target) -> [FacilityID] {
    guard case .facilities(let kinds) = count.subject else { return [] }
    return facilities(of: kinds)
      .filter { standing($0, count, of: target) == .yes([$0.id]) }.map(\.id)
  }

  /// Fills in what is known of the facilities and returns how many are possible; nil when the
  /// register is not complete, because then there may be more.
  private func countFacilities(
    _ count: CountMeasure, kinds: [ServiceKind], of target: Target, into verdict: inout Verdict
  ) -> Int? {
    let judged = facilities(of: kinds).map { ($0, standing($0, count, of: target)) }
    let isComplete = registers.isComplete(kinds: kinds)
    let sure = judged.filter { if case .yes = $0.1 { true } else { false } }.map(\.0)
    let unsure = judged.filter { if case .unknown = $0.1 { true } else { false } }.map(\.0)
    verdict.evidence.undecided = unsure.map(\.id)
    let baseline = count.counting == .cumulativeSinceBaseline ? target.baseline?.value ?? 0 : 0
    var read = sure.map(\.provenance.record)
    guard !count.hostsNamed.isEmpty else {
      verdict.evidence.facilities = sure.map(\.id)
      verdict.provenance = .weakest(of: read)
      verdict.achieved = baseline + sure.count
      return isComplete ? baseline + sure.count + unsure.count : nil
    }
    let hosts = universes.named(count.hostsNamed)
    let evidence = hosts.map { host in
      self.host(host, sure: sure, unsure: unsure, judged, isComplete: isComplete)
    }
    let counted = sure.filter { facility in hosts.contains { facility.stands(in: $0) } }
    read = counted.flatMap { [$0.provenance.record, $0.provenance.host] }
    verdict.list(evidence)
    verdict.provenance = .weakest(of: read)
    // A second facility in one host does not stand in for another host's first.
    let spare = max(0, (count.value ?? hosts.count) - hosts.count)
    let achieved = evidence.yesCount + min(spare, counted.count - evidence.yesCount)
    verdict.achieved = baseline + achieved
    return isComplete ? baseline + achieved + evidence.unknownCount : nil
  }

  private func host(
    _ host: UnitMember, sure: [Facility], unsure: [Facility], _ judged: [(Facility, Answer)],
    isComplete: Bool
  ) -> UnitEvidence {
    guard host.unitClass != nil else { return unresolved(host) }
    let counted = sure.filter { $0.stands(in: host) }
    guard counted.isEmpty else {
      return UnitEvidence(member: host, answer: .yes(counted.map(\.id)), provenance: nil)
    }
    if unsure.contains(where: { $0.stands(in: host) }) { return unresolved(host) }
    let reasons = judged.compactMap { facility, answer -> Reason? in
      guard facility.stands(in: host), case .no(let reason) = answer else { return nil }
      return reason
    }
    let order: [Reason] = [.noRecord, .notOperating]
    let reason = order.first { reasons.contains($0) } ?? .noSite
    return UnitEvidence(
      member: host, answer: .absent(reason, isComplete: isComplete), provenance: nil)
  }

  /// Whether one facility counts; unknown when its opening date would decide and is missing.
  private func standing(_ facility: Facility, _ count: CountMeasure, of target: Target) -> Answer {
    let minimum = count.state.minimum
    let isYes = Answer.yes([facility.id])
    if count.counting == .relocation, !isReplacement(facility, count) { return .no(.noRecord) }
    guard facility.state >= minimum else { return .no(.notOperating) }
    if let closed = facility.closed, asOf >= closed { return .no(.notOperating) }
    if let designation = count.designation {
      guard facility.designations.contains(designation) else { return .no(.noRecord) }
    } else if count.state.isDesignated, facility.designations.isEmpty {
      return .no(.noRecord)
    }
    let isBuilt = minimum >= .accepted
    if isBuilt, let opened = facility.opened, asOf < opened { return .no(.notOperating) }
    let first: Int
    switch count.counting {
    case .netStock: return isYes
    case .grossNewInYear, .flowInPeriod, .relocation: first = year(of: target)
    case .cumulativeSinceBaseline: first = (target.baseline?.year ?? 0) + 1
    }
    // What is only begun has no opening date yet.
    guard let opened = facility.opened else { return isBuilt ? .unknown(.noData) : isYes }
    let last = count.counting == .cumulativeSinceBaseline ? asOf.year : first
    if !isBuilt { return opened.year >= first ? isYes : .no(.noSite) }
    return (first...max(first, last)).contains(opened.year) ? isYes : .no(.noSite)
  }

  /// Whether a facility takes the place of one that was closed for it: 迁建 leaves the number as
  /// it is, so each new one needs one of its kind that is closed by the date.
  ///
  /// New ones, by opening day, are paired with closed ones, by closing day.
  private func isReplacement(_ facility: Facility, _ count: CountMeasure) -> Bool {
    guard case .facilities(let kinds) = count.subject else { return false }
    let all = facilities(of: kinds)
    let closed = all.filter { old in
      old.state == .closed || old.closed.map { $0 <= asOf } == true
    }
    let new = all.filter { new in !closed.contains { $0.id == new.id } && new.state >= .accepted }
      .sorted { left, right in
        switch (left.opened, right.opened) {
        case (let first?, let second?) where first != second: first > second
        case (nil, _?): false
        case (_?, nil): true
        default: left.id < right.id
        }
      }
    return new.prefix(closed.count).contains { $0.id == facility.id }
  }
}
