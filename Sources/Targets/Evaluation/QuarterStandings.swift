public import PlanningModel
public import TravelTimes

/// How a target stood at the end of a quarter.
public struct QuarterStanding: Sendable, Hashable {
  /// The quarter, 1 to 4.
  public var quarter: Int
  /// Its last day, which everything is judged at.
  public var day: CivilDate
  /// What the plan asks for by then, cumulative, in the unit of the figure; nil where the target
  /// has no figure, or is not due in the year.
  public var planned: Int?
  /// What was achieved by then; nil when it is not known, or the quarter is to come.
  public var achieved: Int?
  /// The answer as of that day; nil for a quarter that is to come.
  public var status: VerdictStatus?
  /// Green, yellow, red, or grey for what is not known or to come.
  public var light: TrafficLight
}

extension TargetEvaluator {
  /// How every target stood at the end of each quarter of a year.
  ///
  /// - Parameters:
  ///   - year: the year.
  ///   - policies: documents, universes and targets without blocking faults.
  ///   - district: the district; records carry their own days.
  ///   - asOf: quarters that end later are to come.
  ///   - reach: travel times as of a day; nil leaves them unknown.
  ///   - settings: what the workspace and the scenario decide.
  ///   - disclosed: takes out of an answer what may not be told; what is planned and achieved is
  ///     read after it.
  /// - Returns: four standings for each target, by its id.
  public static func standings(
    of year: Int, policies: Policies, district: District, asOf: CivilDate,
    settings: EvaluationSettings, reach: (CivilDate) throws -> (any ReachSource)? = { _ in nil },
    disclosed: (Verdict) -> Verdict = { $0 }
  ) throws -> [String: [QuarterStanding]] {
    var standings: [String: [QuarterStanding]] = [:]
    for quarter in 1...4 {
      guard let day = CivilDate.endOfQuarter(quarter, of: year) else { continue }
      let isOver = day <= asOf
      let verdicts =
        isOver
        ? try TargetEvaluator(
          policies: policies, district: district, asOf: day, reach: try reach(day),
          settings: settings
        ).evaluate().verdicts.map(disclosed) : []
      let byID = Dictionary(verdicts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      for target in policies.targets {
        let verdict = byID[target.id]
        standings[target.id, default: []].append(
          QuarterStanding(
            quarter: quarter, day: day,
            planned: verdict?.required.flatMap {
              target.planned($0, of: verdict, by: quarter, year)
            },
            achieved: verdict?.achieved, status: verdict?.status,
            light: verdict.map { TrafficLight($0.status) } ?? .grey))
      }
    }
    return standings
  }
}

extension Target {
  /// The cumulative plan by the end of a quarter: the entry's own; else of receipts, tasks and
  /// stages those that are due by then; else linear and rounded down.
  fileprivate func planned(_ required: Int, of verdict: Verdict?, by quarter: Int, _ year: Int)
    -> Int?
  {
    if quarterlyPlan == nil, let itemsDue = verdict?.itemsDue { return itemsDue }
    guard due.judgedDate?.year == year else { return nil }
    guard let plan = quarterlyPlan, plan.count == 4 else { return required * quarter / 4 }
    switch measure {
    case .count: return plan[quarter - 1].need(of: 1)
    default: return verdict?.universe.map { plan[quarter - 1].need(of: $0) }
    }
  }
}
