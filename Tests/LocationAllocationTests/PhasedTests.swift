import LocationAllocation
import TestSupport
import Testing

/// Plans over periods against the plainest search there is: every site in every period or never,
/// judged by code of its own.
@Suite struct PhasedTests {
  @Test func twoHundredSmallPlansEqualExhaustiveSearch() {
    var random = SeededRandom(seed: 20_240_601)
    var (plans, none, ties) = (0, 0, 0)
    for number in 0..<200 {
      let statement = RandomPlan.statement(&random)
      let best = EveryPlan(statement: statement).best
      let answer = PhasedSolver().solve(statement)
      #expect(answer.schedule?.opens == best?.opens, "plan \(number)")
      #expect((answer.status == .infeasible) == (best == nil), "plan \(number)")
      plans += best == nil ? 0 : 1
      none += best == nil ? 1 : 0
      ties += best?.isTied == true ? 1 : 0
    }
    // The seed gives enough of each kind for the test to mean something.
    #expect(plans > 60 && none > 30 && ties > 20, "\(plans) \(none) \(ties)")
  }

  @Test func theRemedyOfAnImpossiblePlanIsTheLeastThatWouldDo() throws {
    var random = SeededRandom(seed: 77)
    var checked = 0
    for _ in 0..<120 {
      let statement = RandomPlan.statement(&random)
      guard let failure = PhasedSolver().solve(statement).failure else { continue }
      // All periods before can be met, this one cannot.
      #expect(EveryPlan(statement: statement, through: failure.period).best == nil)
      if failure.period > 0 {
        #expect(EveryPlan(statement: statement, through: failure.period - 1).best != nil)
      }
      for remedy in failure.remedies {
        var (enough, less) = (statement, statement)
        switch remedy {
        case .money(let year, let least):
          enough.budgets[year] = least
          less.budgets[year] = least - 1
        case .posts(let year, let least):
          enough.staffLimits[year] = least
          less.staffLimits[year] = least - 1
        case .need(let target, let most):
          enough.targets[target].needs[failure.period] = most
          less.targets[target].needs[failure.period] = most + 1
        default: continue
        }
        #expect(EveryPlan(statement: enough, through: failure.period).best != nil)
        #expect(EveryPlan(statement: less, through: failure.period).best == nil)
        checked += 1
      }
    }
    #expect(checked > 30, "\(checked)")
  }

  @Test func withoutMoneyAndWithoutNeedsNothingIsBuilt() throws {
    var statement = PhasedStatement(
      yearOfPeriod: [0, 1], sites: [.init(id: "a", price: 3, periods: 2)])
    statement.budgets = [0, 0]
    let point = PhasedStatement.Point(weight: 1, sites: [0], isServed: [false, false])
    statement.targets = [
      .init(groups: [.init(value: 1, need: 1, points: [point])], needs: [nil, nil])
    ]
    #expect(PhasedSolver().solve(statement).schedule?.opens == [nil])
    statement.targets[0].needs = [nil, 1]
    let failure = try #require(PhasedSolver().solve(statement).failure)
    #expect(failure.period == 1)
    #expect(failure.remedies.contains(.money(year: 1, least: 3)))
    #expect(failure.remedies.contains(.need(target: 0, most: 0)))
  }

  @Test func aFeederWaitsForItsService() throws {
    var service = PhasedStatement.Site(id: "b", price: 5, periods: 3)
    service.window = 1..<3
    var feeder = PhasedStatement.Site(id: "a", price: 1, periods: 3)
    feeder.services = [1]
    feeder.isRequired = true
    let statement = PhasedStatement(yearOfPeriod: [0, 1, 2], sites: [feeder, service])
    #expect(PhasedSolver().solve(statement).schedule?.opens == [1, 1])
  }
}
