import Foundation
import PlanningModel
import TravelTimes

extension DistanceDecay {
  /// The weight of every entry of a table, 0 beyond the limit, which is in the table's unit.
  ///
  /// Limits and steps are compared on the integers of the table; only what is continuous in the
  /// cost goes through doubles.
  func weights(of table: CostTable, within bound: ExactDecimal) -> [Double] {
    let limit = table.largestCost(within: bound)
    // Kernels are as wide as the bound itself, also where the table has fewer decimals.
    let width = bound.doubleValue * pow(10, Double(table.decimals))
    let costs = table.costs
    let unit = Double(table.unitsPerKernelUnit)
    switch self {
    case .none:
      return costs.map { $0 <= limit ? 1 : 0 }
    case .steps(let steps):
      let bounds = steps.map { min(table.largestCost(withinStep: $0.upper), limit) }
      return DistanceDecay.stepped(costs, bounds, steps.map { $0.weight.doubleValue })
    case .gaussian:
      let edge = exp(-0.5)
      let scale = 1 / (1 - edge)
      return costs.map { cost in
        guard cost <= limit else { return 0 }
        // At a limit of 0 the only cost within it is 0, which is no distance at all.
        let share = width > 0 ? Double(cost) / width : 0
        return max(0, (exp(-0.5 * share * share) - edge) * scale)
      }
    case .epanechnikov:
      return costs.map { cost in
        guard cost <= limit else { return 0 }
        let share = width > 0 ? Double(cost) / width : 0
        return 0.75 * (1 - share * share)
      }
    case .power(let exponent):
      let beta = exponent.doubleValue
      if exponent == ExactDecimal(1) {
        return costs.map { $0 <= limit ? 1 / max(1, Double($0) / unit) : 0 }
      }
      return costs.map { $0 <= limit ? pow(max(1, Double($0) / unit), -beta) : 0 }
    }
  }

  /// Weights by steps: the first bound that a cost does not exceed decides.
  private static func stepped(
    _ costs: [Int64], _ bounds: [Int64], _ weights: [Double]
  ) -> [Double] {
    var result = [Double](repeating: 0, count: costs.count)
    var output = result.mutableSpan
    let costs = costs.span
    let bounds = bounds.span
    let weights = weights.span
    for entry in costs.indices {
      let cost = costs[entry]
      var weight = 0.0
      var step = bounds.count - 1
      while step >= 0 {
        weight = cost <= bounds[step] ? weights[step] : weight
        step -= 1
      }
      output[entry] = weight
    }
    return result
  }
}
