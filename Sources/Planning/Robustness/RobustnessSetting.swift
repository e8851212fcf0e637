import Coverage
import PlanningModel
import TravelTimes

/// One setting that a verdict must survive to be called robust.
enum RobustnessSetting: CaseIterable {
  case asSet
  case faster
  case slower
  case limitDownThird
  case limitUpThird
  case limitDouble
  case withoutSlope
  case halfCap
  case doubleCap
  case evenPeople

  /// The name in files.
  var id: String {
    switch self {
    case .limitDownThird: "limit-1/3"
    case .limitUpThird: "limit+1/3"
    case .limitDouble: "limit×2"
    case .evenPeople: "people_even"
    default: variation.rawValue
    }
  }

  var label: Bilingual {
    switch self {
    case .limitDownThird: Bilingual("时限缩短三分之一", "limit shorter by a third")
    case .limitUpThird: Bilingual("时限延长三分之一", "limit longer by a third")
    case .limitDouble: Bilingual("时限加倍", "twice the limit")
    case .evenPeople:
      Bilingual("未核实人口在乡镇内各村平分", "unverified people spread evenly within townships")
    default: Bilingual(variation.label, variation.labelEnglish)
    }
  }

  /// What it does to the travel settings; `asSet` where it leaves them.
  var variation: SensitivityVariation {
    switch self {
    case .faster: .faster
    case .slower: .slower
    case .withoutSlope: .withoutSlope
    case .halfCap: .halfCap
    case .doubleCap: .doubleCap
    default: .asSet
    }
  }

  /// What a limit is multiplied by.
  var limitFactor: (numerator: Int, denominator: Int) {
    switch self {
    case .limitDownThird: (2, 3)
    case .limitUpThird: (4, 3)
    case .limitDouble: (2, 1)
    default: (1, 1)
    }
  }

  func district(_ district: District) -> District {
    self == .evenPeople ? EvenPeople(district).district : district
  }
}

/// Travel times seen through a longer or shorter limit: dividing every time by the factor and
/// rounding up answers "within the limit?" exactly as multiplying the limit would.
struct ScaledReach: ReachSource {
  var source: FieldReach
  var factor: (numerator: Int, denominator: Int)

  func reach(_ query: ReachQuery) throws -> Reach {
    var reach = try source.reach(query)
    reach.own = reach.own.map(scaled)
    reach.withNeighbours = reach.withNeighbours?.map(scaled)
    return reach
  }

  private func scaled(_ nearest: Nearest?) -> Nearest? {
    guard var nearest else { return nil }
    let product = Int(nearest.time.milliseconds) * factor.denominator
    let time = (product + factor.numerator - 1) / factor.numerator
    nearest.time = TravelTime(milliseconds: UInt32(clamping: time))
    return nearest
  }
}
