import PlanningModel
import Targets
import Testing

@Suite struct PolicyFaultTests {
  static let sound = """
    documents:
      - {id: D, no: 甲〔2024〕1号, title: 文件, year: 2024}
    universes:
      U: {level: township, within: "500156", n: 26}
      S: {of: U, where: {class: 街道}, n: 4}
    targets:
      - id: A
        title: 甲
        cite: {doc: D, clause: 一, quote: 甲}
        measure: {type: count, kind: station, value: 8}
        due: {date: 2024-12-31, kind: hard}
      - id: B
        title: 乙
        cite: {doc: D, clause: 二, quote: 乙}
        measure: {type: share_units, universe: S, value: 60%, kind: station}
        covered: {rule: hosted}
        required_units: 3
        relations: {limited_by: A}
        due: {kind: continuous}
      - id: C
        title: 丙
        cite: {doc: D, clause: 三, quote: 丙}
        measure: {type: share_population, cohort: elder, kind: station, max_minutes: 15}
        travel: {mode: walk, pace: slow}
        due: {kind: continuous}
      - id: E
        title: 丁
        cite: {doc: D, clause: 四, quote: 丁}
        measure: {type: named_units, kind: station, names: [凤山街道, 白马镇]}
        covered: {rule: activity, activity: 服务}
        due: {kind: continuous}

    """

  private func read(_ text: String) -> (Policies, [InputFault]) {
    PolicyReader.read(
      files: [("policies/test.yaml", text)],
      known: KnownNames(
        kinds: ["station", "centre"], cohorts: ["elder"], paces: ["slow"], district: "500156",
        units: WulongDistrict.units))
  }

  @Test func readsWhatIsSound() {
    let (policies, faults) = read(Self.sound)
    #expect(faults.isEmpty, "\(faults)")
    #expect(policies.targets.map(\.id) == ["A", "B", "C", "E"])
  }

  /// Replaces one piece of the sound file and expects one fault on one line.
  @Test(arguments: [
    ("kind: hard}", "kind: hrad}", "yaml.wrong_type", 11, "hrad"),
    ("title: 甲", "titel: 甲", "yaml.unknown_key", 8, "“title”"),
    ("id: B", "id: A", "policy.duplicate_id", 12, "policies/test.yaml:7"),
    ("doc: D, clause: 一", "doc: F, clause: 一", "policy.unresolved_document", 9, "F"),
    ("universe: S", "universe: SS", "policy.unresolved_universe", 15, "“S”"),
    ("limited_by: A", "limited_by: Z", "policy.unresolved_target", 18, "Z"),
    ("kind: station, value: 8", "kind: statoin, value: 8", "policy.unknown_kind", 10, "“station”"),
    ("cohort: elder", "cohort: elders", "policy.unknown_cohort", 23, "“elder”"),
    ("pace: slow", "pace: slowly", "policy.unknown_pace", 24, "“slow”"),
    ("[凤山街道, 白马镇]", "[凤山街道, 白马乡]", "policy.unknown_unit", 29, "白马镇"),
    ("[凤山街道, 白马镇]", "[白马镇, 白马镇]", "policy.duplicate_name", 29, "twice"),
    ("n: 26", "n: 27", "policy.universe_count", 4, "27, but 26"),
    ("required_units: 3", "required_units: 2", "policy.required_units", 17, "needs 3"),
    ("value: 60%", "value: 160%", "policy.share_range", 15, "between 0 and 1"),
    ("value: 60%", "value: 60%, op: \"=\"", "yaml.wrong_type", 15, ">="),
    ("value: 8", "value: eight", "yaml.wrong_type", 10, "whole number"),
    ("value: 8", "value: -8", "policy.value_range", 10, "negative"),
    ("type: count", "type: counts", "yaml.wrong_type", 10, "count"),
    ("kind: station, value: 8", "value: 8", "policy.count_subject", 10, "kind"),
    ("max_minutes: 15", "max_minutes: 0", "policy.limit", 23, "positive"),
    ("max_minutes: 15", "max_minutes: soon", "yaml.wrong_type", 23, "soon"),
    ("{date: 2024-12-31, kind: hard}", "{kind: hard}", "policy.due_without_date", 11, "date"),
    ("date: 2024-12-31", "date: 2024-12-32", "yaml.wrong_type", 11, "2024-12-32"),
    ("    covered: {rule: hosted}\n", "", "policy.without_rule", 12, "covered"),
    ("rule: hosted", "rule: hosting", "yaml.wrong_type", 16, "hosted"),
    ("activity, activity: 服务", "activity", "policy.rule_incomplete", 30, "activity"),
    ("no: 甲〔2024〕1号, ", "", "policy.document_number", 2, "no_unknown"),
    ("clause: 三, ", "", "yaml.missing_key", 22, "clause"),
    ("class: 街道", "class: 街", "yaml.wrong_type", 5, "街道"),
    ("value: 8", "value: 8, state_min: closed", "policy.state_min", 10, "ladder"),
    (
      "cite: {doc: D, clause: 四", "cite: {doc: D, page: 2, clause: 四", "yaml.unknown_key", 28,
      "page"
    ),
  ])
  func listsAFaultWithItsLine(
    piece: String, instead: String, check: String, line: Int, says: String
  ) throws {
    let text = Self.sound.replacing(piece, with: instead, maxReplacements: 1)
    try #require(text != Self.sound)
    let faults = read(text).1
    let fault = try #require(faults.first { $0.check == check }, "\(faults)")
    #expect(fault.file == "policies/test.yaml")
    #expect(fault.row == line, "\(fault)")
    #expect(fault.column != nil)
    #expect(fault.description.contains(says), "\(fault)")
    #expect(!fault.remedy.isEmpty)
    #expect(fault.rule(in: .zh) != fault.rule(in: .en), "\(fault)")
    #expect(fault.remedy(in: .zh) != fault.remedy(in: .en), "\(fault)")
  }

