import ChineseText
import PlanningModel
import Testing

@testable import Targets

/// The oddities of real policy documents, one test each, by their numbers. Numbers 13 to 24.
@Suite struct MoreOdditiesTests {
  private func chongqing() throws -> ExampleDistrict { try ExampleDistrict("500000-chongqing") }

  @Test("13 · one stem in one district: 南坪街道 and 南坪镇 are never merged")
  func sameStem() throws {
    let units = try chongqing().units.filter { $0.parent == "500108" }
    let names = UnitNames(units)
    #expect(names.find(name: "南坪街道")?.rawValue == "500108003")
    #expect(names.find(name: "南坪镇")?.rawValue == "500108101")
    #expect(names.find(name: "南坪") == nil, "an explicit choice is needed")
    #expect(Set(names.nearest(to: "南坪", count: 2)) == ["南坪街道", "南坪镇"])
  }

  @Test("14 · homonyms across districts: 兴隆镇 four times; names are matched inside a parent")
  func homonyms() throws {
    let city = try chongqing()
    let shared = Dictionary(grouping: city.units, by: \.name).filter { $0.value.count > 1 }
    #expect(city.units.count == 1031)
    #expect(shared.count == 35)
    #expect(shared.values.reduce(0) { $0 + $1.count } == 75)
    #expect(shared["兴隆镇"]?.count == 4)
    func checks(_ names: String) -> [String] {
      SmallPolicy.read(
        SmallPolicy.target(
          "{type: named_units, kind: station, names: [\(names)]}", covered: "{rule: hosted}"),
        known: city.known
      ).1.map(\.check)
    }
    #expect(checks("兴隆镇") == ["policy.unknown_unit"])
    #expect(checks("{district: \"500112\", township: 兴隆镇}").isEmpty)
    #expect(checks("通城镇").isEmpty)
    let names = UnitNames(city.units)
    #expect(names.find(name: "500236/兴隆镇")?.rawValue == "500236128")
    #expect(names.find(name: "500112/江口镇") == nil)
  }

