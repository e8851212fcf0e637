public import PlanningModel
import TravelTimes

/// How the weight of a pair falls with its cost, up to the limit; beyond it the weight is 0.
///
/// Costs are seen in minutes for tables of seconds or minutes, as plain numbers otherwise.
public enum DistanceDecay: Sendable, Equatable {
  /// One step of ``steps(_:)``.
  public struct Step: Sendable, Equatable {
    /// The largest cost that the step holds.
    public var upper: ExactDecimal
    /// Its weight, not negative.
    public var weight: ExactDecimal

    /// Makes a step.
    public init(upper: ExactDecimal, weight: ExactDecimal) {
      self.upper = upper
      self.weight = weight
    }
  }

  /// 1 for every pair within the limit.
  case none
  /// A weight for each range of cost, upper bounds included, decided on exact decimals.
  case steps([Step])
  /// `(e^(−½(t/T)²) − e^(−½)) / (1 − e^(−½))`, `T` the limit.
  case gaussian
  /// `¾ (1 − (t/T)²)`.
  case epanechnikov
  /// `t^−β`, `t` floored at 1.
  case power(ExactDecimal)

  /// Reads `10:1,20:0.68,30:0.22`; nil unless the bounds grow and no number is negative.
  public init?(steps text: some StringProtocol) {
    var steps: [Step] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let halves = part.split(separator: ":", omittingEmptySubsequences: false)
      guard halves.count == 2, let upper = ExactDecimal(halves[0]),
        let weight = ExactDecimal(halves[1]), upper >= ExactDecimal(0),
        weight >= ExactDecimal(0), steps.last.map({ $0.upper < upper }) ?? true
      else { return nil }
      steps.append(Step(upper: upper, weight: weight))
    }
    self = .steps(steps)
  }

  /// Reads `gaussian`, `epanechnikov` or `power:1.5`; nil for anything else.
  public init?(kernel text: some StringProtocol) {
    switch text {
    case "gaussian": self = .gaussian
    case "epanechnikov": self = .epanechnikov
    default:
      guard text.hasPrefix("power:"), let exponent = ExactDecimal(text.dropFirst(6)),
        exponent >= ExactDecimal(0)
      else { return nil }
      self = .power(exponent)
    }
  }
}

extension CostTable {
  /// How many entries of ``costs`` make one of what steps and kernels see: a minute, or 1.
  var unitsPerKernelUnit: Int64 {
    var scale: Int64 = unit == .seconds ? 60 : 1
    for _ in 0..<decimals { scale *= 10 }
    return scale
  }

  /// The largest entry of ``costs`` within a bound that steps name.
  func largestCost(withinStep upper: ExactDecimal) -> Int64 {
    guard unit == .seconds else { return largestCost(within: upper) }
    let (seconds, overflow) = upper.numerator.multipliedReportingOverflow(by: 60)
    guard !overflow, let limit = ExactDecimal(seconds, over: upper.denominator) else {
      return .max
    }
    return largestCost(within: limit)
  }
}
