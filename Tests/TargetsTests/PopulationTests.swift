import PlanningModel
import Targets
import Testing
import TravelTimes

/// Answers with the times of a table: minutes to the nearest own and, if given, any facility.
struct TableReach: ReachSource {
  struct Row {
    var own: Int?
    var all: Int?
    var reason: Reason?
    var isEstimated = false
  }

  /// By demand point, in the district's order.
  var rows: [Row]
  var hasNeighbours = true
  var modes: Set<TravelMode> = [.walk]

  func reach(_ query: ReachQuery) throws -> Reach {
    guard modes.contains(query.profile.mode) else {
      throw WorkError(
        .unsupported, operation: "travel", subject: query.profile.mode.rawValue,
        message: Bilingual("没有这种方式", "no such mode"),
        remedy: Bilingual("改用其他方式", "use another"))
    }
    func nearest(_ milliseconds: Int?, _ id: FacilityID, _ isEstimated: Bool) -> Nearest? {
      milliseconds.map {
        Nearest(
          facility: id, time: TravelTime(milliseconds: UInt32($0)), isEstimated: isEstimated)
      }
    }
    return Reach(
      query: query, own: rows.map { nearest($0.own, "own", $0.isEstimated) },
      withNeighbours: hasNeighbours ? rows.map { nearest($0.all, "any", false) } : nil,
      reasons: rows.map { $0.own == nil ? $0.reason ?? .unreachable : nil },
      provenance: .illustrative)
  }
}

@Suite struct PopulationTests {
  static let elderKinds: [ServiceKind] = [
    "elder_street_center", "elder_town_center", "elder_community_station",
    "elder_mutual_aid_point",
  ]

  /// Four villages of 40, 30, 20 and 10 older people, one beyond the border.
  static func points(_ cohort: CohortID = "pop_60plus") -> [DemandPoint] {
    [("a", 40), ("b", 30), ("c", 20), ("d", 10)].map { name, people in
      DemandPoint(
        id: DemandPointID("500156001/\(name)"), name: name, unitClass: .village,
        unit: "500156001", position: GeographicPosition(longitude: 107, latitude: 29),
        people: [cohort: people, "total": people * 4], positionProvenance: .illustrative,
        peopleProvenance: .illustrative)
    } + [
      DemandPoint(
        id: "500156001/z", name: "z", unitClass: .village, unit: nil,
        position: GeographicPosition(longitude: 107, latitude: 29), people: [cohort: 1000],
        band: .neighbour, positionProvenance: .official, peopleProvenance: .official)
    ]
  }

  static let rows: [TableReach.Row] = [
    .init(own: 900_000, all: 900_000), .init(own: 900_001, all: 600_000),
    .init(own: nil, all: nil, reason: .unreachable), .init(own: 1_800_000, all: 1_800_000),
    .init(own: 1, all: 1),
  ]

  static let centre = WulongDistrict.facility(
    "own", "elder_street_center", "凤山街道", opened: "2020-01-01")

