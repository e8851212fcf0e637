public import Certificates

/// Solves location problems exactly, with a proof.
///
/// The answer is the same on every machine and in every run, unless a deadline is set.
public struct SitingSolver: Sendable {
  /// How much the search may do.
  public var effort = SearchEffort()
  /// How many other choices with the same objective to look for.
  public var alternatives = 0

  /// A search without a clock and without alternatives.
  public init() {}

  /// Problems of at most so many pairs get the choice whose ids come first among equally good
  /// ones; beyond, looking for it would take as long as the search.
  private static let pairsForFirstOfTies = 20_000
  /// How many equally good choices are compared where they may differ in the number of sites.
  private static let tiesLookedAt = 2_000

  /// Solves a problem.
  ///
  /// - Parameter statement: a sound statement (``SitingStatement/unsoundness`` is nil).
  public func solve(_ statement: SitingStatement) -> SitingAnswer {
    let uncoverable = statement.uncoverable
    let outcome = statement.isCountImpossible ? nil : search(statement)
    guard let outcome, let best = outcome.best else {
      var proof =
        outcome?.proof ?? SitingProof(isInfeasible: true, selected: [], objective: 0, scale: 1)
      proof.isInfeasible = true
      let isComplete = outcome?.isComplete ?? true
      return SitingAnswer(
        status: isComplete ? .infeasible : .unknown,
        isCertified: isComplete && isAccepted(proof, statement), selected: [], objective: nil,
        bound: nil, proof: isComplete ? proof : nil, uncoverable: uncoverable,
        nodeCount: outcome?.nodeCount ?? 0)
    }
    var proof = outcome.proof
    proof.selected = statement.filledUp(best.open)
    proof.objective = statement.natural(best.objective)
    var answer = SitingAnswer(
      status: outcome.isComplete ? .optimal : .feasible, isCertified: false,
      selected: proof.selected, objective: proof.objective, bound: proof.objective,
      proof: outcome.isComplete ? proof : nil, uncoverable: uncoverable,
      nodeCount: outcome.nodeCount)
    guard outcome.isComplete else {
      let bound = min(outcome.openBound, Double(best.objective))
      answer.bound = statement.natural(Int128((bound - 1e-9 * abs(bound)).rounded(.up)))
      return answer
    }
    addTies(&answer, statement, minimum: best.objective)
    if answer.selected != proof.selected {
      proof.selected = answer.selected
      answer.proof = proof
    }
    answer.isCertified = isAccepted(proof, statement)
    return answer
  }

  private func search(_ statement: SitingStatement) -> SearchOutcome {
    switch statement.problem {
    case .pMedian: MedianSearch(statement).run(effort: effort)
    case .pCentre: CentreSearch(statement: statement).run(effort: effort)
    case .lscp, .mclp, .partialCover, .backup, .budget, .unitShare:
      CoveringSearch(statement, limit: statement.limit ?? 0).run(effort: effort)
    }
  }

  private func isAccepted(_ proof: SitingProof, _ statement: SitingStatement) -> Bool {
    (try? ProofChecker.check(proof, of: statement)) != nil
  }

  private func addTies(
    _ answer: inout SitingAnswer, _ statement: SitingStatement, minimum: Int128
  ) {
    let isSmall = statement.sites.count <= Self.pairsForFirstOfTies
    guard isSmall || alternatives > 0 else { return }
    var effort = effort
    effort.nodes = alternatives > 0 ? 200_000 : 2_000
    // One more than asked for shows whether there are more. Where equally good choices
    // may differ in needless sites, more are looked at to find the least of them.
    let atMost = max(alternatives + 2, statement.mayHaveNeedlessSites ? Self.tiesLookedAt : 0)
    var outcome: (found: [[Int]], isComplete: Bool) = ([], false)
    if CoverTies.suits(statement) {
      let ties = CoverTies(
        statement, objective: minimum, atMost: alternatives > 0 ? atMost : 1,
        pairs: alternatives > 0 ? 400_000_000 : 30_000_000)
      outcome = (ties.found, ties.isComplete)
      effort.nodes = 2_000
    }
    if outcome.found.isEmpty {
      let searched = ties(statement, minimum, atMost: atMost, effort)
      outcome = (searched.found, searched.isComplete)
    }
    let found = outcome.found.sorted { statement.comes($0, before: $1) }
    if isSmall, let first = found.first { answer.selected = first }
    guard alternatives > 0 else { return }
    let others = found.filter { $0 != answer.selected }
    answer.alternatives = Array(others.prefix(alternatives))
    let isAll = outcome.isComplete && found.count < atMost
    answer.areTiesComplete = isAll && others.count == answer.alternatives.count
  }

  private func ties(
    _ statement: SitingStatement, _ minimum: Int128, atMost: Int, _ effort: SearchEffort
  ) -> SearchOutcome {
    switch statement.problem {
    case .pMedian:
      MedianSearch(statement).run(effort: effort, ties: (minimum, atMost))
    case .pCentre:
      CoveringSearch(statement, limit: Int64(clamping: minimum))
        .run(effort: effort, ties: (0, atMost))
    case .lscp, .mclp, .partialCover, .backup, .budget, .unitShare:
      CoveringSearch(statement, limit: statement.limit ?? 0)
        .run(effort: effort, ties: (minimum, atMost))
    }
  }
}
