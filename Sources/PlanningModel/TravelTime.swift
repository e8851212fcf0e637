/// A travel time in whole milliseconds.
///
/// Times are integers inside, so that sums do not depend on their order and a limit of
/// fifteen minutes means exactly 900,000 ms; files show seconds with three decimals, people see
/// minutes with one. The unreachable has no `TravelTime`: it is nil with a reason.
@frozen
public struct TravelTime: Hashable, Sendable, Comparable {
  /// Whole milliseconds, never negative.
  public let milliseconds: UInt32

  /// Wraps whole milliseconds.
  @inlinable
  public init(milliseconds: UInt32) { self.milliseconds = milliseconds }

  /// Shorter times sort first.
  @inlinable
  public static func < (left: Self, right: Self) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// Reads `900s`, `15min`, `1h` or `1.5h`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let units: [(suffix: String, milliseconds: Int)] = [
      ("min", 60_000), ("ms", 1), ("s", 1_000), ("h", 3_600_000),
    ]
    for unit in units where text.hasSuffix(unit.suffix) {
      guard let amount = ExactDecimal(text.dropLast(unit.suffix.count)), amount.numerator >= 0
      else { return nil }
      let (product, overflow) = amount.numerator.multipliedReportingOverflow(
        by: unit.milliseconds)
      guard !overflow, product % amount.denominator == 0,
        let milliseconds = UInt32(exactly: product / amount.denominator)
      else { return nil }
      self.init(milliseconds: milliseconds)
      return
    }
    return nil
  }

  /// Seconds with three decimals, as files show them: `900.000`.
  public var secondsText: String {
    let fraction = String(milliseconds % 1000)
    return "\(milliseconds / 1000)."
      + String(repeating: "0", count: 3 - fraction.utf8.count) + fraction
  }

  /// Minutes with one decimal for people, rounded half up: `12.4`.
  public var minutesText: String {
    let tenths = (UInt64(milliseconds) + 3_000) / 6_000
    return "\(tenths / 10).\(tenths % 10)"
  }
}