  private func judge(
    threshold: String? = nil, rows: [TableReach.Row] = rows, points: [DemandPoint]? = nil,
    facilities: [Facility] = [centre], registers: [Register] = [], hasNeighbours: Bool = true,
    asOf: String = "2024-12-31"
  ) throws -> Verdict {
    var settings = EvaluationSettings()
    settings.localThresholds =
      try threshold.map { ["WL24-22a": try #require(ExactDecimal($0))] } ?? [:]
    return try Judgement(
      PolicyFiles.policies(),
      WulongDistrict.district(
        plan: false, demandPoints: points ?? Self.points(), facilities: facilities,
        registers: registers), asOf: asOf,
      reach: TableReach(rows: rows, hasNeighbours: hasNeighbours), settings: settings)("WL24-22a")
  }

  @Test func isInformationalWithoutAPromise() throws {
    let verdict = try judge()
    #expect(verdict.status == .informational)
    #expect((verdict.universe, verdict.required, verdict.gap) == (100, nil, nil))
    #expect((verdict.achieved, verdict.unknown) == (40, 0))
    #expect(verdict.shareText == "40.0%")
    #expect(verdict.met.map(\.name) == ["a"], "a time equal to the limit is within")
    #expect(verdict.missing.map(\.reason) == [.tooFar, .unreachable, .tooFar])
    #expect(verdict.missing.map(\.id) == ["500156001/b", "500156001/c", "500156001/d"])
    #expect(verdict.missing.map(\.code) == [nil, nil, nil])
    #expect(verdict.missing.map(\.people) == [30, 20, 10])
    #expect(verdict.missing.first?.time?.milliseconds == 900_001)
    #expect(verdict.persons == PersonsFigure(covered: 40, total: 100, gap: nil))
    #expect(verdict.withNeighbours?.achieved == 70)
    #expect(verdict.withNeighbours?.shareText == "70.0%")
    #expect(verdict.withNeighbours?.status == .informational)
    #expect(verdict.provenance == .illustrative)
    #expect(verdict.rule == "within_time")
    #expect(try judge(hasNeighbours: false).withNeighbours == nil)
  }

  @Test func isAVerdictWithALocalThreshold() throws {
    let verdict = try judge(threshold: "0.9")
    #expect(verdict.status == .behind, "a continuous promise is never missed")
    #expect((verdict.required, verdict.achieved, verdict.gap) == (90, 40, 50))
    #expect(verdict.requiredText == "90%")
    #expect(verdict.persons?.gap == 50)
    #expect(verdict.withNeighbours?.status == .behind)
    #expect(try judge(threshold: "40%").status == .met)
    #expect(try judge(threshold: "0.401").required == 41)
    #expect(try judge(threshold: "0.401").withNeighbours?.status == .met)
  }

  @Test func keepsMissingDataApart() throws {
    var points = Self.points()
    points[2].position = nil
    let open = try judge(threshold: "0.5", points: points)
    #expect((open.status, open.unknown) == (.unknown, 20))
    #expect(open.undecided.map(\.reason) == [.noData])
    #expect((open.rangeLow, open.rangeHigh) == (40, 60))
    #expect(try judge(threshold: "0.7", points: points).status == .behind)
    points[2].people = [:]
    let lacking = try judge(threshold: "0.1", points: points)
    #expect((lacking.status, lacking.required) == (.unknown, nil))
    #expect(lacking.reason?.contains("1个村") == true)
    for index in points.indices { points[index].people = [:] }
    let empty = try judge(points: points)
    #expect((empty.status, empty.universe, empty.required) == (.unknown, nil, nil))
    #expect(empty.reason?.contains("60岁及以上") == true)
    #expect(try judge(facilities: []).status == .unknown, "nothing is known of the service")
    for index in points.indices { points[index].people = ["pop_60plus": 0] }
    #expect(try judge(points: points).status == .notApplicable)
  }

  @Test func knowsNobodyBeyondTheLimitOnARegisterThatIsIncomplete() throws {
    let register = Register(id: "elder", kinds: Self.elderKinds, isComplete: false)
    let open = try judge(threshold: "0.9", registers: [register])
    #expect((open.status, open.unknown) == (.unknown, 60))
    #expect(open.undecided.map(\.reason) == [.tooFar, .unreachable, .tooFar])
    var complete = register
    complete.isComplete = true
    #expect(try judge(threshold: "0.9", registers: [complete]).status == .behind)
  }

  @Test func marksEstimatedTimes() throws {
    var rows = Self.rows
    rows[0].isEstimated = true
    var points = Self.points()
    for index in points.indices {
      points[index].positionProvenance = .official
      points[index].peopleProvenance = .official
    }
    let verdict = try judge(rows: rows, points: points)
    #expect(verdict.provenance == .illustrative, "the weakest wins")
  }

  @Test func listsTheQuestionsForTheCoverageTables() throws {
    let queries = try PolicyFiles.policies().accessQueries(EvaluationSettings())
    #expect(queries.map(\.targetID) == ["WL24-22a", "WL24-42d", "WL24-51b"])
    let elder = try #require(queries.first)
    #expect(elder.limit.milliseconds == 900_000)
    #expect(elder.cohort == "pop_60plus")
    #expect(
      elder.reach.profile
        == TravelProfile(mode: .walk, paceMillimetresPerSecond: 900, direction: .roundTrip))
    #expect(elder.reach.kinds == Self.elderKinds.sorted())
    #expect(queries[1].reach.profile.direction == .to)
  }

  @Test func findsSensitiveCohortsWithoutTheirNumbersByVillage() throws {
    var district = WulongDistrict.district(
      demandPoints: Self.points("registered_mh_subjects"), registers: [])
    district.cohorts = [
      Cohort(
        id: "registered_mh_subjects", label: "登记康复对象", labelEnglish: "registered",
        isSensitive: true)
    ]
    let verdict = try Judgement(
      PolicyFiles.policies(), district, reach: TableReach(rows: Self.rows, modes: [.motor])
    )("WL24-42d")
    #expect(verdict.status == .informational)
    #expect(verdict.missing.map(\.name) == ["c"])
    #expect((verdict.met + verdict.missing).allSatisfy { $0.people == nil })
  }
}
