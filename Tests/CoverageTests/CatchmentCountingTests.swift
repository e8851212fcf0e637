import Coverage
import PlanningModel
import Testing
import TravelTimes

/// The full facility is a reason of its own.
@Suite struct CatchmentCountingTests {
  @Test func peopleTurnedAwayAreNotCovered() throws {
    let district = CoverageCountingTests.district(facilities: [])
    // Hamlets h1–h8 and the town reach the one facility, h9 does not; it has 95 places.
    let table = CostCoverageTests.table(
      (1...9).map { (id: "500/h\($0)", costs: [("s", Int64($0 == 9 ? 900_001 : 60_000))]) }
        + [(id: "501/town", costs: [("s", Int64(600_000))])], decimals: 3)
    let persons = Array(repeating: 1, count: 9) + [91]
    let input = CatchmentInput(table: table, persons: persons, limit: 900_000)
    let rows = CatchmentCounting(
      district: district, catchments: try input.capacity(SupplyCapacities(own: [95])),
      facilities: ["s"], reasons: Array(repeating: nil, count: 10), service: "k", cohort: "total",
      limit: CoverageCountingTests.limit, share: ExactDecimal(1), provenance: .official
    ).rows()
    #expect(rows.last?.covered == 95)
    #expect(rows[8].reason == .tooFar)
    #expect(rows[9].covered == 87, "the eight hamlets are nearer")
    #expect(rows[9].reason == .full)
    #expect(rows[9].status == .partly)
    #expect(rows.last?.coveredUnits == 8, "a village counts when all of it is served")
    let free = CatchmentCounting(
      district: district, catchments: input.nearest(), facilities: ["s"],
      reasons: Array(repeating: nil, count: 10), service: "k", cohort: "total",
      limit: CoverageCountingTests.limit, share: ExactDecimal(1), provenance: .official
    ).rows()
    #expect(free.last?.covered == 99, "without capacities it is the rule of time")
  }
}
