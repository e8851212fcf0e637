/// The parts of a dual bound: what holds anyway, and what each site adds when it is open.
struct BoundTerms {
  /// What holds whatever is open.
  var constant: Int128
  /// What each site adds when it is open.
  var sites: [Int128]

  /// The least the objective can be, sites decided as given, in units of the proof's scale.
  func bound(_ states: DecidedSites) -> Int128 {
    var sum = constant
    for site in sites.indices {
      switch states[site] {
      case .open: sum += sites[site]
      case .free: sum += min(0, sites[site])
      case .closed: break
      }
    }
    return sum
  }
}

/// A problem of which dual bounds can be computed in whole numbers.
protocol BoundedProblem {
  /// How many multipliers a vector has.
  var multiplierCount: Int { get }
  /// The objective as a minimum; nil when the open sites break a condition.
  func minimum(of open: [Int]) -> Int128?
  /// The bound of a vector of multipliers, none of them negative.
  func terms(_ multipliers: [Int64], sitePrice: Int64, states: DecidedSites) -> BoundTerms
  /// What all objectives are multiples of, at least 1.
  var granularity: Int128 { get }
  /// What no objective of a feasible choice exceeds.
  var ceiling: Int128 { get }
  /// Leaves something out, if that is right with what is left; false when it is not.
  mutating func reduce(_ reduction: SitingProof.Reduction, states: DecidedSites) -> Bool
  /// How many points were left out.
  var pointsLeftOut: Int { get }
  /// Takes back the last points left out until so many are.
  mutating func takeBackPoints(to count: Int)
}
