import PlanningModel
import TravelTimes

extension EvaluationContext {
  /// Levels complete and linked.
  func judge(_ network: HierarchyMeasure, of target: Target, into verdict: inout Verdict) throws {
    var answers: [(figure: LevelFigure, provenance: Provenance?)] = []
    var above: LevelAnswers?
    for level in network.levels {
      let own = try self.answers(level, of: target)
      var (figure, provenance) = try judge(level, own, of: target)
      if network.eachChildHasParent, let above, let own {
        try link(
          own, to: above, within: network.maximumParentTime, of: target, into: &figure)
      }
      provenance = .weakest(of: [provenance, own?.provenance].compactMap { $0 })
      answers.append((figure, provenance))
      above = own ?? LevelAnswers(level: level, evidence: [])
    }
    verdict.listing = .items
    verdict.detail = .levels(answers.map(\.figure))
    let evidence = answers.map { answer in
      UnitEvidence(
        member: UnitMember(
          id: answer.figure.level.rawValue, code: nil, name: answer.figure.level.label,
          unitClass: nil),
        answer: answer.figure.isComplete.map { isComplete in
          isComplete
            ? .yes([]) : .no(answer.figure.targets.isEmpty ? .noSite : .noRecord)
        } ?? .unknown(.noData), provenance: answer.provenance)
    }
    verdict.list(evidence)
    let yes = evidence.yesCount
    let unknown = evidence.unknownCount
    let requirement = Requirement(count: evidence.count, .atLeast)
    verdict.universe = evidence.count
    verdict.required = evidence.count
    verdict.requiredText = String(evidence.count)
    verdict.achieved = yes
    verdict.unknown = unknown
    verdict.gap = evidence.count - yes
    verdict.rangeLow = yes
    verdict.rangeHigh = yes + unknown
    verdict.numerator = yes
    verdict.denominator = evidence.count
    verdict.status = DueCalendar(due: target.due, plan: nil, asOf: asOf).status(
      requirement.outcome(yes: yes, possible: yes + unknown), achieved: yes,
      requirement: requirement)
    explain(network, answers.map(\.figure), &verdict)
  }

  private func explain(
    _ network: HierarchyMeasure, _ figures: [LevelFigure], _ verdict: inout Verdict
  ) {
    guard verdict.status != .met else { return }
    func names(_ figures: [LevelFigure]) -> Bilingual {
      Bilingual(
        figures.map(\.level.label).joined(separator: "、"),
        figures.map(\.level.rawValue).joined(separator: ", "))
    }
    var notes: [Bilingual] = []
    let failed = names(figures.filter { $0.isComplete == false })
    let open = names(figures.filter { $0.isComplete == nil })
    if !failed.chinese.isEmpty {
      notes.append(
        Bilingual("未建成的层级：\(failed.chinese)", "levels that are not complete: \(failed.english)"))
    }
    if !open.chinese.isEmpty {
      notes.append(
        Bilingual("数据不足的层级：\(open.chinese)", "levels without the data to tell: \(open.english)"))
    }
    if network.levels.contains(where: { $0.kinds.isEmpty && $0.records.isEmpty && !$0.asksTargets })
    {
      notes.append(
        Bilingual("文件没有写明各级设什么", "the document does not say what makes up the levels"))
    }
    if !notes.isEmpty { verdict.explain(.joined(notes)) }
  }

  /// What is known of each unit of a level.
  private struct LevelAnswers {
    var level: NetworkLevel
    var evidence: [UnitEvidence]
    var provenance: Provenance? { .weakest(of: evidence.compactMap(\.provenance)) }
  }

