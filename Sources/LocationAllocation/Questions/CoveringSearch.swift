import Certificates

/// Solves a covering problem of a statement.
struct CoveringSearch {
  let statement: SitingStatement
  /// The largest cost that covers.
  let limit: Int64
  /// How many times what is solved is a part of a part.
  private let level: Int

  init(_ statement: SitingStatement, limit: Int64, level: Int = 0) {
    self.statement = statement
    self.limit = limit
    self.level = level
  }

  private typealias Tree = BranchAndBound<CoveringRelaxation, CoveringIncumbents>

  /// Searches for the best choice and proves it; or for all choices with a given objective.
  func run(effort: SearchEffort, ties: (objective: Int128, atMost: Int)? = nil) -> SearchOutcome {
    var states = statement.initialStates
    let all = rows(leftOut: states.state.map { $0 == .closed })
    var relaxation = CoveringRelaxation(rows: all, side: SideConditions(statement))
    let unreduced = states
    var reductions: [SitingProof.Reduction] = []
    // Sites that others can stand for are part of ties.
    if ties == nil, let reduced = relaxation.reduced(states) {
      (relaxation, reductions) = reduced
      for case .site(let site, _) in reductions { states.decide(site, .closed) }
    }
    let rows = relaxation.rows
    let incumbents = CoveringIncumbents(statement, limit: limit, rows: rows)
    var starter = incumbents
    let start = ties == nil ? starter.improved(from: [], terms: [], states: states) : nil
    let (granularity, ceiling) = measures()
    if ties == nil, suitsCoverTree(rows) {
      var tree = CoverTree(
        relaxation, siteCount: statement.problem == .pCentre ? statement.siteCount : nil,
        ceiling: Int(ceiling), effort: effort, incumbents: incumbents, states: unreduced,
        start: start)
      tree.partSolver = partSolver
      if !reductions.isEmpty { tree.leaveOut(reductions) }
      let program = CoverProgram(rows, states: states)
      tree.explore(relaxation, program)
      return tree.outcome
    }
    let value = ties?.objective ?? start.flatMap { incumbents.objective(of: $0) } ?? ceiling
    let pointCount = statement.demands.count + statement.unitIDs.count
    let rules = Tree.Rules(
      siteCount: statement.siteCount, granularity: granularity, ceiling: ceiling,
      isCountPriced: statement.problem == .pCentre,
      scale: scale(value, granularity, pointCount), effort: effort, ties: ties)
    var tree = Tree(
      rules: rules, incumbents: incumbents, states: unreduced, start: start,
      multiplierCount: pointCount)
    tree.partSolver = partSolver
    if !reductions.isEmpty { tree.leaveOut(reductions) }
    tree.explore(
      relaxation, multipliers: startingMultipliers(relaxation, start, value), steps: 300)
    return tree.outcome
  }

  /// Solves some points apart; nil where parts do not add up, or are too deep.
  private var partSolver: PartSolver? {
    guard statement.problem == .lscp, level < SitingProof.deepestParts else { return nil }
    return { points, states, effort in
      let part = statement.part(points: points, free: sites(of: points, states))
      return CoveringSearch(part, limit: limit, level: level + 1).run(effort: effort)
    }
  }

  /// Whether a dense program of what is left is of a size to work with.
  private func suitsCoverTree(_ rows: CoveringRows) -> Bool {
    guard statement.problem == .lscp || statement.problem == .pCentre else { return false }
    let sites = Set(rows.sites).count
    return rows.isLeftOut.count { !$0 } * sites <= 4_000_000
  }

  /// The free sites that cover any of some points.
  private func sites(of points: [Int], _ states: SiteStates) -> [Int] {
    var isWanted = statement.states.map { _ in false }
    for point in points {
      for pair in statement.pairs(ofDemand: point) where statement.costs[pair] <= limit {
        let site = Int(statement.sites[pair])
        isWanted[site] = states[site] == .free
      }
    }
    return isWanted.indices.filter { isWanted[$0] }
  }

