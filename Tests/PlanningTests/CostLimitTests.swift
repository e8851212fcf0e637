import PlanningModel
import Testing
import TravelTimes

/// Limits are compared with costs exactly.
struct CostLimitTests {
  private func table(_ unit: CostUnit, decimals: Int) -> CostTable {
    CostTable(
      demandIDs: [], supplyIDs: [], rowStarts: [0], supplies: [], costs: [], unit: unit,
      decimals: decimals)
  }

  @Test func readsLimitsByUnit() {
    #expect(CostUnit.seconds.limit("15min") == ExactDecimal(900))
    #expect(CostUnit.minutes.limit("900s") == ExactDecimal(15))
    #expect(CostUnit.minutes.limit("100s") == ExactDecimal(5, over: 3))
    #expect(CostUnit.metres.limit("800.5") == ExactDecimal("800.5"))
    #expect(CostUnit.none.limit("3") == ExactDecimal(3))
    #expect(CostUnit.seconds.limit("900") == nil)
    #expect(CostUnit.metres.limit("15min") == nil)
    #expect(CostUnit.none.limit("-3") == nil)
    #expect(CostUnit.none.limit("50%") == nil)
  }

  @Test func includesTheBoundAndNothingBeyond() throws {
    let limit = try #require(CostUnit.minutes.limit("100s"))
    #expect(table(.minutes, decimals: 3).largestCost(within: limit) == 1666)
    #expect(table(.minutes, decimals: 0).largestCost(within: limit) == 1)
    #expect(table(.seconds, decimals: 3).largestCost(within: ExactDecimal(900)) == 900_000)
    #expect(table(.none, decimals: 18).largestCost(within: ExactDecimal(10)) == .max)
    #expect(
      table(.none, decimals: 17).largestCost(within: ExactDecimal(10)) == 1_000_000_000_000_000_000)
  }
}
