public import PlanningModel
public import TravelTimes

/// Who has how much access to what: a cost table with demand on one side and supply on the other.
public struct FloatingCatchmentQuestion: Sendable {
  /// What it costs to get from demand to supply.
  public var table: CostTable
  /// What each demand point asks for, not negative, in the order of the table.
  public var demand: [Double]
  /// What each supply offers, not negative, in the order of the table.
  public var supply: [Double]
  /// The measure.
  public var method: AccessMethod
  /// Pairs that cost more do not count; in the unit of the table, the bound included.
  public var limit: ExactDecimal
  /// How weights fall with cost; used by methods that are weighted.
  public var decay: DistanceDecay
  /// How many supplies `nearest-n` takes the mean of.
  public var nearestCount: Int

  /// Puts a question together.
  public init(
    table: CostTable, demand: [Double], supply: [Double], method: AccessMethod,
    limit: ExactDecimal, decay: DistanceDecay = .none, nearestCount: Int = 1
  ) {
    self.table = table
    self.demand = demand
    self.supply = supply
    self.method = method
    self.limit = limit
    self.decay = decay
    self.nearestCount = nearestCount
  }

  /// The answer; the same bytes for the same question, on any machine and thread.
  public func answer() -> FloatingCatchments {
    let weights = (method.isWeighted ? decay : .none).weights(of: table, within: limit)
    switch method {
    case .nearest: return nearest(weights)
    case .gravity, .cumulative: return opportunities(weights)
    default: return floating(CatchmentWeights(self, weights), reach: weights)
    }
  }

  private func floating(
    _ weights: CatchmentWeights, reach: [Double]
  ) -> FloatingCatchments {
    let load = CatchmentSums.bySupply(table, demand, weights.demand)
    let ratios = zip(supply, load).map { supply, load -> Double? in
      let ratio = supply / load
      return load > 0 && ratio.isFinite ? ratio : nil
    }
    // What an undefined ratio would give is left out of the sums and listed beside them.
    let access = CatchmentSums.byDemand(table, ratios.map { $0 ?? 0 }, weights.access)
    let isDefined = ratios.map { $0 != nil }
    let status = reachStatus(reach, isDefined: isDefined)
    var result = FloatingCatchments(
      access: zip(access, status).map { $1 == .undefined ? nil : $0 }, status: status,
      ratios: ratios)
    if let law = method.balance, law != .atMost || !reach.contains(where: { $0 > 1 }) {
      result.balance = MassBalance(law, question: self, access: access, ratios: ratios)
    }
    return result
  }

  private func opportunities(_ weights: [Double]) -> FloatingCatchments {
    let access = CatchmentSums.byDemand(table, supply, weights)
    return FloatingCatchments(
      access: access, status: reachStatus(weights, isDefined: nil), ratios: nil)
  }

  /// Whether each demand point has a supply within reach, and one with a ratio.
  private func reachStatus(_ weights: [Double], isDefined: [Bool]?) -> [AccessStatus] {
    table.demandIDs.indices.map { demand in
      var status = AccessStatus.noSupply
      for entry in table.entries(ofDemand: demand) where weights[entry] > 0 {
        if isDefined?[Int(table.supplies[entry])] ?? true { return .ok }
        status = .undefined
      }
      return status
    }
  }

  /// The mean cost of the nearest supplies, ties by id; supplies of 0 do not count.
  private func nearest(_ weights: [Double]) -> FloatingCatchments {
    let unit = Double(table.unitsPerKernelUnit)
    var access: [Double?] = []
    var status: [AccessStatus] = []
    var costs: [Int64] = []
    for demand in table.demandIDs.indices {
      costs.removeAll(keepingCapacity: true)
      for entry in table.entries(ofDemand: demand)
      where weights[entry] > 0 && supply[Int(table.supplies[entry])] > 0 {
        costs.append(table.costs[entry])
      }
      costs.sort()
      guard costs.count >= nearestCount, nearestCount > 0 else {
        access.append(nil)
        status.append(costs.isEmpty ? .noSupply : .tooFew)
        continue
      }
      var sum = 0.0
      for cost in costs.prefix(nearestCount) { sum += Double(cost) }
      access.append(sum / Double(nearestCount) / unit)
      status.append(.ok)
    }
    return FloatingCatchments(
      access: access, status: status, ratios: nil)
  }
}
