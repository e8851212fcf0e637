import Certificates

/// The conditions of a covering problem beyond those of single points, with their multipliers.
///
/// They are put so that multipliers of all kinds are about as large: as shares of the budget, of
/// the demand that may be missed, of what makes a unit count.
struct SideConditions: Sendable {
  let problem: SitingProblem
  /// What opening a site adds to the objective.
  let siteCosts: [Double]
  /// The price of each site, for a budget.
  let prices: [Double]
  let budget: Double
  /// The demand that may stay uncovered.
  let room: Double
  /// The demand of each unit and what makes it count.
  let demandOfUnit: [Double]
  let needOfUnit: [Double]
  let isUnitForced: [Bool]
  /// How many units need not count.
  let spareUnits: Double

  init(_ statement: SitingStatement) {
    problem = statement.problem
    let prices = statement.prices.map { Double($0) }
    self.prices = prices
    switch problem {
    case .lscp, .pCentre: siteCosts = prices.map { _ in 1 }
    case .partialCover, .unitShare: siteCosts = prices
    case .mclp, .pMedian, .backup, .budget: siteCosts = prices.map { _ in 0 }
    }
    budget = Double(statement.budget ?? 0)
    let total = statement.demands.reduce(0) { $0 + Double($1) }
    room = total - Double(statement.need ?? 0)
    var demandOfUnit = statement.unitIDs.map { _ in 0.0 }
    for (point, unit) in statement.unitOfDemand.enumerated() {
      demandOfUnit[unit] += Double(statement.demands[point])
    }
    self.demandOfUnit = demandOfUnit
    needOfUnit = statement.unitNeeds.map { Double($0) }
    isUnitForced = statement.isUnitForced
    spareUnits = Double(statement.unitIDs.count) - Double(statement.need ?? 0)
  }

  /// How many multipliers there are.
  var count: Int {
    switch problem {
    case .budget, .partialCover: 1
    case .unitShare: demandOfUnit.count + 1
    case .lscp, .mclp, .pMedian, .pCentre, .backup: 0
    }
  }

  /// By what a multiplier is divided to be that of the condition as the proof has it.
  func divisor(_ index: Int) -> Double {
    switch problem {
    case .budget: max(1, budget)
    case .partialCover: max(1, room)
    case .unitShare: index < demandOfUnit.count ? max(1, needOfUnit[index]) : 1
    case .lscp, .mclp, .pMedian, .pCentre, .backup: 1
    }
  }

  /// What the conditions add to the constant of the bound.
  func constant(_ multipliers: ArraySlice<Double>) -> Double {
    let start = multipliers.startIndex
    switch problem {
    case .budget: return -multipliers[start] * budget / divisor(0)
    case .partialCover: return -multipliers[start] * room / divisor(0)
    case .unitShare:
      let number = multipliers[start + demandOfUnit.count]
      var sum = -number * spareUnits
      for unit in demandOfUnit.indices {
        let multiplier = multipliers[start + unit] / divisor(unit)
        sum -= multiplier * (demandOfUnit[unit] - needOfUnit[unit])
        if !isUnitForced[unit] { sum += min(0, number - multiplier * needOfUnit[unit]) }
      }
      return sum
    case .lscp, .mclp, .pMedian, .pCentre, .backup: return 0
    }
  }

  /// The slopes in the multipliers.
  ///
  /// - Parameters:
  ///   - multipliers: theirs.
  ///   - missed: the demand of rows that fall short, in all and by unit.
  ///   - chosen: the sites chosen.
  func slopes(
    _ multipliers: ArraySlice<Double>, missed: Double, missedOfUnit: [Double], chosen: [UInt8]
  ) -> [Double] {
    let start = multipliers.startIndex
    switch problem {
    case .budget:
      var sum = -budget
      for site in chosen.indices where chosen[site] == 1 { sum += prices[site] }
      return [sum / divisor(0)]
    case .partialCover: return [(missed - room) / divisor(0)]
    case .unitShare:
      let number = multipliers[start + demandOfUnit.count]
      var slopes: [Double] = []
      var uncounted = -spareUnits
      for unit in demandOfUnit.indices {
        var slope = missedOfUnit[unit] - (demandOfUnit[unit] - needOfUnit[unit])
        let gain = multipliers[start + unit] / divisor(unit) * needOfUnit[unit]
        if !isUnitForced[unit], gain > number {
          slope -= needOfUnit[unit]
          uncounted += 1
        }
        slopes.append(slope / divisor(unit))
      }
      return slopes + [uncounted]
    case .lscp, .mclp, .pMedian, .pCentre, .backup: return []
    }
  }
}
