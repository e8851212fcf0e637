import PlanningModel
import Targets
import TravelTimes

extension WorkspaceSession {
  /// How every target stood at the end of a quarter of the as-of year, and of those before it.
  ///
  /// - Parameter quarter: 1 to 4.
  /// - Throws: `WorkError` when the import, the policies or the scenario have blocking faults.
  public func quarter(_ quarter: Int, _ request: EvaluationRequest) throws -> QuarterTable {
    let situation = try situation(request)
    let year = situation.asOf.year
    guard let day = CivilDate.endOfQuarter(quarter, of: year) else {
      throw unknown(
        "quarter", Bilingual("季度", "quarters"), String(quarter), known: (1...4).map { "Q\($0)" })
    }
    var dated = request
    // What came after the quarter is of no concern to it.
    dated.asOf = min(situation.asOf, day)
    let policies = situation.policies
    let disclosure = VerdictDisclosure(policies, in: situation.district)
    let standings = try TargetEvaluator.standings(
      of: year, policies: policies, district: situation.district,
      asOf: min(situation.asOf, day), settings: evaluationSettings(situation),
      reach: { day in
        FieldReach(district: situation.district, asOf: day, field: situation.field)
      },
      disclosed: disclosure.applied)
    return QuarterTable(
      evaluation: try evaluate(dated), year: year, quarter: quarter, day: day,
      standings: standings.mapValues { all in all.filter { $0.quarter <= quarter } })
  }
}
