import Certificates

/// Branching on sites over a Lagrangian relaxation, depth first, with the proof written down.
struct BranchAndBound<R: Relaxation, I: Incumbents> {
  /// What stays the same during a search.
  struct Rules {
    /// How many sites are open; nil for any number.
    var siteCount: Int?
    /// Objectives differ by multiples of this.
    var granularity: Int128
    /// An objective no feasible choice exceeds: what bounds are compared with while none is known.
    var ceiling: Int128
    /// Whether each site costs 1 and ``ceiling`` is ``siteCount``, instead of choosing so many.
    var isCountPriced = false
    /// Every number of the proof is multiplied by it.
    var scale: Int64
    /// What the search may cost.
    var effort: SearchEffort
    /// Nil to look for one best choice; else all with exactly this objective, in the order of
    /// their ids, until this many are found.
    var ties: (objective: Int128, atMost: Int)?
  }

  let rules: Rules
  var incumbents: I
  private(set) var best: (open: [Int], objective: Int128)?
  var proof: SitingProof
  var nodeCount = 0
  var isStopped = false
  /// No feasible choice that was not examined is below it.
  var openBound = Double.infinity
  /// The choices with the objective asked for.
  private(set) var found: [[Int]] = []

  var states: SiteStates
  /// Solves a part of what is left with the sites that are free; nil where parts do not add up.
  var partSolver: PartSolver?
  private let slack: Double
  /// Whether the best multipliers are worth what they cost; nil before they were tried.
  private var isLeaping: Bool?

  init(rules: Rules, incumbents: I, states: SiteStates, start: [Int]?, multiplierCount: Int) {
    self.rules = rules
    self.incumbents = incumbents
    self.states = states
    proof = SitingProof(isInfeasible: false, selected: [], objective: 0, scale: rules.scale)
    // Rounding the multipliers to whole numbers costs a bound at most one unit for each.
    slack = 4 * Double(multiplierCount + 1) / Double(rules.scale)
    if let start, rules.ties == nil { offer(start) }
  }

  /// A node whose bound is above it holds nothing of interest.
  var goal: Double {
    let limit: Double
    if let ties = rules.ties {
      limit = Double(rules.isCountPriced ? rules.ceiling : ties.objective)
    } else if let best {
      limit = Double(best.objective - rules.granularity)
    } else {
      limit = Double(rules.ceiling)
    }
    return limit + slack + abs(limit) * 1e-12
  }

  mutating func offer(_ open: [Int]) {
    guard let objective = incumbents.objective(of: open) else { return }
    if best == nil || objective < best?.objective ?? 0 { best = (open, objective) }
  }

  /// Searches everything below the present states.
  mutating func explore(_ relaxation: R, multipliers: [Double], steps: Int, depth: Int = 0) {
    nodeCount += 1
    let mark = states.mark
    var relaxation = relaxation
    var ascent = DualAscent(
      start: multipliers, siteCount: relaxation.siteCount, factor: depth == 0 ? 1.5 : 0.7)
    var steps = steps
    while true {
      if decided() { break }
      if rules.ties == nil, let (smaller, reductions) = relaxation.reduced(states) {
        leaveOut(reductions)
        relaxation = smaller
        continue
      }
      if let consequence = relaxation.consequence(states) {
        if follow(consequence, relaxation) { break }
        continue
      }
      climb(&ascent, relaxation, steps: steps)
      if ascent.bound <= goal, isLeaping ?? true { leap(&ascent, relaxation) }
      if isStopped || rules.effort.isSpent(nodes: nodeCount) {
        isStopped = true
        openBound = min(openBound, ascent.bound)
        break
      }
      if ascent.bound > goal {
        record(.bound(multipliers: keep(ascent.best, relaxation), sitePrice: price(ascent.terms)))
        break
      }
      if depth == 0 || nodeCount % 8 == 0 { improve(ascent) }
      if ascent.bound > goal { continue }
      let free = states.freeCount
      fix(ascent, relaxation)
      if states.freeCount == free {
        if solveParts(relaxation, ascent) { break }
        let site = probe(relaxation, ascent)
        if states.freeCount == free {
          branch(on: site, relaxation, ascent, depth: depth)
          break
        }
      }
      if states.freeCount * 4 < free * 3 { relaxation = relaxation.without(states) }
      // Multipliers stay good where sites were decided; the steps start small.
      ascent = DualAscent(start: ascent.best, siteCount: relaxation.siteCount, factor: 0.7)
      steps = depth == 0 && states.freeCount * 50 < free * 49 ? 300 : 40
    }
    states.undo(to: mark)
  }