  @Test func listsAllFaultsOfAFile() {
    let text = Self.sound.replacing("kind: station", with: "kind: statoin")
      .replacing("title: 甲", with: "titel: 甲").replacing("n: 26", with: "n: 27")
    let faults = read(text).1
    #expect(faults.count { $0.check == "policy.unknown_kind" } == 4)
    #expect(faults.contains { $0.check == "yaml.unknown_key" })
    #expect(faults.contains { $0.check == "policy.universe_count" && $0.severity == .warning })
    #expect(faults.count { $0.severity == .blocking } == 6)
  }

  @Test func namesTheLineOfBrokenYAMLAndReadsTheOtherFiles() {
    let (policies, faults) = PolicyReader.read(
      files: [("broken.yaml", "documents:\n  - {id: A\n"), ("sound.yaml", Self.sound)],
      known: KnownNames())
    #expect(policies.targets.count == 4)
    #expect(faults.map(\.check) == ["yaml.malformed"])
    #expect(faults.first?.row != nil)
  }

  @Test func judgesEveryType() throws {
    let types = [
      "{type: hierarchy, levels: [{level: district, kind: station}], linkage: {each_child_has_parent: true}}",
      "{type: milestone, states: [甲, 乙], done_at: 乙}",
      "{type: milestone_per_unit, universe: U, states: [甲], done_at: 甲}",
      "{type: quarterly_tasks, rows: [{no: 1, q: [甲]}]}",
      "{type: task_table, rows: 46, columns: [甲]}",
      "{type: report, cadence: {every: P6M}}", "{type: issue_ledger, ledger: 台账}",
      "{type: trend, kind_in: [station], direction: increase}",
      "{type: parameter, values: {low_income_multiple: 1.5}}",
    ]
    for type in types {
      let text = Self.sound.replacing(
        "{type: count, kind: station, value: 8}", with: type, maxReplacements: 1)
      let (policies, faults) = read(text.replacing("    relations: {limited_by: A}\n", with: ""))
      #expect(faults.isEmpty, "\(faults)")
      let target = try #require(policies.target("A"))
      #expect(type.contains("type: \(target.measure.type.rawValue),"))
      let verdict = try Judgement(policies, WulongDistrict.district())("A")
      #expect([.unknown, .informational].contains(verdict.status), "nothing is on record")
      #expect(verdict.reason?.isEmpty == false, "\(type)")
      #expect(verdict.reason != verdict.reasonEnglish)
    }
  }
}
