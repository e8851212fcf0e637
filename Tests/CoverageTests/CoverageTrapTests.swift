import Coverage
import PlanningModel
import Testing
import TravelTimes

/// Mistakes that coverage tools are known to make, one test each.
@Suite struct CoverageTrapTests {
  static let day = CivilDate("2024-12-31")

  private func rows(
    _ district: District, times: [[UInt32?]], on date: String = "2024-12-31",
    universe: CoverageUniverse? = nil, servingOnly: Bool = false, isBackup: Bool = false,
    judged: UnitLevel = .village, spread: PopulationSpread? = nil
  ) throws -> [CoverageRow] {
    let day = try #require(CivilDate(date))
    let nearest = NearestFacility(
      ReachQuery(kinds: ["k"], profile: CoverageCountingTests.profile), in: district, on: day)
    let matrix = CoverageCountingTests.matrix(times)
    let reach = nearest.reach(from: matrix, provenance: .official, servingOnly: servingOnly)
    return CoverageCounting(
      district: district, reach: reach, service: "k", cohort: "total",
      limit: CoverageCountingTests.limit,
      unrestricted: servingOnly ? nearest.reach(from: matrix, provenance: .official) : nil,
      isBackup: isBackup, universe: universe, judged: judged, spread: spread
    ).rows()
  }

  private func facility(_ id: FacilityID) -> Facility { CoverageCountingTests.facility(id) }

  @Test func demandAtExactlyFifteenMinutesIsInside() throws {
    let district = CoverageCountingTests.district(facilities: [facility("a")])
    let times: [[UInt32?]] = Array(repeating: [900_001], count: 9) + [[900_000]]
    let rows = try rows(district, times: times)
    #expect(rows.last?.covered == 91)
    #expect(rows[0].beyond == TravelTime(milliseconds: 1), "too far, and by how much")
    #expect(rows[9].beyond == nil)
  }

  @Test func nineHamletsOfOneAndATownOfNinetyOne() throws {
    let district = CoverageCountingTests.district(facilities: [facility("a")])
    let rows = try rows(district, times: Array(repeating: [1], count: 9) + [[nil]])
    let whole = try #require(rows.last)
    #expect(whole.shareText == "9.0%", "of the people")
    #expect(whole.coveredUnits == 9, "of the villages")
    #expect(whole.units == 10)
    #expect(whole.status == .partly)
  }

  @Test func anEmptyUniverseIsNotApplicable() throws {
    let district = CoverageCountingTests.district(facilities: [facility("a")])
    let rows = try rows(
      district, times: Array(repeating: [1], count: 10),
      universe: CoverageUniverse(id: "u", members: .places([])))
    #expect(rows.count == 1)
    #expect(rows[0].level == .universe)
    #expect(rows[0].status == .notApplicable)
    #expect(rows[0].covered == nil)
    #expect(rows[0].shareText == nil, "neither 0 % nor 100 %")
  }

  @Test func aUniverseThatNobodyDefinedIsUnknown() throws {
    let district = CoverageCountingTests.district(facilities: [facility("a")])
    let rows = try rows(
      district, times: Array(repeating: [1], count: 10),
      universe: CoverageUniverse(id: "u", members: .undefined))
    #expect(rows.map(\.status) == [.unknown])
    #expect(rows[0].reason == .noData)
  }

  @Test func aUniverseTakesItsOwnPlacesOnly() throws {
    let district = CoverageCountingTests.district(facilities: [facility("a")])
    let rows = try rows(
      district, times: Array(repeating: [nil], count: 9) + [[1]],
      universe: CoverageUniverse(id: "u", members: .units(["501"])))
    #expect(rows.map(\.id) == ["501/town", "501", "u"])
    #expect(rows.last?.shareText == "100.0%")
  }

  @Test func aPlaceWithoutPeopleIsNotApplicable() throws {
    var district = CoverageCountingTests.district(facilities: [facility("a")])
    for index in district.demandPoints.indices { district.demandPoints[index].people["total"] = 0 }
    let rows = try rows(district, times: Array(repeating: [1], count: 10))
    #expect(rows.last?.status == .notApplicable)
    #expect(rows.last?.shareText == nil)
  }

