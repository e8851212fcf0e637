public import PlanningModel
public import TravelTimes

/// A location problem on tables of costs, demand and candidates, without a workspace.
public struct SitingQuestion: Sendable {
  /// The costs: `demand,candidate,cost` or `from,to,seconds`.
  public var costs: String
  /// The demand: `id,demand[,unit]`.
  public var demand: String
  /// The candidates: `id[,fixed,capacity,cost,unit,building,service]`.
  public var candidates: String
  /// The costs between candidates; needed for dispersion alone.
  public var between: String?
  /// What the costs count.
  public var unit: CostUnit
  /// The problem.
  public var kind: SitingKind
  /// How many sites are open, fixed ones included.
  public var siteCount: Int?
  /// The largest cost that covers, in the unit of the costs.
  public var limit: ExactDecimal?
  /// The share of the demand, or of the units, to be covered.
  public var share: ExactDecimal?
  /// The largest sum of costs of open sites.
  public var budget: ExactDecimal?
  /// The share of its demand from which on a unit counts; 0 for any demand at all.
  public var unitCountsFrom = ExactDecimal(1, over: 2) ?? ExactDecimal(1)
  /// The units that have to count.
  public var forcedUnits: [String] = []
  /// The share of its demand that every unit has to have covered; nil for none.
  public var unitMinimum: ExactDecimal?
  /// Whether, with capacities, the demand of a point goes to one site as a whole.
  public var isWhole = false
  /// The levels of a hierarchy, as the column `service` has them, the lowest first.
  public var levels: [String] = []
  /// The limits by level or service, where there is more than one.
  public var limits: [String: ExactDecimal] = [:]
  /// How many further choices with the same objective to look for.
  public var alternatives = 0
  /// When to stop the search by the clock; nil so that nothing depends on it.
  public var seconds: Double?

  /// Asks a question without parameters.
  public init(
    costs: String, demand: String, candidates: String, unit: CostUnit, kind: SitingKind
  ) {
    self.costs = costs
    self.demand = demand
    self.candidates = candidates
    self.unit = unit
    self.kind = kind
  }
}