  private func rows(leftOut: [Bool]) -> CoveringRows {
    let isWeighted =
      switch statement.problem {
      case .mclp, .budget, .partialCover, .unitShare: true
      case .lscp, .pMedian, .pCentre, .backup: false
      }
    return CoveringRows(
      statement, limit: limit, isSiteLeftOut: leftOut,
      weight: { isWeighted ? Double(statement.demands[$0]) : 1 }, isMerged: true)
  }

  private func scale(_ value: Int128, _ granularity: Int128, _ count: Int) -> Int64 {
    var scale = WholeMultiples.scale(
      objective: value, granularity: granularity, multiplierCount: count)
    // Multipliers per unit of demand are small numbers where the objective is a price.
    if statement.problem == .partialCover || statement.problem == .unitShare {
      let total = statement.demands.reduce(0.0) { $0 + Double($1) }
      while Double(scale) < total * 1e4, scale < 1 << 40 { scale *= 2 }
    }
    if statement.problem == .budget {
      while Double(scale) < Double(statement.budget ?? 0) * 1e2, scale < 1 << 40 { scale *= 2 }
    }
    return scale
  }

  private func measures() -> (granularity: Int128, ceiling: Int128) {
    let total = statement.demands.reduce(Int128(0)) { $0 + Int128($1) }
    switch statement.problem {
    case .lscp: return (1, Int128(statement.candidateIDs.count))
    case .pMedian, .pCentre: return (1, Int128(statement.siteCount ?? 0))
    case .backup: return (1, Int128(statement.demands.count))
    case .mclp, .budget:
      return (Int128(max(1, statement.demands.reduce(0, Divisors.greatest))), total)
    case .partialCover, .unitShare:
      return (
        Int128(max(1, statement.prices.reduce(0, Divisors.greatest))),
        statement.prices.reduce(Int128(0)) { $0 + Int128($1) }
      )
    }
  }

  private func startingMultipliers(
    _ relaxation: CoveringRelaxation, _ start: [Int]?, _ value: Int128
  ) -> [Double] {
    let rows = relaxation.rows
    var multipliers = Array(repeating: 0.0, count: relaxation.multiplierCount)
    switch statement.problem {
    case .mclp, .budget:
      // What no site covers is lost anyway; often there is nothing else to show.
      for row in 0..<rows.count
      where rows.starts[row] == rows.starts[row + 1] && !rows.isLeftOut[row] {
        multipliers[row] = rows.weights[row]
      }
      if Double(value) <= multipliers.reduce(0, +) { return multipliers }
      var isOpen = Array(repeating: false, count: rows.siteCount)
      for site in start ?? [] { isOpen[site] = true }
      for row in 0..<rows.count {
        var times = 0
        for pair in rows.starts[row]..<rows.starts[row + 1] where isOpen[Int(rows.sites[pair])] {
          times += 1
        }
        multipliers[row] = rows.weights[row] / Double(times + 1)
      }
    case .lscp, .pCentre, .pMedian, .backup:
      var sizes = Array(repeating: 0.0, count: rows.siteCount)
      for site in rows.sites { sizes[Int(site)] += 1 }
      for row in 0..<rows.count {
        let sites = rows.sites[rows.starts[row]..<rows.starts[row + 1]]
        let size = sites.map { sizes[Int($0)] }.max() ?? 1
        multipliers[row] = (statement.problem == .backup ? rows.weights[row] : 1) / size
      }
    case .partialCover, .unitShare: break
    }
    return multipliers
  }
}

extension SitingStatement {
  /// Fixed sites open, forbidden ones closed.
  var initialStates: SiteStates {
    var result = SiteStates(count: candidateIDs.count)
    for (site, state) in states.enumerated() {
      switch state {
      case .fixed: result.decide(site, .open)
      case .forbidden: result.decide(site, .closed)
      case .free: break
      }
    }
    return result
  }
}
