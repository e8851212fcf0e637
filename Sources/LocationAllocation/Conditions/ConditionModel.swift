import Certificates

/// A location problem with further conditions as an integer program.
///
/// Amounts are in the unit of the demands: a column for each pair says how much of a point's
/// demand goes to a site, where that matters; else one for each point how much of it is covered.
struct ConditionModel {
  let statement: SitingStatement
  let conditions: SitingConditions
  private(set) var program = IntegerProgram()
  /// The column of each site.
  private(set) var sites: [Int] = []
  /// The column of each pair of the statement that may serve; −1 for others.
  private(set) var pairs: [Int] = []
  /// The demand that a column of a pair stands for when it is 1.
  private var pairUnit: [Double] = []

  /// Numbers are divided by these powers of ten, so that a solver's tolerances suit them.
  private let demandScale: Double
  private let costScale: Double
  private let priceScale: Double

  init(_ statement: SitingStatement, _ conditions: SitingConditions) {
    self.statement = statement
    self.conditions = conditions
    demandScale = Self.power(statement.demandDecimals)
    costScale = Self.power(statement.costDecimals)
    priceScale = Self.power(statement.priceDecimals)
    program.isMaximised = statement.problem.isMaximised
    addSites()
    addServing()
    addConditions()
  }

  private static func power(_ decimals: Int) -> Double {
    (0..<decimals).reduce(1) { power, _ in power * 10 }
  }

  private func mayServe(_ pair: Int) -> Bool {
    statement.costs[pair] <= statement.limit ?? .max
      && statement.states[Int(statement.sites[pair])] != .forbidden
  }

  private mutating func addSites() {
    let isPriced = statement.problem == .partialCover || statement.problem == .budget
    for (site, state) in statement.states.enumerated() {
      var column = IntegerProgram.Column(isWhole: true)
      if state == .fixed { column.lower = 1 }
      if state == .forbidden { column.upper = 0 }
      switch statement.problem {
      case .lscp: column.cost = 1
      case .partialCover: column.cost = Double(statement.prices[site]) / priceScale
      default: break
      }
      sites.append(program.add(column))
    }
    if let count = statement.siteCount {
      program.require(
        sites.map { ($0, 1) }, atLeast: Double(count), atMost: Double(count))
    }
    if isPriced, let budget = statement.budget {
      program.require(
        sites.enumerated().map { ($1, Double(statement.prices[$0]) / priceScale) },
        atMost: Double(budget) / priceScale)
    }
    for building in conditions.buildings {
      let column = program.add(.init(cost: Double(building.price) / priceScale))
      for site in building.sites {
        program.require([(column, 1), (sites[site], -1)], atLeast: 0)
      }
    }
  }

  private mutating func addServing() {
    pairs = Array(repeating: -1, count: statement.sites.count)
    pairUnit = Array(repeating: 0, count: statement.sites.count)
    if conditions.capacities != nil || statement.problem == .pMedian {
      addAssignments()
    } else if statement.problem == .mclp || statement.problem == .budget
      || !conditions.unitMinimums.isEmpty || statement.need ?? 0 > 0
    {
      addCoverage()
    }
  }

  /// How much of each point's demand goes where.
  private mutating func addAssignments() {
    let isPartial = statement.problem == .mclp || statement.problem == .budget
    var loads: [[(column: Int, weight: Double)]] = sites.map { _ in [] }
    var ofUnit: [[(column: Int, weight: Double)]] = conditions.unitMinimums.map { _ in [] }
    for point in statement.demands.indices {
      let demand = Double(statement.demands[point]) / demandScale
      var served: [(column: Int, weight: Double)] = []
      for pair in statement.pairs(ofDemand: point) where mayServe(pair) && demand > 0 {
        let site = Int(statement.sites[pair])
        // A whole point goes by shares of 0 or 1, a divided one by amounts.
        let unit = conditions.isWhole ? demand : 1
        var column = IntegerProgram.Column(
          upper: demand / unit, isWhole: conditions.isWhole)
        if statement.problem == .pMedian {
          column.cost = Double(statement.costs[pair]) / costScale * unit
        } else if isPartial {
          column.cost = unit
        }
        let number = program.add(column)
        pairs[pair] = number
        pairUnit[pair] = unit
        served.append((number, unit))
        program.require([(number, 1), (sites[site], -demand / unit)], atMost: 0)
        loads[site].append((number, unit))
        if !ofUnit.isEmpty { ofUnit[statement.unitOfDemand[point]].append((number, unit)) }
      }
      if demand > 0 {
        program.require(served, atLeast: isPartial ? 0 : demand, atMost: demand)
      }
    }
    if let capacities = conditions.capacities {
      for (site, load) in loads.enumerated() where !load.isEmpty {
        program.require(
          load + [(sites[site], -Double(capacities[site]) / demandScale)], atMost: 0)
      }
    }
    for (unit, amounts) in ofUnit.enumerated() where conditions.unitMinimums[unit] > 0 {
      program.require(amounts, atLeast: Double(conditions.unitMinimums[unit]) / demandScale)
    }
  }

