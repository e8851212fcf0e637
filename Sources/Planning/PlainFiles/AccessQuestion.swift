public import Coverage
import PlanningModel
public import TravelTimes

/// Access from a table of costs and tables of demand and supply, without a workspace.
public struct AccessQuestion: Sendable {
  /// The costs: `from,to,seconds` or `demand,supply,cost`.
  public var costs: String
  /// The demand: `id,demand`.
  public var demand: String
  /// The supply: `id,supply`; nil, for `nearest-n` alone, for every supply of the costs.
  public var supply: String?
  /// What the costs count.
  public var unit: CostUnit
  /// The measure.
  public var measure: AccessMeasure
  /// What is asked of the evenness of the result; nil for nothing.
  public var equity: EquityRequest?

  /// Asks a question.
  public init(
    costs: String, demand: String, supply: String?, unit: CostUnit, measure: AccessMeasure,
    equity: EquityRequest? = nil
  ) {
    self.costs = costs
    self.demand = demand
    self.supply = supply
    self.unit = unit
    self.measure = measure
    self.equity = equity
  }

  /// The access of every demand and the ratio of every supply.
  public struct Answer: Sendable {
    /// The ids of the demand, sorted bytewise.
    public var demandIDs: [String]
    /// The ids of the supply, sorted bytewise.
    public var supplyIDs: [String]
    /// The access and the ratios, in the order of the ids.
    public var result: FloatingCatchments
    /// The evenness, where it was asked for.
    public var equity: Equity?
  }

  /// Reads the files and computes.
  ///
  /// - Parameter note: takes findings that do not stop the work, the mass balance among them.
  /// - Throws: `WorkError` with every fault of a file; also where the mass balance fails.
  public func answer(note: (String) -> Void) throws -> Answer {
    let columns = [equity?.group, equity?.rank].compactMap { $0 }
    // As many decimals as doubles carry, since the measures are doubles in the end.
    let demand = try AmountTable(
      self.demand, amount: "demand", keeping: columns, maximumDecimals: 15)
    let supply = try self.supply.map {
      try AmountTable($0, amount: "supply", maximumDecimals: 15)
    }
    let table = try CostTableFile(costs, unit: unit, maximumDecimals: 15).read(
      demandIDs: demand.ids, supplyIDs: supply?.ids, note: note)
    let result = try measure.answer(
      table: table, demand: demand.doubles,
      supply: supply?.doubles ?? table.supplyIDs.map { _ in 1 }, note: note)
    return Answer(
      demandIDs: table.demandIDs, supplyIDs: table.supplyIDs, result: result,
      equity: try equity.map { try evenness($0, demand, result) })
  }

  private func evenness(
    _ asked: EquityRequest, _ demand: AmountTable, _ result: FloatingCatchments
  ) throws -> Equity {
    func missing(_ column: String) -> WorkError {
      WorkError(
        .notFound, operation: "read places", subject: self.demand,
        message: Bilingual("没有“\(column)”这一列", "there is no column “\(column)”"),
        remedy: Bilingual("检查列名", "check the name of the column"))
    }
    var question = EquityQuestion(
      values: result.access, people: demand.doubles, isCost: measure.method.isCost,
      bounds: asked.bounds, line: asked.line)
    if let group = asked.group {
      guard let texts = demand.texts(group) else { throw missing(group) }
      question.groups = texts
    }
    if let rank = asked.rank {
      guard let (numbers, decimals) = try demand.numbers(rank) else { throw missing(rank) }
      let divisor = Double(DecimalCell.powerOfTen(decimals))
      // Who has no rank is left out of everything, so that the measures are of the same people.
      question.rank = numbers.map { Double($0 ?? 0) / divisor }
      for (place, number) in numbers.enumerated() where number == nil {
        question.people[place] = 0
      }
    }
    return question.answer()
  }
}