  @Test func aSharedBuildingCountsOnce() {
    var first = facility("a")
    var second = facility("b")
    first.floorAreaSquareMetres = ExactDecimal(60)
    second.floorAreaSquareMetres = ExactDecimal(60)
    (first.village, second.village) = ("501/town", "501/town")
    (first.site, second.site) = ("hall", "hall")
    var other = second
    other.id = "c"
    other.site = "school"
    let district = CoverageCountingTests.district(facilities: [first, second, other])
    func town(_ value: String) -> PlaceAnswer? {
      guard let day = Self.day, let value = ExactDecimal(value) else { return nil }
      return Intensity(
        IntensityRequirement(quantity: .floorArea, value: value, per: 91), kinds: ["k"],
        cohort: "total", in: district, on: day, isComplete: true
      ).answers(judging: .village)["501/town"]
    }
    #expect(town("120")?.status == .covered, "60 m² of the hall, 60 m² of the school")
    #expect(town("120.01")?.status == .uncovered)
    #expect(town("120.01")?.intensity?.deficit == ExactDecimal("0.01"))
    #expect(town("120")?.intensity?.quantity == ExactDecimal(120))
  }

  @Test func anUnstatedAreaIsUnknownNotZero() throws {
    var measured = facility("a")
    measured.village = "501/town"
    measured.floorAreaSquareMetres = ExactDecimal(20)
    var unmeasured = facility("b")
    unmeasured.village = "501/town"
    let district = CoverageCountingTests.district(facilities: [measured, unmeasured])
    let day = try #require(Self.day)
    func town(_ value: Int) -> CoverageStatus? {
      Intensity(
        IntensityRequirement(quantity: .floorArea, value: ExactDecimal(value), per: 91),
        kinds: ["k"], cohort: "total", in: district, on: day, isComplete: true
      ).answers(judging: .village)["501/town"]?.status
    }
    #expect(town(20) == .covered, "what is known suffices")
    #expect(town(21) == .unknown)
  }

  @Test(arguments: [("2024-12-30", 100), ("2024-12-31", 0)])
  func aFacilityClosedOnTheDayDoesNotCount(date: String, covered: Int) throws {
    let closing = CoverageCountingTests.facility("a", closed: CivilDate("2024-12-31"))
    let district = CoverageCountingTests.district(facilities: [closing])
    let times: [[UInt32?]] = Array(repeating: covered > 0 ? [1] : [], count: 10)
    let rows = try rows(district, times: times, on: date)
    #expect(rows.last?.covered == covered)
    #expect(rows[0].reason == (covered > 0 ? nil : .notOperating))
  }

  @Test func theNeighboursFacilityIsShownApart() throws {
    let district = CoverageCountingTests.district(facilities: [
      facility("a"), CoverageCountingTests.facility("n", band: .neighbour),
    ])
    let rows = try rows(district, times: Array(repeating: [nil, 1], count: 9) + [[1, nil]])
    #expect(rows.last?.covered == 91)
    #expect(rows.last?.coveredWithNeighbours == 100)
    #expect(rows[0].nearest == nil, "the nearest is one of the district's own")
    #expect(rows[0].reason == .unreachable)
  }

  @Test func oneIDInTwoTablesIsTwoThings() throws {
    // A village and a facility of the same id, as joined tables of some tools confuse.
    let district = CoverageCountingTests.district(facilities: [facility("500/h1")])
    let times: [[UInt32?]] = [[1_000_000]] + Array(repeating: [1], count: 9)
    let rows = try rows(district, times: times)
    #expect(rows[0].id == "500/h1")
    #expect(rows[0].reason == .tooFar, "it is not its own facility")
    #expect(rows[0].time == TravelTime(milliseconds: 1_000_000))
    let table = CostCoverageTests.table([("x", [("x", 901), ("y", 950)])])
    #expect(CostCoverage(table).nearest[0]?.cost == 901)
  }

