import Coverage
import Geometry
import PlanningModel
import Scenarios
import TravelTimes
import Workspace

extension WorkspaceSession {
  /// Assigns the people of every own village to the facilities of a service.
  ///
  /// - Throws: `WorkError` for a name that is not known, for undeclared capacities where the
  ///   rule needs them, and for borders that may not be known without polygons.
  public func catchments(
    _ asked: CatchmentsRequest, _ request: EvaluationRequest
  ) throws -> CatchmentTable {
    let situation = try situation(request)
    guard let cohort = settings.cohorts.first(where: { $0.id == asked.cohort }) else {
      throw unknown(
        "cohort", Bilingual("人群", "cohorts"), asked.cohort.rawValue,
        known: settings.cohorts.map(\.id.rawValue))
    }
    let service = try service(asked.service)
    let profile = try profile(
      mode: asked.mode, pace: asked.pace, direction: asked.direction, situation)
    let costs = try situation.costs(
      ReachQuery(kinds: service.kinds, profile: profile), cohort: asked.cohort,
      within: asked.limit,
      neighbours: NeighbourChoice(facilities: asked.includesNeighbours, people: false),
      nearestOnly: asked.rule == .nearest)
    let assignment = try CatchmentAssignment(asked, costs, situation)
    return CatchmentTable(
      request: asked, label: service.label, labelEnglish: service.labelEnglish,
      profile: profile, asOf: situation.asOf, scenario: situation.scenario?.id,
      isSensitive: cohort.isSensitive, rows: assignment.rows, loads: try assignment.loads(),
      conservation: assignment.conservation,
      uncounted: costs.demand.count { $0 == nil }, assumedCapacities: assignment.assumed)
  }
}
