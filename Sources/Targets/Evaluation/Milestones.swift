import PlanningModel

extension EvaluationContext {
  /// A state reached by a date, or several by theirs.
  func judge(_ milestone: MilestoneMeasure, of target: Target, into verdict: inout Verdict) {
    let records = milestones(of: target)
    guard milestone.stages.isEmpty else {
      judge(stages: milestone, records, of: target, into: &verdict)
      return
    }
    let figure = figure(milestone, records.filter { $0.unit == nil }, due: target.due.judgedDate)
    verdict.listing = .items
    verdict.detail = .milestone(figure.value)
    verdict.provenance = figure.provenance
    let requirement = Requirement(count: 1, .atLeast)
    let achieved = figure.isDone ? 1 : 0
    let unknown = figure.isDone || registers.isComplete(target: target.id) ? 0 : 1
    verdict.required = 1
    verdict.requiredText = milestone.doneAt ?? milestone.states.last
    verdict.achieved = achieved
    verdict.unknown = unknown
    verdict.gap = 1 - achieved
    verdict.rangeLow = achieved
    verdict.rangeHigh = achieved + unknown
    verdict.status = DueCalendar(due: target.due, plan: nil, asOf: asOf).status(
      requirement.outcome(yes: achieved, possible: achieved + unknown), achieved: achieved,
      requirement: requirement)
    explain(figure.value, &verdict)
  }

  private func explain(_ figure: MilestoneFigure, _ verdict: inout Verdict) {
    if let days = figure.daysLate {
      verdict.explain(Bilingual("已完成，迟\(days)天", "done, \(days) days late"))
    } else if verdict.status != .met {
      verdict.explain(
        figure.state.map {
          Bilingual(
            "现为“\(policies.terms[$0].chinese)”，没有更后状态的记录",
            "stands at “\(policies.terms[$0].english)”; no later state is on record")
        } ?? Bilingual("没有进展记录", "no progress is on record"))
    }
  }

  /// The target's own records up to the date, in order of their days.
  func milestones(of target: Target) -> [MilestoneRecord] {
    district.milestones.enumerated()
      .filter { $0.element.target == target.id && $0.element.date <= asOf }
      .sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map(\.element)
  }

  /// How far the records have come, with the provenance of the deciding one.
  private func figure(
    _ milestone: MilestoneMeasure, _ records: [MilestoneRecord], due: CivilDate?
  ) -> (value: MilestoneFigure, isDone: Bool, provenance: Provenance?) {
    let known = records.compactMap { record in
      milestone.step(of: record.state).map { (record: record, step: $0) }
    }
    let doneStep = milestone.doneStep
    var figure = MilestoneFigure(
      state: nil, date: nil, doneAt: milestone.doneAt ?? milestone.states.last, daysLate: nil,
      evidence: nil)
    // The latest record says how it stands; of one day the farthest.
    guard let day = known.last?.record.date,
      let latest = known.filter({ $0.record.date == day }).max(by: { $0.step < $1.step })
    else { return (figure, false, nil) }
    let isDone = latest.step >= doneStep
    // Done since the first record behind which it was never set back.
    let since =
      isDone
      ? known.lastIndex { $0.step < doneStep && $0.record.date < day }
        .map { known[$0 + 1].record } ?? known.first { $0.step >= doneStep }?.record : nil
    let shown = since ?? latest.record
    figure.state = latest.record.state ?? milestone.states.last
    figure.date = shown.date
    figure.evidence = shown.evidence
    if let since, let due, since.date > due { figure.daysLate = due.days(until: since.date) }
    return (figure, isDone, shown.provenance)
  }

  private func judge(
    stages milestone: MilestoneMeasure, _ records: [MilestoneRecord], of target: Target,
    into verdict: inout Verdict
  ) {
    let isComplete = registers.isComplete(target: target.id)
    let items = milestone.stages.map { stage in
      let year = String(stage.by.year)
      let record = records.first { record in
        record.row == year || (stage.state != nil && record.state == stage.state)
      }
      return DueItem(
        finding: UnitFinding(
          code: nil, id: "\(target.id)/\(year)", name: stage.state ?? stage.by.description,
          nameEnglish: stage.state.map { policies.terms[$0].english }),
        answer: record == nil ? .absent(.noRecord, isComplete: isComplete) : .yes([]),
        due: stage.by, provenance: record?.provenance)
    }
    judge(items, of: target, into: &verdict)
  }

  /// The same state reached in every unit.
  func judge(
    _ perUnit: MilestonePerUnitMeasure, of target: Target, into verdict: inout Verdict
  ) throws {
    verdict.universeID = perUnit.universe
    guard let universe = policies.universe(perUnit.universe) else { return }
    guard case .members(let all) = universes.members(of: universe) else {
      if case .unknown(let reason) = universes.members(of: universe) { verdict.explain(reason) }
      return
    }
    var members = all
    var isClosed = true
    if let kind = perUnit.whereHas {
      let input = RuleInput(
        kinds: [kind], state: nil, covered: .hosted, year: year(of: target))
      let hosts = try evidence(.hosted, for: all, input) ?? []
      members = hosts.filter { if case .yes = $0.answer { true } else { false } }.map(\.member)
      isClosed = hosts.unknownCount == 0
    }
    let records = Dictionary(grouping: milestones(of: target)) { $0.unit?.rawValue }
    let isComplete = registers.isComplete(target: target.id)
    let evidence = members.map { member in
      let own = figure(perUnit.milestone, records[member.id] ?? [], due: target.due.judgedDate)
      return UnitEvidence(
        member: member, answer: own.isDone ? .yes([]) : .absent(.noRecord, isComplete: isComplete),
        provenance: own.provenance)
    }
    verdict.list(evidence)
    count(evidence, of: target, isClosed: isClosed, into: &verdict)
  }

  private func count(
    _ evidence: [UnitEvidence], of target: Target, isClosed: Bool, into verdict: inout Verdict
  ) {
    guard !evidence.isEmpty || !isClosed else {
      verdict.status = .notApplicable
      verdict.explain(Bilingual("没有这类设施所在的单元", "no unit has a facility of the kind"))
      return
    }
    let yes = evidence.yesCount
    let unknown = evidence.unknownCount
    verdict.achieved = yes
    verdict.rangeLow = yes
    guard isClosed else {
      verdict.unknown = nil
      verdict.explain(
        Bilingual(
          "设施登记册未声明完整，不能断定共有几个单元",
          "the register of facilities is not complete, so it is not known how many units there are")
      )
      let failed = evidence.contains { if case .no = $0.answer { true } else { false } }
      if failed {
        let requirement = Requirement(count: evidence.count, .atLeast)
        verdict.status = DueCalendar(due: target.due, plan: nil, asOf: asOf).status(
          .failed, achieved: yes, requirement: requirement)
      }
      return
    }
    let requirement = Requirement(count: evidence.count, .atLeast)
    verdict.universe = evidence.count
    verdict.required = requirement.threshold
    verdict.requiredText = requirement.text
    verdict.unknown = unknown
    verdict.rangeHigh = yes + unknown
    verdict.numerator = yes
    verdict.denominator = evidence.count
    verdict.gap = requirement.gap(achieved: yes)
    verdict.status = status(yes, unknown, requirement, of: target, members: evidence.count)
    if verdict.status == .unknown { verdict.explain(undecidedItems(unknown)) }
  }
}
