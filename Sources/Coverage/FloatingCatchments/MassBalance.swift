import PlanningModel

/// The check that access neither makes nor loses supply, where theory says it cannot.
public struct MassBalance: Sendable, Equatable {
  /// What theory says.
  public enum Law: Sendable {
    /// Σ demand · access = Σ supply.
    case equal
    /// Σ demand · access ≤ Σ supply, as long as no weight is above 1.
    case atMost
    /// Σ access = Σ ratios, over supplies that demand reaches.
    case ratios
  }

  /// What theory says.
  public var law: Law
  /// The sum over demand points.
  public var demandSide: Double
  /// The sum over supplies, those with an undefined ratio left out.
  public var supplySide: Double
  /// Supplies left out because their ratio is undefined.
  public var undefinedCount: Int

  init(
    _ law: Law, question: FloatingCatchmentQuestion, access: [Double], ratios: [Double?]
  ) {
    self.law = law
    var left = 0.0
    for (demand, value) in access.enumerated() {
      left += law == .ratios ? value : question.demand[demand] * value
    }
    var right = 0.0
    for (supply, ratio) in ratios.enumerated() {
      guard let ratio else { continue }
      right += law == .ratios ? ratio : question.supply[supply]
    }
    demandSide = left
    supplySide = right
    undefinedCount = ratios.count { $0 == nil }
  }

  /// Whether the sums agree with theory to a relative 1e-9.
  public var holds: Bool {
    let slack = 1e-9 * max(abs(demandSide), abs(supplySide))
    return law == .atMost
      ? demandSide <= supplySide + slack : abs(demandSide - supplySide) <= slack
  }
}
