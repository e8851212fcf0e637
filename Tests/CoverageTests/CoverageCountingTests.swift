import Coverage
import PlanningModel
import Testing
import TravelTimes

@Suite struct CoverageCountingTests {
  static let profile = TravelProfile(
    mode: .walk, paceMillimetresPerSecond: 900, direction: .roundTrip)
  static let limit = TravelTime(milliseconds: 900_000)

  /// Nine hamlets of one person, one town of 91, two townships.
  static func district(facilities: [Facility]) -> District {
    var points = (1...9).map { n in
      DemandPoint(
        id: .init("500/h\(n)"), name: "h\(n)", unitClass: .village, unit: "500",
        position: .init(longitude: 107, latitude: 29), people: ["total": 1],
        positionProvenance: .surveyed, peopleProvenance: .official)
    }
    points.append(
      DemandPoint(
        id: "501/town", name: "town", unitClass: .community, unit: "501",
        position: .init(longitude: 107, latitude: 29), people: ["total": 91],
        positionProvenance: .surveyed, peopleProvenance: .official))
    return District(
      code: "5", name: "区", nameEnglish: "D", codeSystem: .nbs2023,
      units: ["500", "501"].map {
        AdministrativeUnit(
          id: .init($0), name: $0, unitClass: .town, parent: "5", codes: [.nbs2023: $0])
      }, demandPoints: points, facilities: facilities)
  }

  static func facility(
    _ id: FacilityID, band: Band = .own, state: FacilityState = .operating,
    opened: CivilDate? = nil, closed: CivilDate? = nil
  ) -> Facility {
    Facility(
      id: id, name: id.rawValue, kind: "k", host: "500",
      position: .init(longitude: 107, latitude: 29), state: state, opened: opened,
      closed: closed, band: band, provenance: .init(record: .official))
  }

  /// A matrix from times in milliseconds; nil is out of reach.
  static func matrix(_ rows: [[UInt32?]]) -> TravelTimeMatrix {
    var first = [0]
    var destination: [UInt32] = []
    var times: [UInt32] = []
    for row in rows {
      for (index, time) in row.enumerated() {
        guard let time else { continue }
        destination.append(UInt32(index))
        times.append(time)
      }
      first.append(times.count)
    }
    return TravelTimeMatrix(
      firstEntry: first, destination: destination, milliseconds: times,
      status: rows.map { _ in .reached }, isEstimated: rows.map { _ in false })
  }

  /// The same with each row sorted by time, as matrices of road sources are.
  static func sortedMatrix(_ rows: [[UInt32?]]) -> TravelTimeMatrix {
    var matrix = matrix(rows)
    for origin in rows.indices {
      let range = matrix.firstEntry[origin]..<matrix.firstEntry[origin + 1]
      let entries = range.map { (matrix.milliseconds[$0], matrix.destination[$0]) }.sorted(by: <)
      for (place, entry) in zip(range, entries) {
        (matrix.milliseconds[place], matrix.destination[place]) = entry
      }
    }
    return matrix
  }

  private func rows(
    facilities: [Facility], times: [[UInt32?]], on date: String = "2024-12-31"
  ) throws -> [CoverageRow] {
    let district = Self.district(facilities: facilities)
    let day = try #require(CivilDate(date))
    let nearest = NearestFacility(
      ReachQuery(kinds: ["k"], profile: Self.profile), in: district, on: day)
    let reach = nearest.reach(from: Self.matrix(times), provenance: .official)
    return CoverageCounting(
      district: district, reach: reach, service: "k", cohort: "total", limit: Self.limit
    ).rows()
  }

  @Test func sharesCountPeopleNotPoints() throws {
    let times: [[UInt32?]] = Array(repeating: [1000], count: 9) + [[nil]]
    let whole = try #require(
      try rows(facilities: [Self.facility("a")], times: times).last)
    #expect(whole.covered == 9)
    #expect(whole.total == 100)
    #expect(whole.shareText == "9.0%")
  }

  @Test func demandAtExactlyTheLimitIsInside() throws {
    let times: [[UInt32?]] = Array(repeating: [900_001], count: 9) + [[900_000]]
    let rows = try rows(facilities: [Self.facility("a")], times: times)
    #expect(rows.last?.covered == 91)
    #expect(rows[0].reason == .tooFar)
    #expect(rows[0].time?.secondsText == "900.001")
    #expect(rows[9].reason == nil)
  }

  @Test func neighboursAreCountedApart() throws {
    let times: [[UInt32?]] = Array(repeating: [nil, 5000], count: 9) + [[1000, 500]]
    let facilities = [Self.facility("a"), Self.facility("b", band: .neighbour)]
    let whole = try #require(try rows(facilities: facilities, times: times).last)
    #expect(whole.covered == 91)
    #expect(whole.coveredWithNeighbours == 100)
  }

  @Test func tiesOfTimeGoToTheSmallestID() throws {
    let facilities = [Self.facility("b"), Self.facility("a"), Self.facility("B")]
    let rows = try rows(
      facilities: facilities, times: Array(repeating: [7, 7, 7], count: 10))
    #expect(rows[0].nearest == "B", "bytewise: capital letters first")
  }

  @Test(arguments: [
    ("2023-12-31", false), ("2024-01-01", true), ("2024-12-30", true), ("2024-12-31", false),
  ])
  func openingDayCountsAndClosingDayDoesNot(date: String, operates: Bool) throws {
    let facility = Self.facility(
      "a", opened: CivilDate("2024-01-01"), closed: CivilDate("2024-12-31"))
    let times: [[UInt32?]] = Array(repeating: operates ? [1] : [], count: 10)
    let rows = try rows(facilities: [facility], times: times, on: date)
    #expect(rows[0].reason == (operates ? nil : .notOperating))
  }

  @Test func withoutAnySiteTheReasonIsNoSite() throws {
    let rows = try rows(facilities: [], times: Array(repeating: [], count: 10))
    #expect(rows[0].reason == .noSite)
    #expect(rows.last?.covered == 0)
  }
}