  func climb(_ ascent: inout DualAscent, _ relaxation: R, steps: Int) {
    let top = best.map { Double($0.objective) } ?? Double(rules.ceiling) + 1
    let aim = rules.ties.map { Double($0.objective) } ?? top
    ascent.climb(
      relaxation, states: states, siteCount: rules.isCountPriced ? nil : rules.siteCount,
      goal: goal, aim: aim + max(abs(aim) * 1e-4, 1e-3), steps: steps, patience: 12)
  }

  /// Climbs on from the best multipliers there are, where slopes leave much of the gap.
  private mutating func leap(_ ascent: inout DualAscent, _ relaxation: R) {
    guard rules.ties == nil, let multipliers = relaxation.bestMultipliers(states) else { return }
    var other = DualAscent(start: multipliers, siteCount: relaxation.siteCount, factor: 0.1)
    climb(&other, relaxation, steps: 10)
    if isLeaping == nil { isLeaping = other.bound - ascent.bound > (goal - ascent.bound) / 4 }
    if other.bound > ascent.bound { ascent = other }
  }

  private mutating func branch(
    on site: Int, _ relaxation: R, _ ascent: DualAscent, depth: Int
  ) {
    record(.branch(site: site))
    for state in [SiteStates.State.open, .closed] {
      if isStopped || rules.effort.isSpent(nodes: nodeCount) {
        isStopped = true
        openBound = min(openBound, ascent.bound)
        continue
      }
      let mark = states.mark
      states.decide(site, state)
      explore(relaxation, multipliers: ascent.best, steps: 60, depth: depth + 1)
      states.undo(to: mark)
      if let ties = rules.ties, found.count >= ties.atMost { return }
    }
  }

  /// Writes down what is left out.
  mutating func leaveOut(_ reductions: [SitingProof.Reduction]) {
    record(.reduce(reductions))
    for case .site(let site, _) in reductions { states.decide(site, .closed) }
  }

  /// Takes a consequence; true when the node is closed by it.
  private mutating func follow(_ consequence: Consequence, _ relaxation: R) -> Bool {
    var unit = Array(repeating: 0.0, count: relaxation.multiplierCount)
    let enough = (abs(goal) + 1) * 2
    switch consequence {
    case .impossible(let row):
      unit[row] = enough
      record(.bound(multipliers: keep(unit, relaxation), sitePrice: 0))
      return true
    case .needed(let site, let row):
      unit[row] = enough
      record(.fix(multipliers: keep(unit, relaxation), sitePrice: 0, open: [site], closed: []))
      states.decide(site, .open)
      return false
    }
  }

  /// Whether the choice is made; then it is evaluated and the node is closed.
  private mutating func decided() -> Bool {
    let isFull = rules.siteCount.map { states.openCount >= $0 } ?? false
    guard isFull || states.freeCount == 0 else { return false }
    let open = states.open
    if let ties = rules.ties {
      if open.count == rules.siteCount ?? open.count,
        incumbents.objective(of: open) == ties.objective
      {
        found.append(open)
      }
    } else {
      offer(open)
    }
    record(.complete)
    return true
  }

  private mutating func improve(_ ascent: DualAscent) {
    guard rules.ties == nil else { return }
    let chosen = ascent.chosen.indices.filter { ascent.chosen[$0] == 1 }
    if let open = incumbents.improved(from: chosen, terms: ascent.terms, states: states) {
      offer(open)
    }
  }
}
