/// A whole number of units of `10^-decimals`: an objective, a demand, a cost of an answer.
public struct ExactAmount: Sendable, Hashable {
  /// How many units.
  public var units: Int128
  /// How many decimals they have.
  public var decimals: Int

  /// Names an amount.
  public init(_ units: Int128, decimals: Int = 0) {
    self.units = units
    self.decimals = decimals
  }

  /// The double that is nearest to it.
  public var doubleValue: Double { Double("\(units)e-\(decimals)") ?? Double(units) }
}
