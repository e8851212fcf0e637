import ChineseText
import PlanningModel
import Testing

@testable import Targets

/// The oddities of real policy documents, one test each, by their numbers. Numbers 1 to 12.
@Suite struct OdditiesTests {
  private let plan = WulongDistrict.district()
  private let assumed = EvaluationSettings(assumedComplete: ["mh_rehab"])

  private func wulong(_ settings: EvaluationSettings? = nil) throws -> Judgement {
    try Judgement(PolicyFiles.policies(), plan, settings: settings ?? assumed)
  }

  @Test("1 · 8 stations, 9 names: 覆盖 by host is infeasible, by service range it is not")
  func eightStationsNineNames() throws {
    let judged = try wulong()
    let verdict = try judged("WL24-40c")
    #expect((verdict.rule, verdict.status, verdict.achieved) == ("assigned", .met, 9))
    #expect(verdict.alternative("hosted")?.status == .infeasible)
    #expect(judged.results.crossChecks.contains { $0.id == "WL24-40c" && $0.kind == "limited_by" })
  }

  @Test("2 · count ≠ coverage ≠ share: 8, 9 and 60 % of one clause need not agree")
  func countIsNotCoverageIsNotShare() throws {
    let judged = try wulong()
    #expect(try judged("WL24-40b").status == .met)
    #expect(try judged("WL24-40c").status == .met)
    let share = try judged("WL24-42c")
    #expect((share.status, share.achieved, share.required) == (.missed, 9, 14))
    #expect(
      judged.results.crossChecks.contains { $0.id == "WL24-42c" && $0.kind == "named_plan_short" })
  }

  @Test("3 · 开展服务 ≠ facility: outreach without a site counts")
  func runningAServiceNeedsNoBuilding() throws {
    let outreach = ActivityRecord(
      unit: WulongDistrict.id("凤山街道"), activity: "精康服务", year: 2024, sessions: 2,
      provenance: .official)
    let verdict = try Judgement(
      PolicyFiles.policies(), WulongDistrict.district(plan: false, activities: [outreach]),
      settings: assumed)("WL24-42a")
    #expect((verdict.achieved, verdict.met.map(\.name)) == (1, ["凤山街道"]))
    #expect(verdict.met.first?.by == [])
    #expect(verdict.alternative("hosted")?.achieved == 0)
  }

  @Test("4 · 覆盖 has many meanings: none is taken silently, and the rule is printed")
  func coveredNeverDefaults() throws {
    let text = SmallPolicy.target(
      "{type: named_units, kind: station, names: [白马镇]}", quote: "覆盖白马镇")
    #expect(SmallPolicy.checks(text) == ["policy.without_rule"])
    for rule in CoveredRuleKind.allCases {
      #expect(!rule.label.isEmpty && !rule.labelEnglish.isEmpty)
    }
    // 覆盖1万人以上 counts people reached: a count has no covered-rule.
    let people = SmallPolicy.target(
      "{type: count, object: people_reached, value: 10000}", covered: "{rule: hosted}")
    #expect(SmallPolicy.checks(people) == ["policy.covered_unused"])
  }

  @Test("5 · rounding: need = ⌈p·N⌉ on integers, where doubles break; percentages floored")
  func roundingIsExact() throws {
    let cases: [(String, Int, Int)] = [
      ("60%", 22, 14), ("60%", 28, 17), ("60%", 12, 8), ("60%", 15, 9), ("90%", 22, 20),
      ("0.55", 100, 55), ("0.07", 100, 7),
    ]
    for (share, total, need) in cases {
      #expect(try #require(ExactDecimal(share)).need(of: total) == need, "\(share) of \(total)")
    }
    #expect((0.55 * 100).rounded(.up) == 56, "which is why no double decides")
    #expect((0.07 * 100).rounded(.up) == 8)
    #expect(ShareText.percent(5996, of: 10000) == "59.9%")
    #expect(ShareText.percent(13, of: 22) == "59.0%")
  }

  @Test(
    "6 · 以上 includes, 超过 and 余 exclude, 力争 is soft, 一批 has no number, 等 leaves a list open")
  func quantityWords() throws {
    #expect(PromiseWords.comparison(in: "100场以上") == .atLeast)
    #expect(PromiseWords.comparison(in: "面积不低于30平方米") == .atLeast)
    #expect(PromiseWords.comparison(in: "超过3家") == .moreThan)
    #expect(PromiseWords.comparison(in: "500余名") == .moreThan)
    #expect(PromiseWords.comparison(in: "不超过1年") == .atMost)
    #expect(PromiseWords.comparison(in: "其余3家") == nil)
    #expect(PromiseWords.isSoft("力争到年底全区55岁以下养老护理员持证率达到90%"))
    #expect(PromiseWords.isApproximate("200张左右"))
    #expect(PromiseWords.isUnquantified("规范化建设一批妇女儿童维权站"))
    #expect(PromiseWords.isOpenList("做好巫溪县通城镇等乡村振兴定点帮扶工作", after: "通城镇"))
    #expect(!PromiseWords.isOpenList("覆盖羊角街道、白马镇", after: "白马镇"))
    let strict = SmallPolicy.target("{type: count, object: served, value: 500}", quote: "500余名")
    #expect(SmallPolicy.checks(strict) == ["policy.words_op"])
    let soft = SmallPolicy.target("{type: count, object: served, value: 5}", quote: "力争5家")
    #expect(SmallPolicy.checks(soft) == ["policy.words_due"])
  }

  @Test("7 · what is restated is not added: 100户 and 10张 each stand twice")
  func restatementsAreNotAdded() throws {
    let entries = try [
      ("households_retrofitted", 100), ("home_care_beds", 10),
    ].map { name, value in
      LedgerEntry(
        indicator: name, value: value, asOf: try day("2024-12-01"), provenance: .official)
    }
    let judged = try Judgement(
      PolicyFiles.policies(), WulongDistrict.district(plan: false, ledger: entries))
    #expect(try judged("WL24-23b").required == 100)
    #expect(try judged("WL24-23b").status == .met)
    #expect(try judged("WL24-24").required == 10)
    let restated = judged.results.crossChecks.filter { $0.kind == "restated" }
    #expect(restated.map(\.id) == ["WL24-23b", "WL24-24"])
    let twice = """
      targets:
        - id: A
          title: 甲
          cite: {doc: D, clause: 一, quote: 改造100户, restated: [{clause: 二, quote: 完成改造100户}]}
          measure: {type: count, object: households, value: 100}
          due: {date: 2024-12-31, kind: hard}
        - id: B
          title: 乙
          cite: {doc: D, clause: 二, quote: 完成改造100户}
          measure: {type: count, object: households, value: 100}
          due: {date: 2024-12-31, kind: hard}
      """
    #expect(SmallPolicy.checks(twice) == ["policy.restated_twice"])
  }

  @Test("8 · the verb asks for a state: 启动, 新建, 打造, 开展, 推进, 迁建")
  func verbsAskForStates() throws {
    func state(_ quote: String) -> StateRequirement? {
      if case .state(let state)? = PromiseWords.asked(by: quote) { state } else { nil }
    }
    #expect(state("启动1个农村公益性示范安葬(放)设施建设")?.minimum == .underConstruction)
    #expect(state("新建设老年食堂2家")?.minimum == .accepted)
    #expect(state("建成石船镇养老服务中心")?.isDesignated == false)
    #expect(state("打造市级示范老年食堂1个")?.isDesignated == true)
    #expect(state("规范化建设一批妇女儿童维权站")?.isDesignated == true)
    #expect(PromiseWords.asked(by: "开展精康服务") == .activity)
    #expect(PromiseWords.asked(by: "加快推进28个慢性病康养理疗服务站建设") == .progress)
    #expect(PromiseWords.asked(by: "完成区救助站迁建项目") == .relocation)
    let early = SmallPolicy.target(
      "{type: count, kind: home, value: 1, state_min: under_construction}", quote: "建成1个")
    #expect(SmallPolicy.checks(early) == ["policy.words_state"])
    let unmarked = SmallPolicy.target("{type: count, kind: home, value: 1}", quote: "创建1个")
    #expect(SmallPolicy.checks(unmarked) == ["policy.words_state"])
  }

  @Test("8 · 迁建: a relocation leaves the number as it is")
  func relocationsAreNetZero() throws {
    let text = SmallPolicy.target(
      "{type: count, kind: rescue_station, value: 1, counting: relocation}")
    let old = WulongDistrict.facility(
      "old", "rescue_station", "凤山街道", opened: "2010-01-01", closed: "2024-09-01")
    let new = WulongDistrict.facility("new", "rescue_station", "芙蓉街道", opened: "2024-09-01")
    let register = Register(id: "r", kinds: ["rescue_station"], isComplete: true)
    func judge(_ facilities: [Facility], complete: Bool = true) throws -> Verdict {
      try Judgement(
        SmallPolicy.policies(text),
        WulongDistrict.district(
          plan: false, facilities: facilities, registers: complete ? [register] : []))("T1")
    }
    #expect(try judge([old, new]).status == .met)
    var standing = old
    standing.closed = nil
    #expect(try judge([standing, new]).status == .missed, "two stand: nothing was moved")
    #expect(try judge([old]).status == .missed, "closed, and nothing new")
    #expect(try judge([new], complete: false).status == .unknown)
  }

  @Test("9 · stock or increment: a missing baseline is unknown, never 0; falling figures are found")
  func stockAndIncrement() throws {
    let measure = "{type: count, object: beds, value: 200, counting: cumulative_since_baseline}"
    func entry(_ value: Int, _ date: String) throws -> LedgerEntry {
      LedgerEntry(indicator: "beds", value: value, asOf: try day(date), provenance: .official)
    }
    let falling = [try entry(120, "2024-03-31"), try entry(90, "2024-06-30")]
    let judged = try Judgement(
      SmallPolicy.policies(SmallPolicy.target(measure)),
      WulongDistrict.district(plan: false, ledger: falling))
    let verdict = try judged("T1")
    #expect((verdict.status, verdict.achieved) == (.unknown, nil))
    #expect(verdict.reason?.contains("基期") == true)
    let check = try #require(judged.results.crossChecks.first { $0.kind == "cumulative_falls" })
    #expect(check.text.contains("120") && check.text.contains("90"))
    let based = try Judgement(
      SmallPolicy.policies(
        SmallPolicy.target(measure, more: "baseline: {year: 2022, value: 100}")),
      WulongDistrict.district(
        plan: false, ledger: [try entry(40, "2023-12-31"), try entry(70, "2024-12-31")]))("T1")
    #expect((based.status, based.achieved) == (.met, 210), "100, 40 of one year and 70 of the next")
    let rising = [try entry(90, "2024-03-31"), try entry(120, "2024-06-30")]
    #expect(
      try Judgement(
        SmallPolicy.policies(SmallPolicy.target(measure)),
        WulongDistrict.district(plan: false, ledger: rising)
      ).results.crossChecks.isEmpty)
    let stock = measure.replacing("cumulative_since_baseline", with: "net_stock")
    #expect(
      try Judgement(
        SmallPolicy.policies(SmallPolicy.target(stock)),
        WulongDistrict.district(plan: false, ledger: falling)
      ).results.crossChecks.isEmpty, "a stock may fall")
  }

  @Test("10 · deadlines: eleven forms of words, years without a date, evidence from before")
  func deadlines() throws {
    func read(_ text: String) -> Due? { DuePhrase.read(text, period: 2021...2025) }
    let forms: [(String, DueKind, String?)] = [
      ("长期坚持", .continuous, nil), ("即时完成,并长期坚持", .immediate, nil),
      ("2021年年底完成,并长期坚持", .hard, "2021-12-31"), ("持续推进", .continuous, nil),
      ("2021年取得阶段成效,持续推进", .stage, "2021-12-31"), ("2022年年底完成", .hard, "2022-12-31"),
      ("2025年年底完成", .hard, "2025-12-31"),
      ("5年过渡期内取得阶段成效,持续推进", .transition, "2025-12-31"),
      ("5年过渡期内完成,持续推进", .transition, "2025-12-31"),
      ("5年过渡期内完成,并长期坚持", .transition, "2025-12-31"),
      ("5年过渡期内取得阶段成效,并长期坚持", .transition, "2025-12-31"),
    ]
    for (text, kind, date) in forms {
      let due = try #require(read(text), "\(text)")
      #expect((due.kind, due.date?.description) == (kind, date), "\(text)")
    }
    #expect(read("到2024年底")?.date?.description == "2024-12-31")
    #expect(read("2023年6月10日")?.date?.description == "2023-06-10")
    #expect(read("2024年6月底")?.date?.description == "2024-06-30")
    #expect(read("尽快") == nil)
    let dateless = SmallPolicy.target(
      "{type: count, object: beds, value: 1}", due: "{kind: inferred}")
    #expect(SmallPolicy.checks(dateless) == ["policy.due_without_date"])
    let yubei = try ExampleDistrict("500112-yubei").policies()
    #expect(yubei.targets.allSatisfy { $0.due.kind == .inferred || $0.due.kind == .continuous })
  }

  @Test("11 · the universe drifts: 500232 became 500156, codes are skipped, counts are compared")
  func universeDrift() throws {
    let former = """
      universes:
        U: {level: township, within: "500156", former_code: "500232", n: 27}
      """
    let (policies, faults) = SmallPolicy.read(former)
    #expect(faults.map(\.check) == ["policy.universe_count"])
    #expect(faults.first?.severity == .warning)
    #expect(faults.first?.description.contains("26") == true, "both numbers are said")
    let universe = try #require(policies.universe("U"))
    #expect(universe.formerCode == "500232")
    let old = UniverseResolver(
      district: "500232", units: WulongDistrict.units, demandPoints: [], aliases: [:])
    guard case .members(let members) = old.members(of: universe) else {
      Issue.record("data under the former code has no members")
      return
    }
    #expect(members.count == 26)
    let codes = Set(WulongDistrict.towns.map { Int($0.0.suffix(3)) ?? 0 })
    #expect(codes.isDisjoint(with: [100, 103, 106, 110]), "towns that became streets")
  }

  @Test("12 · short names: aliases are declared, nothing is matched by likeness")
  func shortNames() throws {
    let plain = UnitNames(WulongDistrict.units)
    for short in ["石桥乡", "后坪乡", "浩口乡", "文复乡"] {
      #expect(plain.find(name: short) == nil)
      #expect(!plain.nearest(to: short).isEmpty)
    }
    let named = UnitNames(
      WulongDistrict.units,
      aliases: ["石桥乡": "石桥苗族土家族乡", "后坪乡": "后坪苗族土家族乡", "浩口乡": "浩口苗族仡佬族乡", "文复乡": "文复苗族土家族乡"])
    #expect(named.find(name: "石桥乡")?.rawValue == "500156202")
    #expect(named.find(name: "浩口乡")?.rawValue == "500156209")
    let entry = SmallPolicy.target(
      "{type: named_units, kind: station, names: [石桥乡]}", covered: "{rule: hosted}")
    #expect(SmallPolicy.checks(entry) == ["policy.unknown_unit"])
  }
}
