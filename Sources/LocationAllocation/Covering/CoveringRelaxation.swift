import Certificates

/// A covering problem with the conditions of its points taken into the objective.
struct CoveringRelaxation: Relaxation {
  let rows: CoveringRows
  let side: SideConditions
  /// How many sites have to cover a row, less its slack: 2 for backup cover.
  private let times: Double
  private var mayReduceAgain = true

  init(rows: CoveringRows, side: SideConditions) {
    self.rows = rows
    self.side = side
    times = side.problem == .backup ? 2 : 1
  }

  var siteCount: Int { rows.siteCount }
  var pairCount: Int { rows.sites.count }
  var multiplierCount: Int { rows.count + side.count }

  /// What a row's slack of 1 costs; infinite where there is no slack.
  @inline(__always)
  private func shortfallCost(_ row: Int, _ multipliers: [Double]) -> Double {
    switch side.problem {
    case .lscp, .pCentre, .pMedian: .infinity
    case .mclp, .budget, .backup: rows.weights[row]
    case .partialCover: rows.weights[row] * multipliers[rows.count] / side.divisor(0)
    case .unitShare:
      rows.weights[row] * multipliers[rows.count + rows.units[row]]
        / side.divisor(rows.units[row])
    }
  }

  func evaluate(_ multipliers: [Double], terms: inout [Double]) -> Double {
    let further = multipliers[rows.count...]
    var constant = side.constant(further)
    let price = side.problem == .budget ? multipliers[rows.count] / side.divisor(0) : 0
    for site in terms.indices { terms[site] = side.siteCosts[site] + price * side.prices[site] }
    let sites = rows.sites.span
    var out = terms.mutableSpan
    for row in 0..<rows.count where !rows.isLeftOut[row] {
      let multiplier = multipliers[row]
      let cost = shortfallCost(row, multipliers)
      constant += times * multiplier + min(0, cost - multiplier)
      if multiplier == 0 { continue }
      for pair in rows.starts[row]..<rows.starts[row + 1] {
        out[unchecked: Int(sites[unchecked: pair])] -= multiplier
      }
    }
    return constant
  }

  func slopes(_ multipliers: [Double], chosen: [UInt8], into slopes: inout [Double]) {
    let sites = rows.sites.span
    let marks = chosen.span
    var missed = 0.0
    var missedOfUnit = side.demandOfUnit.map { _ in 0.0 }
    for row in 0..<rows.count {
      slopes[row] = 0
      if rows.isLeftOut[row] { continue }
      var servers = 0
      for pair in rows.starts[row]..<rows.starts[row + 1] {
        servers += Int(marks[unchecked: Int(sites[unchecked: pair])])
      }
      var slope = times - Double(servers)
      let cost = shortfallCost(row, multipliers)
      if cost <= multipliers[row], cost > 0 || servers == 0 {
        slope -= 1
        missed += rows.weights[row]
        if rows.units[row] >= 0 { missedOfUnit[rows.units[row]] += rows.weights[row] }
      }
      slopes[row] = slope
    }
    let further = side.slopes(
      multipliers[rows.count...], missed: missed, missedOfUnit: missedOfUnit, chosen: chosen)
    for (index, slope) in further.enumerated() { slopes[rows.count + index] = slope }
  }

  func project(_ multipliers: inout [Double]) {
    switch side.problem {
    case .mclp, .budget, .partialCover, .unitShare:
      for row in 0..<rows.count {
        multipliers[row] = min(multipliers[row], shortfallCost(row, multipliers))
      }
    case .lscp, .pMedian, .pCentre, .backup: break
    }
  }

  func written(_ multipliers: [Double], scale: Int64) -> [Int64] {
    var result: [Int64] = []
    result.reserveCapacity(rows.rowOfPoint.count + side.count)
    for point in rows.rowOfPoint.indices {
      let row = rows.rowOfPoint[point]
      let value = rows.isLeftOut[row] ? 0 : multipliers[row] * rows.shareOfPoint[point]
      result.append(WholeMultiples.rounded(value, scale: scale))
    }
    for index in 0..<side.count {
      result.append(
        WholeMultiples.rounded(
          multipliers[rows.count + index] / side.divisor(index), scale: scale))
    }
    return result
  }

  func consequence(_ states: SiteStates) -> Consequence? {
    switch side.problem {
    case .lscp, .pCentre, .backup: break
    case .mclp, .pMedian, .partialCover, .budget, .unitShare: return nil
    }
    for row in 0..<rows.count where !rows.isLeftOut[row] {
      var last = -1
      var count = 0
      for pair in rows.starts[row]..<rows.starts[row + 1] {
        let site = Int(rows.sites[pair])
        switch states[site] {
        case .closed: continue
        case .open: count = 2
        case .free:
          last = site
          count += 1
        }
        if count > 1 { break }
      }
      if count == 0 { return .impossible(multiplier: row) }
      if count == 1 { return .needed(site: last, multiplier: row) }
    }
    return nil
  }

  func reduced(
    _ states: SiteStates
  ) -> (relaxation: CoveringRelaxation, reductions: [SitingProof.Reduction])? {
    guard side.problem != .backup, side.problem != .pMedian else { return nil }
    // Elsewhere little is found after the first time.
    guard mayReduceAgain || side.problem == .lscp || side.problem == .pCentre else { return nil }
    let reduced = CoveringReductions(side.problem, side.prices, rows: rows, states: states)
    guard !reduced.reductions.isEmpty else { return nil }
    var smaller = CoveringRelaxation(
      rows: rows.without(
        states, rows: reduced.isRowLeftOut, sites: reduced.isSiteLeftOut), side: side)
    smaller.mayReduceAgain = false
    return (smaller, reduced.reductions)
  }

  func without(_ states: SiteStates) -> CoveringRelaxation {
    var smaller = CoveringRelaxation(rows: rows.without(states), side: side)
    smaller.mayReduceAgain = false
    return smaller
  }
}
