import Certificates
import LocationAllocation
import Testing

/// Every problem equals exhaustive search on 200 small instances, with all its ties, and every
/// answer carries a proof that `Certificates` accepts.
@Suite struct SmallProblemTests {
  @Test(arguments: SitingProblem.allCases)
  func equalsExhaustiveSearch(_ problem: SitingProblem) throws {
    var solver = SitingSolver()
    solver.alternatives = 300
    for seed in UInt64(0)..<200 {
      let statement = RandomStatements.make(problem, seed: seed)
      try #require(statement.unsoundness == nil)
      let expected = ExhaustiveSearch(statement)
      let answer = solver.solve(statement)
      let words = Comment(rawValue: "\(problem.rawValue), seed \(seed)")
      #expect(answer.objective == expected.objective.map { Int128($0) }, words)
      #expect(answer.status == (expected.objective == nil ? .infeasible : .optimal), words)
      #expect(answer.isCertified, words)
      guard expected.objective != nil else { continue }
      #expect(answer.areTiesComplete == true, words)
      #expect([answer.selected] + answer.alternatives == expected.choices, words)
    }
  }
}
