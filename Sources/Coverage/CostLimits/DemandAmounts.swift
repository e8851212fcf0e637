public import PlanningModel

/// Amounts of demand that are added up exactly: whole multiples of `10^-decimals`.
///
/// People are whole, but the cells of a population grid hold 3.7 of them; sums of such numbers
/// must not depend on the order they are taken in.
public struct DemandAmounts: Sendable, Equatable {
  /// The amounts, in units of `10^-decimals`.
  public private(set) var values: [Int128]
  /// How many decimals the amounts have.
  public private(set) var decimals: Int

  /// Brings amounts, as read from text, to one number of decimals.
  ///
  /// - Parameter amounts: finite decimals; a fraction that no finite decimal holds is floored
  ///   to 16 decimals.
  public init(_ amounts: [ExactDecimal]) {
    var decimals = 0
    var scale = 1
    for amount in amounts {
      while scale % amount.denominator != 0, decimals < 16 {
        scale *= 10
        decimals += 1
      }
    }
    self.decimals = decimals
    values = amounts.map { Int128($0.numerator) * Int128(scale) / Int128($0.denominator) }
  }

  /// Takes amounts that are whole multiples of `10^-decimals` already.
  public init(_ values: [Int64], decimals: Int) {
    self.values = values.map { Int128($0) }
    self.decimals = decimals
  }

  /// An amount or a sum of amounts as text, without zeros at its end: `91`, `3.7`.
  public func text(_ amount: Int128) -> String {
    let digits = String(amount.magnitude)
    guard decimals > 0 else { return (amount < 0 ? "-" : "") + digits }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
    var fraction = padded.suffix(decimals)
    while fraction.last == "0" { fraction.removeLast() }
    let whole = (amount < 0 ? "-" : "") + padded.dropLast(decimals)
    return fraction.isEmpty ? whole : "\(whole).\(fraction)"
  }
}
