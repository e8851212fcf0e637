public import Coverage
import Importing
public import PlanningModel
public import TravelTimes

/// Catchments from tables of costs, demand and supply, without a workspace.
public struct CatchmentsQuestion: Sendable {
  /// The costs: `from,to,seconds` or `demand,supply,cost`.
  public var costs: String
  /// The demand: `id,demand`, whole persons.
  public var demand: String
  /// The supply: `id,supply[,pool]`; supplies of one pool share its capacity.
  public var supply: String
  /// What the costs count.
  public var unit: CostUnit
  /// `nearest`, `capacity` or `huff`.
  public var rule: CatchmentRule
  /// The limit, in the unit of the costs; nil for none.
  public var limit: ExactDecimal?
  /// The power of the attraction in the Huff model.
  public var attractionPower: Double
  /// The power of the distance in the Huff model.
  public var decayPower: Double

  /// Asks a question, with the powers of the literature.
  public init(
    costs: String, demand: String, supply: String, unit: CostUnit, rule: CatchmentRule,
    limit: ExactDecimal?
  ) {
    self.costs = costs
    self.demand = demand
    self.supply = supply
    self.unit = unit
    self.rule = rule
    self.limit = limit
    attractionPower = 1
    decayPower = 2
  }

  /// Who goes where, with what it was computed from.
  public struct Answer: Sendable {
    /// The table and the persons.
    public var input: CatchmentInput
    /// The assignment.
    public var catchments: Catchments
    /// What each supply offers; nil for the rule `nearest`.
    public var capacities: SupplyCapacities?
    /// What it adds up to.
    public var conservation: Conservation
  }

  /// Reads the files and assigns.
  ///
  /// - Parameter note: takes findings that do not stop the work.
  /// - Throws: `WorkError` with every fault of a file; persons that are not whole are faults.
  public func answer(note: (String) -> Void) throws -> Answer {
    let demand = try AmountTable(self.demand, amount: "demand")
    let persons = try demand.wholePersons("demand")
    let supply = try AmountTable(
      self.supply, amount: rule == .nearest ? nil : "supply", keeping: ["pool"])
    let table = try CostTableFile(costs, unit: unit).read(
      demandIDs: demand.ids, supplyIDs: supply.ids, note: note)
    let input = CatchmentInput(
      table: table, persons: persons, limit: limit.map { table.largestCost(within: $0) })
    switch rule {
    case .nearest, .administrative:
      guard rule == .nearest else {
        throw WorkError(
          .unsupported, operation: "assign", subject: rule.rawValue,
          message: Bilingual("该规则需要工作区中的乡镇", "this rule needs the townships of a workspace"),
          remedy: Bilingual(
            "改用 nearest、capacity 或 huff", "take nearest, capacity or huff"))
      }
      return try answer(input, input.nearest(), nil, bounded: false)
    case .capacity:
      let capacities = try capacities(supply)
      return try answer(input, try input.capacity(capacities), capacities, bounded: true)
    case .huff:
      let model = HuffModel(
        attraction: supply.doubles, attractionPower: attractionPower, decayPower: decayPower)
      return try answer(input, input.huff(model), nil, bounded: false)
    }
  }

  private func answer(
    _ input: CatchmentInput, _ catchments: Catchments, _ capacities: SupplyCapacities?,
    bounded: Bool
  ) throws -> Answer {
    Answer(
      input: input, catchments: catchments, capacities: capacities,
      conservation: try Conservation(
        catchments, of: input, capacities: bounded ? capacities : nil))
  }

  /// Capacities of their own, or shared by the supplies that name the same pool.
  private func capacities(_ supply: AmountTable) throws -> SupplyCapacities {
    let persons = try supply.wholePersons("supply")
    var capacities = SupplyCapacities(own: persons)
    guard let pools = supply.texts("pool") else { return capacities }
    var firsts: [String: Int] = [:]
    var faults: [InputFault] = []
    for (index, pool) in pools.enumerated() where !pool.isEmpty {
      capacities.own[index] = nil
      if let first = firsts[pool] {
        let number = capacities.poolOfSupply[first] ?? 0
        capacities.poolOfSupply[index] = number
        let shared = capacities.pools[number].persons
        guard shared != persons[index] else { continue }
        faults.append(
          InputFault(
            check: "supply.pool_differs", severity: .blocking, file: supply.file,
            row: supply.rows[index], column: "supply", value: String(persons[index]),
            rule: Bilingual(
              "与 \(supply.ids[first]) 共用“\(pool)”，后者写 \(shared)",
              "it shares “\(pool)” with \(supply.ids[first]), which says \(shared)"),
            remedy: Bilingual("共用的容量每行写同一数", "give the shared number in each row")))
      } else {
        firsts[pool] = index
        capacities.poolOfSupply[index] = capacities.pools.count
        capacities.pools.append(.init(id: pool, persons: persons[index]))
      }
    }
    guard faults.isEmpty else {
      throw PlainTableReader.blocked(faults, file: supply.file, operation: "read places")
    }
    return capacities
  }
}

extension AmountTable {
  /// The amounts as whole persons.
  ///
  /// - Throws: `WorkError` with a fault for every amount that is not whole.
  func wholePersons(_ column: String) throws -> [Int] {
    let scale = DecimalCell.powerOfTen(decimals)
    var faults: [InputFault] = []
    let persons = amounts.enumerated().map { index, amount in
      if amount % scale != 0 {
        faults.append(
          InputFault(
            check: "persons.not_whole", severity: .blocking, file: file, row: rows[index],
            column: column, value: "\(Double(amount) / Double(scale))",
            rule: Bilingual("应为整数，按人分配", "persons are assigned one by one"),
            remedy: Bilingual(
              "先取整，可用最大余数法保持合计", "round first, for example by largest remainders")))
      }
      return Int(amount / scale)
    }
    guard faults.isEmpty else {
      throw PlainTableReader.blocked(faults, file: file, operation: "read places")
    }
    return persons
  }
}
