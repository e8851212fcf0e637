import PlanningModel
import Targets
import Testing

/// 铜梁's calendar of reports: 28 units, three days; five offices, one day.
@Suite struct CalendarTests {
  static let days = ["2023-06-10", "2023-09-10", "2023-12-10"]

  private let example: ExampleDistrict
  private let policies: Policies

  init() throws {
    example = try ExampleDistrict("500151-tongliang")
    policies = try example.policies()
  }

  private func receipt(
    _ unit: UnitID, _ due: String, _ received: String?
  ) throws -> SubmissionRecord {
    SubmissionRecord(
      target: "TL23-5c1", unit: unit, due: try day(due), received: try received.map(day),
      provenance: .official)
  }

  private func judge(
    _ submissions: [SubmissionRecord], asOf: String, complete: Bool = true,
    target: String = "TL23-5c1"
  ) throws -> (Verdict, ReceiptsMatrix) {
    let register = Register(id: "r", targets: ["TL23-5c1", "TL23-5c2"], isComplete: complete)
    let district = example.district(submissions: submissions, registers: [register])
    let verdict = try Judgement(policies, district, asOf: asOf)(target)
    guard case .receipts(let matrix)? = verdict.detail else {
      throw WorkError(
        .notFound, operation: "test", subject: target, message: Bilingual("无", "none"),
        remedy: Bilingual("无", "none"))
    }
    return (verdict, matrix)
  }

  private var all: [SubmissionRecord] {
    get throws {
      try Self.days.flatMap { due in try example.units.map { try receipt($0.id, due, due) } }
    }
  }

  @Test func asksEachUnitForEachDay() throws {
    let (verdict, matrix) = try judge([], asOf: "2023-12-31")
    #expect((verdict.universe, verdict.required, verdict.achieved) == (84, 84, 0))
    #expect((matrix.senders.count, matrix.columns.count) == (28, 3))
    #expect(matrix.rows.allSatisfy { $0.count == 3 })
    #expect(matrix.columns.map(\.due.description) == Self.days)
    #expect(verdict.status == .missed)
    #expect(matrix.overdue.count == 84)
    let (open, blank) = try judge([], asOf: "2023-12-31", complete: false)
    #expect((open.status, open.unknown) == (.unknown, 84))
    #expect(blank.overdue.isEmpty, "what is not on record is not known to be overdue")
    #expect(blank.rows.joined().allSatisfy { $0 == .unknown })
  }

  @Test func isMetWhenAllAreIn() throws {
    let (verdict, matrix) = try judge(try all, asOf: "2023-12-31", complete: false)
    #expect((verdict.status, verdict.achieved, verdict.gap) == (.met, 84, 0))
    #expect(matrix.receivedCount == 84)
    #expect(verdict.provenance == .official)
  }

  /// The overdue list of any day, from the same records.
  @Test(arguments: [
    ("2023-06-09", 0, VerdictStatus.onTrack), ("2023-06-10", 2, .behind),
    ("2023-06-15", 2, .behind), ("2023-06-20", 1, .behind), ("2023-09-01", 1, .behind),
    ("2023-09-09", 1, .behind), ("2023-09-10", 1, .behind), ("2023-12-10", 1, .missed),
  ])
  func listsTheOverdueOfADay(asOf: String, overdue: Int, status: VerdictStatus) throws {
    let late = try example.unit("巴川街道")
    let never = try example.unit("东城街道")
    let records = try all.map { record -> SubmissionRecord in
      var record = record
      guard record.due.description == "2023-06-10" else { return record }
      if record.unit == late { record.received = try day("2023-06-18") }
      if record.unit == never { record.received = nil }
      return record
    }
    let (verdict, matrix) = try judge(records, asOf: asOf)
    #expect(verdict.status == status)
    #expect(matrix.overdue.count == overdue)
    let names = matrix.overdue.map(\.sender.name)
    #expect(names.contains("东城街道") == (overdue > 0))
    #expect(names.contains("巴川街道") == (overdue == 2))
    let days = try day("2023-06-10").days(until: day(asOf))
    #expect(matrix.overdue.allSatisfy { $0.days == days })
    guard asOf > "2023-06-18" else { return }
    let row = try #require(matrix.senders.firstIndex { $0.name == "巴川街道" })
    let came = try day("2023-06-18")
    #expect(matrix.rows[row][0] == .late(came, days: 8))
    #expect(verdict.reason?.contains("迟报1份") == true)
  }

