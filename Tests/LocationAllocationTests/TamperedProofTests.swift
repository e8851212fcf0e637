import Certificates
import LocationAllocation
import TestSupport
import Testing

/// Proofs of right answers, changed so that they show too little or something wrong.
@Suite struct TamperedProofTests {
  /// 13 of each problem, each with a change of one kind, are all refused.
  @Test(arguments: SitingProblem.allCases)
  func tamperedProofsAreRefused(_ problem: SitingProblem) throws {
    var refused = 0
    var seed: UInt64 = 1_000
    while refused < 13 {
      seed += 1
      try #require(seed < 3_000)
      let statement = RandomStatements.make(problem, seed: seed)
      guard let proof = SitingSolver().solve(statement).proof, !proof.isInfeasible else { continue }
      var numbers = SeededRandom(seed: seed)
      guard let changed = tampered(proof, statement, &numbers) else { continue }
      #expect(throws: ProofRefusal.self, "\(problem.rawValue), seed \(seed)") {
        try ProofChecker.check(changed, of: statement)
      }
      refused += 1
    }
  }

  private func tampered(
    _ proof: SitingProof, _ statement: SitingStatement, _ numbers: inout SeededRandom
  ) -> SitingProof? {
    var changed = proof
    switch Int.random(in: 0..<5, using: &numbers) {
    case 0:
      changed.objective += problemSign(statement)
    case 1:
      changed.nodes.removeLast()
    case 2:
      changed.nodes.append(.complete)
    case 3:
      guard let site = statement.candidateIDs.indices.randomElement(using: &numbers) else {
        return nil
      }
      if let at = changed.selected.firstIndex(of: site) {
        changed.selected.remove(at: at)
      } else {
        changed.selected.append(site)
        changed.selected.sort()
      }
      // Without a number of sites another choice may be just as good.
      if statement.siteCount == nil { return nil }
    default:
      // A worse choice with its own objective: no bound can be beyond it.
      guard statement.problem == .pMedian, let worse = worse(proof, statement) else { return nil }
      changed.selected = worse.open
      changed.objective = Int128(worse.objective)
    }
    return changed
  }

  private func problemSign(_ statement: SitingStatement) -> Int128 {
    statement.problem.isMaximised ? 1 : -1
  }

  private func worse(
    _ proof: SitingProof, _ statement: SitingStatement
  ) -> (open: [Int], objective: Int64)? {
    let count = statement.candidateIDs.count
    for mask in 0..<(1 << count) {
      let open = (0..<count).filter { mask >> $0 & 1 == 1 }
      if let value = ExhaustiveSearch.value(statement, open), Int128(value) > proof.objective {
        // The tree shows no choice below the best one; below a worse one there is the best.
        return proof.nodes.contains(.complete) ? (open, value) : nil
      }
    }
    return nil
  }
}