  @Test func aFacilityNearbyMayNotServeThePlace() throws {
    var near = facility("near")
    near.serviceRange = ["501"]
    var far = facility("far")
    far.serviceRange = ["500"]
    let district = CoverageCountingTests.district(facilities: [near, far])
    // Facilities are sorted by id: far, near.
    let times: [[UInt32?]] = Array(repeating: [1_000_000, 1], count: 10)
    let serving = try rows(district, times: times, servingOnly: true)
    #expect(serving[0].reason == .outsideRange)
    #expect(serving[0].nearest == "far")
    #expect(serving[9].covered == 91)
    #expect(try rows(district, times: times).last?.covered == 100)
  }

  @Test func backupIsTwoOrMoreWithinTheLimit() throws {
    let district = CoverageCountingTests.district(facilities: [facility("a"), facility("b")])
    let times: [[UInt32?]] = Array(repeating: [1, 900_001], count: 9) + [[2, 900_000]]
    let rows = try rows(district, times: times, isBackup: true)
    #expect(rows.last?.covered == 100)
    #expect(rows.last?.coveredTwice == 91)
    #expect(rows[9].second == "b")
  }

  @Test func aTownshipCountsWhenHalfItsPeopleAreWithin() throws {
    let district = CoverageCountingTests.district(facilities: [facility("a")])
    // Five of nine hamlets: 5 ≥ ⌈9/2⌉. The town's one place is beyond the limit.
    let times: [[UInt32?]] =
      Array(repeating: [1], count: 5) + Array(repeating: [nil], count: 5)
    let rows = try rows(district, times: times, judged: .township)
    #expect(rows.last?.coveredUnits == 1)
    #expect(rows.last?.units == 2)
  }

  @Test func aRuleOfUnitsCoversAllTheirPeople() {
    let district = CoverageCountingTests.district(facilities: [])
    let rows = RuleCounting(
      district: district, judged: .township,
      answers: [
        "500": PlaceAnswer(status: .unknown, reason: .noData),
        "501": PlaceAnswer(status: .covered, facilities: ["b", "a"], provenance: .official),
      ], service: "k", cohort: "total", provenance: .official
    ).rows()
    #expect(rows.last?.covered == 91)
    #expect(rows.last?.undecided == 9)
    #expect(rows.last?.coveredUnits == 1)
    #expect(rows.last?.undecidedUnits == 1)
    #expect(rows.last?.units == 2)
    #expect(rows[9].nearest == "a")
    #expect(rows[10].status == .unknown)
  }

  @Test func theNearestSearchesSayTheSameAsTheWholeTable() throws {
    var seed: UInt64 = 20_241_231
    func next(_ bound: UInt64) -> UInt64 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (seed >> 33) % bound
    }
    let day = try #require(Self.day)
    for _ in 0..<60 {
      let facilities = (0..<(next(6))).map { number in
        CoverageCountingTests.facility(
          FacilityID("f\(number)"), band: next(3) == 0 ? .neighbour : .own)
      }
      let district = CoverageCountingTests.district(facilities: facilities)
      let nearest = NearestFacility(
        ReachQuery(kinds: ["k"], profile: CoverageCountingTests.profile), in: district, on: day)
      let times = (0..<10).map { _ in
        facilities.map { _ in next(4) == 0 ? nil : UInt32(next(5)) }
      }
      let whole = nearest.reach(
        from: CoverageCountingTests.matrix(times), provenance: .official)
      func rows(_ isKept: (Facility) -> Bool) -> TravelTimeMatrix {
        CoverageCountingTests.sortedMatrix(
          times.map { row in zip(row, facilities).filter { isKept($1) }.map(\.0) })
      }
      let searched = nearest.reach(
        own: NearestTimes(firstTwoOf: rows { $0.band == .own }),
        all: district.hasNeighbours ? NearestTimes(firstOf: rows { _ in true }) : nil,
        provenance: .official)
      #expect(searched.own == whole.own)
      #expect(searched.second == whole.second)
      #expect(searched.withNeighbours == whole.withNeighbours)
      #expect(searched.reasons == whole.reasons)
    }
  }
}
