import Certificates
import LocationAllocation
import PlanningModel
import TravelTimes

extension SitingQuestion {
  /// Solves a problem with conditions that no certificate is written for.
  func conditioned(_ tables: SitingTables, note: (String) -> Void) throws -> SitingResult {
    var (statement, conditions) = try put(tables, note: note)
    if kind == .lexicographic, !(try addLargestCost(tables, &statement, &conditions)) {
      return result(.infeasible, statement, conditions)
    }
    var solver = ConditionedSolver()
    solver.seconds = seconds
    solver.alternatives = alternatives
    let answer = solver.solve(statement, conditions)
    guard answer.status != .unknown else { throw stopped() }
    return result(answer, statement, conditions)
  }

  private func put(
    _ tables: SitingTables, note: (String) -> Void
  ) throws -> (SitingStatement, SitingConditions) {
    let problem: SitingProblem =
      switch kind {
      case .capacitatedLSCP: .lscp
      case .capacitatedPMedian: .pMedian
      case .hierarchical, .joint: .partialCover
      case .budget: .budget
      default: .mclp
      }
    var statement = tables.statement(problem)
    var conditions = SitingConditions()
    switch kind {
    case .hierarchical: try addLevels(tables, &conditions, note: note)
    case .joint: try addServices(tables, &conditions)
    default:
      try setParameters(&statement, tables)
      statement.limit = limit.map { tables.costs.largestCost(within: $0) }
    }
    if kind.hasCapacities {
      conditions.capacities = try tables.candidates.capacities(decimals: tables.demandDecimals)
      conditions.isWhole = isWhole
    }
    if let unitMinimum {
      guard let names = tables.demand.texts("unit") else {
        throw WorkError(
          .malformed, operation: "read places", subject: demand,
          message: Bilingual("缺少 unit 列", "there is no column “unit”"),
          remedy: Bilingual("写明各需求点的单位", "give the unit of every demand point"))
      }
      _ = statement.setUnits(names)
      conditions.unitMinimums = statement.demandOfUnit.map { Int64(unitMinimum.need(of: $0)) }
    }
    return (statement, conditions)
  }

  /// The least largest cost of any point, as a condition; false when there is none.
  private func addLargestCost(
    _ tables: SitingTables, _ statement: inout SitingStatement,
    _ conditions: inout SitingConditions
  ) throws -> Bool {
    var centre = tables.statement(.pCentre)
    centre.siteCount = siteCount
    var solver = SitingSolver()
    if let seconds { solver.effort = SearchEffort(seconds: seconds) }
    let answer = solver.solve(centre)
    guard answer.status != .unknown, answer.status != .feasible else { throw stopped() }
    guard let largest = answer.objective else { return false }
    conditions.atLeastOne = centre.demands.indices.map { point in
      centre.pairs(ofDemand: point).filter { Int128(centre.costs[$0]) <= largest }
        .map { Int(centre.sites[$0]) }
    }
    return true
  }

  /// Every point near a site of the lowest level, every site near one of the next.
  private func addLevels(
    _ tables: SitingTables, _ conditions: inout SitingConditions, note: (String) -> Void
  ) throws {
    guard let between else { throw unsupported("--between") }
    let services = try tables.candidates.needed("service")
    try expect(services, among: levels, tables)
    conditions.atLeastOne = near(tables, services, levels[0])
    let table = try CostTableFile(between, unit: unit, isBetweenCandidates: true).read(
      demandIDs: tables.candidates.ids, supplyIDs: tables.candidates.ids, note: note)
    for (lower, upper) in zip(levels, levels.dropFirst()) {
      let most = limits[upper].map { table.largestCost(within: $0) } ?? .max
      for site in services.indices where services[site] == lower {
        let parents = table.entries(ofDemand: site)
          .filter { table.costs[$0] <= most && services[Int(table.supplies[$0])] == upper }
          .map { Int(table.supplies[$0]) }
        conditions.links.append(.init(site: site, parents: parents))
      }
    }
  }

  /// Every point near a site of every service; buildings with their own prices.
  private func addServices(
    _ tables: SitingTables, _ conditions: inout SitingConditions
  ) throws {
    let services = try tables.candidates.needed("service")
    let all = Set(services).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    if !limits.isEmpty { try expect(all, among: Array(limits.keys), tables) }
    for service in all { conditions.atLeastOne += near(tables, services, service) }
    guard let names = tables.candidates.table.texts("building") else { return }
    let (values, decimals) = try tables.candidates.table.numbers("building_cost") ?? ([], 0)
    var price: [String: Int128] = [:]
    for (site, name) in names.enumerated() where !name.isEmpty && site < values.count {
      var units = Int128(values[site] ?? 0)
      for _ in 0..<tables.candidates.priceDecimals { units *= 10 }
      let scale = Int128(DecimalCell.powerOfTen(decimals))
      guard units % scale == 0 else {
        throw unsupported("building_cost has more decimals than cost")
      }
      units /= scale
      if let other = price[name], other != units {
        throw unsupported("building \(name) has two prices")
      }
      price[name] = units
    }
    for (name, price) in price.sorted(by: { $0.key < $1.key }) {
      conditions.buildings.append(
        .init(
          price: Int64(min(price, 1 << 50)), sites: names.indices.filter { names[$0] == name }))
    }
  }

  private func expect(_ found: [String], among known: [String], _ tables: SitingTables) throws {
    if let other = found.first(where: { !known.contains($0) }) {
      throw WorkError(
        .notFound, operation: "site", subject: candidates,
        message: Bilingual(
          "service 列的“\(other)”没有上限或层级", "“\(other)” of the column service has no level or limit"),
        remedy: Bilingual(
          "在 --levels 或 --within 中写明", "name it in --levels or --within"))
    }
  }

  /// The candidates of a service within its limit of each point.
  private func near(_ tables: SitingTables, _ services: [String], _ service: String) -> [[Int]] {
    let table = tables.costs
    let most = (limits[service] ?? limit).map { table.largestCost(within: $0) } ?? .max
    return table.demandIDs.indices.map { point in
      table.entries(ofDemand: point)
        .filter { table.costs[$0] <= most && services[Int(table.supplies[$0])] == service }
        .map { Int(table.supplies[$0]) }
    }
  }
}
