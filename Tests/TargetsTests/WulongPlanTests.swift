import PlanningModel
import Targets
import Testing

@Suite struct WulongPlanTests {
  static let assumed = EvaluationSettings(assumedComplete: ["mh_rehab"])
  static let missingNames = [
    "江口镇", "火炉镇", "鸭江镇", "平桥镇", "桐梓镇", "凤来镇", "庙垭乡", "石桥苗族土家族乡", "沧沟乡", "文复苗族土家族乡", "土地乡",
    "后坪苗族土家族乡", "浩口苗族仡佬族乡",
  ]

  private func plan(_ settings: EvaluationSettings = assumed) throws -> Judgement {
    try Judgement(PolicyFiles.policies(), WulongDistrict.district(), settings: settings)
  }

  @Test func countsTheNamedProjects() throws {
    let plan = try plan()
    let centres = try plan("WL24-40a")
    #expect(centres.status == .met)
    #expect((centres.required, centres.achieved, centres.gap) == (2, 2, 0))
    #expect(centres.met.map(\.name) == ["仙女山街道", "长坝镇"])
    #expect(centres.met.first?.by == ["centre-仙女山街道"])
    #expect(centres.provenance == .official)
    let stations = try plan("WL24-40b")
    #expect(stations.status == .met)
    #expect((stations.required, stations.achieved, stations.unknown) == (8, 8, 0))
    #expect((stations.rangeLow, stations.rangeHigh) == (8, 8))
    #expect(stations.provenance == .official)
  }

  @Test func coversTheNamedUnitsByServiceRange() throws {
    let verdict = try plan()("WL24-40c")
    #expect(verdict.rule == "assigned")
    #expect(verdict.status == .met)
    #expect((verdict.required, verdict.achieved, verdict.gap) == (9, 9, 0))
    #expect(verdict.met.first { $0.name == "大洞河乡" }?.by == ["station-白云乡"])
    #expect(verdict.provenance == .illustrative)
    let hosted = try #require(verdict.alternative("hosted"))
    #expect((hosted.achieved, hosted.unknown, hosted.status) == (8, 0, .infeasible))
    #expect(verdict.alternative("within_time")?.status == .unknown, "no travel times here")
  }

  @Test func findsTheStreetsThatAreMissing() throws {
    let verdict = try plan()("WL24-42a")
    #expect(verdict.status == .missed)
    #expect((verdict.universe, verdict.required, verdict.achieved, verdict.gap) == (4, 4, 2, 2))
    #expect(verdict.missing.map(\.name) == ["凤山街道", "芙蓉街道"])
    #expect(verdict.missing.map(\.code) == ["500156001", "500156002"])
    #expect(verdict.missing.allSatisfy { $0.reason == .noRecord })
    #expect(verdict.provenance == .derived)
    #expect(verdict.alternative("hosted")?.achieved == 2)
    #expect(verdict.alternative("assigned")?.achieved == 2)
    #expect(verdict.upper?.binds == false)
  }

