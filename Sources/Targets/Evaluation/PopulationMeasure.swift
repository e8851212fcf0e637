import PlanningModel
import TravelTimes

extension EvaluationContext {
  /// A share of a cohort within a limit of travel; universe, required and gap are persons.
  func judge(
    _ share: SharePopulationMeasure, of target: Target, into verdict: inout Verdict
  ) throws {
    let promised = share.value ?? settings.localThresholds[target.id]
    verdict.requiredText = promised.map { Requirement(share: $0, share.comparison, of: 0).text }
    let points = district.demandPoints.indices.filter {
      district.demandPoints[$0].band == .own
    }
    let lacking = points.count { district.demandPoints[$0].people[share.cohort] == nil }
    guard !points.isEmpty, lacking < points.count else {
      verdict.explain(
        Bilingual(
          "没有“\(label(of: share.cohort).chinese)”的分村数据",
          "no counts by village are loaded for: \(label(of: share.cohort).english)"))
      return
    }
    let profile = settings.profile(of: target.travel, cohort: share.cohort)
    guard let reach = try reach.reach(ReachQuery(kinds: share.kinds, profile: profile)) else {
      verdict.explain(Bilingual("没有出行时间数据", "no travel times are available"))
      return
    }
    let access = Access(share, points, reach, in: self)
    verdict.list(access, isSensitive: isSensitive(share.cohort))
    verdict.universe = access.total
    verdict.achieved = access.within
    verdict.unknown = access.undecided
    verdict.rangeLow = access.within
    verdict.rangeHigh = access.within + access.undecided
    verdict.numerator = access.within
    verdict.denominator = access.total
    verdict.persons = PersonsFigure(covered: access.within, total: access.total, gap: nil)
    if lacking > 0 {
      verdict.explain(
        Bilingual(
          "\(lacking)个村（社区）没有“\(label(of: share.cohort).chinese)”的人数",
          "\(lacking) villages have no count of: \(label(of: share.cohort).english)"))
      return
    }
    guard access.total > 0 else {
      verdict.status = .notApplicable
      verdict.explain(Bilingual("该人群人数为零", "nobody is in this cohort"))
      return
    }
    if facilities(of: share.kinds).isEmpty, !registers.isComplete(kinds: share.kinds) {
      verdict.explain(Bilingual("没有这类设施的数据", "no facilities of these kinds are loaded"))
      return
    }
    let requirement = promised.map {
      Requirement(share: $0, share.comparison, of: access.total)
    }
    verdict.required = requirement?.threshold
    verdict.gap = requirement?.gap(achieved: access.within)
    verdict.persons?.gap = verdict.gap
    verdict.status = status(access.within, access.undecided, requirement, of: target)
    verdict.withNeighbours = access.withinWithNeighbours.map { within in
      NeighbourFigure(
        achieved: within, share: Double(within) / Double(access.total),
        shareText: ShareText.percent(within, of: access.total),
        status: status(within, access.undecidedWithNeighbours, requirement, of: target))
    }
    verdict.alternatives = try otherModes(share, points, requirement, of: target)
    explainStatus(share, of: target, into: &verdict)
  }

  private func explainStatus(
    _ share: SharePopulationMeasure, of target: Target, into verdict: inout Verdict
  ) {
    if verdict.status == .informational {
      verdict.explain(noPromise)
    } else if verdict.status == .unknown {
      let count = verdict.unknown ?? 0
      verdict.explain(
        Bilingual("\(count)人能否在时限内到达无法判定", "for \(count) people the evidence is missing"))
    } else if share.value == nil, let text = verdict.requiredText {
      verdict.explain(
        Bilingual("文件未给出数值，按本地阈值\(text)判定", "judged by the local threshold of \(text)"))
    }
  }

  private func status(
    _ within: Int, _ undecided: Int, _ requirement: Requirement?, of target: Target
  ) -> VerdictStatus {
    guard let requirement else { return .informational }
    return DueCalendar(due: target.due, plan: nil, asOf: asOf).status(
      requirement.outcome(yes: within, possible: within + undecided), achieved: within,
      requirement: requirement)
  }

  private func otherModes(
    _ share: SharePopulationMeasure, _ points: [Int], _ requirement: Requirement?,
    of target: Target
  ) throws -> [AlternativeVerdict] {
    try (target.travel?.alternatives ?? []).map { mode in
      let rule = "within_time:\(mode.rawValue)"
      let profile = settings.profile(of: target.travel, mode: mode, cohort: share.cohort)
      guard let reach = try reach.reach(ReachQuery(kinds: share.kinds, profile: profile)) else {
        return AlternativeVerdict(rule: rule, achieved: nil, unknown: nil, status: .unknown)
      }
      let access = Access(share, points, reach, in: self)
      return AlternativeVerdict(
        rule: rule, achieved: access.within, unknown: access.undecided,
        status: status(access.within, access.undecided, requirement, of: target))
    }
  }

  private func isSensitive(_ id: CohortID) -> Bool {
    district.cohorts.contains { $0.id == id && $0.isSensitive }
  }

  private func label(of id: CohortID) -> Bilingual {
    let cohort = district.cohorts.first { $0.id == id }
    return Bilingual(cohort?.label ?? id.rawValue, cohort?.labelEnglish ?? id.rawValue)
  }
}
