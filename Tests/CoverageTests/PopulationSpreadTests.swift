import Coverage
import PlanningModel
import Testing
import TravelTimes

/// Village totals survive any spreading, to the person.
@Suite struct PopulationSpreadTests {
  private static func village(
    _ id: DemandPointID, at longitude: Double, _ people: [CohortID: Int], unit: UnitID = "500"
  ) -> DemandPoint {
    DemandPoint(
      id: id, name: id.rawValue, unitClass: .village, unit: unit,
      position: .init(longitude: longitude, latitude: 29), people: people,
      positionProvenance: .surveyed, peopleProvenance: .official)
  }

  private static func district(
    _ villages: [DemandPoint], facilities: [Facility] = []
  ) -> District {
    District(
      code: "5", name: "区", nameEnglish: "D", codeSystem: .nbs2023,
      units: ["500", "501"].map {
        AdministrativeUnit(id: .init($0), name: $0, unitClass: .town, parent: "5")
      }, demandPoints: villages, facilities: facilities)
  }

  private static func cell(
    _ id: String, at longitude: Double, _ weight: Int64, unit: UnitID? = "500"
  ) -> PopulationCell {
    PopulationCell(
      id: id, position: .init(longitude: longitude, latitude: 29), weight: weight, unit: unit)
  }

  @Test func remaindersGoToTheLargestThenTheFirst() {
    #expect(LargestRemainder.split(10, over: [1, 1, 1]) == [4, 3, 3])
    #expect(LargestRemainder.split(10, over: [5, 3, 2]) == [5, 3, 2])
    // Quotas 0.7, 2.1, 4.2: the one left over goes to 0.7.
    #expect(LargestRemainder.split(7, over: [1, 3, 6]) == [1, 2, 4])
    #expect(LargestRemainder.split(0, over: [1, 3]) == [0, 0])
    #expect(LargestRemainder.split(3, over: [0, 0]) == nil)
    #expect(LargestRemainder.split(3, over: []) == nil)
  }

  @Test func totalsAreKeptOnRandomWeights() throws {
    var seed: UInt64 = 20_250_307
    func next(_ bound: UInt64) -> UInt64 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (seed >> 33) % bound
    }
    for _ in 0..<300 {
      let weights = (0..<(1 + next(40))).map { _ in Int64(next(1_000_000_000)) }
      let total = Int(next(100_000))
      guard weights.contains(where: { $0 > 0 }) else { continue }
      let parts = try #require(LargestRemainder.split(total, over: weights))
      #expect(parts.reduce(0, +) == total)
      let sum = weights.reduce(0, +)
      for (part, weight) in zip(parts, weights) {
        let quota = Double(total) * Double(weight) / Double(sum)
        #expect(abs(Double(part) - quota) < 1.000_001, "no part is a whole person off")
        #expect(weight > 0 || part == 0, "nobody lives where the grid has nobody")
      }
    }
  }

  @Test func everyCohortKeepsItsVillageTotal() {
    let villages = [
      Self.village("500/a", at: 107, ["total": 101, "old": 7]),
      Self.village("500/b", at: 107.1, ["total": 50]),
      Self.village("501/c", at: 107.2, ["total": 3], unit: "501"),
    ]
    let cells = [
      Self.cell("1", at: 107.01, 3), Self.cell("2", at: 107.02, 3), Self.cell("3", at: 107.03, 1),
      Self.cell("4", at: 107.09, 5), Self.cell("5", at: 107.2, 9), Self.cell("0", at: 107, 0),
    ]
    let spread = PopulationSpread(cells, over: Self.district(villages))
    for village in villages {
      for (cohort, total) in village.people {
        let sum = spread.district.demandPoints.filter { spread.villageOf[$0.id] == village.id }
          .reduce(0) { $0 + ($1.people[cohort] ?? 0) }
        #expect(sum == total, "\(village.id) \(cohort)")
      }
    }
    // Cell 5 lies beside c, but in the township of a and b.
    #expect(spread.district.demandPoints.contains { $0.id == "500/b#5" })
    #expect(spread.unspreadCount == 1)
    #expect(spread.district.demandPoints.contains { $0.id == "501/c" }, "c stays where it is")
    #expect(
      spread.district.demandPoints.first { $0.id == "500/a#1" }?.positionProvenance
        == .estimated)
    let turned = PopulationSpread(cells.reversed(), over: Self.district(villages.reversed()))
    #expect(turned.district.demandPoints == spread.district.demandPoints)
  }

  @Test func aCellOfANamedVillageGoesThere() {
    var named = Self.cell("1", at: 107.1, 1)
    named.village = "500/a"
    var lost = Self.cell("2", at: 107.1, 1)
    lost.village = "999/x"
    let spread = PopulationSpread(
      [named, lost],
      over: Self.district([
        Self.village("500/a", at: 107, ["total": 4]),
        Self.village("500/b", at: 107.1, ["total": 4]),
      ]))
    #expect(spread.villageOf["500/a#1"] == "500/a")
    #expect(spread.outsideCount == 1)
  }

  /// The centre of a village lies in the river; its people live on the banks, and the only
  /// facility is on one of them.
  @Test func aVillageWhoseCentreLiesInTheRiver() throws {
    let village = Self.village("500/ferry", at: 107, ["total": 100])
    let facility = CoverageCountingTests.facility("a")
    let district = Self.district([village], facilities: [facility])
    let spread = PopulationSpread(
      [Self.cell("north", at: 106.999, 30), Self.cell("south", at: 107.001, 70)], over: district)
    #expect(spread.district.demandPoints.map(\.id) == ["500/ferry#north", "500/ferry#south"])
    let day = try #require(CivilDate("2024-12-31"))
    let nearest = NearestFacility(
      ReachQuery(kinds: ["k"], profile: CoverageCountingTests.profile), in: spread.district,
      on: day)
    // The north bank is five minutes away, the south bank an hour over the bridge.
    let reach = nearest.reach(
      from: CoverageCountingTests.matrix([[300_000], [3_600_000]]), provenance: .official)
    let rows = CoverageCounting(
      district: spread.district, reach: reach, service: "k", cohort: "total",
      limit: CoverageCountingTests.limit, spread: spread
    ).rows()
    #expect(rows.map(\.level) == [.cell, .cell, .village, .township, .township, .district])
    #expect(rows[2].covered == 30)
    #expect(rows[2].total == 100)
    #expect(rows[2].reason == .tooFar, "for most of its people")
    #expect(rows[2].coveredUnits == 0, "half of them would make it count")
    #expect(rows.last?.covered == 30)
    #expect(rows.last?.provenance == .estimated)
  }
}
