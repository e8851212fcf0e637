/// Re-computes a proof with additions and comparisons of whole numbers.
///
/// It knows no solver: it is given the statement and the proof, and takes nothing of what the
/// proof says on trust. What it accepts is optimal (or infeasible) by weak duality.
public struct ProofChecker {
  let statement: SitingStatement
  private let proof: SitingProof
  private(set) var states: DecidedSites
  private var trail: [(site: Int, mark: Int, points: Int)] = []

  /// Checks a proof.
  ///
  /// - Throws: ``ProofRefusal``, the first thing that is wrong.
  public static func check(_ proof: SitingProof, of statement: SitingStatement) throws(ProofRefusal)
  {
    var checker = ProofChecker(statement, proof)
    try checker.check()
  }

  private init(_ statement: SitingStatement, _ proof: SitingProof) {
    self.statement = statement
    self.proof = proof
    states = DecidedSites(count: statement.candidateIDs.count)
  }

  private mutating func check() throws(ProofRefusal) {
    if let unsoundness = statement.unsoundness { throw ProofRefusal(.malformed, unsoundness) }
    guard proof.scale >= 1, proof.scale <= 1 << 40 else {
      throw ProofRefusal(.malformed, "the scale is out of range")
    }
    try checkSelection()
    if statement.problem == .pMedian {
      guard let problem = MedianProblem(statement, scale: proof.scale) else {
        throw ProofRefusal(.malformed, "demand times cost is too large")
      }
      try check(problem)
    } else {
      let covering = try CoveringProblem(statement, proof: proof)
      try check(covering)
    }
  }

  /// The open sites are sites, the fixed ones are among them, and they are as many as asked.
  private func checkSelection() throws(ProofRefusal) {
    let selected = proof.selected
    guard zip(selected, selected.dropFirst()).allSatisfy({ $0 < $1 }),
      selected.allSatisfy({ statement.states.indices.contains($0) })
    else { throw ProofRefusal(.malformed, "the selected sites are not sites in order") }
    guard !proof.isInfeasible else {
      guard selected.isEmpty, proof.objective == 0 else {
        throw ProofRefusal(.malformed, "an infeasible problem has no sites")
      }
      return
    }
    let chosen = Set(selected)
    for (site, state) in statement.states.enumerated() {
      guard state != .fixed || chosen.contains(site), state != .forbidden || !chosen.contains(site)
      else {
        throw ProofRefusal(.notFeasible, "\(statement.candidateIDs[site]) is \(state.rawValue)")
      }
    }
    if let count = statement.siteCount, count != selected.count {
      throw ProofRefusal(.notFeasible, "\(selected.count) sites instead of \(count)")
    }
  }

  private mutating func check(_ problem: some BoundedProblem) throws(ProofRefusal) {
    if proof.isInfeasible {
      if hasImpossibleCount { return }
    } else {
      guard let minimum = problem.minimum(of: proof.selected) else {
        throw ProofRefusal(.notFeasible, "the selected sites break a condition")
      }
      guard minimum == naturalMinimum else {
        throw ProofRefusal(.wrongObjective, "the objective is not that of the selected sites")
      }
    }
    for (site, state) in statement.states.enumerated() {
      switch state {
      case .fixed: _ = states.decide(site, .open)
      case .forbidden: _ = states.decide(site, .closed)
      case .free: break
      }
    }
    for vector in proof.multipliers {
      guard vector.count == problem.multiplierCount,
        vector.allSatisfy({ $0 >= 0 && $0 <= Int64.max / 2 })
      else { throw ProofRefusal(.malformed, "a vector of multipliers does not fit") }
    }
    try walk(problem)
  }

  /// Too few candidates, or too many fixed ones, for the number of sites.
  private var hasImpossibleCount: Bool {
    guard let count = statement.siteCount else { return false }
    return statement.states.count { $0 == .fixed } > count
      || statement.states.count { $0 != .forbidden } < count
  }

  /// The stated objective as a minimum.
  private var naturalMinimum: Int128 {
    switch statement.problem {
    case .mclp, .budget: statement.demands.reduce(0) { $0 + Int128($1) } - proof.objective
    case .backup: Int128(statement.demands.count) - proof.objective
    case .lscp, .pMedian, .partialCover, .unitShare: proof.objective
    case .pCentre: proof.isInfeasible ? 0 : proof.objective
    }
  }