  @Test func findsTheTownsThatAreMissing() throws {
    let plan = try plan()
    let verdict = try plan("WL24-42c")
    #expect(verdict.status == .missed)
    #expect((verdict.universe, verdict.required, verdict.achieved, verdict.gap) == (22, 14, 9, 5))
    #expect(verdict.universeID == "WL.town_xiang")
    #expect(verdict.shareText == "40.9%")
    #expect(verdict.requiredText == "60%")
    #expect(verdict.missing.map(\.name) == Self.missingNames)
    #expect(
      verdict.alternative("hosted")
        == .init(rule: "hosted", achieved: 8, unknown: 0, status: .missed))
    #expect(verdict.alternative("assigned")?.achieved == 9)
    #expect(verdict.upper?.value == "50%")
    #expect(verdict.upper?.binds == false)
    #expect(verdict.upper?.document == "重庆“精康融合行动”实施方案(2023-2025年)")
    #expect(verdict.citation.document == "武隆民政发〔2024〕8号")
    #expect(verdict.provenance == .derived)
    #expect(verdict.assumptions == ["assume_complete:mh_rehab"])
    #expect(plan.results.assumptions.map(\.id) == ["assume_complete:mh_rehab"])
  }

  @Test func leavesAbsenceUndecidedWithoutTheAssumption() throws {
    let plan = try plan(EvaluationSettings())
    let verdict = try plan("WL24-42c")
    #expect(verdict.status == .unknown)
    #expect((verdict.achieved, verdict.unknown, verdict.gap) == (9, 13, 5))
    #expect((verdict.rangeLow, verdict.rangeHigh) == (9, 22))
    #expect(verdict.missing.isEmpty)
    #expect(verdict.undecided.map(\.name) == Self.missingNames)
    #expect(verdict.undecided.allSatisfy { $0.reason == .noData })
    #expect(verdict.assumptions.isEmpty)
    #expect(plan.results.assumptions.isEmpty)
    #expect(try plan("WL24-40c").alternative("hosted")?.status == .unknown)
    let stations = try plan("WL24-40b")
    #expect(stations.status == .met)
    #expect((stations.unknown, stations.rangeLow, stations.rangeHigh) == (nil, 8, nil))
  }

  @Test func knowsNothingOfTheBaseline() throws {
    let baseline = try Judgement(
      PolicyFiles.policies(), WulongDistrict.district(plan: false))
    for id in ["WL24-40a", "WL24-40b", "WL24-40c", "WL24-42a", "WL24-42b", "WL24-42c", "WL24-23a"] {
      #expect(try baseline(id).status == .unknown, "\(id)")
      #expect(try baseline(id).provenance == nil, "\(id)")
    }
    #expect(try baseline("WL24-42c").rangeHigh == 22)
  }

  @Test func leavesTheUrbanCommunitiesUndefined() throws {
    let verdict = try plan()("WL24-42b")
    #expect(verdict.status == .unknown)
    #expect((verdict.universe, verdict.required, verdict.achieved) == (nil, nil, nil))
    #expect(verdict.requiredText == "60%")
    #expect(verdict.reason?.contains("城市社区") == true)
    #expect(verdict.upper?.binds == true)
  }

  @Test func countsOverlappingCanteensEach() throws {
    let plan = try plan()
    let new = try plan("WL24-23a")
    #expect((new.achieved, new.required, new.status, new.provenance) == (2, 2, .met, .official))
    let shown = try plan("WL24-51a")
    #expect((shown.achieved, shown.required, shown.status) == (1, 1, .met))
    #expect(shown.provenance == .official)
    #expect(shown.assumptions.isEmpty, "it reads no register that is assumed")
    let check = try #require(plan.results.crossChecks.first { $0.kind == "may_overlap" })
    #expect(check.id == "WL24-51a")
    #expect(check.text.contains("WL24-23a"))
    #expect(check.text.contains("不得相加"))
    #expect(check.text.contains("canteen-1"))
  }

  @Test func saysThatEightCannotBeHostedInNine() throws {
    let check = try #require(plan().results.crossChecks.first { $0.kind == "limited_by" })
    #expect(check.id == "WL24-40c")
    for part in ["8个", "9个单位", "最多8个", "station-白云乡", "白云乡、大洞河乡"] {
      #expect(check.text.contains(part), "\(part): \(check.text)")
    }
    #expect(check.textEnglish.contains("at most 8"))
  }

  @Test func saysThatTheNamedProjectsAreNotEnough() throws {
    let checks = try plan().results.crossChecks.filter { $0.kind == "named_plan_short" }
    #expect(checks.map(\.id) == ["WL24-42a", "WL24-42c"])
    #expect(checks.last?.text.contains("WL24-40a、WL24-40b、WL24-40c") == true)
    #expect(checks.last?.text.contains("差5个") == true)
  }

  @Test func keepsEveryEntryWithAReason() throws {
    let verdicts = try plan().results.verdicts
    #expect(verdicts.count == 31)
    for verdict in verdicts where verdict.status == .unknown {
      #expect(verdict.reason?.isEmpty == false, "\(verdict.id)")
      #expect(verdict.reasonEnglish?.isEmpty == false, "\(verdict.id)")
    }
    let plan = try #require(verdicts.first { $0.id == "WL24-47b" })
    #expect((plan.status, plan.required, plan.achieved) == (.unknown, 1, 0))
    let reports = try #require(verdicts.first { $0.id == "WL24-03" })
    #expect((reports.universe, reports.required, reports.unknown) == (14, 14, 14))
    #expect(verdicts.first { $0.id == "WL24-40d" }?.status == .behind)
    #expect(verdicts.allSatisfy { $0.titleEnglish != nil })
  }

  @Test func givesTheSameAnswersWhateverTheOrderOfTheInput() throws {
    let forward = try plan().results
    var district = WulongDistrict.district()
    district.activities.reverse()
    let reversed = try Judgement(
      PolicyFiles.policies(),
      District(
        code: district.code, name: district.name, nameEnglish: district.nameEnglish,
        codeSystem: district.codeSystem, cohorts: district.cohorts,
        units: district.units.reversed(), facilities: district.facilities.reversed(),
        activities: district.activities, registers: district.registers), settings: Self.assumed
    ).results
    #expect(forward.verdicts == reversed.verdicts)
    #expect(forward.crossChecks == reversed.crossChecks)
  }
}
