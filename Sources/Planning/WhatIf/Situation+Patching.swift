import PlanningModel
import Scenarios
import Targets
import Workspace

extension WorkspaceSession {
  /// A situation with a further patch on top of it.
  ///
  /// Roads cannot be patched again; a patch on the ways of travelling gets a field of its own.
  ///
  /// - Throws: `WorkError` (`blocked`) with every fault of the patch.
  func situation(_ base: Situation, patchedBy text: String, name: String) throws -> Situation {
    let district = base.district
    let reader = ScenarioReader(
      names: UnitNames(district.units, aliases: settings.aliases),
      kinds: Set(settings.serviceTypes.map(\.id)),
      registers: Set(settings.registers.map(\.id)), cohorts: Set(settings.cohorts.map(\.id)))
    let (read, faults) = try reader.scenario(text, file: name) { _, _ in nil }
    try refuse(faults, "read scenario", name)
    guard let read else { return base }
    var result = base
    let (patched, conflicts) = read.applied(to: district, on: base.asOf)
    let (known, unknown) = base.settings.patched(
      by: read.settings, targets: Set(base.policies.targets.map(\.id)))
    let (judged, unfit) = base.policies.patched(by: read.settings)
    try refuse(conflicts + unknown + unfit, "apply scenario", name)
    result.district = patched
    result.settings = known
    result.policies = judged
    if known.travel != base.settings.travel {
      result.field = try field(travel: known.travel, result)
    }
    result.reach = FieldReach(district: patched, asOf: base.asOf, field: result.field)
    return result
  }

  /// What the evaluator says of one target.
  func verdict(on id: String, _ situation: Situation) throws -> Verdict? {
    try TargetEvaluator(
      policies: situation.policies, district: situation.district, asOf: situation.asOf,
      reach: situation.reach, settings: evaluationSettings(situation)
    ).verdict(on: id)
  }
}
