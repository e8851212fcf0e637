/// How shares are written for people.
public enum ShareText {
  /// A share floored to one decimal, without a space: 9 of 22 is `40.9%`.
  ///
  /// Floored, so that 59.96 % never reads 60.0 % beside "missed" (DESIGN §5.3).
  /// nil when the denominator is not positive.
  public static func percent(_ numerator: Int, of denominator: Int) -> String? {
    guard denominator > 0, numerator >= 0 else { return nil }
    let product = numerator.multipliedFullWidth(by: 1000)
    let tenths = denominator.dividingFullWidth(product).quotient
    return "\(tenths / 10).\(tenths % 10)%"
  }

  /// A promised share as written: 0.6 is `60%`, 0.455 is `45.5%`.
  public static func promised(_ share: ExactDecimal) -> String {
    guard let hundredfold = ExactDecimal(share.numerator * 100, over: share.denominator) else {
      return share.description
    }
    return "\(hundredfold)%"
  }
}
