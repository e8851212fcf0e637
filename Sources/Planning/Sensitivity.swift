import Coverage
public import PlanningModel
import TravelTimes
import Workspace

/// How far a covered share moves when one setting of travel is varied.
public struct Sensitivity: Sendable {
  /// One variation and the figure under it.
  public struct Row: Sendable {
    /// The variation: `as_set`, `pace+20%`, `pace-20%`, `slope_off`, `snap_cap_half`,
    /// `snap_cap_double`.
    public var variation: String
    /// What it is in Chinese.
    public var label: String
    /// What it is in English.
    public var labelEnglish: String
    /// People of the district within the limit; nil when not counted.
    public var covered: Int?
    /// All people of the cohort.
    public var total: Int?
  }

  /// The question's name: a target, or a service.
  public var service: String
  /// What reports call it.
  public var label: String
  /// What the English edition calls it.
  public var labelEnglish: String
  /// The limit.
  public var limit: TravelTime
  /// As set, then the variations.
  public var rows: [Row]
}

extension WorkspaceSession {
  /// The district's figure of a coverage question under varied settings: pace ± 20 %, without
  /// slope, half and twice the snapping cap; everything else as set.
  public func sensitivity(
    _ question: CoverageQuestion, _ request: EvaluationRequest
  ) throws -> [Sensitivity] {
    let situation = try situation(request)
    let questions = try questions(question, situation)
    var results = questions.map { asked in
      Sensitivity(
        service: asked.service, label: asked.label, labelEnglish: asked.labelEnglish,
        limit: asked.limit, rows: [])
    }
    for variation in SensitivityVariation.allCases {
      var travel = situation.settings.travel
      variation.apply(to: &travel)
      let field = try field(travel: travel, situation)
      let reach = FieldReach(
        district: situation.district, asOf: situation.asOf, field: field)
      for (index, asked) in questions.enumerated() {
        var query = asked.query
        query.profile.paceMillimetresPerSecond = variation.pace(
          query.profile.paceMillimetresPerSecond)
        let rows = CoverageCounting(
          district: situation.district, reach: try reach.reach(query),
          service: asked.service, cohort: asked.cohort, limit: asked.limit
        ).rows()
        let whole = disclosed(rows, of: asked.cohort, in: situation.district).last
        results[index].rows.append(
          Sensitivity.Row(
            variation: variation.rawValue, label: variation.label,
            labelEnglish: variation.labelEnglish, covered: whole?.covered,
            total: whole?.total))
      }
    }
    return results
  }
}

/// What is varied, one thing at a time.
enum SensitivityVariation: String, CaseIterable {
  case asSet = "as_set"
  case faster = "pace+20%"
  case slower = "pace-20%"
  case withoutSlope = "slope_off"
  case halfCap = "snap_cap_half"
  case doubleCap = "snap_cap_double"

  var label: String {
    switch self {
    case .asSet: "现设定"
    case .faster: "步速快20%"
    case .slower: "步速慢20%"
    case .withoutSlope: "不计坡度"
    case .halfCap: "接路距离上限减半"
    case .doubleCap: "接路距离上限加倍"
    }
  }

  var labelEnglish: String {
    switch self {
    case .asSet: "as set"
    case .faster: "pace +20 %"
    case .slower: "pace −20 %"
    case .withoutSlope: "without slope"
    case .halfCap: "half the snapping cap"
    case .doubleCap: "twice the snapping cap"
    }
  }

  /// The varied pace, in whole millimetres per second.
  func pace(_ pace: Int) -> Int {
    switch self {
    case .faster: pace * 6 / 5
    case .slower: pace * 4 / 5
    default: pace
    }
  }

  func apply(to travel: inout TravelSettings) {
    let cap = travel.snap.capMetres
    switch self {
    case .withoutSlope: travel.slope.function = .none
    case .halfCap:
      travel.snap.capMetres = ExactDecimal(cap.numerator, over: cap.denominator * 2) ?? cap
    case .doubleCap:
      travel.snap.capMetres = ExactDecimal(cap.numerator * 2, over: cap.denominator) ?? cap
    default: break
    }
  }
}