  /// nil when the units of the level, or what to look for, are not known.
  private func answers(_ level: NetworkLevel, of target: Target) throws -> LevelAnswers? {
    guard !level.kinds.isEmpty || !level.records.isEmpty, let members = members(of: level) else {
      return nil
    }
    if level.level == .district, !level.kinds.isEmpty {
      return LevelAnswers(level: level, evidence: members.map { ofDistrict($0, level.kinds) })
    }
    var covered = CoveredRule.hosted
    covered.allOf = level.records
    let input = RuleInput(
      kinds: level.kinds, state: nil, covered: covered, year: year(of: target))
    let rule: CoveredRuleKind = level.kinds.isEmpty ? .record : .hosted
    return try evidence(rule, for: members, input).map {
      LevelAnswers(level: level, evidence: $0)
    }
  }

  private func members(of level: NetworkLevel) -> [UnitMember]? {
    if level.level == .district, level.universe == nil { return districts }
    let universe =
      level.universe.flatMap { policies.universe($0) }
      ?? Universe.everything(level.level, within: district.code)
    guard case .members(let members) = universes.members(of: universe), !members.isEmpty else {
      return nil
    }
    return members
  }

  /// The district itself; for a city its districts, as far as its units name them.
  private var districts: [UnitMember] {
    let parents = Dictionary(
      district.units.map { ($0.parent.rawValue, $0.parentName) },
      uniquingKeysWith: { first, second in first ?? second })
    let codes = parents.keys.filter { $0 != district.code }.sorted()
    guard !codes.isEmpty else {
      return [
        UnitMember(
          id: district.code, code: district.code, name: district.name, unitClass: .district)
      ]
    }
    return codes.map { code in
      UnitMember(
        id: code, code: code, name: (parents[code] ?? nil) ?? code, unitClass: .district)
    }
  }

  /// A facility of the level above the townships counts for the whole district.
  private func ofDistrict(_ member: UnitMember, _ kinds: [ServiceKind]) -> UnitEvidence {
    let parents = Dictionary(
      district.units.map { ($0.id, $0.parent.rawValue) }, uniquingKeysWith: { first, _ in first })
    let standing = facilities(of: kinds).filter { facility in
      guard member.id != district.code else { return true }
      return facility.host.flatMap { parents[$0] } == member.id
    }
    let counted = standing.filter { qualifies($0, nil) }
    guard counted.isEmpty else {
      return UnitEvidence(
        member: member, answer: .yes(counted.map(\.id)),
        provenance: .weakest(of: counted.map(\.provenance.record)))
    }
    return UnitEvidence(
      member: member,
      answer: .absent(
        standing.isEmpty ? .noSite : .notOperating,
        isComplete: registers.isComplete(kinds: kinds)), provenance: nil)
  }

  private func judge(
    _ level: NetworkLevel, _ answers: LevelAnswers?, of target: Target
  ) throws -> (LevelFigure, Provenance?) {
    var figure = LevelFigure(
      level: level.level, universe: answers?.evidence.count, required: nil,
      achieved: answers?.evidence.yesCount, unknown: answers?.evidence.unknownCount, targets: [],
      orphans: [], longestLink: nil, isComplete: nil)
    let requirement: Requirement
    let count = answers?.evidence.count ?? 0
    switch level.required {
    case .targets(let ids):
      figure.targets = ids
      let verdicts = try ids.compactMap { policies.target($0) }
        .filter { if case .hierarchy = $0.measure { false } else { true } }
        .map { try verdict(on: $0) }
      let kept = verdicts.map { $0.status.isKept }
      figure.isComplete = kept.contains(false) ? false : kept.contains(nil) ? nil : true
      return (figure, .weakest(of: verdicts.compactMap(\.provenance)))
    case .every: requirement = Requirement(count: count, .atLeast)
    case .number(let number, let comparison):
      requirement = Requirement(count: number, comparison)
    case .share(let share, let comparison):
      requirement = Requirement(share: share, comparison, of: count)
    }
    guard let answers else { return (figure, nil) }
    figure.required = requirement.threshold
    let yes = answers.evidence.yesCount
    switch requirement.outcome(yes: yes, possible: yes + answers.evidence.unknownCount) {
    case .met: figure.isComplete = true
    case .failed: figure.isComplete = false
    case .open: figure.isComplete = nil
    }
    return (figure, nil)
  }

