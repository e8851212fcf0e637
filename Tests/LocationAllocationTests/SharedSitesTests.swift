import Certificates
import LocationAllocation
import TestSupport
import Testing

/// Sites that several problems share, against all choices of small problems.
@Suite struct SharedSitesTests {
  private static func problem(_ seed: UInt64) -> SharedSites {
    var numbers = SeededRandom(seed: seed &+ 31)
    let kinds: [SitingProblem] = [.unitShare, .partialCover]
    let parts = (0..<Int.random(in: 1...3, using: &numbers)).map { part in
      RandomStatements.make(
        kinds.randomElement(using: &numbers) ?? .unitShare, seed: seed &* 7 &+ UInt64(part),
        points: 5, sites: 6)
    }
    let count = 7
    let prices = (0..<count).map { _ in
      seed % 3 == 0 ? Int64(1) : .random(in: 0...5, using: &numbers)
    }
    return SharedSites(
      prices: prices,
      parts: parts.map { statement in
        // Each problem knows some of the sites, in an order of its own that keeps ids sorted.
        let skipped = Int.random(in: 0...1, using: &numbers)
        return .init(statement: statement, sites: statement.states.indices.map { $0 + skipped })
      })
  }

  /// The cheapest price and every choice that has it.
  private static func exhaustive(_ problem: SharedSites) -> (price: Int64, choices: [[Int]])? {
    var best: (price: Int64, choices: [[Int]])?
    for mask in 0..<(1 << problem.prices.count) {
      let selected = problem.prices.indices.filter { mask >> $0 & 1 == 1 }
      let isMet = problem.parts.allSatisfy {
        ExhaustiveSearch.value($0.statement, problem.open(Set(selected), part: $0)) != nil
      }
      guard isMet else { continue }
      let price = selected.reduce(Int64(0)) { $0 + problem.prices[$1] }
      if price < best?.price ?? .max { best = (price, []) }
      if price == best?.price { best?.choices.append(selected) }
    }
    best?.choices.sort { $0.lexicographicallyPrecedes($1) }
    return best
  }

  @Test func equalExhaustiveSearch() {
    for seed in UInt64(0)..<200 {
      let problem = Self.problem(seed)
      let expected = Self.exhaustive(problem)
      var solver = SharedSitesSolver()
      solver.alternatives = seed % 8 == 0 ? 200 : 0
      let answer = solver.solve(problem)
      let words = Comment(rawValue: "seed \(seed)")
      #expect(answer.price == expected.map { Int128($0.price) }, words)
      #expect(answer.status == (expected == nil ? .infeasible : .optimal), words)
      if problem.parts.count == 1 { #expect(answer.isCertified, words) }
      guard let expected else { continue }
      #expect(expected.choices.contains(answer.selected), words)
      if !problem.prices.contains(0) {
        #expect(answer.selected == expected.choices.first, words)
      }
      guard solver.alternatives > 0 else { continue }
      #expect(answer.areTiesComplete == true, words)
      if !problem.prices.contains(0) {
        #expect([answer.selected] + answer.alternatives == expected.choices, words)
      }
    }
  }
}
