import PlanningModel
import Targets
import TravelTimes
import Workspace

/// What can be done for a target without building, each judged by the evaluator.
struct UnbuiltOptions {
  let session: WorkspaceSession
  let situation: Situation
  let target: Target
  let repair: TargetRepair
  /// Whether options that need another network of times are looked at too.
  let isThorough: Bool

  private var missing: [UnitFinding] { repair.verdict.missing + repair.verdict.undecided }
  private var kinds: [ServiceKind] { repair.kinds.map { ServiceKind($0) } }

  func evaluated() throws -> [RepairOption] {
    if repair.rule == .withinTime {
      return try [longerLimit(), mobileStops(), driven(), isThorough ? fasterPace() : nil]
        .compactMap(\.self)
    }
    guard let serving = try serving() else { return [] }
    return try [widerRange(serving), mobileService(serving)].compactMap(\.self)
  }

  /// The verdict under a patch; nil when the target is gone.
  private func effect(_ scenario: String) throws -> RepairOption.Effect? {
    let patched = try session.situation(situation, patchedBy: scenario, name: "option.yaml")
    return try session.verdict(on: target.id, patched).map(shown)
  }

  private func shown(_ verdict: Verdict) -> RepairOption.Effect {
    let disclosed = VerdictDisclosure(situation.policies, in: situation.district).applied(
      to: verdict)
    return RepairOption.Effect(status: disclosed.status, achieved: disclosed.achieved)
  }

  private func option(
    _ kind: RepairOption.Kind, _ text: Bilingual, _ assumption: Bilingual, _ scenario: String
  ) throws -> RepairOption? {
    try effect(scenario).map { effect in
      RepairOption(
        kind: kind, text: text,
        assumption: Assumption(
          id: kind.rawValue, text: assumption.chinese, textEnglish: assumption.english),
        effect: effect, scenario: scenario)
    }
  }

  private func header(_ kind: RepairOption.Kind) -> String {
    "schema: yike-scenario/1\nid: \(kind.rawValue)-\(target.id)\n"
  }

  // MARK: units one by one

  /// As many units as are lacking, the nearest first, each with the operating facility nearest to
  /// its seat; nil where nothing operates or nothing lacks.
  private func serving() throws -> [(unit: UnitFinding, facility: Facility)]? {
    let lacking = repair.need - repair.reachedBefore
    let facilities = situation.district.facilities.filter {
      kinds.contains($0.kind) && $0.band == .own && $0.isOperating(on: situation.asOf)
        && $0.position != nil && $0.host != nil
    }
    guard lacking > 0, !facilities.isEmpty else { return nil }
    let seats = Dictionary(
      situation.district.units.map { ($0.id.rawValue, $0.seat) },
      uniquingKeysWith: { first, _ in first })
    let units = missing.filter { seats[$0.id] != nil }
    let profile = session.evaluationSettings(situation).profile(
      of: nil, mode: .motor, cohort: "total")
    let nearest = try situation.field.nearest(
      from: units.map { seats[$0.id] ?? nil }, to: facilities.map(\.position), profile)
    let reached = zip(units, nearest.entries).compactMap {
      unit, entry -> (unit: UnitFinding, facility: Facility, time: TravelTime)? in
      entry.map { (unit: unit, facility: facilities[Int($0.destination)], time: $0.time) }
    }
    let first = reached.sorted { ($0.time, $0.unit.id) < ($1.time, $1.unit.id) }.prefix(lacking)
    return first.isEmpty ? nil : first.map { ($0.unit, $0.facility) }
  }

  private func changes(_ serving: [(unit: UnitFinding, facility: Facility)]) -> String {
    let byFacility = Dictionary(grouping: serving, by: \.facility.id)
    return byFacility.keys.sorted().map { id -> String in
      let entries = byFacility[id] ?? []
      let range = (entries.first?.facility.servedUnits ?? []).map(\.rawValue)
      let all = range + entries.map(\.unit.id).filter { !range.contains($0) }
      let list = all.map(RepairScenario.quoted).joined(separator: ", ")
      return "  - {id: \(RepairScenario.quoted(id.rawValue)), service_range: [\(list)], "
        + "provenance: illustrative}\n"
    }.joined()
  }

  private func widerRange(
    _ serving: [(unit: UnitFinding, facility: Facility)]
  ) throws -> RepairOption? {
    let names = serving.map { "\($0.unit.name)←\($0.facility.name)" }.joined(separator: "、")
    return try option(
      .widerRange,
      Bilingual(
        "由最近的在运营设施扩大服务范围，兼顾\(serving.count)个单元：\(names)",
        "The nearest operating facilities take over \(serving.count) units: \(names)"),
      Bilingual(
        "现有设施有余力服务所列单元（示例）；只改服务范围，不另记活动",
        "Existing facilities have room for the units named (illustrative); ranges only, no "
          + "activity is recorded"),
      header(.widerRange) + "change:\n" + changes(serving))
  }

