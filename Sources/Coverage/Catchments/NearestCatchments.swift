import TravelTimes

/// How a township's border counts for one pair of demand point and facility.
public enum BorderRank: UInt8, Sendable {
  /// The facility serves the township of the demand point: it comes first.
  case own
  /// It is across a border that may be crossed.
  case across
  /// It is across a border that may not be crossed.
  case closed
}

extension CatchmentInput {
  /// Everybody to the nearest facility within the limit; ties go to the smallest id.
  public func nearest() -> Catchments { best { _, _ in .own } }

  /// Everybody to the nearest facility of the own township, else across its border where that is
  /// allowed.
  ///
  /// Who reaches only facilities behind closed borders is displaced: the service is near, and
  /// not for them.
  ///
  /// - Parameter rank: what the border means to a pair of demand point and facility.
  public func administrative(_ rank: (_ demand: Int, _ supply: Int) -> BorderRank) -> Catchments {
    best(rank)
  }

  private func best(_ rank: (Int, Int) -> BorderRank) -> Catchments {
    var result = unassigned()
    for demand in table.demandIDs.indices {
      var best: (rank: UInt8, cost: Int64, supply: Int)?
      for entry in table.entries(ofDemand: demand) where isWithin(entry) {
        let supply = Int(table.supplies[entry])
        let rank = rank(demand, supply)
        guard rank != .closed else { continue }
        let candidate = (rank: rank.rawValue, cost: table.costs[entry], supply: supply)
        if let known = best, known <= candidate { continue }
        best = candidate
      }
      guard let best else { continue }
      result.displaced[demand] = 0
      result.parts.append(
        .init(
          demand: demand, supply: best.supply, persons: persons[demand], cost: best.cost))
    }
    return result
  }
}