  /// Which points are covered, by points of the same sites and unit together.
  private mutating func addCoverage() {
    let isCounted = statement.problem == .mclp || statement.problem == .budget
    var ofUnit: [[(column: Int, weight: Double)]] = conditions.unitMinimums.map { _ in [] }
    var all: [(column: Int, weight: Double)] = []
    for point in statement.demands.indices where statement.demands[point] > 0 {
      let demand = Double(statement.demands[point]) / demandScale
      let covering = statement.pairs(ofDemand: point).filter { mayServe($0) }
      guard !covering.isEmpty else { continue }
      let number = program.add(.init(cost: isCounted ? demand : 0))
      program.require(
        covering.map { (sites[Int(statement.sites[$0])], 1) } + [(number, -1)], atLeast: 0)
      all.append((number, demand))
      if !ofUnit.isEmpty { ofUnit[statement.unitOfDemand[point]].append((number, demand)) }
    }
    if statement.problem == .partialCover, let need = statement.need, need > 0 {
      program.require(all, atLeast: Double(need) / demandScale)
    }
    for (unit, amounts) in ofUnit.enumerated() where conditions.unitMinimums[unit] > 0 {
      program.require(amounts, atLeast: Double(conditions.unitMinimums[unit]) / demandScale)
    }
  }

  private mutating func addConditions() {
    var sets = conditions.atLeastOne
    // Where every point is served, one without people needs an open site in reach as well.
    if statement.problem == .lscp || statement.problem == .pMedian {
      for point in statement.demands.indices
      where statement.demands[point] == 0 || statement.problem == .lscp {
        sets.append(
          statement.pairs(ofDemand: point).filter { mayServe($0) }
            .map { Int(statement.sites[$0]) })
      }
    }
    for set in sets { program.require(set.map { (sites[$0], 1) }, atLeast: 1) }
    for link in conditions.links {
      program.require(
        [(sites[link.site], -1)] + link.parents.map { (sites[$0], 1) }, atLeast: 0)
    }
  }

  /// The program with the sites decided, for its amounts alone.
  func allotting(to open: [Int]) -> IntegerProgram {
    var fixed = program
    let isOpen = Set(open)
    for (site, column) in sites.enumerated() {
      fixed.fix(column, to: isOpen.contains(site) ? 1 : 0)
    }
    if !conditions.isWhole { fixed.relax() }
    return fixed
  }

  /// Keeps a choice from being found again.
  mutating func exclude(_ open: [Int]) {
    let isOpen = Set(open)
    program.require(
      sites.enumerated().map { ($1, isOpen.contains($0) ? -1 : 1) },
      atLeast: 1 - Double(open.count))
  }

  /// The open sites of a solution, ascending.
  func open(_ values: [Double]) -> [Int] {
    sites.indices.filter { values[sites[$0]] > 0.5 }
  }

  /// The amount of each pair in the unit of the demands; nil when one is not whole.
  func amounts(_ values: [Double]) -> [Int64]? {
    var amounts = Array(repeating: Int64(0), count: pairs.count)
    for (pair, column) in pairs.enumerated() where column >= 0 {
      let amount = values[column] * pairUnit[pair] * demandScale
      let whole = amount.rounded()
      guard abs(amount - whole) < 1e-3 else { return nil }
      amounts[pair] = Int64(whole)
    }
    return amounts
  }
}
