/// What may happen to a candidate site.
public enum CandidateState: String, Sendable {
  /// It may be opened or not.
  case free
  /// It is open already and stays so.
  case fixed
  /// It may not be opened.
  case forbidden
}

/// A location problem in whole numbers: what a proof is a proof of.
///
/// Demand point `i` has the pairs `rowStarts[i] ..< rowStarts[i + 1]`, sorted by site; a pair that
/// is not there cannot be used. Ids of either side differ and are sorted bytewise.
public struct SitingStatement: Sendable, Equatable {
  /// The problem.
  public var problem: SitingProblem
  /// The ids of the demand points, sorted bytewise.
  public var demandIDs: [String]
  /// How much demand each point stands for, not negative, in units of `10^-demandDecimals`.
  public var demands: [Int64]
  /// How many decimals the demand has.
  public var demandDecimals = 0
  /// The ids of the candidate sites, sorted bytewise.
  public var candidateIDs: [String]
  /// What may happen to each candidate.
  public var states: [CandidateState]
  /// What opening each candidate costs, not negative, in units of `10^-priceDecimals`.
  ///
  /// Partial cover and unit share add them up, a budget limits their sum, the others ignore them.
  public var prices: [Int64]
  /// How many decimals the prices have.
  public var priceDecimals = 0
  /// Start of each demand point's pairs, and one past the last.
  public var rowStarts: [Int]
  /// The candidate of each pair.
  public var sites: [UInt32]
  /// The cost of each pair, not negative, in units of `10^-costDecimals`.
  public var costs: [Int64]
  /// How many decimals the costs have.
  public var costDecimals = 0
  /// Pairs with a cost beyond it do not cover; nil for p-median and p-centre.
  public var limit: Int64?
  /// How many sites are open, fixed ones included.
  public var siteCount: Int?
  /// The largest sum of prices of open sites.
  public var budget: Int64?
  /// The demand to be covered (partial cover), or the number of units to be counted (unit share).
  public var need: Int64?
  /// The ids of the units, sorted bytewise; empty unless units are counted.
  public var unitIDs: [String] = []
  /// The unit of each demand point; empty unless units are counted.
  public var unitOfDemand: [Int] = []
  /// The covered demand from which on each unit counts, at least 1 for units that have demand.
  public var unitNeeds: [Int64] = []
  /// Whether each unit has to count.
  public var isUnitForced: [Bool] = []

  /// A problem without pairs or parameters, to be filled in.
  public init(_ problem: SitingProblem, demandIDs: [String], candidateIDs: [String]) {
    self.problem = problem
    self.demandIDs = demandIDs
    self.candidateIDs = candidateIDs
    demands = demandIDs.map { _ in 1 }
    states = candidateIDs.map { _ in .free }
    prices = candidateIDs.map { _ in 1 }
    rowStarts = demandIDs.map { _ in 0 } + [0]
    sites = []
    costs = []
  }

  /// The pairs of one demand point.
  public func pairs(ofDemand demand: Int) -> Range<Int> {
    rowStarts[demand]..<rowStarts[demand + 1]
  }
}
