import Certificates
import Foundation
import LocationAllocation
import PlanningModel
import TravelTimes
import Workspace

extension SitingQuestion {
  /// Reads the files and solves.
  ///
  /// - Parameter note: takes findings that do not stop the work.
  /// - Throws: `WorkError` with every fault of a file, or when the search was stopped before it
  ///   found a choice.
  public func answer(note: (String) -> Void) throws -> SitingResult {
    if kind == .pDispersion { return try dispersion(note: note) }
    let tables = try SitingTables(self, note: note)
    guard let problem = kind.certified, unitMinimum == nil else {
      return try conditioned(tables, note: note)
    }
    var statement = tables.statement(problem)
    try setParameters(&statement, tables)
    if let unsoundness = statement.unsoundness { throw unsupported(unsoundness) }
    // Figures are taken from the costs as they were read, also where products need shorter ones.
    let exact = statement
    if problem == .pMedian {
      (statement.costs, statement.costDecimals) = tables.costsForProducts()
      guard Double(statement.costs.max() ?? 0) * Double(statement.demands.max() ?? 0) < 4e18 else {
        throw SitingTables.tooLarge(costs)
      }
    }
    var solver = SitingSolver()
    if let seconds { solver.effort = SearchEffort(seconds: seconds) }
    solver.alternatives = alternatives
    let answer = solver.solve(statement)
    guard answer.status != .unknown else { throw stopped() }
    return try result(answer, statement, exact: exact)
  }

  func setParameters(
    _ statement: inout SitingStatement, _ tables: SitingTables
  ) throws {
    if kind.needsLimit { statement.limit = limit.map { tables.costs.largestCost(within: $0) } }
    if kind.needsCount { statement.siteCount = siteCount }
    if kind.needsBudget {
      guard tables.candidates.hasPrices else {
        throw WorkError(
          .malformed, operation: "read places", subject: candidates,
          message: Bilingual("缺少 cost 列", "there is no column “cost”"),
          remedy: Bilingual("预算需要每个候选点的费用", "a budget needs the cost of every candidate"))
      }
      statement.budget = budget.map { $0.units(decimals: statement.priceDecimals) }
    }
    guard kind.needsShare, let share else { return }
    if kind == .partialCover {
      let total = statement.demands.reduce(0, +)
      statement.need = Int64(share.need(of: Int(total)))
    } else {
      try setUnits(&statement, tables, share)
    }
  }

  /// The units of the demand table, what makes each count, and how many have to.
  private func setUnits(
    _ statement: inout SitingStatement, _ tables: SitingTables, _ share: ExactDecimal
  ) throws {
    // Without the column every demand point is a unit of its own.
    let names = tables.demand.texts("unit") ?? tables.demand.ids
    let places = statement.setUnits(names)
    let totals = statement.demandOfUnit
    // A unit without people counts of itself; any other needs at least something covered.
    statement.unitNeeds = totals.map { total in
      Int64(total == 0 ? 0 : max(1, unitCountsFrom.need(of: total)))
    }
    statement.isUnitForced = statement.unitIDs.map { _ in false }
    for name in forcedUnits {
      guard let unit = places[name] else {
        throw WorkError(
          .notFound, operation: "site", subject: demand,
          message: Bilingual("没有单位“\(name)”", "there is no unit “\(name)”"),
          remedy: Bilingual("检查 unit 列的写法", "check it against the column unit"))
      }
      statement.isUnitForced[unit] = true
    }
    statement.need = Int64(share.need(of: statement.unitIDs.count))
  }

  func unsupported(_ detail: String) -> WorkError {
    WorkError(
      .unsupported, operation: "site", subject: costs,
      message: Bilingual("这一问题无法求解：\(detail)", "the problem cannot be solved: \(detail)"),
      remedy: Bilingual("检查参数和数值大小", "check the parameters and the size of the numbers"))
  }

  func stopped() -> WorkError {
    WorkError(
      .unsupported, operation: "site", subject: kind.rawValue,
      message: Bilingual(
        "到时限仍未找到可行方案", "the time was up before any choice was found"),
      remedy: Bilingual("延长 --seconds", "give it more --seconds"))
  }

