import Coverage
import PlanningModel
import Testing
import TravelTimes

/// Shares from a cost table: who counts, which limits hold, which supply is named.
@Suite struct CostCoverageTests {
  /// A table from lists of (supply, cost) by demand.
  static func table(
    _ rows: [(id: String, costs: [(String, Int64)])], unit: CostUnit = .seconds,
    decimals: Int = 0
  ) -> CostTable {
    let supplies = Set(rows.flatMap { $0.costs.map(\.0) }).sorted()
    let sorted = rows.sorted { $0.id < $1.id }
    var table = CostTable(
      demandIDs: sorted.map(\.id), supplyIDs: supplies, rowStarts: [0], supplies: [], costs: [],
      unit: unit, decimals: decimals)
    for row in sorted {
      for (supply, cost) in row.costs.sorted(by: { $0.0 < $1.0 }) {
        table.supplies.append(UInt32(supplies.firstIndex(of: supply) ?? 0))
        table.costs.append(cost)
      }
      table.rowStarts.append(table.costs.count)
    }
    return table
  }

  private func figures(
    _ table: CostTable, _ amounts: [String], limits: [String]
  ) throws -> [CostCoverage.Figures] {
    CostCoverage(table).figures(
      DemandAmounts(try amounts.map { try #require(ExactDecimal($0)) }),
      rows: Array(table.demandIDs.indices),
      limits: try limits.map { try #require(ExactDecimal($0)) })
  }

  @Test func demandAtExactlyFifteenMinutesIsInside() throws {
    let table = Self.table([
      ("a", [("s", 900)]), ("b", [("s", 901)]), ("c", [("s", 899)]),
    ])
    let figures = try figures(table, ["1", "10", "100"], limits: ["900"])
    #expect(figures[0].covered == 101)
    #expect(figures[0].coveredPoints == 2)
  }

  @Test func limitsBetweenTheStepsOfTheTableAreExact() throws {
    // 0.3 as a double is less than 3 × 0.1: the comparison must not see doubles.
    let table = Self.table([("a", [("s", 3)]), ("b", [("s", 4)])], unit: .none, decimals: 1)
    let figures = try figures(table, ["1", "1"], limits: ["0.3", "0.29999", "0.39999", "0.4"])
    #expect(figures.map(\.coveredPoints) == [1, 0, 1, 2])
  }

  @Test func nineHamletsOfOneAndATownOfNinetyOne() throws {
    let hamlets = (1...9).map { (id: "h\($0)", costs: [("s", Int64(60))]) }
    let table = Self.table(hamlets + [(id: "town", costs: [("s", 5000)])])
    let figures = try figures(
      table, Array(repeating: "1", count: 9) + ["91"], limits: ["900", "5000"])
    #expect(figures[0].covered == 9, "people, not points, are 9 of 100")
    #expect(figures[0].coveredPoints == 9)
    #expect(figures[1].covered == 100)
  }

  @Test func equalCostsGoToTheSmallestID() {
    let table = Self.table([("a", [("t", 5), ("B", 5), ("s", 5)])])
    let coverage = CostCoverage(table)
    #expect(table.supplyIDs[coverage.nearest[0]?.supply ?? 9] == "B", "bytewise")
    #expect(table.supplyIDs[coverage.second[0]?.supply ?? 9] == "s")
  }

  @Test func backupIsTwoOrMoreWithinTheLimit() throws {
    let table = Self.table([
      ("a", [("s", 100), ("t", 900)]), ("b", [("s", 100), ("t", 901)]), ("c", [("t", 5)]),
      ("d", []),
    ])
    let figures = try figures(table, ["1", "10", "100", "1000"], limits: ["900"])
    #expect(figures[0].covered == 111)
    #expect(figures[0].coveredTwice == 1)
    #expect(figures[0].coveredTwicePoints == 1)
  }

  @Test func whatTheTableDoesNotNameIsUnreachable() {
    let table = Self.table([("a", [("s", 1)])])
    let figures = CostCoverage(table).figures(
      DemandAmounts([ExactDecimal(7), ExactDecimal(5)]), rows: [0, nil],
      limits: [ExactDecimal(1_000_000)])
    #expect(figures[0].covered == 7)
  }

  @Test func amountsWithDecimalsAddUpExactly() throws {
    let amounts = DemandAmounts(
      try ["0.1", "0.2", "3", "0.125"].map { try #require(ExactDecimal($0)) })
    #expect(amounts.text(amounts.values.reduce(0, +)) == "3.425")
    #expect(amounts.text(amounts.values[2]) == "3")
  }

  @Test func timesAreWrittenAsSecondsWhateverTheUnit() {
    let minutes = Self.table([("a", [("s", 15_001)])], unit: .minutes, decimals: 3)
    #expect(minutes.secondsText(ofCost: 15_001) == "900.060")
    #expect(minutes.text(ofCost: 15_001, decimalPlaces: 0) == "15.001")
    let seconds = Self.table([("a", [("s", 900)])])
    #expect(seconds.secondsText(ofCost: 900) == "900.000")
    #expect(seconds.text(ofCost: 0, decimalPlaces: 0) == "0")
  }
}
