import Coverage
import TestSupport
import Testing
import TravelTimes

@Suite struct CatchmentRuleTests {
  private func table() -> CostTable {
    CostTable(
      pairs: [(0, 0, 300), (0, 1, 300), (1, 0, 900), (1, 1, 200), (2, 1, 1200)], demands: 4,
      supplies: 2)
  }

  @Test func nearestBreaksTiesByIdAndKeepsEverybody() throws {
    let input = CatchmentInput(table: table(), persons: [10, 0, 30, 5], limit: 900)
    let found = input.nearest()
    #expect(
      found.parts == [
        .init(demand: 0, supply: 0, persons: 10, cost: 300),
        .init(demand: 1, supply: 1, persons: 0, cost: 200),
      ])
    #expect(found.tooFar == [0, 0, 30, 5])
    #expect(found.isWithin == [true, true, false, false])
    let sums = try Conservation(found, of: input)
    #expect((sums.assigned, sums.displaced, sums.tooFar, sums.demand) == (10, 0, 35, 45))
  }

  @Test func theOwnTownshipComesFirstAndBordersMayBeClosed() throws {
    let input = CatchmentInput(table: table(), persons: [10, 20, 30, 5])
    // Supply 0 is the own township's of demand 1, supply 1 of demand 0; the rest is across.
    func rank(_ closed: Bool) -> (Int, Int) -> BorderRank {
      { demand, supply in
        (demand, supply) == (1, 0) || (demand, supply) == (0, 1) ? .own : closed ? .closed : .across
      }
    }
    let open = input.administrative(rank(false))
    #expect(open.parts.map(\.supply) == [1, 0, 1])
    let closed = input.administrative(rank(true))
    #expect(closed.parts.map(\.supply) == [1, 0])
    // The service is near, and not for them.
    #expect(closed.displaced == [0, 0, 30, 0])
    #expect(closed.tooFar == [0, 0, 0, 5])
    #expect(try Conservation(closed, of: input).demand == 65)
  }

  @Test func huffSharesByAttractionAndSquaredTime() throws {
    // 10 and 20 minutes, equal attraction: 4 : 1.
    let table = CostTable(pairs: [(0, 0, 600), (0, 1, 1200)], demands: 1, supplies: 2)
    let input = CatchmentInput(table: table, persons: [11])
    let found = input.huff(HuffModel(attraction: [1, 1]))
    #expect(found.parts.map(\.persons) == [9, 2])
    let doubled = input.huff(HuffModel(attraction: [1, 4]))
    // 1/100 against 4/400: even; the odd person goes to the smaller id.
    #expect(doubled.parts.map(\.persons) == [6, 5])
    let linear = input.huff(HuffModel(attraction: [1, 1], decayPower: 1))
    #expect(linear.parts.map(\.persons) == [7, 4])
  }

  @Test func huffFloorsTimesAtAMinute() {
    let table = CostTable(pairs: [(0, 0, 0), (0, 1, 60)], demands: 1, supplies: 2)
    let found = CatchmentInput(table: table, persons: [10]).huff(HuffModel(attraction: [1, 1]))
    #expect(found.parts.map(\.persons) == [5, 5])
  }

  @Test func huffDisplacesWhereNothingAttracts() throws {
    let input = CatchmentInput(table: table(), persons: [10, 20, 30, 5])
    let found = input.huff(HuffModel(attraction: [0, 0]))
    #expect(found.displaced == [10, 20, 30, 0])
    #expect(found.tooFar == [0, 0, 0, 5])
  }

  @Test(arguments: 0..<100) func everyRuleConserves(seed: Int) throws {
    let instance = RandomInstance(
      seed: 2000 + seed, demands: 20, supplies: 8, largestCost: 3000, largestCount: 500)
    let input = instance.input
    _ = try Conservation(input.nearest(), of: input)
    let attraction = input.table.supplyIDs.indices.map { Double($0 % 4) }
    _ = try Conservation(input.huff(HuffModel(attraction: attraction)), of: input)
    _ = try Conservation(
      input.administrative { [.own, .across, .closed][($0 + $1) % 3] }, of: input)
  }

  @Test(arguments: 0..<200) func largestRemaindersAddUp(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let weights = (0..<Int.random(in: 1...9, using: &random)).map { _ in
      Double.random(in: 0...1, using: &random) * (Bool.random(using: &random) ? 1e-9 : 1e9)
    }
    let total = Int.random(in: 0...1_000_000, using: &random)
    let shares = try #require(LargestRemainder.shares(of: total, weights: weights))
    #expect(shares.reduce(0, +) == total)
    #expect(shares.allSatisfy { $0 >= 0 })
  }
}
