import Certificates
import LocationAllocation
import TestSupport
import Testing

/// Certificates whose claim was changed, alone or with the proof bent towards it.
///
/// What a certificate claims is that the selected sites have the objective and that nothing better
/// exists (or that nothing exists at all). Whether a changed claim is still true is decided by
/// looking at every choice. An untrue one has to be refused, whatever was done to the proof. A
/// change that leaves the claim true may be accepted, as it may be another proof of the same: a
/// weaker multiplier with a bound that still suffices, a point of which more is asked in vain.
@Suite struct ForgedClaimTests {
  static let shapes: [Shape] =
    SitingProblem.allCases.flatMap { problem in
      (1...3).map { Shape(name: "\(problem.rawValue) \($0)", seed: UInt64($0) &* 40, problem) }
    } + [
      Shape(name: "parts", SeparatePartsTests.cycles(2)),
      Shape(name: "cuts", RoundedCutTests.affine),
    ]

  /// 100 untrue claims of each shape are refused.
  @Test(arguments: shapes) func untrueClaimsAreRefused(_ shape: Shape) throws {
    let proof = try #require(SitingSolver().solve(shape.statement).proof)
    try ProofChecker.check(proof, of: shape.statement)
    var numbers = SeededRandom(seed: 20_261_123)
    var oracle = ClaimOracle()
    var refused = 0
    for _ in 0..<4_000 where refused < 100 {
      var forgery = Forgery(statement: shape.statement, proof: proof)
      forgery.changeClaim(&numbers)
      if Bool.random(using: &numbers) { forgery.bendProof(&numbers) }
      if oracle.isTrue(forgery.proof, of: forgery.statement) { continue }
      #expect(throws: ProofRefusal.self, "\(shape.name): \(forgery.words)") {
        try ProofChecker.check(forgery.proof, of: forgery.statement)
      }
      refused += 1
    }
    #expect(refused == 100, "\(shape.name)")
  }

  /// A tree that is not put together, or refers to what is not there, is refused whatever it claims.
  @Test(arguments: shapes) func brokenTreesAreRefused(_ shape: Shape) throws {
    let proof = try #require(SitingSolver().solve(shape.statement).proof)
    let sites = shape.statement.candidateIDs.count
    var changes: [(inout SitingProof) -> Void] = [
      { $0.nodes.removeLast() }, { $0.nodes.removeAll() }, { $0.nodes.append(.complete) },
      { $0.nodes.insert(.branch(site: sites), at: 0) },
      { $0.nodes.insert(.branch(site: -1), at: 0) },
      { $0.nodes.insert(.bound(multipliers: $0.multipliers.count, sitePrice: 0), at: 0) },
      { $0.nodes.insert(.bound(multipliers: -1, sitePrice: 0), at: 0) },
      { $0.nodes.insert(.reduce([.site(0, by: 0)]), at: 0) },
      { $0.scale = 0 }, { $0.scale = -1 }, { $0.selected.append(sites) },
      { $0.selected.insert(-1, at: 0) },
    ]
    for vector in proof.multipliers.indices {
      changes += [
        { $0.multipliers[vector].append(0) }, { $0.multipliers[vector] = [-1] },
        { $0.multipliers[vector] = [] },
      ]
    }
    for (number, change) in changes.enumerated() {
      var changed = proof
      change(&changed)
      #expect(throws: ProofRefusal.self, "\(shape.name), change \(number)") {
        try ProofChecker.check(changed, of: shape.statement)
      }
    }
  }

  /// A small problem that has an answer.
  struct Shape: Sendable, CustomTestStringConvertible {
    let name: String
    let statement: SitingStatement

    init(name: String, _ statement: SitingStatement) {
      self.name = name
      self.statement = statement
    }

    /// The first random problem from a seed on that has an answer and takes some proving.
    init(name: String, seed: UInt64, _ problem: SitingProblem) {
      var seed = seed
      while true {
        let statement = RandomStatements.make(problem, seed: seed, points: 7, sites: 6)
        let proof = SitingSolver().solve(statement).proof
        if let proof, !proof.isInfeasible, proof.nodes.count > 1, !proof.multipliers.isEmpty {
          self.init(name: name, statement)
          return
        }
        seed += 1
      }
    }

    var testDescription: String { name }
  }
}

/// Judges claims by looking at every choice, each statement once.
struct ClaimOracle {
  private var known: [(statement: SitingStatement, best: ExhaustiveSearch)] = []

  mutating func isTrue(_ proof: SitingProof, of statement: SitingStatement) -> Bool {
    // Nothing is true of what is no statement.
    guard statement.unsoundness == nil else { return false }
    let best: ExhaustiveSearch
    if let old = known.first(where: { $0.statement == statement }) {
      best = old.best
    } else {
      best = ExhaustiveSearch(statement)
      known.append((statement, best))
    }
    if proof.isInfeasible {
      return best.objective == nil && proof.selected.isEmpty && proof.objective == 0
    }
    guard let objective = best.objective else { return false }
    return Int128(objective) == proof.objective
      && ExhaustiveSearch.value(statement, proof.selected) == objective
  }
}
