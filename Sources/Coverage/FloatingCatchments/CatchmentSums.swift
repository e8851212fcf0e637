import TravelTimes

/// The two passes over the pairs, each sum in the order of the table.
enum CatchmentSums {
  /// `Σ_i value_i · weight_ij` of each supply.
  static func bySupply(_ table: CostTable, _ values: [Double], _ weights: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: table.supplyIDs.count)
    var output = sums.mutableSpan
    let rowStarts = table.rowStarts.span
    let supplies = table.supplies.span
    let weights = weights.span
    for demand in values.indices {
      let value = values[demand]
      for entry in rowStarts[demand]..<rowStarts[demand + 1] {
        output[Int(supplies[entry])] += value * weights[entry]
      }
    }
    return sums
  }

  /// `Σ_j value_j · weight_ij` of each demand point.
  static func byDemand(_ table: CostTable, _ values: [Double], _ weights: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: table.demandIDs.count)
    var output = sums.mutableSpan
    let rowStarts = table.rowStarts.span
    let supplies = table.supplies.span
    let weights = weights.span
    let values = values.span
    for demand in output.indices {
      var sum = 0.0
      for entry in rowStarts[demand]..<rowStarts[demand + 1] {
        sum += values[Int(supplies[entry])] * weights[entry]
      }
      output[demand] = sum
    }
    return sums
  }
}
