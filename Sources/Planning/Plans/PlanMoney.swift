import PlanningModel

/// Money of a plan in whole numbers: all costs and budgets as multiples of what measures them all.
struct PlanMoney {
  /// Ten-thousandths of the currency in one unit.
  let unit: Int64

  /// What money is read with at most four decimals.
  private static let scale: Int64 = 10_000

  /// Finds the largest amount that measures all amounts.
  init(_ amounts: [ExactDecimal]) {
    unit = amounts.map(Self.whole).reduce(0, Self.divisor)
  }

  private static func whole(_ amount: ExactDecimal) -> Int64 {
    Int64(amount.numerator) * (scale / Int64(amount.denominator))
  }

  private static func divisor(_ a: Int64, _ b: Int64) -> Int64 { b == 0 ? a : divisor(b, a % b) }

  /// An amount in units.
  func units(_ amount: ExactDecimal) -> Int64 { unit == 0 ? 0 : Self.whole(amount) / unit }

  /// Units as an amount.
  func amount(_ units: Int64) -> ExactDecimal { Self.amount(units * unit) }

  private static func amount(_ tenThousandths: Int64) -> ExactDecimal {
    ExactDecimal(Int(tenThousandths), over: Int(scale)) ?? ExactDecimal(0)
  }

  /// The sum of amounts.
  static func sum(_ amounts: [ExactDecimal]) -> ExactDecimal {
    amount(amounts.map(whole).reduce(0, +))
  }

  /// One amount less another.
  static func difference(_ left: ExactDecimal, _ right: ExactDecimal) -> ExactDecimal {
    amount(whole(left) - whole(right))
  }

  /// An amount for each of so many, rounded half up to ten-thousandths; nil for none.
  static func each(_ amount: ExactDecimal, of count: Int) -> ExactDecimal? {
    guard count > 0 else { return nil }
    let (double, whole) = (2 * Int64(count), whole(amount))
    return self.amount((2 * whole + Int64(count)) / double)
  }

  /// What an amount is worth in each of some years from the first on, each a year's discount less.
  ///
  /// Rounded half up year by year, to the smallest power of ten in which the dearest amount has at
  /// most six digits; without discount the amount itself in ``units(_:)``.
  func presentValues(
    _ amount: ExactDecimal, years: [Int], discount: ExactDecimal, dearest: ExactDecimal
  ) -> [Int64] {
    guard discount > ExactDecimal(0), let first = years.first else {
      return years.map { _ in units(amount) }
    }
    var step: Int64 = 1
    while Self.whole(dearest) / step > 1_000_000 { step *= 10 }
    let (upper, lower) = (
      Int64(discount.denominator), Int64(discount.denominator + discount.numerator)
    )
    return years.map { year in
      var value = Self.whole(amount)
      for _ in first..<max(first, year) { value = (2 * value * upper + lower) / (2 * lower) }
      return (2 * value + step) / (2 * step)
    }
  }
}
