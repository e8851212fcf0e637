import Certificates

/// A Lagrangian relaxation of a location problem as a minimum.
///
/// Whatever the multipliers, the constant and the sum of the negative terms of the chosen sites
/// is a lower bound. Multipliers are not negative.
protocol Relaxation: Sendable {
  /// How many candidate sites there are.
  var siteCount: Int { get }
  /// How many pairs of points and sites are left.
  var pairCount: Int { get }
  /// How many multipliers there are.
  var multiplierCount: Int { get }

  /// The constant of the bound, with the term of each site in `terms`.
  func evaluate(_ multipliers: [Double], terms: inout [Double]) -> Double

  /// The slope of the bound in each multiplier when the sites marked 1 are chosen.
  func slopes(_ multipliers: [Double], chosen: [UInt8], into slopes: inout [Double])

  /// What has to be so whatever the bound is: a condition that no free site can meet any more, or
  /// that one only can.
  func consequence(_ states: SiteStates) -> Consequence?

  /// The multipliers of the best bound with these sites decided; nil where finding them would
  /// take longer than it gains.
  func bestMultipliers(_ states: SiteStates) -> [Double]?

  /// Brings multipliers back to where they can be of use.
  func project(_ multipliers: inout [Double])

  /// The multipliers as a proof has them: one for each point of the statement, and further ones,
  /// in whole multiples of `1/scale`.
  func written(_ multipliers: [Double], scale: Int64) -> [Int64]

  /// The same relaxation without what need not be considered with these sites decided, and what
  /// that is; nil when there is nothing of the kind.
  func reduced(
    _ states: SiteStates
  ) -> (relaxation: Self, reductions: [SitingProof.Reduction])?

  /// One point for each condition left, by parts that share no free site; none where parts do not
  /// add up.
  func parts(_ states: SiteStates) -> [[Int]]

  /// The same relaxation without the pairs of closed sites.
  func without(_ states: SiteStates) -> Self
}

/// What follows from the decided sites alone.
enum Consequence: Sendable {
  /// The condition of this multiplier cannot be met any more.
  case impossible(multiplier: Int)
  /// The condition of this multiplier needs this site.
  case needed(site: Int, multiplier: Int)
}
