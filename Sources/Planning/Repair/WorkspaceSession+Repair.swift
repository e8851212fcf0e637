import Certificates
import LocationAllocation
import PlanningModel
import Targets
import TravelTimes
import Workspace

/// Repairs of targets: each by itself, and all together.
public struct TargetRepairs: Sendable {
  /// One for each target that was asked for, in that order.
  public var repairs: [TargetRepair]
  /// The cheapest sites for all of them; nil for a single target.
  public var joint: JointRepair?
}

extension WorkspaceSession {
  /// The cheapest proven repairs of targets, each by itself and all together.
  ///
  /// - Parameter requests: one for each target, all on the same evaluation.
  /// - Throws: `WorkError` (`notFound`) for an unknown target, unit or place, (`unsupported`) for a
  ///   target that no new site can repair, or whose universe or people are not known.
  public func repairs(_ requests: [RepairRequest]) throws -> TargetRepairs {
    guard let first = requests.first else { return TargetRepairs(repairs: []) }
    let situation = try situation(first.evaluation)
    var parts: [RepairPart] = []
    var repairs: [TargetRepair] = []
    for request in requests {
      let (question, part) = try part(request, situation)
      let repair = solved(part, request)
      parts.append(part)
      repairs.append(try evaluated(repair, question, isThorough: true))
    }
    try checkPlaces(first.costs, parts)
    if let kind = first.kind, !parts.contains(where: { $0.kinds.contains(kind) }) {
      throw unknown(
        "kind", Bilingual("计入目标的服务类型", "kinds that the targets count"), kind.rawValue,
        known: parts.flatMap { $0.kinds.map(\.rawValue) })
    }
    let joint =
      parts.count > 1
      ? try JointRepair(parts, alone: repairs, alternatives: first.alternatives) : nil
    return TargetRepairs(repairs: repairs, joint: joint)
  }

  /// The cheapest proven repair of a target.
  ///
  /// - Throws: as ``repairs(_:)``.
  public func repair(_ request: RepairRequest) throws -> TargetRepair {
    try repairs([request]).repairs[0]
  }

  func solved(_ part: RepairPart, _ request: RepairRequest) -> TargetRepair {
    var solver = SitingSolver()
    solver.alternatives = request.alternatives
    if let nodes = request.nodes { solver.effort.nodes = nodes }
    return part.repair(solver.solve(part.statement))
  }

  /// The repair with what the evaluator says of it and, unless it is left out, of what can be done
  /// without building.
  func evaluated(
    _ repair: TargetRepair, _ question: RepairQuestion, isThorough: Bool, hasOptions: Bool = true
  ) throws -> TargetRepair {
    var result = repair
    var situation = question.situation
    let index = situation.policies.targets.firstIndex { $0.id == question.target.id }
    // Under another rule, or another limit, the evaluator has to judge by it as well.
    if let index {
      situation.policies.targets[index].covered?.rule = repair.rule
      if let time = question.request.time {
        situation.policies.targets[index].covered?.time = time
      }
    }
    let target = index.map { situation.policies.targets[$0] } ?? question.target
    let judged = try self.situation(
      situation, patchedBy: repair.scenario(base: nil).text, name: "repair.yaml")
    let disclosure = VerdictDisclosure(situation.policies, in: situation.district)
    result.evaluated = try verdict(on: target.id, judged).map { verdict in
      let shown = disclosure.applied(to: verdict)
      return RepairOption.Effect(status: shown.status, achieved: shown.achieved)
    }
    guard hasOptions, repair.reachedBefore < repair.need else { return result }
    result.options = try UnbuiltOptions(
      session: self, situation: situation, target: target, repair: repair,
      isThorough: isThorough
    ).evaluated()
    return result
  }

