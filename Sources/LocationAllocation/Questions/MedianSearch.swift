import Certificates

/// Solves the p-median problem of a statement.
struct MedianSearch {
  let statement: SitingStatement
  let siteCount: Int

  init(_ statement: SitingStatement) {
    self.statement = statement
    siteCount = statement.siteCount ?? 0
  }

  /// The pairs of every point by distance.
  func relaxation() -> MedianRelaxation {
    var starts = [0]
    var sites: [UInt32] = []
    var distances: [Double] = []
    sites.reserveCapacity(statement.sites.count)
    distances.reserveCapacity(statement.sites.count)
    starts.reserveCapacity(statement.demands.count + 1)
    var order: [(cost: Int64, site: UInt32)] = []
    for point in statement.demands.indices {
      let demand = Double(statement.demands[point])
      order.removeAll(keepingCapacity: true)
      for pair in statement.pairs(ofDemand: point)
      where statement.states[Int(statement.sites[pair])] != .forbidden {
        order.append((statement.costs[pair], statement.sites[pair]))
      }
      order.sort { $0.cost < $1.cost || ($0.cost == $1.cost && $0.site < $1.site) }
      for (cost, site) in order {
        sites.append(site)
        distances.append(Double(cost) * demand)
      }
      starts.append(sites.count)
    }
    return MedianRelaxation(
      siteCount: statement.candidateIDs.count, starts: starts, sites: sites, distances: distances)
  }

  /// The greatest number that divides every distance, and a bound of all objectives.
  func measures() -> (granularity: Int128, ceiling: Int128) {
    var divisor: Int64 = 0
    var ceiling: Int128 = 0
    for point in statement.demands.indices {
      let demand = statement.demands[point]
      var most: Int64 = 0
      for pair in statement.pairs(ofDemand: point) {
        let cost = statement.costs[pair]
        most = max(most, cost)
        if divisor != 1 { divisor = Divisors.greatest(divisor, demand &* cost) }
      }
      ceiling += Int128(most) * Int128(demand)
    }
    return (Int128(max(1, divisor)), ceiling)
  }
}
