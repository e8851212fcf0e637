/// By how much the numbers of a proof are multiplied.
enum WholeMultiples {
  /// The smallest power of two with which rounding the multipliers to whole numbers costs a bound
  /// nothing that matters.
  static func scale(objective: Int128, granularity: Int128, multiplierCount: Int) -> Int64 {
    let loss = Double(multiplierCount + 1) * 8
    let relative = loss * 1e7 / max(1, abs(Double(objective)))
    let absolute = loss * 100 / Double(granularity)
    let wanted = max(1, min(relative, absolute))
    var scale: Int64 = 1
    while Double(scale) < wanted, scale < 1 << 36 { scale *= 2 }
    return scale
  }

  /// A number in whole multiples of `1/scale`.
  static func rounded(_ value: Double, scale: Int64) -> Int64 {
    let multiple = (value * Double(scale)).rounded()
    return Int64(exactly: min(multiple, 0x1p60)) ?? 0
  }
}
