import Certificates
import LocationAllocation
import PlanningModel
import Targets
import TravelTimes
import Workspace

extension WorkspaceSession {
  /// The cheapest proven repair of a target.
  ///
  /// - Throws: `WorkError` (`notFound`) for an unknown target, (`unsupported`) for one that no new
  ///   site can repair, or whose universe or people are not known.
  public func repair(_ request: RepairRequest) throws -> TargetRepair {
    var situation = try situation(request.evaluation)
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
    let results = try TargetEvaluator(
      policies: situation.policies, district: situation.district, asOf: situation.asOf,
      reach: situation.reach, settings: evaluationSettings(situation)
    ).evaluate()
    guard let verdict = results.verdicts.first(where: { $0.id == target.id }),
      let required = verdict.required, verdict.universe != nil
    else {
      throw unrepairable(
        target.id,
        Bilingual("该目标没有可计算的需求数", "what it needs is not known"),
        Bilingual("先补全口径和数据", "define its universe and supply its data first"))
    }
    let question = RepairQuestion(
      request: request, situation: situation, target: target, verdict: verdict, need: required,
      forced: try forced(request, situation))
    switch target.measure {
    case .sharePopulation(let share):
      return try question.people(share, profile(share, target, situation))
    case .shareUnits, .namedUnits:
      let rule = request.rule ?? target.covered?.rule ?? .hosted
      guard rule == .withinTime else { return try question.hosted(rule) }
      guard let time = request.time ?? target.covered?.time else {
        throw unrepairable(
          target.id,
          Bilingual("该目标没有时限要求", "the target states no limit of travel"),
          Bilingual("写 --within、--mode、--unit-share", "give --within, --mode and --unit-share"))
      }
      return try question.withinTime(
        time,
        evaluationSettings(situation).profile(of: nil, mode: time.mode, cohort: time.cohort))
    default:
      throw unrepairable(
        target.id,
        Bilingual(
          "“\(target.measure.type.rawValue)”类目标不能靠选址补救",
          "a target of the type \(target.measure.type.rawValue) is not repaired by new sites"),
        Bilingual(
          "可补救的类型：share_units、named_units、share_population",
          "those that are: share_units, named_units, share_population"))
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

  private func profile(
    _ share: SharePopulationMeasure, _ target: Target, _ situation: Situation
  ) -> TravelProfile {
    evaluationSettings(situation).profile(of: target.travel, cohort: share.cohort)
  }

  private func unrepairable(_ id: String, _ message: Bilingual, _ remedy: Bilingual) -> WorkError {
    WorkError(
      .unsupported, operation: "repair", subject: id, message: message, remedy: remedy)
  }
}
