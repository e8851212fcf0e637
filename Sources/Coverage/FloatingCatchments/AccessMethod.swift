/// A measure of access to services: the floating catchment family and its simpler relatives.
///
/// Formulas and sources are in `docs/methods/accessibility.md`. `P` is demand, `S` supply, `W`
/// the weight of a pair by its cost, 0 beyond the limit.
public enum AccessMethod: String, Sendable, CaseIterable {
  /// Two-step floating catchment area (Luo and Wang 2003): every pair within the limit counts 1.
  case twoStep = "2sfca"
  /// Enhanced two-step (Luo and Qi 2009): pairs are weighted, by steps above all.
  case enhancedTwoStep = "e2sfca"
  /// Kernel density two-step (Dai 2010): pairs are weighted by a continuous kernel.
  case kernelTwoStep = "kd2sfca"
  /// Three-step (Wan, Zou and Sternberg 2012): demand chooses among supplies by weight.
  case threeStep = "3sfca"
  /// Modified two-step (Delamater 2013): supply that is far away is partly lost.
  case modifiedTwoStep = "m2sfca"
  /// Modified Huff three-step (Jörg, Lenz and Luginbühl 2019): choice by supply and weight.
  case modifiedHuffThreeStep = "mh3sfca"
  /// Balanced floating catchment area (Paez, Higgins and Vivona 2019).
  case balanced = "bfca"
  /// Gravity (Hansen 1959): supply within reach, weighted; demand does not compete.
  case gravity
  /// Cumulative opportunities: supply within reach; demand does not compete.
  case cumulative
  /// The mean cost of the nearest `n` supplies; smaller is better, how large they are is not asked.
  case nearest = "nearest-n"

  /// Whether pairs within the limit may weigh differently.
  public var isWeighted: Bool {
    switch self {
    case .twoStep, .cumulative, .nearest: false
    default: true
    }
  }

  /// Whether each supply has a ratio of supply to demand.
  public var hasRatios: Bool {
    switch self {
    case .gravity, .cumulative, .nearest: false
    default: true
    }
  }

  /// Whether larger values mean worse access.
  public var isCost: Bool { self == .nearest }

  /// What theory says of the sum of demand × access.
  public var balance: MassBalance.Law? {
    switch self {
    case .twoStep, .enhancedTwoStep, .kernelTwoStep, .threeStep: .equal
    case .modifiedTwoStep, .modifiedHuffThreeStep: .atMost
    case .balanced: .ratios
    case .gravity, .cumulative, .nearest: nil
    }
  }
}
