import Scenarios
import Testing

@Suite struct ChangeDecompositionTests {
  /// The mean over all six orders, computed as it is defined.
  private func naive(_ corners: [Int]) -> [Int] {
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    var sixths = [0, 0, 0]
    for order in orders {
      var corner = 0
      for factor in order {
        let next = corner | (1 << factor)
        sixths[factor] += corners[next] - corners[corner]
        corner = next
      }
    }
    return sixths
  }

  private func corner(_ factors: Set<ChangeFactor>) -> Int {
    ChangeFactor.allCases.enumerated().reduce(0) {
      factors.contains($1.element) ? $0 | (1 << $1.offset) : $0
    }
  }

  /// Seed 20241231, 2,000 tables of eight counts.
  @Test func sumsExactlyAndIsTheMeanOverAllOrders() {
    var state: UInt64 = 20_241_231
    func draw() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % 100_000
    }
    for _ in 0..<2_000 {
      let corners = (0..<8).map { _ in draw() }
      let parts = ChangeDecomposition { corners[corner($0)] }
      #expect(parts.corners == corners)
      #expect(parts.sixths == naive(corners))
      #expect(parts.parts.reduce(0, +) == corners[7] - corners[0])
      #expect(parts.change == corners[7] - corners[0])
      for (whole, sixth) in zip(parts.parts, parts.sixths) { #expect(abs(6 * whole - sixth) < 6) }
    }
  }

  @Test func whatChangesNothingHasNoPart() {
    // Sites add 10, and 4 more under the second year's roads; people change nothing.
    let parts = ChangeDecomposition { factors in
      (factors.contains(.sites) ? 10 : 0)
        + (factors.isSuperset(of: [.sites, .roads]) ? 4 : 0)
    }
    #expect((parts[.sites], parts[.people], parts[.roads]) == (12, 0, 2))
  }

  @Test func thirdsGoToTheFirstOfEqualRemainders() {
    // One person who needs all three: a third each.
    let parts = ChangeDecomposition { $0.count == 3 ? 1 : 0 }
    #expect(parts.sixths == [2, 2, 2] && parts.parts == [1, 0, 0])
    let lost = ChangeDecomposition { $0.count == 3 ? 0 : 1 }
    #expect(lost.sixths == [-2, -2, -2] && lost.parts == [0, 0, -1])
  }
}
