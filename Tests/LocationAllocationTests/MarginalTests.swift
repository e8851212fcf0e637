import Certificates
import LocationAllocation
import TestSupport
import Testing

/// What each site adds: the values of all sites together are what the choice comes to, each is the
/// most that is left, and none is more than the one before it could have been.
@Suite struct MarginalTests {
  private static func capacitated(
    _ problem: SitingProblem, _ seed: UInt64
  ) -> (SitingStatement, SitingConditions) {
    let statement = RandomStatements.make(problem, seed: seed, points: 5, sites: 5)
    var numbers = SeededRandom(seed: seed &+ 3)
    var conditions = SitingConditions()
    conditions.capacities = statement.states.map { _ in .random(in: 0...20, using: &numbers) }
    return (statement, conditions)
  }

  @Test func amountsServedAddUp() {
    for seed in UInt64(0)..<60 {
      let (statement, conditions) = Self.capacitated(.mclp, seed)
      let answer = ConditionedSolver().solve(statement, conditions)
      guard let objective = answer.objective else { continue }
      let order = ConditionedMarginals(statement, conditions, selected: answer.selected).order
      let words = Comment(rawValue: "seed \(seed)")
      #expect(order.map(\.site).sorted() == answer.selected, words)
      #expect(order.reduce(Int128(0)) { $0 + ($1.value ?? 0) } == objective, words)
      // Each prefix serves what an augmenting flow says.
      var open: [Int] = []
      var sum = 0
      for step in order {
        open.append(step.site)
        sum += Int(step.value ?? 0)
        #expect(NaiveFlow.value(statement, conditions, open.sorted()) == sum, words)
      }
      let isFixed = order.map { statement.states[$0.site] == .fixed }
      #expect(isFixed == isFixed.sorted { $0 && !$1 }, words)
    }
  }

  @Test func theMedianFallsToItsObjective() {
    for seed in UInt64(0)..<60 {
      let (statement, conditions) = Self.capacitated(.pMedian, seed)
      let answer = ConditionedSolver().solve(statement, conditions)
      guard answer.status == .optimal, !answer.selected.isEmpty else { continue }
      let order = ConditionedMarginals(statement, conditions, selected: answer.selected).order
      var open: [Int] = []
      var before: Int?
      for step in order {
        open.append(step.site)
        let now = NaiveFlow.value(statement, conditions, open.sorted())
        let fall = before.flatMap { last in now.map { last - $0 } }
        #expect(step.value == fall.map { Int128($0) }, "seed \(seed)")
        before = now
      }
    }
  }

  @Test func levelsCountFromTheTop() {
    // Two village sites (0, 1), a township site (2) that serves both and one (3) that serves none.
    var statement = SitingStatement(
      .partialCover, demandIDs: ["x", "y"], candidateIDs: ["a", "b", "c", "d"])
    statement.demands = [5, 7]
    var conditions = SitingConditions()
    conditions.atLeastOne = [[0], [1]]
    conditions.links = [.init(site: 0, parents: [2]), .init(site: 1, parents: [2])]
    let order = ConditionedMarginals(statement, conditions, selected: [0, 1, 2]).order
    #expect(order.map(\.site) == [2, 1, 0])
    #expect(order.map(\.value) == [0, 7, 5])
    // Without links every service counts by itself: x by sites 0 and 1, y by sites 0 and 3.
    conditions.links = []
    conditions.atLeastOne = [[0], [0], [1], [3]]
    let joint = ConditionedMarginals(statement, conditions, selected: [0, 1, 3]).order
    #expect(joint.map(\.site) == [0, 3, 1])
    #expect(joint.map(\.value) == [12, 7, 5])
  }

  @Test func dispersedSitesAreFarthestFirst() throws {
    let pairs: [(Int, Int, Int64)] = [
      (0, 1, 9), (0, 2, 4), (1, 2, 6), (0, 3, 1), (1, 3, 1), (2, 3, 1),
    ]
    let states = SiteChoice(
      mayOpen: [true, true, true, true], mustOpen: [false, false, true, false])
    let found = try #require(Dispersion(states: states, siteCount: 3, pairs: pairs))
    let order = found.marginal(states: states, pairs: pairs)
    #expect(order.map(\.site) == [2, 1, 0])
    #expect(order.map(\.value) == [nil, 6, 4])
    #expect(order.compactMap(\.value).min() == found.leastDistance)
  }
}
