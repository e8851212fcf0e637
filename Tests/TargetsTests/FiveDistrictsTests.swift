import Foundation
import PlanningModel
import Targets
import Testing

/// Every entry of the five districts, judged three times: with nothing on record, with complete
/// registers that hold nothing, and with evidence for every promise.
@Suite struct FiveDistrictsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var folder: String?
    var asOf: String
    var testDescription: String { folder ?? "500156-wulong" }
  }

  static let cases = [
    Case(folder: nil, asOf: "2024-12-31"), Case(folder: "500151-tongliang", asOf: "2023-12-31"),
    Case(folder: "500112-yubei", asOf: "2022-12-31"),
    Case(folder: "500000-chongqing", asOf: "2025-12-31"),
    Case(folder: "500105-jiangbei", asOf: "2035-12-31"),
  ]

  /// What no ledger of a district can settle, and why.
  static let unsettled: [String: String] = [
    "WL24-22a": "no travel times", "WL24-42d": "no travel times", "WL24-51b": "no travel times",
    "TL23-2b3s": "no travel times", "WL24-42b": "the universe is not defined",
    "WL24-40d": "one level rests on WL24-42b", "TL23-ANX": "the source breaks off",
    "YB22-31a": "no baseline", "YB22-31b": "no baseline", "YB22-31c": "no baseline",
    "CQ21-06a": "no villages", "CQ21-11b": "no villages", "CQ21-12a": "no villages",
    "CQ21-13": "no villages", "CQ21-10": "no villages", "CQ21-11c": "the universe is not defined",
    "CQ21-12b": "the universe is not defined", "JB21-30": "nothing is named to look for",
    "JB21-36b": "the universe is not defined",
  ]

  @Test(arguments: cases)
  func everyEntryHasItsVerdict(of district: Case) throws {
    let example = try ExampleDistrict(district.folder)
    let policies = try example.policies()
    let date = try day(district.asOf)
    let nothing = try Judgement(policies, example.district(), asOf: district.asOf)
    let none = try Judgement(
      policies, FullEvidence(policies, example, asOf: date, isKept: false).district,
      asOf: district.asOf)
    let all = try Judgement(
      policies, FullEvidence(policies, example, asOf: date, isKept: true).district,
      asOf: district.asOf)
    var lines = ["id,measure,nothing_known,nothing_done,all_done,universe,required,achieved"]
    for target in policies.targets {
      let (open, failed, kept) = (try nothing(target.id), try none(target.id), try all(target.id))
      for verdict in [open, failed, kept]
      where [.unknown, .informational, .notApplicable].contains(verdict.status) {
        #expect(verdict.reason?.isEmpty == false, "\(target.id) is \(verdict.status) without why")
      }
      #expect(
        [.unknown, .informational].contains(open.status),
        "\(target.id) is \(open.status) although nothing is known")
      if kept.status == .informational {
        #expect(failed.status == .informational || failed.status == .unknown, "\(target.id)")
      } else if Self.unsettled[target.id] != nil {
        #expect(kept.status != .met, "\(target.id)")
      } else {
        #expect(kept.status == .met, "\(target.id) is \(kept.status): \(kept.reason ?? "")")
        #expect(
          [.missed, .behind].contains(failed.status)
            || (failed.status == .notApplicable && failed.universe == nil),
          "\(target.id) is \(failed.status) although nothing was done: \(failed.reason ?? "")")
        #expect(kept.gap == 0 && kept.required != nil, "\(target.id)")
      }
      let figures = [kept.universe, kept.required, kept.achieved].map { $0.map(String.init) ?? "" }
      lines.append(
        ([
          target.id, target.measure.type.rawValue, open.status.rawValue, failed.status.rawValue,
          kept.status.rawValue,
        ] + figures).joined(separator: ","))
    }
    try compare(lines.joined(separator: "\n") + "\n", "\(district.testDescription).csv")
  }

  private func compare(_ text: String, _ name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "Golden/\(name)")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(name); run again without RECORD_GOLDEN")
      return
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text, "\(name)")
  }

  /// Red, yellow and green by quarter, with the plan beside what was done.
  @Test func quartersHaveLights() throws {
    let text = SmallPolicy.target(
      "{type: count, object: beds, value: 10}", more: "milestones: {q1: 1, q2: 4, q3: 8, q4: 10}")
    func entry(_ value: Int, _ date: String) throws -> LedgerEntry {
      LedgerEntry(indicator: "beds", value: value, asOf: try day(date), provenance: .official)
    }
    let register = Register(id: "r", indicators: ["beds"], isComplete: true)
    let ledger = [
      try entry(1, "2024-03-30"), try entry(3, "2024-06-20"), try entry(9, "2024-09-30"),
      try entry(9, "2024-12-20"),
    ]
    func standings(asOf: String) throws -> [QuarterStanding] {
      try #require(
        try TargetEvaluator.standings(
          of: 2024, policies: SmallPolicy.policies(text),
          district: WulongDistrict.district(plan: false, ledger: ledger, registers: [register]),
          asOf: day(asOf), settings: EvaluationSettings())["T1"])
    }
    let year = try standings(asOf: "2024-12-31")
    #expect(year.map(\.planned) == [1, 4, 8, 10])
    #expect(year.map(\.achieved) == [1, 3, 9, 9])
    #expect(year.map(\.status) == [.onTrack, .behind, .onTrack, .missed])
    #expect(year.map(\.light) == [.green, .yellow, .green, .red])
    let half = try standings(asOf: "2024-07-15")
    #expect(half.map(\.light) == [.green, .yellow, .grey, .grey])
    #expect(half.map(\.status) == [.onTrack, .behind, nil, nil])
  }

  /// Papers with days of their own are planned by those days, not a quarter of them each quarter.
  @Test func papersArePlannedByTheirDays() throws {
    let text = SmallPolicy.target(
      "{type: report, from: [区残联, 区妇联], dates: [2024-06-10, 2024-09-10, 2024-12-10]}",
      due: "{date: 2024-12-10, kind: hard}")
    let year = try #require(
      try TargetEvaluator.standings(
        of: 2024, policies: SmallPolicy.policies(text),
        district: WulongDistrict.district(plan: false), asOf: day("2024-12-31"),
        settings: EvaluationSettings())["T1"])
    #expect(year.map(\.planned) == [0, 2, 4, 6])
  }

  /// A count lists what it counted: facilities one by one, figures with their day and paper.
  @Test func countsListTheirEvidence() throws {
    let text = SmallPolicy.target(
      "{type: rate, numerator: served, denominator: registered, value: 45%}")
    let entries = try [("served", 3), ("served", 9), ("registered", 20), ("other", 1)].enumerated()
      .map { month, entry in
        LedgerEntry(
          indicator: entry.0, value: entry.1, asOf: try day("2024-0\(month + 1)-01"),
          evidence: "paper \(month)", provenance: .official)
      }
    func verdict(_ text: String, _ district: District) throws -> Verdict {
      try #require(
        try TargetEvaluator(
          policies: SmallPolicy.policies(text), district: district, asOf: day("2024-12-31"),
          reach: nil, settings: EvaluationSettings()
        ).evaluate().verdicts.first)
    }
    let rate = try verdict(text, WulongDistrict.district(plan: false, ledger: entries))
    #expect(rate.evidence.entries.map(\.evidence) == ["paper 1", "paper 2"])
    let stations = try verdict(
      SmallPolicy.target("{type: count, kind: mh_rehab_station, value: 8}"),
      WulongDistrict.district(plan: true))
    #expect(stations.evidence.facilities.count == stations.achieved && stations.achieved == 8)
  }
}