  @Test("15 · traditional characters: converted for matching, kept for citing, never for output")
  func traditionalCharacters() throws {
    let printed = "構建區、鎮街、村（社區）三級困難群眾主動發現網絡"
    let quote = "构建区、镇街、村(社区)三级困难群众主动发现网络"
    #expect(try FoldedText(printed).match(quote) == .found)
    #expect(try FoldedText("范圍內干部復核臺賬").match("范围内干部复核台账") == .found)
    let policies = try SmallPolicy.policies(
      SmallPolicy.target("{type: issue_ledger}", due: "{kind: continuous}", quote: printed))
    #expect(try QuoteCheck.run(policies, texts: ["D": FoldedText(quote)]).isEmpty)
    #expect(policies.target("T1")?.cite.quote == printed, "cited as printed")
    #expect(
      try QuoteCheck.run(policies, texts: ["D": FoldedText("别的文字")]).map(\.check)
        == ["policy.quote_not_found"])
  }

  @Test("16 · lost markup: of two copies the whole number is taken, and none is guessed")
  func lostMarkup() {
    #expect(DocumentNumber.isWellFormed("渝民〔2021〕69号"))
    for broken in ["渝民〔202169", "民发〔202116号", "渝民[2021]69号", "渝民〔2021〕69", "〔2021〕69号"] {
      #expect(!DocumentNumber.isWellFormed(broken), "\(broken)")
    }
    #expect(
      DocumentNumber.agreed(among: ["渝民〔202169", "渝民〔2021〕69号"]) == "渝民〔2021〕69号")
    #expect(DocumentNumber.agreed(among: ["渝民〔202169"]) == nil, "2021 and 69, or 202 and 169?")
    #expect(DocumentNumber.agreed(among: ["渝民〔2021〕69号", "渝民〔2021〕96号"]) == nil)
    let faults = SmallPolicy.read(
      "targets: []\n", document: "{id: D, no: 渝民〔202169号, title: 文件}"
    ).1
    #expect(faults.map(\.check) == ["policy.document_number_form"])
  }

  @Test("17 · a lost number, a cut annex: said, and 来源文件不完整 is printed")
  func incompleteSources() throws {
    for name in ["500105-jiangbei", "500151-tongliang"] {
      let example = try ExampleDistrict(name)
      let policies = try example.policies()
      #expect(policies.documents.first?.isComplete == false)
      let checks = try Judgement(policies, example.district()).results.crossChecks
      let check = try #require(checks.first { $0.kind == "source_incomplete" }, "\(name)")
      #expect(check.text.contains("来源文件不完整"))
    }
    let jiangbei = try ExampleDistrict("500105-jiangbei").policies().documents[0]
    #expect(jiangbei.number == nil)
    #expect(jiangbei.citedAs == jiangbei.title)
    let (policies, faults) = SmallPolicy.read(
      "targets: []\n",
      document: "{id: D, no_unknown: true, title: 文件, complete: header_missing}")
    #expect(faults.isEmpty && policies.documents[0].isComplete == false)
  }

  @Test("18 · who publishes is not who issues, and not on the same day")
  func publisherAndIssuer() throws {
    let city = try #require(try chongqing().policies().documents.first)
    #expect((city.issuers, city.republishedBy) == (["重庆市民政局"], "南岸区民政局"))
    #expect(city.issued?.description == "2021-04-12")
    #expect(city.published?.description == "2021-06-25")
    let wulong = try #require(try PolicyFiles.policies().document("WL2024"))
    #expect(wulong.issued?.description == "2024-02-22")
    #expect(wulong.published?.description == "2024-03-06")
  }

  @Test("19 · departments are merged: the successor's papers count from its day on")
  func departmentSuccession() throws {
    let text =
      "departments:\n  区乡村振兴局: {successor: 区农业农村委, since: 2024-03-01}\n"
      + SmallPolicy.target(
        "{type: report, from: [区乡村振兴局], dates: [2024-02-15, 2024-12-15]}", due: nil)
    func judge(_ first: String, _ second: String) throws -> Verdict {
      let records = [("2024-02-15", first), ("2024-12-15", second)]
      let submissions = try records.map { due, office in
        SubmissionRecord(
          target: "T1", office: office, due: try day(due), received: try day(due),
          provenance: .official)
      }
      let district = District(
        code: "500156", name: "武隆区", nameEnglish: "Wulong", codeSystem: .nbs2023,
        submissions: submissions)
      return try Judgement(SmallPolicy.policies(text), district)("T1")
    }
    #expect(try judge("区乡村振兴局", "区农业农村委").status == .met)
    #expect(try judge("区农业农村委", "区农业农村委").achieved == 1, "not yet the successor")
    #expect(try judge("区乡村振兴局", "区医保局").achieved == 1)
  }

  @Test("20 · a city's figure is only reported by a district that has not adopted it")
  func localisedTargets() throws {
    func judge(_ scope: String) throws -> Verdict {
      let text = """
        universes:
          C: {level: township, within: "500000", n: 1031}
        \(SmallPolicy.target(
          "{type: share_units, universe: C, value: 90%, kind: station}",
          covered: "{rule: hosted}", more: scope))
        """
      let register = Register(id: "r", kinds: ["station"], isComplete: true)
      return try Judgement(
        SmallPolicy.policies(text),
        WulongDistrict.district(
          plan: false, facilities: [WulongDistrict.facility("s", "station", "白马镇")],
          registers: [register]))("T1")
    }
    let reported = try judge("scope: {code: \"500000\", name: 重庆市}")
    #expect((reported.status, reported.universe, reported.achieved) == (.informational, 26, 1))
    #expect(reported.reason?.contains("重庆市") == true)
    let adopted = try judge("scope: {code: \"500000\", name: 重庆市, adopted_by: [\"500156\"]}")
    #expect((adopted.status, adopted.required) == (.missed, 24))
  }

  @Test("21 · conditional denominators: thresholds and lists are the planner's, and asked for")
  func conditionalDenominators() throws {
    let villages = [("甲", 40, "111"), ("乙", 12, "121"), ("丙", 3, "220")].map { name, needy, code in
      DemandPoint(
        id: DemandPointID("500156101/\(name)"), name: name,
        unitClass: code.hasPrefix("1") ? .community : .village, unit: "500156101", position: nil,
        people: ["needy": needy], urbanRuralCode: code, positionProvenance: .official,
        peopleProvenance: .official)
    }
    func universe(_ condition: String, more: String = "") throws -> Verdict {
      let text = """
        universes:
          V: {level: village, within: "500156"}
        \(SmallPolicy.target(
          "{type: share_units, universe: {of: V, where: \(condition)}, value: 100%, kind: point}",
          covered: "{rule: hosted}"))\(more)
        """
      return try Judgement(
        SmallPolicy.policies(text), WulongDistrict.district(plan: false, demandPoints: villages))(
          "T1")
    }
    let needy = "{people: {cohort: needy, op: \">=\", value: 10}}"
    #expect(try universe(needy).universe == 2)
    let parameter = "{people: {cohort: needy, param: needy_threshold}}"
    let unset = try universe(parameter)
    #expect((unset.status, unset.universe) == (.unknown, nil))
    #expect(unset.reason?.contains("needy_threshold") == true)
    let set = """
        - id: P
          title: 参数
          cite: {doc: D, clause: 二, quote: 较多}
          measure: {type: parameter, values: {needy_threshold: 20}}
      """
    #expect(try universe(parameter, more: set).universe == 1)
    // 城市社区: any 1xx, or the main urban area alone; the answer changes.
    #expect(try universe("{class: 社区, urban_rural_code_prefix: \"1\"}").universe == 2)
    #expect(try universe("{class: 社区, urban_rural_code_prefix: [\"111\", \"112\"]}").universe == 1)
    let undefined = try Judgement(PolicyFiles.policies(), WulongDistrict.district())("WL24-42b")
    #expect((undefined.status, undefined.required) == (.unknown, nil))
  }

  @Test("22 · the class stands in the code: 0 街道, 1 镇, 2 and 3 乡; 乡镇 has no streets")
  func classesInCodes() throws {
    for unit in WulongDistrict.units + (try chongqing().units) {
      guard let worded = UnitWords.unitClass(ofCode: unit.id.rawValue) else { continue }
      #expect(unit.unitClass.matches(worded), "\(unit.id) \(unit.name)")
    }
    let words = try #require(UnitWords.classes("乡镇"))
    let townships = WulongDistrict.units.count { unit in
      words.contains { unit.unitClass == $0 }
    }
    #expect(townships == 22)
    let all = try #require(UnitWords.classes("各镇街"))
    #expect(WulongDistrict.units.count { all.contains($0.unitClass) } == 26)
    #expect(UnitWords.unitClass(ofCode: "500156001") == .street)
    #expect(UnitWords.unitClass(ofCode: "500156212") == .township)
  }

  @Test("23 · rates are over those registered, on a date; nothing about a person is held")
  func ratesOverTheRegistered() throws {
    func entry(_ name: String, _ value: Int, _ date: String) throws -> LedgerEntry {
      LedgerEntry(indicator: name, value: value, asOf: try day(date), provenance: .official)
    }
    let served = "registered_mh_subjects_receiving_standard_service"
    func judge(_ ledger: [LedgerEntry]) throws -> Verdict {
      try Judgement(PolicyFiles.policies(), WulongDistrict.district(plan: false, ledger: ledger))(
        "WL24-41")
    }
    let verdict = try judge([
      try entry(served, 9, "2024-11-30"), try entry("registered_mh_subjects", 20, "2024-06-30"),
      try entry("registered_mh_subjects", 21, "2024-11-30"),
    ])
    #expect((verdict.required, verdict.achieved, verdict.gap) == (10, 9, 1))
    #expect(verdict.universe == 21, "the latest count of those registered")
    #expect(try judge([try entry(served, 9, "2024-11-30")]).status == .unknown)
    #expect(verdict.met.isEmpty && verdict.missing.isEmpty, "no list of places")
    #expect(try PolicyFiles.policies().target("WL24-41")?.privacy?.minimumCell == 5)
  }

  @Test("24 · the period is over: verdicts after it are final, and say so")
  func finalEvaluation() throws {
    let example = try chongqing()
    let policies = try example.policies()
    func judged(_ asOf: String) throws -> Judgement {
      try Judgement(policies, example.district(), asOf: asOf)
    }
    let within = try judged("2025-12-31")
    #expect(within.results.verdicts.allSatisfy { !$0.isFinal })
    #expect(!within.results.crossChecks.contains { $0.kind == "period_over" })
    let after = try judged("2026-01-01")
    #expect(after.results.verdicts.allSatisfy { $0.isFinal })
    let check = try #require(after.results.crossChecks.first { $0.kind == "period_over" })
    #expect(check.text.contains("期末评估"))
  }
}
