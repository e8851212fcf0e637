public import PlanningModel

extension CostUnit {
  /// Reads a limit in this unit: a duration (`900s`, `15min`, `1h`) for seconds and minutes, a
  /// plain decimal for metres and plain numbers; nil for anything else, or a negative one.
  public func limit(_ text: some StringProtocol) -> ExactDecimal? {
    switch self {
    case .seconds, .minutes: TravelTime(text).flatMap { limit($0) }
    case .metres, .none:
      ExactDecimal(text).flatMap { $0 < ExactDecimal(0) || text.hasSuffix("%") ? nil : $0 }
    }
  }

  /// A duration in this unit; nil for metres and plain numbers.
  public func limit(_ time: TravelTime) -> ExactDecimal? {
    switch self {
    case .seconds: ExactDecimal(Int(time.milliseconds), over: 1_000)
    case .minutes: ExactDecimal(Int(time.milliseconds), over: 60_000)
    case .metres, .none: nil
    }
  }
}

extension CostTable {
  /// The largest entry of ``costs`` that a limit in the table's unit lets in, bound included:
  /// ⌊limit × 10^decimals⌋, computed on integers.
  public func largestCost(within limit: ExactDecimal) -> Int64 {
    guard limit.numerator >= 0 else { return -1 }
    var scale: UInt = 1
    for _ in 0..<decimals { scale *= 10 }
    let denominator = limit.denominator.magnitude
    let product = limit.numerator.magnitude.multipliedFullWidth(by: scale)
    guard product.high < denominator else { return .max }
    return Int64(exactly: denominator.dividingFullWidth(product).quotient) ?? .max
  }
}