  /// Each unit that has a facility must lie in one above that has one, and near enough to it.
  private func link(
    _ own: LevelAnswers, to above: LevelAnswers, within limit: TravelTime?, of target: Target,
    into figure: inout LevelFigure
  ) throws {
    let parents = Dictionary(
      above.evidence.map { ($0.member.id, $0.answer) }, uniquingKeysWith: { first, _ in first })
    let ways = try limit.flatMap { _ in try self.ways(to: above.level.kinds, of: target) }
    var isOpen = false
    for unit in own.evidence {
      guard case .yes = unit.answer else { continue }
      let parent = parents[parent(of: unit.member, at: above.level.level)]
      var isOrphan = false
      if case .no? = parent { isOrphan = true }
      if parent?.isYes == nil { isOpen = true }
      if let limit {
        if let time = ways?[unit.member.id] {
          figure.longestLink = max(figure.longestLink ?? time, time)
          if time > limit { isOrphan = true }
        } else if own.level.level == .village {
          isOpen = true
        }
      }
      if isOrphan {
        figure.orphans.append(
          UnitFinding(
            code: unit.member.code, id: unit.member.id, name: unit.member.name, reason: .noSite))
      }
    }
    figure.orphans.sortByCode()
    if !figure.orphans.isEmpty {
      figure.isComplete = false
    } else if isOpen, figure.isComplete == true {
      figure.isComplete = nil
    }
  }

  /// The time from each village to the nearest facility of the level above; nil without times.
  private func ways(to kinds: [ServiceKind], of target: Target) throws -> [String: TravelTime]? {
    let profile = settings.profile(of: target.travel, cohort: settings.totalCohort)
    guard !kinds.isEmpty,
      let reach = try reach.reach(ReachQuery(kinds: kinds, profile: profile))
    else { return nil }
    var ways: [String: TravelTime] = [:]
    for (index, point) in district.demandPoints.enumerated() {
      if let time = reach.own[index]?.time { ways[point.id.rawValue] = time }
    }
    return ways
  }

  /// The unit of a level that a member lies in.
  private func parent(of member: UnitMember, at level: UniverseLevel) -> String {
    let units = Dictionary(
      district.units.map { ($0.id.rawValue, $0.parent.rawValue) },
      uniquingKeysWith: { first, _ in first })
    let point = district.demandPoints.first { $0.id.rawValue == member.id }
    guard level == .district else { return point?.unit?.rawValue ?? member.id }
    let township = point?.unit?.rawValue ?? member.id
    return units[township].flatMap { $0 == district.code ? nil : $0 } ?? district.code
  }
}

extension NetworkLevel {
  fileprivate var asksTargets: Bool { if case .targets = required { true } else { false } }
}

extension UniverseLevel {
  /// What reports call it.
  public var label: String {
    switch self {
    case .district: "区县"
    case .township: "乡镇（街道）"
    case .village: "村（社区）"
    case .settlement: "居民点"
    case .cell: "格网"
    }
  }
}

extension VerdictStatus {
  /// Whether the promise is kept; nil when that is not known or there is nothing to keep.
  var isKept: Bool? {
    switch self {
    case .met, .notApplicable: true
    case .behind, .missed, .infeasible, .onTrack: false
    case .unknown, .informational: nil
    }
  }
}

extension Universe {
  /// All units of a level of a district.
  static func everything(_ level: UniverseLevel, within district: String) -> Universe {
    Universe(
      id: "", level: level, within: district, classes: nil, list: nil, declaredCount: nil,
      declaredCountByClass: [:], expectedNames: nil, isDefined: true, note: nil, noteEnglish: nil,
      file: "", line: 0)
  }
}

extension CoveredRule {
  /// A facility in the unit, and nothing else.
  static var hosted: CoveredRule {
    CoveredRule(
      rule: .hosted, alternatives: [], activity: nil,
      evidence: EvidenceMinimum(sessionsInYear: 1, servedPeople: 1), allOf: [], time: nil)
  }
}
