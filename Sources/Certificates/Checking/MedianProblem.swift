/// The p-median problem as a bounded one.
///
/// Multipliers: one for each demand point, how much serving it may cost at most in the dual. A
/// site that is open brings back what its pairs stay below them.
struct MedianProblem: BoundedProblem {
  private let statement: SitingStatement
  private let siteCount: Int
  private let scale: Int64
  /// Demand times cost of each pair, times the scale.
  private let distances: [Int64]
  let granularity: Int128
  let ceiling: Int128

  var multiplierCount: Int { statement.demands.count }

  /// Nil when a number is too large.
  init?(_ statement: SitingStatement, scale: Int64) {
    self.statement = statement
    self.scale = scale
    siteCount = statement.siteCount ?? 0
    var distances: [Int64] = []
    distances.reserveCapacity(statement.costs.count)
    var divisor: Int64 = 0
    var ceiling: Int128 = 0
    for point in statement.demands.indices {
      var most: Int64 = 0
      for pair in statement.pairs(ofDemand: point) {
        let (product, tooLarge) = statement.demands[point]
          .multipliedReportingOverflow(by: statement.costs[pair])
        let (scaled, overflow) = product.multipliedReportingOverflow(by: scale)
        guard !tooLarge, !overflow, scaled <= Int64.max / 2 else { return nil }
        distances.append(scaled)
        if divisor != 1 { divisor = greatestCommonDivisor(divisor, product) }
        most = max(most, product)
      }
      ceiling += Int128(most)
    }
    self.distances = distances
    self.ceiling = ceiling
    granularity = Int128(max(1, divisor))
  }

  func minimum(of open: [Int]) -> Int128? {
    let open = Set(open)
    var sum: Int128 = 0
    for point in statement.demands.indices {
      let costs = statement.pairs(ofDemand: point)
        .filter { open.contains(Int(statement.sites[$0])) }.map { statement.costs[$0] }
      guard let least = costs.min() else { return nil }
      sum += Int128(least) * Int128(statement.demands[point])
    }
    return sum
  }

  func terms(_ multipliers: [Int64], sitePrice: Int64, states: DecidedSites) -> BoundTerms {
    var constant = -Int128(sitePrice) * Int128(siteCount)
    var sites = Array(repeating: Int128(sitePrice), count: statement.states.count)
    for point in multipliers.indices {
      let multiplier = multipliers[point]
      constant += Int128(multiplier)
      for pair in statement.pairs(ofDemand: point) where distances[pair] < multiplier {
        sites[Int(statement.sites[pair])] -= Int128(multiplier - distances[pair])
      }
    }
    return BoundTerms(constant: constant, sites: sites)
  }

  mutating func reduce(_ reduction: SitingProof.Reduction, states: DecidedSites) -> Bool { false }
  var pointsLeftOut: Int { 0 }
  mutating func takeBackPoints(to count: Int) {}
}

/// The largest number that divides both; the other when one is 0.
func greatestCommonDivisor(_ first: Int64, _ second: Int64) -> Int64 {
  var (large, small) = (first, second)
  while small != 0 { (large, small) = (small, large % small) }
  return large
}
