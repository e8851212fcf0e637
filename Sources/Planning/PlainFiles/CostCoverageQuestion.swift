public import Coverage
import Importing
public import PlanningModel
public import TravelTimes

/// Coverage from a table of costs and a table of demand, without a workspace.
public struct CostCoverageQuestion: Sendable {
  /// The costs: `from,to,seconds` or `demand,supply,cost`.
  public var costs: String
  /// The demand: `id,demand`.
  public var demand: String
  /// What the costs count.
  public var unit: CostUnit
  /// The limits, in that unit, in the order of the answer.
  public var limits: [ExactDecimal]

  /// Asks a question.
  public init(costs: String, demand: String, unit: CostUnit, limits: [ExactDecimal]) {
    self.costs = costs
    self.demand = demand
    self.unit = unit
    self.limits = limits
  }

  /// The figures at each limit, and what became of each demand.
  public struct Answer: Sendable {
    /// The nearest supplies, with the cost table they are taken from.
    public var coverage: CostCoverage
    /// How much demand there is, in the order of ``ids``.
    public var amounts: DemandAmounts
    /// The ids of the demand, sorted bytewise; row `i` of the cost table is the demand `i`.
    public var ids: [String]
    /// A figure for each limit.
    public var figures: [CostCoverage.Figures]
    /// Why a demand has no supply: the cost file's own word for it, where it has one.
    public var reasons: [String: String]
    /// The largest limit.
    public var widest: ExactDecimal
  }

  /// Reads the files and counts.
  ///
  /// - Parameter note: takes findings that do not stop the work.
  /// - Throws: `WorkError` with every fault of a file.
  public func answer(note: (String) -> Void) throws -> Answer {
    let demand = try AmountTable(self.demand, amount: "demand")
    let table = try CostTableFile(costs, unit: unit).read(
      demandIDs: demand.ids, supplyIDs: nil, note: note)
    let coverage = CostCoverage(table)
    let amounts = DemandAmounts(demand.amounts, decimals: demand.decimals)
    return Answer(
      coverage: coverage, amounts: amounts, ids: demand.ids,
      figures: coverage.figures(amounts, rows: Array(demand.ids.indices), limits: limits),
      reasons: try reasons(), widest: limits.max() ?? ExactDecimal(0))
  }

  /// The word in `status` of each origin that has a row without a destination.
  private func reasons() throws -> [String: String] {
    var reader = try PlainTableReader(costs)
    guard let status = reader.column(["status"]),
      let from = reader.column(["from", "demand"]),
      let to = reader.column(["to", "supply", "candidate"])
    else { return [:] }
    var reasons: [String: String] = [:]
    while reader.next() {
      guard reader.range(to).isEmpty else { continue }
      reasons[reader.cells.text(from)] = reader.cells.text(status)
    }
    return reasons
  }
}