  /// The largest objective that is still better; every node has to lie above it.
  private func limit(_ problem: some BoundedProblem) -> Int128 {
    if proof.isInfeasible { return problem.ceiling }
    // The tree of a p-centre problem shows that no choice has a smaller radius.
    if statement.problem == .pCentre { return proof.objective == 0 ? -1 : 0 }
    return naturalMinimum - problem.granularity
  }

  private mutating func walk(_ problem: some BoundedProblem) throws(ProofRefusal) {
    var problem = problem
    let limit = limit(problem)
    let scaled = limit * Int128(proof.scale)
    var isClosed = false
    for (position, node) in proof.nodes.enumerated() {
      if isClosed { throw ProofRefusal(.treeIncomplete, "nodes after the end of the tree") }
      switch node {
      case .branch(let site):
        guard statement.states.indices.contains(site) else {
          throw ProofRefusal(.malformed, "node \(position) branches on no site")
        }
        trail.append((site, states.count, problem.pointsLeftOut))
        try decide(site, .open, position)
      case .fix(let multipliers, let sitePrice, let open, let closed):
        let terms = try terms(problem, multipliers, sitePrice, position)
        try fix(open, closed, terms, scaled, position)
      case .reduce(let reductions):
        for reduction in reductions {
          guard problem.reduce(reduction, states: states) else {
            throw ProofRefusal(.notDominated, "node \(position), \(reduction)")
          }
          if case .site(let site, _) = reduction { try decide(site, .closed, position) }
        }
      case .bound(let multipliers, let sitePrice):
        guard try terms(problem, multipliers, sitePrice, position).bound(states) > scaled else {
          throw ProofRefusal(.boundTooWeak, "node \(position)")
        }
        isClosed = try ascend(&problem)
      case .parts(let parts):
        try check(parts, limit, position)
        isClosed = try ascend(&problem)
      case .complete:
        try complete(problem, position)
        isClosed = try ascend(&problem)
      }
    }
    guard isClosed else { throw ProofRefusal(.treeIncomplete, "the tree ends too early") }
  }

  /// Goes to the next case that is left; true when there is none.
  private mutating func ascend(
    _ problem: inout some BoundedProblem
  ) throws(ProofRefusal) -> Bool {
    guard let (site, mark, points) = trail.popLast() else { return true }
    states.takeBack(to: mark)
    problem.takeBackPoints(to: points)
    try decide(site, .closed, 0)
    return false
  }

  private mutating func decide(
    _ site: Int, _ decision: DecidedSites.Decision, _ position: Int
  ) throws(ProofRefusal) {
    guard states.decide(site, decision) else {
      throw ProofRefusal(.malformed, "node \(position) decides a site again")
    }
  }

  private func terms(
    _ problem: some BoundedProblem, _ multipliers: Int, _ sitePrice: Int64, _ position: Int
  ) throws(ProofRefusal) -> BoundTerms {
    guard proof.multipliers.indices.contains(multipliers), sitePrice >= 0,
      sitePrice <= Int64.max / 2, sitePrice == 0 || statement.siteCount != nil
    else { throw ProofRefusal(.malformed, "node \(position) has no such multipliers") }
    return problem.terms(proof.multipliers[multipliers], sitePrice: sitePrice, states: states)
  }

  private mutating func fix(
    _ open: [Int], _ closed: [Int], _ terms: BoundTerms, _ scaled: Int128, _ position: Int
  ) throws(ProofRefusal) {
    let bound = terms.bound(states)
    for (sites, decision) in [(open, DecidedSites.Decision.open), (closed, .closed)] {
      for site in sites {
        guard statement.states.indices.contains(site) else {
          throw ProofRefusal(.malformed, "node \(position) fixes no site")
        }
        let term = terms.sites[site]
        let other = decision == .open ? max(0, -term) : max(0, term)
        guard bound + other > scaled else {
          throw ProofRefusal(.boundTooWeak, "node \(position), site \(site)")
        }
        try decide(site, decision, position)
      }
    }
  }

  private func complete(_ problem: some BoundedProblem, _ position: Int) throws(ProofRefusal) {
    guard states.isComplete || states.openCount >= statement.siteCount ?? .max else {
      throw ProofRefusal(.treeIncomplete, "node \(position) leaves sites undecided")
    }
    if let count = statement.siteCount, states.openCount > count { return }
    guard let minimum = problem.minimum(of: states.open) else { return }
    guard !proof.isInfeasible, minimum > naturalMinimum - problem.granularity else {
      throw ProofRefusal(.boundTooWeak, "node \(position) is a better choice")
    }
  }
}
