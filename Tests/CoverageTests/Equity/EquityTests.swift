import Coverage
import Foundation
import PlanningModel
import TestSupport
import Testing

/// Measures of evenness: known answers, closed forms, and laws.
struct EquityTests {
  @Test func givesTheKnownAnswersOfTheMethodTable() throws {
    let zones = try #require(DistanceDecay(steps: "10:1,20:0.68,30:0.22"))
    let instance = AccessInstance.example
    let access = instance.answer(.enhancedTwoStep, within: 30, zones).access
    let equity = EquityQuestion(values: access, people: instance.demand).answer()
    #expect(abs(try #require(equity[.gini]) - 0.135016) < 5.1e-7)
    #expect(abs(try #require(equity[.theil]) - 0.037724) < 5.1e-7)
    #expect(equity.lorenz.count == 4)
  }

  @Test func isZeroWhereAllHaveTheSame() {
    let equity = EquityQuestion(
      values: [2, 2, 2], people: [5, 1, 30], groups: ["a", "b", "a"], rank: [3, 1, 2]
    ).answer()
    #expect(equity[.gini] == 0)
    #expect(equity[.theil] == 0)
    #expect(equity[.theilBetween] == 0)
    #expect(equity[.palma] == 1)
    #expect(abs(equity[.concentration] ?? 1) < 1e-15)
  }

  @Test func hasClosedFormsForTwoPlaces() throws {
    // One person of four has everything: G = 1 − 1/4, T = ln 4.
    let equity = EquityQuestion(values: [0, 8], people: [3, 1], rank: [1, 2], line: 2).answer()
    #expect(equity[.gini] == 0.75)
    #expect(abs(try #require(equity[.theil]) - log(4)) < 1e-15)
    #expect(equity[.palma] == nil)
    #expect(equity[.concentration] == 0.75)
    #expect(equity[.worstDecileMean] == 0)
    #expect(equity[.shortfallShare] == 0.75)
    #expect(equity[.shortfallDepth] == 0.75)
    #expect(equity.values.contains { $0.measure == .palma })
  }

  @Test func ranksTiesInTheirMiddle() throws {
    let tied = EquityQuestion(values: [1, 3], people: [1, 1], rank: [5, 5]).answer()
    #expect(tied[.concentration] == 0)
    let against = EquityQuestion(
      values: [1, 3], people: [1, 1], rank: [2, 1], bounds: 0...10
    ).answer()
    #expect(against[.concentration] == -0.25)
    #expect(against[.erreygers] == 4 * 2.0 / 10 * -0.25)
  }

  @Test func measuresTimes() throws {
    let times: [Double?] = [10, 20, 30, nil]
    let reached = EquityQuestion(
      values: times, people: [50, 41, 9, 0], isCost: true, line: 20
    ).answer()
    #expect(reached[.ninetiethPercentile] == 20)
    #expect(reached[.worstDecileMean] == 29)
    #expect(reached[.shortfallShare] == 0.09)
    #expect(abs(try #require(reached[.shortfallDepth]) - 0.045) < 1e-15)
    #expect(reached[.palma] == nil)
    #expect(!reached.values.contains { $0.measure == .palma })
    let stranded = EquityQuestion(
      values: times, people: [50, 30, 9, 11], isCost: true, line: 20
    ).answer()
    #expect(stranded[.ninetiethPercentile] == nil)
    #expect(stranded[.shortfallShare] == 0.2)
    #expect(stranded[.shortfallDepth] == nil)
    #expect(stranded.peopleWithoutValue == 11)
  }

  @Test func takesPartOfThePlaceAtTheBorder() {
    let equity = EquityQuestion(values: [1, 2, 9], people: [5, 85, 10]).answer()
    #expect(equity[.worstDecileMean] == 1.5)
    #expect(equity[.worstDecileBound] == 2)
    #expect(equity[.palma] == 4.8)
  }

  @Test(arguments: 0..<100)
  func holdsItsLaws(_ seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let count = random.below(20) + 2
    let values: [Double?] = (0..<count).map { _ in Double(random.below(50)) / 4 }
    let people = (0..<count).map { _ in Double(random.below(300)) }
    let groups = (0..<count).map { _ in "g\(random.below(4))" }
    let equity = EquityQuestion(values: values, people: people, groups: groups).answer()
    guard let theil = equity[.theil], let gini = equity[.gini] else { return }
    let parts = try #require(equity[.theilBetween]) + (try #require(equity[.theilWithin]))
    #expect(abs(theil - parts) < 1e-12)
    // The Gini coefficient as the mean difference of all pairs of people.
    var difference = 0.0
    for (i, left) in values.enumerated() {
      for (j, right) in values.enumerated() {
        difference += people[i] * people[j] * abs((left ?? 0) - (right ?? 0))
      }
    }
    let total = people.reduce(0, +)
    let mean = try #require(equity[.mean])
    #expect(abs(gini - difference / (2 * total * total * mean)) < 1e-12)
    let order = Array(values.indices.reversed())
    let turned = EquityQuestion(
      values: order.map { values[$0] }, people: order.map { people[$0] }
    ).answer()
    #expect(abs(try #require(turned[.gini]) - gini) < 1e-12)
    let scaled = EquityQuestion(values: values.map { $0.map { $0 * 7 } }, people: people).answer()
    #expect(abs(try #require(scaled[.gini]) - gini) < 1e-12)
  }

  @Test func saysWhatEveryMeasureIs() {
    for measure in EquityMeasure.allCases {
      #expect(!measure.definition.chinese.isEmpty)
      #expect(measure.definition.english != measure.definition.chinese)
    }
  }

  @Test func hasNoValueWhereNobodyIs() {
    let equity = EquityQuestion(values: [nil, 3], people: [4, 0]).answer()
    #expect(equity[.gini] == nil)
    #expect(equity[.mean] == nil)
    #expect(equity.lorenz.isEmpty)
    let nothing = EquityQuestion(values: [0, 0], people: [4, 1]).answer()
    #expect(nothing[.gini] == nil)
    #expect(nothing[.mean] == 0)
  }
}
