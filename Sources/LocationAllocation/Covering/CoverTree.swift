import Certificates

/// Branching on sites over the linear relaxation of a cover with rounded cuts, depth first, with
/// the proof written down: for the fewest sites, or whether a given number can do.
struct CoverTree {
  /// How many sites may open; nil for as few as can be.
  let siteCount: Int?
  /// What no cover of interest exceeds when none is known.
  let ceiling: Int
  let effort: SearchEffort
  /// The conditions at the root; cuts are rounded from them.
  let rows: CoveringRows
  let pointOfRow: [Int]
  /// Solves a part of what is left with the sites that are free.
  var partSolver: PartSolver?

  var incumbents: CoveringIncumbents
  var best: (open: [Int], objective: Int128)?
  var proof: SitingProof
  var nodeCount = 0
  var isStopped = false
  var openBound = Double.infinity
  var states: SiteStates
  var pool: [RoundedCut] = []

  /// Every number of the proof is multiplied by it; with this one rounding costs no bound anything
  /// that matters.
  static let scale: Int64 = 1 << 24

  init(
    _ relaxation: CoveringRelaxation, siteCount: Int?, ceiling: Int, effort: SearchEffort,
    incumbents: CoveringIncumbents, states: SiteStates, start: [Int]?
  ) {
    self.siteCount = siteCount
    self.ceiling = ceiling
    self.effort = effort
    self.incumbents = incumbents
    self.states = states
    rows = relaxation.rows
    var pointOfRow = Array(repeating: -1, count: relaxation.rows.count)
    for (point, row) in relaxation.rows.rowOfPoint.enumerated() where pointOfRow[row] < 0 {
      pointOfRow[row] = point
    }
    self.pointOfRow = pointOfRow
    proof = SitingProof(isInfeasible: false, selected: [], objective: 0, scale: Self.scale)
    if let start { offer(start) }
  }

  /// The most sites a cover of interest has.
  var limit: Int {
    if siteCount != nil { return ceiling }
    return best.map { Int($0.objective) - 1 } ?? ceiling
  }

  /// Whether one cover is all that was asked for, and is known.
  private var isAnswered: Bool { siteCount != nil && best != nil }

  mutating func offer(_ open: [Int]) {
    guard siteCount.map({ open.count <= $0 }) ?? true,
      let objective = incumbents.objective(of: open)
    else { return }
    if best == nil || objective < best?.objective ?? 0 { best = (open, objective) }
  }

  /// Searches everything below the present states.
  ///
  /// - Parameter least: what every cover there has at least.
  mutating func explore(
    _ relaxation: CoveringRelaxation, _ program: CoverProgram, least: Double = 0, depth: Int = 0
  ) {
    nodeCount += 1
    let mark = states.mark
    var (relaxation, program) = (relaxation, program)
    var rounds = 0
    var values: [Double] = []
    var value = least
    while !isAnswered, !hasFollowed(&relaxation) {
      if effort.isSpent(nodes: nodeCount) {
        isStopped = true
        openBound = min(openBound, value)
        break
      }
      update(&program, relaxation)
      let bound = solve(&program)
      value = max(value, Double(bound.total) / Double(Self.scale))
      if bound.total > Int64(limit) * Self.scale {
        proof.nodes.append(.bound(multipliers: keep(bound), sitePrice: sitePrice))
        break
      }
      if rounds % 10 == 0, depth == 0 || nodeCount % 16 == 0 { improve(program) }
      if fix(bound) { continue }
      if bound.total > Int64(limit) * Self.scale { continue }
      // Parts are worth more than cuts before any branching; further down they mostly close.
      if depth == 0, rounds == 0, solveParts(relaxation, value) { break }
      let known = pool.count
      if rounds < (depth == 0 ? 40 : 2), !hasStalled(values) {
        values.append(program.value)
        addCuts(&program)
        rounds += 1
        if pool.count > known { continue }
      }
      if solveParts(relaxation, value) { break }
      guard let site = probe(program) else { continue }
      branch(on: site, relaxation, program, value, depth: depth)
      break
    }
    states.undo(to: mark)
  }

  /// Whether the last rounds of cuts brought little.
  private func hasStalled(_ values: [Double]) -> Bool {
    values.count > 4 && values[values.count - 1] - values[values.count - 4] < 0.1
  }

  /// What follows without any bound; true when the node is closed.
  private mutating func hasFollowed(_ relaxation: inout CoveringRelaxation) -> Bool {
    while true {
      let isFull = siteCount.map { states.openCount >= $0 } ?? false
      if isFull || states.freeCount == 0 {
        offer(states.open)
        proof.nodes.append(.complete)
        return true
      }
      if let (smaller, reductions) = relaxation.reduced(states) {
        leaveOut(reductions)
        relaxation = smaller
        continue
      }
      guard let consequence = relaxation.consequence(states) else { return false }
      var vector = emptyVector
      switch consequence {
      case .impossible(let row):
        vector[pointOfRow[row]] = Int64(limit + 2) * 2 * Self.scale
        proof.nodes.append(.bound(multipliers: keep(vector), sitePrice: 0))
        return true
      case .needed(let site, let row):
        vector[pointOfRow[row]] = Int64(limit + 2) * 2 * Self.scale
        proof.nodes.append(
          .fix(multipliers: keep(vector), sitePrice: 0, open: [site], closed: []))
        states.decide(site, .open)
      }
    }
  }

  mutating func leaveOut(_ reductions: [SitingProof.Reduction]) {
    proof.nodes.append(.reduce(reductions))
    for case .site(let site, _) in reductions { states.decide(site, .closed) }
  }

  /// Closes the sites that are too dear; true when there are any.
  private mutating func fix(_ bound: CoverBound) -> Bool {
    let gap = Int64(limit) * Self.scale - bound.total
    let closed = states.free.filter { bound.terms[$0] > gap }
    guard !closed.isEmpty else { return false }
    proof.nodes.append(
      .fix(multipliers: keep(bound), sitePrice: sitePrice, open: [], closed: closed))
    for site in closed { states.decide(site, .closed) }
    return true
  }

  private mutating func improve(_ program: CoverProgram) {
    let shares = program.shares(count: rows.siteCount)
    let chosen = shares.indices.filter { shares[$0] > 0.5 && states[$0] != .closed }
    if let open = incumbents.improved(from: chosen, terms: [], states: states) { offer(open) }
  }

  private mutating func branch(
    on site: Int, _ relaxation: CoveringRelaxation, _ program: CoverProgram, _ value: Double,
    depth: Int
  ) {
    proof.nodes.append(.branch(site: site))
    for state in [SiteStates.State.open, .closed] {
      if isStopped || effort.isSpent(nodes: nodeCount) {
        isStopped = true
        openBound = min(openBound, value)
        continue
      }
      let mark = states.mark
      states.decide(site, state)
      explore(relaxation, program, least: value, depth: depth + 1)
      states.undo(to: mark)
      if isAnswered { return }
    }
  }

  /// What was found so far, with the cuts that the proof refers to.
  var outcome: SearchOutcome {
    SearchOutcome(
      best: best, openBound: openBound, isComplete: !isStopped, proof: provenWithCuts,
      nodeCount: nodeCount, found: [])
  }
}