  @Test func waitsForDaysToCome() throws {
    let first = try all.filter { $0.due.description == "2023-06-10" }
    let (verdict, matrix) = try judge(first, asOf: "2023-08-01")
    #expect((verdict.status, verdict.achieved) == (.onTrack, 28))
    #expect(matrix.rows.allSatisfy { $0[1] == .pending && $0[2] == .pending })
  }

  @Test func fiveOfficesReportOnce() throws {
    let reports = try ["区人力社保局", "区医保局", "区妇联", "区残联"].map { office in
      SubmissionRecord(
        target: "TL23-5c2", office: office, due: try day("2023-12-15"),
        received: try day("2023-12-14"), provenance: .official)
    }
    let (verdict, _) = try judge(reports, asOf: "2023-12-31", target: "TL23-5c2")
    #expect((verdict.status, verdict.required, verdict.achieved) == (.missed, 5, 4))
    #expect(verdict.missing.map(\.name) == ["区乡村振兴局 2023-12-15"])
    let (before, _) = try judge(reports, asOf: "2023-12-14", target: "TL23-5c2")
    #expect(before.status == .onTrack)
  }

  /// The annex: seven rows, one cell lost with the rest of the source.
  @Test func theTableOfTasksSaysWhereItBreaksOff() throws {
    let tasks = try (1...7).flatMap { row in
      try (1...4).map { quarter in
        MilestoneRecord(
          target: "TL23-ANX", row: String(row), quarter: quarter,
          date: try day(["2023-03-20", "2023-06-20", "2023-09-20", "2023-12-20"][quarter - 1]),
          provenance: .official)
      }
    }
    func verdict(_ records: [MilestoneRecord], asOf: String) throws -> Verdict {
      let register = Register(id: "r", targets: ["TL23-ANX"], isComplete: true)
      return try Judgement(
        policies, example.district(milestones: records, registers: [register]), asOf: asOf)(
          "TL23-ANX")
    }
    let year = try verdict(tasks, asOf: "2023-12-31")
    #expect((year.status, year.universe, year.achieved, year.unknown) == (.unknown, 28, 27, 1))
    #expect(year.undecided.map(\.id) == ["TL23-ANX/7/Q4"])
    #expect(year.reason?.contains("来源文件不完整") == true)
    let third = try verdict(tasks, asOf: "2023-09-30")
    #expect((third.status, third.achieved) == (.onTrack, 21))
    let behind = try verdict(tasks.filter { $0.row != "3" || $0.quarter != 2 }, asOf: "2023-09-30")
    #expect((behind.status, behind.achieved) == (.behind, 20))
    // The first quarter was over when the document came out: a paper from after it is none.
    let afterwards = tasks.map { record in
      var record = record
      if record.quarter == 1, record.row == "1" {
        record.date = CivilDate(year: 2023, month: 6, day: 1) ?? record.date
      }
      return record
    }
    let retrospective = try verdict(afterwards, asOf: "2023-09-30")
    #expect((retrospective.status, retrospective.achieved) == (.behind, 20))
    #expect(retrospective.missing.contains { $0.id == "TL23-ANX/1/Q1" })
    guard case .tasks(let figures)? = third.detail else {
      Issue.record("no detail")
      return
    }
    #expect(figures.count == 28)
    #expect(figures.filter { $0.row == "7" }.map(\.light) == [.green, .green, .green, .grey])
  }
}