  /// The location problem of a request.
  func part(
    _ request: RepairRequest, _ base: Situation
  ) throws -> (RepairQuestion, RepairPart) {
    var situation = base
    guard let index = situation.policies.targets.firstIndex(where: { $0.id == request.target })
    else {
      throw unknown(
        "target", Bilingual("目标", "targets"), request.target,
        known: situation.policies.targets.map(\.id))
    }
    if let rule = request.rule, rule != .withinTime {
      situation.policies.targets[index].covered?.rule = rule
    }
    let target = situation.policies.targets[index]
    let judged = try verdict(on: target.id, situation)
    if judged?.status == .informational {
      throw unrepairable(
        target.id,
        Bilingual("文件没有为该目标写明要达到的数", "its document promises no number to reach"),
        Bilingual(
          "在 yike.yaml 的 local_thresholds 中写本区的门槛，如 \(target.id): 0.9",
          "set a threshold of your own in yike.yaml, for example local_thresholds: {\(target.id): 0.9}"
        ))
    }
    guard let verdict = judged,
      let required = verdict.required, verdict.universe != nil
    else {
      throw unmeasured(target.id)
    }
    let evaluation = evaluationSettings(situation)
    let question = RepairQuestion(
      request: priced(request, target), situation: situation, target: target, verdict: verdict,
      need: required,
      forced: try forced(request, situation), totalCohort: evaluation.totalCohort,
      candidates: [.units, .villages].contains(request.places)
        ? nil : try places(request.places, situation))
    switch target.measure {
    case .sharePopulation(let share):
      return (
        question,
        try question.people(share, evaluation.profile(of: target.travel, cohort: share.cohort))
      )
    case .shareUnits, .namedUnits:
      let rule = request.rule ?? target.covered?.rule ?? .hosted
      guard rule == .withinTime else { return (question, try question.hosted(rule)) }
      guard let time = request.time ?? target.covered?.time else {
        throw unrepairable(
          target.id,
          Bilingual("该目标没有时限要求", "the target states no limit of travel"),
          Bilingual("写 --within、--mode、--unit-share", "give --within, --mode and --unit-share"))
      }
      return (
        question,
        try question.withinTime(
          time, evaluation.profile(of: nil, mode: time.mode, cohort: time.cohort))
      )
    default:
      throw unrepairable(
        target.id,
        Bilingual(
          "“\(target.title)”不是按设施覆盖考核的目标，不能靠选址补救",
          "a target of the type \(target.measure.type.rawValue) is not repaired by new sites"),
        Bilingual(
          "可补救的类型：单位占比（share_units）、点名单位（named_units）、人口占比（share_population）",
          "those that are: share_units, named_units, share_population"))
    }
  }

  /// The request with the costs of `yike.yaml` where it has none: those of the kind that new sites
  /// offer, else of the cheapest kind that the target counts.
  private func priced(_ request: RepairRequest, _ target: Target) -> RepairRequest {
    var result = request
    let kinds = request.kind.map { [$0] } ?? target.measure.kinds
    let known = kinds.compactMap { kind in
      settings.siteCosts.kinds[kind].map { (kind: kind, cost: $0) }
    }
    guard !request.costs.isKnown,
      let kind = known.min(by: { ($0.cost, $0.kind) < ($1.cost, $1.kind) })?.kind
    else { return result }
    result.kind = kind
    result.costs.each = settings.siteCosts.kinds[kind]
    result.costs.currency = settings.siteCosts.currency
    result.costs.provenance = settings.siteCosts.provenance
    return result
  }

  /// A cost for a place that is no candidate is a slip of the pen.
  private func checkPlaces(_ costs: RepairCosts, _ parts: [RepairPart]) throws {
    let sites = parts.flatMap { $0.newSites + $0.standingUnits }
    if let name = costs.unmatched(in: sites).first {
      throw unknown(
        "place", Bilingual("候选地点", "candidate places"), name, known: sites.map(\.name))
    }
  }

  /// The ids of units that have to count.
  private func forced(_ request: RepairRequest, _ situation: Situation) throws -> Set<String> {
    let names = UnitNames(
      situation.district.units, aliases: settings.aliases(in: situation.district))
    var ids: Set<String> = []
    for word in request.forced {
      if let target = situation.policies.target(word) {
        guard case .namedUnits(let named) = target.measure else {
          throw unrepairable(
            word, Bilingual("该目标没有点名单元", "the target names no units"),
            Bilingual("写单元全称", "write the full names of units"))
        }
        ids.formUnion(named.names.compactMap { names.find(name: $0)?.rawValue })
      } else if let unit = names.find(name: word) {
        ids.insert(unit.rawValue)
      } else {
        throw unknown(
          "unit", Bilingual("单元或目标", "units and targets"), word,
          known: names.nearest(to: word))
      }
    }
    return ids
  }

  private func unmeasured(_ id: String) -> WorkError {
    unrepairable(
      id, Bilingual("该目标没有可计算的需求数", "what it needs is not known"),
      Bilingual("先补全口径和数据", "define its universe and supply its data first"))
  }

  private func unrepairable(_ id: String, _ message: Bilingual, _ remedy: Bilingual) -> WorkError {
    WorkError(
      .unsupported, operation: "repair", subject: id, message: message, remedy: remedy)
  }
}
