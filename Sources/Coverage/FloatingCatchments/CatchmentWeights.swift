import TravelTimes

/// The two weights that a method gives every pair: one by which demand loads a supply, one by
/// which the supply's ratio comes back to the demand.
///
/// With them the whole family is one scheme: `R_j = S_j / Σ_i P_i · demand_ij` and
/// `A_i = Σ_j R_j · access_ij`.
struct CatchmentWeights {
  /// The weight of each pair in the load of its supply.
  let demand: [Double]
  /// The weight of each pair in the access of its demand point.
  let access: [Double]

  /// Makes the weights of a method of the decay weights `weights`.
  init(_ question: FloatingCatchmentQuestion, _ weights: [Double]) {
    let table = question.table
    switch question.method {
    case .threeStep:
      let chosen = CatchmentWeights.products(
        CatchmentWeights.rowShares(table, weights), weights)
      (demand, access) = (chosen, chosen)
    case .modifiedTwoStep:
      (demand, access) = (weights, CatchmentWeights.products(weights, weights))
    case .modifiedHuffThreeStep:
      let attraction = weights.indices.map {
        weights[$0] * question.supply[Int(table.supplies[$0])]
      }
      let shares = CatchmentWeights.rowShares(table, attraction)
      (demand, access) = (shares, CatchmentWeights.products(shares, weights))
    case .balanced:
      demand = CatchmentWeights.rowShares(table, weights)
      access = CatchmentWeights.columnShares(table, weights)
    default:
      (demand, access) = (weights, weights)
    }
  }

  private static func products(_ left: [Double], _ right: [Double]) -> [Double] {
    var result = left
    for entry in right.indices { result[entry] *= right[entry] }
    return result
  }

  /// Each weight as a share of its demand point's; 0 where they are all 0.
  private static func rowShares(_ table: CostTable, _ weights: [Double]) -> [Double] {
    var result = weights
    for demand in table.demandIDs.indices {
      let entries = table.entries(ofDemand: demand)
      var sum = 0.0
      for entry in entries { sum += weights[entry] }
      guard sum > 0 else { continue }
      for entry in entries { result[entry] /= sum }
    }
    return result
  }

  /// Each weight as a share of its supply's; 0 where they are all 0.
  private static func columnShares(_ table: CostTable, _ weights: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: table.supplyIDs.count)
    for entry in weights.indices { sums[Int(table.supplies[entry])] += weights[entry] }
    var result = weights
    for entry in weights.indices where weights[entry] > 0 {
      result[entry] /= sums[Int(table.supplies[entry])]
    }
    return result
  }
}
