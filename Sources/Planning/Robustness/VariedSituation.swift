import Coverage
import PlanningModel
import Targets
import TravelTimes
import Workspace

/// A situation with one setting varied: what it judges and counts then.
struct VariedSituation {
  private let situation: Situation
  private let setting: RobustnessSetting
  private let district: District
  private let evaluation: EvaluationSettings
  private let reach: ScaledReach

  /// - Throws: what building the network anew throws.
  init(_ session: WorkspaceSession, _ situation: Situation, under setting: RobustnessSetting) throws
  {
    var travel = situation.settings.travel
    setting.variation.apply(to: &travel)
    let changesRoads =
      travel.slope.function != situation.settings.travel.slope.function
      || travel.snap.capMetres != situation.settings.travel.snap.capMetres
    let field = changesRoads ? try session.field(travel: travel, situation) : situation.field
    self.situation = situation
    self.setting = setting
    district = setting.district(situation.district)
    var evaluation = session.evaluationSettings(situation)
    evaluation.paces = evaluation.paces.mapValues(setting.variation.pace)
    self.evaluation = evaluation
    reach = ScaledReach(
      source: FieldReach(district: district, asOf: situation.asOf, field: field),
      factor: setting.limitFactor)
  }

  private var evaluator: TargetEvaluator {
    TargetEvaluator(
      policies: situation.policies, district: district, asOf: situation.asOf, reach: reach,
      settings: evaluation)
  }

  /// The verdicts on some targets, as they may leave, in the order of the policies.
  func verdicts(on ids: Set<String>) throws -> [Verdict] {
    let evaluator = evaluator
    let disclosure = VerdictDisclosure(situation.policies, in: district)
    return try situation.policies.targets.map(\.id).filter(ids.contains).compactMap { id in
      try evaluator.verdict(on: id).map(disclosure.applied)
    }
  }

  /// A coverage question, its pace varied with the setting.
  func table(_ asked: AskedCoverage) throws -> CoverageTable {
    var query = asked.query
    query.profile.paceMillimetresPerSecond = setting.variation.pace(
      query.profile.paceMillimetresPerSecond)
    let rows = CoverageCounting(
      district: district, reach: try reach.reach(query), service: asked.service,
      cohort: asked.cohort, limit: asked.limit
    ).rows()
    return CoverageTable(
      service: asked.service, label: asked.label, labelEnglish: asked.labelEnglish,
      profile: query.profile, cohort: asked.cohort, limit: asked.limit, rows: rows)
  }
}
