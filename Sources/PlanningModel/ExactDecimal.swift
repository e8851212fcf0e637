/// A decimal number read from text as an exact fraction, never through a double.
///
/// Shares, limits and weights of policy files are compared with it: `0.6` is 6/10, so 60 % of
/// 22 needs 14, and no rounding of binary fractions can move a verdict.
public struct ExactDecimal: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The fraction's upper part, in lowest terms; negative for negative numbers.
  public let numerator: Int
  /// The fraction's lower part, at least 1.
  public let denominator: Int

  /// A whole number.
  public init(_ whole: Int) {
    numerator = whole
    denominator = 1
  }

  /// A fraction, brought to lowest terms; nil when the denominator is not positive.
  public init?(_ numerator: Int, over denominator: Int) {
    guard denominator > 0 else { return nil }
    let divisor = ExactDecimal.gcd(numerator.magnitude, denominator.magnitude)
    self.numerator = numerator / Int(divisor)
    self.denominator = denominator / Int(divisor)
  }

  /// Reads `0.60`, `15`, `-2.5` or `60%`; nil for anything else, or beyond 16 digits.
  public init?(_ text: some StringProtocol) {
    var digits = Substring(text)
    var scale = 1
    if digits.hasSuffix("%") {
      digits = digits.dropLast()
      scale = 100
    }
    let negative = digits.hasPrefix("-")
    if negative || digits.hasPrefix("+") { digits = digits.dropFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), !parts[0].isEmpty,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      parts.reduce(0, { $0 + $1.utf8.count }) <= 16, let value = Int(parts.joined())
    else { return nil }
    if parts.count == 2 { for _ in parts[1].utf8 { scale *= 10 } }
    self.init(negative ? -value : value, over: scale)
  }

  /// The smallest whole number that is at least this share of `total`: ⌈share × total⌉.
  ///
  /// Computed on integers, `(num·N + den − 1) / den`; `total` must not be negative.
  public func need(of total: Int) -> Int {
    let product = numerator.multipliedFullWidth(by: total)
    let (quotient, remainder) = denominator.dividingFullWidth(product)
    return remainder > 0 ? quotient + 1 : quotient
  }

  /// The exact sum; nil when its terms do not fit into 64 bits.
  public static func sum(of numbers: some Sequence<ExactDecimal>) -> ExactDecimal? {
    numbers.reduce(ExactDecimal(0)) { sum, number in
      guard let sum else { return nil }
      let (first, isFirstTooLarge) = sum.numerator.multipliedReportingOverflow(
        by: number.denominator)
      let (second, isSecondTooLarge) = number.numerator.multipliedReportingOverflow(
        by: sum.denominator)
      let (upper, isSumTooLarge) = first.addingReportingOverflow(second)
      let (lower, isLowerTooLarge) = sum.denominator.multipliedReportingOverflow(
        by: number.denominator)
      guard !isFirstTooLarge, !isSecondTooLarge, !isSumTooLarge, !isLowerTooLarge else {
        return nil
      }
      return ExactDecimal(upper, over: lower)
    }
  }

  /// Exact comparison by cross-multiplication.
  public static func < (left: Self, right: Self) -> Bool {
    let first = left.numerator.multipliedFullWidth(by: right.denominator)
    let second = right.numerator.multipliedFullWidth(by: left.denominator)
    return (first.high, first.low) < (second.high, second.low)
  }

  /// The nearest double, for display and for convenience columns only.
  public var doubleValue: Double { Double(numerator) / Double(denominator) }

  /// The number as people write it: `0.6`, `15`, or `1/3` when no finite decimal exists.
  public var description: String {
    var scale = 1
    var digits = 0
    while digits <= 16 {
      if scale % denominator == 0 { break }
      scale *= 10
      digits += 1
    }
    guard digits <= 16 else { return "\(numerator)/\(denominator)" }
    guard digits > 0 else { return String(numerator) }
    let scaled = numerator.magnitude * UInt(scale / denominator)
    let text = String(scaled)
    let padded = String(repeating: "0", count: max(0, digits + 1 - text.utf8.count)) + text
    return (numerator < 0 ? "-" : "") + padded.dropLast(digits) + "." + padded.suffix(digits)
  }

  private static func gcd(_ a: UInt, _ b: UInt) -> UInt { b == 0 ? max(a, 1) : gcd(b, a % b) }
}
