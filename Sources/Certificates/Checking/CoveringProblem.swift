/// The covering problems as bounded ones.
///
/// Each demand point has the condition that enough open sites are within the limit, less what a
/// slack of at most 1 lets it fall short. Multipliers: one for each point; then for a budget one
/// for it; for partial cover one for the demand to be covered; for unit share one for each unit
/// and one for their number.
struct CoveringProblem: BoundedProblem {
  let statement: SitingStatement
  private let scale: Int128
  /// The sites within the limit of each point.
  let covers: [[Int]]
  /// The points within the limit of each site; empty unless sites are said to be dominated.
  let pointsOfSite: [[Int]]
  /// Whether each point was left out.
  var isPointLeftOut: [Bool]
  /// The points left out, in order.
  var leftOut: [Int] = []
  let total: Int128
  private let demandOfUnit: [Int128]
  let granularity: Int128
  let ceiling: Int128
  /// The further conditions, re-computed.
  let cuts: [CutCondition]

  init(_ statement: SitingStatement, proof: SitingProof) throws(ProofRefusal) {
    self.statement = statement
    scale = Int128(proof.scale)
    let isCentre = statement.problem == .pCentre
    // A better radius would be smaller than the objective.
    let limit =
      isCentre
      ? (proof.isInfeasible ? Int64.max : (Int64(exactly: proof.objective) ?? .max) - 1)
      : statement.limit ?? 0
    covers = statement.demands.indices.map { point in
      statement.pairs(ofDemand: point)
        .filter { statement.costs[$0] <= limit }.map { Int(statement.sites[$0]) }
    }
    let isReduced = proof.nodes.contains { node in
      if case .reduce = node { true } else { false }
    }
    var points: [[Int]] = isReduced ? statement.states.map { _ in [] } : []
    if !points.isEmpty {
      for (point, sites) in covers.enumerated() { for site in sites { points[site].append(point) } }
    }
    pointsOfSite = points
    isPointLeftOut = statement.demands.map { _ in false }
    total = statement.demands.reduce(0) { $0 + Int128($1) }
    var demandOfUnit = statement.unitIDs.map { _ in Int128(0) }
    for (point, unit) in statement.unitOfDemand.enumerated() {
      demandOfUnit[unit] += Int128(statement.demands[point])
    }
    self.demandOfUnit = demandOfUnit
    guard proof.cuts.isEmpty || statement.problem == .lscp || statement.problem == .pCentre else {
      throw ProofRefusal(.malformed, "cuts of \(statement.problem.rawValue)")
    }
    cuts = try CutCondition.derive(
      proof.cuts, covers: covers, siteCount: statement.states.count)
    switch statement.problem {
    case .lscp, .pMedian:
      granularity = 1
      ceiling = Int128(statement.states.count)
    case .pCentre:
      granularity = 1
      ceiling = 0
    case .backup:
      granularity = 1
      ceiling = Int128(statement.demands.count)
    case .mclp, .budget:
      granularity = Int128(max(1, statement.demands.reduce(0, greatestCommonDivisor)))
      ceiling = total
    case .partialCover, .unitShare:
      granularity = Int128(max(1, statement.prices.reduce(0, greatestCommonDivisor)))
      ceiling = statement.prices.reduce(0) { $0 + Int128($1) }
    }
  }

  var multiplierCount: Int {
    let extra =
      switch statement.problem {
      case .budget, .partialCover: 1
      case .unitShare: statement.unitIDs.count + 1
      case .lscp, .mclp, .pMedian, .pCentre, .backup: 0
      }
    return statement.demands.count + extra + cuts.count
  }

  func terms(_ multipliers: [Int64], sitePrice: Int64, states: DecidedSites) -> BoundTerms {
    let points = statement.demands.count
    var constant = -Int128(sitePrice) * Int128(statement.siteCount ?? 0)
    var sites = siteCosts(multipliers, sitePrice: sitePrice)
    constant += sideConditions(multipliers)
    let isTwice = statement.problem == .backup
    for point in 0..<points where multipliers[point] != 0 || statement.problem == .unitShare {
      let multiplier = Int128(multipliers[point])
      constant += isTwice ? 2 * multiplier : multiplier
      if let short = costOfFallingShort(point, multipliers) {
        constant += min(0, short - multiplier)
      }
      for site in covers[point] { sites[site] -= multiplier }
    }
    for (cut, multiplier) in zip(cuts, multipliers[(multipliers.count - cuts.count)...])
    where multiplier != 0 {
      constant += Int128(multiplier) * cut.least
      for (site, coefficient) in cut.terms { sites[site] -= Int128(multiplier) * coefficient }
    }
    return BoundTerms(constant: constant, sites: sites)
  }

  /// What one unit of a point's slack costs; nil where there is none.
  private func costOfFallingShort(_ point: Int, _ multipliers: [Int64]) -> Int128? {
    let demand = Int128(statement.demands[point])
    let points = statement.demands.count
    switch statement.problem {
    case .lscp, .pCentre, .pMedian: return nil
    case .mclp, .budget: return demand * scale
    case .backup: return scale
    case .partialCover: return demand * Int128(multipliers[points])
    case .unitShare: return demand * Int128(multipliers[points + statement.unitOfDemand[point]])
    }
  }

  private func siteCosts(_ multipliers: [Int64], sitePrice: Int64) -> [Int128] {
    let points = statement.demands.count
    switch statement.problem {
    case .lscp: return statement.prices.map { _ in scale }
    case .mclp, .pMedian, .pCentre, .backup: return statement.prices.map { _ in Int128(sitePrice) }
    case .budget: return statement.prices.map { Int128($0) * Int128(multipliers[points]) }
    case .partialCover, .unitShare: return statement.prices.map { Int128($0) * scale }
    }
  }

  private func sideConditions(_ multipliers: [Int64]) -> Int128 {
    let points = statement.demands.count
    let need = Int128(statement.need ?? 0)
    switch statement.problem {
    case .lscp, .mclp, .pMedian, .pCentre, .backup: return 0
    case .budget: return -Int128(multipliers[points]) * Int128(statement.budget ?? 0)
    case .partialCover: return -Int128(multipliers[points]) * (total - need)
    case .unitShare:
      let units = statement.unitIDs.indices
      let number = Int128(multipliers[points + units.count])
      var sum = -number * (Int128(units.count) - need)
      for unit in units {
        let multiplier = Int128(multipliers[points + unit])
        let enough = Int128(statement.unitNeeds[unit])
        sum -= multiplier * (demandOfUnit[unit] - enough)
        if !statement.isUnitForced[unit] { sum += min(0, number - multiplier * enough) }
      }
      return sum
    }
  }
}
