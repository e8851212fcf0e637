import Foundation
import PlanningModel
import Testing
import TravelTimes

@testable import Coverage

/// The floating catchment family: known answers, then every formula against its plain form.
struct FloatingCatchmentTests {
  private static let zones = DistanceDecay(steps: "10:1,20:0.68,30:0.22") ?? .none

  @Test(arguments: [
    (AccessMethod.twoStep, 20, DistanceDecay.none, [0.033333, 0.113333, 0.080000], 30.0),
    (.enhancedTwoStep, 30, zones, [0.057673, 0.105655, 0.062032], 30),
    (.kernelTwoStep, 30, .gaussian, [0.057717, 0.105719, 0.061692], 30),
    (.kernelTwoStep, 30, .epanechnikov, [0.059863, 0.104109, 0.063838], 30),
    (.modifiedTwoStep, 30, zones, [0.044267, 0.096846, 0.038085], 25.7001),
    (.threeStep, 30, zones, [0.064008, 0.099758, 0.072950], 30),
    (.modifiedHuffThreeStep, 30, zones, [0.060648, 0.080545, 0.054940], 24.9208),
  ])
  func givesTheKnownAnswers(
    _ method: AccessMethod, _ limit: Int, _ decay: DistanceDecay, _ expected: [Double],
    _ balance: Double
  ) throws {
    for unit in [CostUnit.minutes, .seconds] {
      let result = AccessInstance.example.answer(method, within: limit, decay, unit: unit)
      for (value, wanted) in zip(result.access, expected) {
        #expect(abs(try #require(value) - wanted) < 5.1e-7)
      }
      let sums = try #require(result.balance)
      #expect(abs(sums.demandSide - balance) < 5.1e-5)
      #expect(sums.supplySide == 30)
      #expect(sums.holds)
    }
  }

  @Test(arguments: 0..<200)
  func equalsThePlainFormulas(_ seed: Int) throws {
    let instance = AccessInstance(seed: seed)
    let kernels: [(DistanceDecay, (Double) -> Double)] = [
      (Self.zones, { $0 <= 10 ? 1 : $0 <= 20 ? 0.68 : 0.22 }),
      (.gaussian, { (exp(-0.5 * pow($0 / 30, 2)) - exp(-0.5)) / (1 - exp(-0.5)) }),
      (.epanechnikov, { 0.75 * (1 - pow($0 / 30, 2)) }),
      (.power(ExactDecimal(1)), { 1 / max(1, $0) }),
      (.power(try #require(ExactDecimal("1.5"))), { pow(max(1, $0), -1.5) }),
      (.none, { _ in 1 }),
    ]
    for method in AccessMethod.allCases where method != .nearest {
      for (decay, weight) in kernels {
        let naive = instance.naive(within: 30, method.isWeighted ? weight : { _ in 1 })
          .answer(method)
        let result = instance.answer(method, within: 30, decay)
        for (value, wanted) in zip(result.access, naive.access) {
          #expect(isNear(value ?? 0, wanted), "\(method) \(decay)")
        }
        for (value, wanted) in zip(result.ratios ?? [], naive.ratios) {
          #expect(isNear(value ?? 0, wanted), "\(method) \(decay)")
        }
      }
    }
  }

  @Test(arguments: 0..<200)
  func keepsTheBalance(_ seed: Int) throws {
    let instance = AccessInstance(seed: seed)
    for method in AccessMethod.allCases {
      let result = instance.answer(method, within: 30, Self.zones)
      let balance = result.balance
      #expect((balance == nil) == (method.balance == nil))
      guard let balance, let ratios = result.ratios else { continue }
      #expect(balance.holds, "\(method)")
      #expect(balance.undefinedCount == ratios.count { $0 == nil })
      let reached = instance.supply.indices.filter { ratios[$0] != nil }
      if balance.law != .ratios {
        #expect(isNear(balance.supplySide, reached.map { instance.supply[$0] }.reduce(0, +)))
      }
    }
  }

  @Test(arguments: 0..<20)
  func scalingTheWeightsChangesNothing(_ seed: Int) throws {
    let instance = AccessInstance(seed: seed)
    let scaled = try #require(DistanceDecay(steps: "10:2.5,20:1.7,30:0.55"))
    let first = instance.answer(.enhancedTwoStep, within: 30, Self.zones)
    let second = instance.answer(.enhancedTwoStep, within: 30, scaled)
    for (left, right) in zip(first.access, second.access) {
      #expect(isNear(left ?? -1, right ?? -1))
    }
  }

  @Test func countsTheBoundOfLimitAndSteps() throws {
    let instance = AccessInstance(
      demand: [1, 1, 1, 1], supply: [1], tenths: [[100], [101], [300], [301]])
    let gravity = instance.answer(.gravity, within: 30, Self.zones)
    #expect(gravity.access == [1, 0.68, 0.22, 0])
    #expect(gravity.status == [.ok, .ok, .ok, .noSupply])
    #expect(instance.answer(.cumulative, within: 30).access == [1, 1, 1, 0])
  }

  @Test func listsWhatIsUndefined() {
    let instance = AccessInstance(
      demand: [10, 0, 0], supply: [5, 7, 3],
      tenths: [[50, nil, nil], [50, 50, nil], [nil, 50, nil]])
    let result = instance.answer(.twoStep, within: 20)
    #expect(result.ratios == [0.5, nil, nil])
    #expect(result.ratioStatus == [.ok, .noDemand, .noDemand])
    #expect(result.access == [0.5, 0.5, nil])
    #expect(result.status == [.ok, .ok, .undefined])
    #expect(result.balance?.undefinedCount == 2)
    #expect(result.balance?.supplySide == 5)
    #expect(result.balance?.holds == true)
  }

  @Test func takesTheMeanOfTheNearest() {
    let instance = AccessInstance(
      demand: [1, 1, 1], supply: [1, 0, 9],
      tenths: [[100, 20, 45], [nil, 10, 25], [nil, 10, 400]])
    var question = FloatingCatchmentQuestion(
      table: instance.table(.seconds), demand: instance.demand, supply: instance.supply,
      method: .nearest, limit: ExactDecimal(1800))
    #expect(question.answer().access == [4.5, 2.5, nil])
    question.nearestCount = 2
    let result = question.answer()
    #expect(result.access == [7.25, nil, nil])
    #expect(result.status == [.ok, .tooFew, .noSupply])
  }

  @Test func readsStepsAndKernels() {
    #expect(DistanceDecay(steps: "10:1,5:0.5") == nil)
    #expect(DistanceDecay(steps: "10:-1") == nil)
    #expect(DistanceDecay(steps: "10") == nil)
    #expect(DistanceDecay(steps: "") == nil)
    #expect(
      DistanceDecay(kernel: "power:0.5") == .power(ExactDecimal(1, over: 2) ?? ExactDecimal(0)))
    #expect(DistanceDecay(kernel: "power") == nil)
    #expect(DistanceDecay(kernel: "cubic") == nil)
  }

  private func isNear(_ left: Double, _ right: Double) -> Bool {
    abs(left - right) <= 1e-11 * max(1, abs(left), abs(right))
  }
}