  private func mobileService(
    _ serving: [(unit: UnitFinding, facility: Facility)]
  ) throws -> RepairOption? {
    let names = serving.map(\.unit.name).joined(separator: "、")
    let byBase = Dictionary(grouping: serving, by: \.facility.id)
    let openings = byBase.keys.sorted().compactMap { id -> RepairScenario.Opening? in
      guard let entries = byBase[id], let base = entries.first?.facility, let kind = kinds.first
      else { return nil }
      return RepairScenario.Opening(
        site: TargetRepair.Site(
          id: id.rawValue, name: "\(base.name)流动服务", position: base.position, unit: base.host,
          provenance: .illustrative),
        kind: kind, activity: repair.activity,
        range: entries.map { UnitID($0.unit.id) })
    }
    let scenario = RepairScenario(
      id: "\(RepairOption.Kind.mobileService.rawValue)-\(target.id)",
      title: Bilingual("流动服务", "Mobile service"), base: nil, asOf: situation.asOf,
      assumptions: [], openings: openings)
    return try option(
      .mobileService,
      Bilingual(
        "以最近的在运营设施为基地开展流动服务，覆盖\(serving.count)个单元：\(names)",
        "A mobile service based at the nearest operating facilities comes to \(serving.count) "
          + "units: \(names)"),
      Bilingual(
        "流动服务按一处设施登记，服务范围为所列单元，并有活动记录（示例）",
        "The mobile service is registered as a facility that serves the units named, with a "
          + "record of its activity (illustrative)"),
      scenario.text.replacing("assumptions:\n", with: ""))
  }

  // MARK: limits of travel

  private var limit: TravelTime? {
    switch target.measure {
    case .sharePopulation(let share): share.limit
    default: target.covered?.time?.limit
    }
  }

  /// The shortest of some longer limits, by five minutes up to twice the limit, that keeps the
  /// promise; else the longest of them.
  private func longerLimit() throws -> RepairOption? {
    guard let limit else { return nil }
    let step = 300_000
    let now = Int(limit.milliseconds)
    var last: (minutes: Int, scenario: String)?
    for milliseconds in stride(
      from: now / step * step + step, through: max(now * 2, now + step), by: step)
    {
      let minutes = milliseconds / 60_000
      let scenario =
        header(.longerLimit) + "limits: {\(target.id): \(minutes)min}\n"
      last = (minutes, scenario)
      if try effect(scenario)?.status == .met { break }
    }
    guard let last else { return nil }
    return try option(
      .longerLimit,
      Bilingual(
        "时限由\(limit.minutesText)分钟放宽到\(last.minutes)分钟",
        "A limit of \(last.minutes) minutes instead of \(limit.minutesText)"),
      Bilingual("须由发文单位同意改变口径", "Whoever issued the document would have to agree"),
      last.scenario)
  }

  /// The sites of the repair as stops of a mobile service.
  private func mobileStops() throws -> RepairOption? {
    guard !repair.sites.isEmpty else { return nil }
    var scenario = repair.scenario(base: nil)
    scenario.id = "\(RepairOption.Kind.mobileService.rawValue)-\(target.id)"
    let names = repair.sites.map(\.name).joined(separator: "、")
    return try option(
      .mobileService,
      Bilingual(
        "不建站点，流动服务定期到\(repair.sites.count)处：\(names)",
        "A mobile service stops at \(repair.sites.count) places instead of new sites: \(names)"),
      Bilingual(
        "流动服务停靠点按一处在运营设施计（示例），须由评价单位认可",
        "A stop of the mobile service counts as an operating facility (illustrative); whoever "
          + "judges has to accept it"),
      scenario.text)
  }

  /// People who walk are driven within the same limit.
  private func driven() throws -> RepairOption? {
    let mode: TravelMode =
      switch target.measure {
      case .sharePopulation: target.travel?.mode ?? .walk
      default: target.covered?.time?.mode ?? .walk
      }
    guard mode == .walk,
      let index = situation.policies.targets.firstIndex(where: { $0.id == target.id })
    else { return nil }
    var changed = situation
    changed.policies.targets[index].travel?.mode = .motor
    changed.policies.targets[index].travel?.direction = nil
    changed.policies.targets[index].covered?.time?.mode = .motor
    guard let verdict = try session.verdict(on: target.id, changed) else { return nil }
    return RepairOption(
      kind: .drivenThere,
      text: Bilingual(
        "班车或接送（按电动车、摩托车时间，时限不变）",
        "A shuttle or a lift (times by motor, the same limit)"),
      assumption: Assumption(
        id: RepairOption.Kind.drivenThere.rawValue, text: "人人有车可乘，不计候车时间（示例）",
        textEnglish: "Everybody is driven, without waiting (illustrative)"),
      effect: shown(verdict), scenario: nil)
  }

  /// The pace of the target's people is the fastest that the workspace knows.
  private func fasterPace() throws -> RepairOption? {
    let travel = situation.settings.travel
    let named = target.travel?.pace ?? travel.defaultPace
    guard (target.travel?.mode ?? .walk) == .walk, case .sharePopulation = target.measure,
      let own = travel.paces.first(where: { $0.name == named }),
      let best = travel.paces.max(by: {
        ($0.millimetresPerSecond, $1.name) < ($1.millimetresPerSecond, $0.name)
      }), best.millimetresPerSecond > own.millimetresPerSecond,
      let pace = ExactDecimal(best.millimetresPerSecond, over: 1000)
    else { return nil }
    return try option(
      .fasterPace,
      Bilingual("按“\(best.name)”步速（\(pace)米/秒）步行", "At the pace of \(best.name), \(pace) m/s"),
      Bilingual(
        "有人陪同或使用辅具，步速可以达到（示例）",
        "Company or aids make the pace possible (illustrative)"),
      header(.fasterPace) + "travel: {paces: {\(named): \(pace)}}\n")
  }
}
