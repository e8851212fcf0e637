extension SitingStatement {
  /// What makes this no sound statement, in English; nil when nothing does.
  ///
  /// Everything that reads a statement may rely on it: lengths agree, ids are sorted and differ,
  /// numbers are not negative and small enough for sums of 128 bits.
  public var unsoundness: String? {
    let points = demandIDs.count
    let candidates = candidateIDs.count
    guard demands.count == points, rowStarts.count == points + 1, states.count == candidates,
      prices.count == candidates, sites.count == costs.count
    else { return "columns differ in length" }
    guard isSorted(demandIDs), isSorted(candidateIDs), isSorted(unitIDs) else {
      return "ids are not sorted, or repeated"
    }
    guard rowStarts.first == 0, rowStarts.last == sites.count else { return "rows do not end" }
    for point in 0..<points {
      guard rowStarts[point] <= rowStarts[point + 1], rowStarts[point + 1] <= sites.count else {
        return "rows overlap"
      }
      var last = -1
      for pair in pairs(ofDemand: point) {
        guard Int(sites[pair]) > last, Int(sites[pair]) < candidates else {
          return "the pairs of a point are not sorted by site"
        }
        last = Int(sites[pair])
      }
    }
    let decimals = [demandDecimals, priceDecimals, costDecimals]
    guard decimals.allSatisfy({ (0...18).contains($0) }) else { return "too many decimals" }
    let largest = Int64.max / 4
    for column in [demands, prices, costs, unitNeeds] {
      guard column.allSatisfy({ $0 >= 0 && $0 <= largest }) else {
        return "a number is negative or too large"
      }
    }
    guard demands.reduce(Int128(0), { $0 + Int128($1) }) <= largest,
      prices.reduce(Int128(0), { $0 + Int128($1) }) <= largest
    else { return "the demand or the prices add up to too much" }
    return missingParameter ?? unsoundUnits
  }

  private var missingParameter: String? {
    let limited = problem != .pMedian && problem != .pCentre
    guard (limit != nil) == limited, limit ?? 0 >= 0 else { return "no limit, or one too many" }
    guard (siteCount != nil) == problem.countsSites, siteCount ?? 0 >= 0 else {
      return "no number of sites, or one too many"
    }
    guard (budget != nil) == (problem == .budget), budget ?? 0 >= 0 else {
      return "no budget, or one too many"
    }
    let needs = problem == .partialCover || problem == .unitShare
    guard (need != nil) == needs, need ?? 0 >= 0 else { return "no need, or one too many" }
    return nil
  }

  private var unsoundUnits: String? {
    let units = problem == .unitShare ? unitIDs.count : 0
    guard unitIDs.count == units, unitNeeds.count == units, isUnitForced.count == units,
      unitOfDemand.count == (units == 0 ? 0 : demandIDs.count),
      unitOfDemand.allSatisfy({ $0 >= 0 && $0 < units })
    else { return "units do not fit the demand points" }
    return nil
  }

  private func isSorted(_ ids: [String]) -> Bool {
    zip(ids, ids.dropFirst()).allSatisfy { left, right in
      left.utf8.lexicographicallyPrecedes(right.utf8)
    }
  }
}
