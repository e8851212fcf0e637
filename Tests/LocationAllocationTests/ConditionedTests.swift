import Certificates
import LocationAllocation
import TestSupport
import Testing

/// Problems with further conditions equal exhaustive search over the sites, with what they serve
/// found by a naive flow.
@Suite struct ConditionedTests {
  /// Small problems with capacities: some 0, demand 0, sites fixed, too many or none asked for.
  private static func problem(
    _ problem: SitingProblem, _ seed: UInt64
  ) -> (statement: SitingStatement, conditions: SitingConditions) {
    var statement = RandomStatements.make(problem, seed: seed, points: 6, sites: 5)
    var numbers = SeededRandom(seed: seed &+ 5)
    var conditions = SitingConditions()
    conditions.capacities = statement.states.map { _ in
      Int.random(in: 0...4, using: &numbers) == 0 ? 0 : .random(in: 1...25, using: &numbers)
    }
    if problem == .pMedian, seed % 3 == 0 { statement.limit = 6 }
    return (statement, conditions)
  }

  @Test(arguments: [SitingProblem.lscp, .mclp, .pMedian], [false, true])
  func capacitatedEqualsExhaustiveSearch(_ problem: SitingProblem, _ isWhole: Bool) throws {
    for seed in UInt64(0)..<200 {
      var (statement, conditions) = Self.problem(problem, seed)
      conditions.isWhole = isWhole
      var best: (value: Int, choices: [[Int]])?
      for open in NaiveFlow.choices(statement) {
        guard let value = NaiveFlow.value(statement, conditions, open) else { continue }
        let isBetter = best.map { problem.isMaximised ? value > $0.value : value < $0.value }
        if isBetter ?? true { best = (value, []) }
        if value == best?.value { best?.choices.append(open) }
      }
      var solver = ConditionedSolver()
      solver.alternatives = seed % 10 == 0 ? 40 : 0
      let answer = solver.solve(statement, conditions)
      let words = Comment(rawValue: "\(problem.rawValue), whole \(isWhole), seed \(seed)")
      #expect(answer.objective == best.map { Int128($0.value) }, words)
      #expect(answer.status == (best == nil ? .infeasible : .optimal), words)
      guard let best else { continue }
      #expect(best.choices.contains(answer.selected), words)
      guard solver.alternatives > 0 else { continue }
      #expect(answer.areTiesComplete == true, words)
      #expect(Set(answer.alternatives + [answer.selected]) == Set(best.choices), words)
    }
  }

  @Test func unitMinimumsEqualExhaustiveSearch() throws {
    for seed in UInt64(0)..<200 {
      var statement = RandomStatements.make(.mclp, seed: seed, points: 7, sites: 6)
      var numbers = SeededRandom(seed: seed &+ 9)
      statement.unitIDs = ["u", "v"]
      statement.unitOfDemand = statement.demands.map { _ in .random(in: 0...1, using: &numbers) }
      var conditions = SitingConditions()
      conditions.unitMinimums = (0...1).map { unit in
        var total: Int64 = 0
        for point in statement.demands.indices where statement.unitOfDemand[point] == unit {
          total += statement.demands[point]
        }
        return Int64.random(in: 0...total / 2, using: &numbers)
      }
      var best: Int?
      for open in NaiveFlow.choices(statement) {
        var ofUnit = [Int64](repeating: 0, count: 2)
        for point in statement.demands.indices
        where statement.pairs(ofDemand: point).contains(where: {
          open.contains(Int(statement.sites[$0]))
            && statement.costs[$0] <= statement.limit ?? .max
        }) {
          ofUnit[statement.unitOfDemand[point]] += statement.demands[point]
        }
        if zip(ofUnit, conditions.unitMinimums).allSatisfy({ $0 >= $1 }) {
          best = max(best ?? 0, Int(ofUnit[0] + ofUnit[1]))
        }
      }
      let answer = ConditionedSolver().solve(statement, conditions)
      #expect(answer.objective == best.map { Int128($0) }, "seed \(seed)")
    }
  }

  /// Candidates that need a parent, sets that need one, buildings that are paid once.
  @Test func linksAndBuildingsEqualExhaustiveSearch() throws {
    for seed in UInt64(0)..<200 {
      var statement = RandomStatements.make(.partialCover, seed: seed, points: 3, sites: 8)
      statement.need = nil
      let sites = statement.states.count
      var numbers = SeededRandom(seed: seed &+ 11)
      func some() -> [Int] {
        (0..<sites).filter { _ in Int.random(in: 0...2, using: &numbers) == 0 }
      }
      var conditions = SitingConditions()
      conditions.atLeastOne = (0...2).map { _ in some() }
      conditions.links = (0..<3).map { _ in
        let site = Int.random(in: 0..<sites, using: &numbers)
        return .init(site: site, parents: some().filter { $0 != site })
      }
      conditions.buildings = (0..<2).map { _ in
        .init(price: .random(in: 0...9, using: &numbers), sites: some())
      }
      var best: Int?
      for open in NaiveFlow.choices(statement) {
        guard conditions.atLeastOne.allSatisfy({ $0.contains(where: open.contains) }),
          conditions.links.allSatisfy({
            !open.contains($0.site) || $0.parents.contains(where: open.contains)
          })
        else { continue }
        var price = open.reduce(Int64(0)) { $0 + statement.prices[$1] }
        for building in conditions.buildings where building.sites.contains(where: open.contains) {
          price += building.price
        }
        best = min(best ?? .max, Int(price))
      }
      let answer = ConditionedSolver().solve(statement, conditions)
      #expect(answer.objective == best.map { Int128($0) }, "seed \(seed)")
    }
  }
}