  private func result(
    _ answer: SitingAnswer, _ statement: SitingStatement, exact: SitingStatement
  ) throws -> SitingResult {
    let status: SitingResult.Status =
      switch answer.status {
      case .optimal: .optimal
      case .feasible, .unknown: .feasible
      case .infeasible: .infeasible
      }
    let decimals = statement.objectiveDecimals
    let exactDecimals = exact.objectiveDecimals
    var result = SitingResult(
      kind: kind, status: status,
      proof: answer.isCertified ? .certified : status == .feasible ? .none : .solver,
      objective: answer.objective.map { ExactAmount($0, decimals: decimals) },
      bound: answer.bound.map { ExactAmount($0, decimals: decimals) },
      demandIDs: statement.demandIDs, candidateIDs: statement.candidateIDs,
      isFixed: statement.states.map { $0 == .fixed })
    result.selected = answer.selected
    result.alternatives = answer.alternatives
    result.areTiesComplete = answer.areTiesComplete ?? false
    result.uncoverable = answer.uncoverable
    result.assign(exact)
    if statement.costDecimals != exact.costDecimals, answer.status != .infeasible {
      let sum = result.assignments.reduce(Int128(0)) {
        $0 + $1.amount.units * ($1.cost?.units ?? 0)
      }
      result.objective = ExactAmount(sum, decimals: exact.objectiveDecimals)
      if status == .optimal { result.bound = result.objective }
    }
    let marginalDecimals =
      kind == .pMedian || kind == .pCentre ? exactDecimals : statement.demandDecimals
    result.marginal = SiteAssignments(exact, selected: answer.selected).marginal.map {
      .init(
        candidate: $0.site, value: $0.value.map { ExactAmount($0, decimals: marginalDecimals) })
    }
    if let proof = answer.proof, answer.isCertified {
      result.certificate = Certificate(
        statement: statement, proof: proof, sources: try sources())
    }
    return result
  }

  private func sources() throws -> [Certificate.Source] {
    try [("costs", costs), ("demand", demand), ("candidates", candidates)].map { role, path in
      .init(role: role, digest: try FileDigest.sha256(of: URL(filePath: path), name: path))
    }
  }
}

extension SitingStatement {
  /// Gives every demand point its unit; where each unit stands comes back.
  mutating func setUnits(_ names: [String]) -> [String: Int] {
    unitIDs = Set(names).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let places = Dictionary(uniqueKeysWithValues: unitIDs.enumerated().map { ($1, $0) })
    unitOfDemand = names.map { places[$0] ?? 0 }
    return places
  }

  /// The demand of each unit.
  var demandOfUnit: [Int] {
    var totals = unitIDs.map { _ in 0 }
    for (point, unit) in unitOfDemand.enumerated() { totals[unit] += Int(demands[point]) }
    return totals
  }

  /// How many decimals the objective has.
  var objectiveDecimals: Int {
    switch problem {
    case .lscp, .backup: 0
    case .mclp, .budget: demandDecimals
    case .pMedian: demandDecimals + costDecimals
    case .pCentre: costDecimals
    case .partialCover, .unitShare: priceDecimals
    }
  }
}

extension SitingResult {
  /// Gives every demand point to its nearest open site, ties by id, and adds up who is served.
  mutating func assign(_ statement: SitingStatement) {
    var isOpen = candidateIDs.map { _ in false }
    for site in selected { isOpen[site] = true }
    var covered: Int128 = 0
    var total: Int128 = 0
    for (point, nearest) in SiteAssignments(statement, selected: selected).nearest.enumerated() {
      let demand = Int128(statement.demands[point])
      total += demand
      if nearest != nil { covered += demand }
      let isReached = statement.pairs(ofDemand: point)
        .contains { isOpen[Int(statement.sites[$0])] }
      assignments.append(
        Assignment(
          demand: point, candidate: nearest?.site,
          cost: nearest.map { ExactAmount(Int128($0.cost), decimals: statement.costDecimals) },
          amount: ExactAmount(demand, decimals: statement.demandDecimals),
          service: nearest != nil ? .ok : isReached ? .tooFar : .unreachable))
    }
    coveredDemand = ExactAmount(covered, decimals: statement.demandDecimals)
    totalDemand = ExactAmount(total, decimals: statement.demandDecimals)
  }
}

extension ExactDecimal {
  /// ⌊this × 10^decimals⌋, at most what a statement can hold.
  func units(decimals: Int) -> Int64 {
    var scaled = Int128(numerator)
    for _ in 0..<decimals { scaled *= 10 }
    return Int64(min(scaled / Int128(denominator), Int128(Int64.max / 4)))
  }
}
