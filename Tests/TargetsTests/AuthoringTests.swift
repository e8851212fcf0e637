import PlanningModel
import Targets
import Testing

/// Entries made out of clauses: which words must be read, and what the readings make.
@Suite struct AuthoringTests {
  static func draft(
    _ quote: String, _ measure: AuthoredMeasure = .count, due: String? = "2024-12-31"
  ) -> EntryDraft {
    var draft = EntryDraft(
      id: "T1", document: "WL2024", clause: "一", quote: quote, measure: measure)
    draft.due = due.flatMap { CivilDate($0) }
    switch measure {
    case .count: (draft.object, draft.value) = ("things", "8")
    case .shareUnits:
      (draft.universe, draft.value) = ("WL.township", "60%")
      draft.kinds = ["station"]
    case .namedUnits:
      draft.kinds = ["station"]
      draft.names = ["白马镇", "凤山街道"]
    case .sharePopulation:
      draft.kinds = ["station"]
      (draft.cohort, draft.minutes, draft.value) = ("total", "15", "90%")
    case .rate: (draft.numerator, draft.denominator, draft.value) = ("a", "b", "45%")
    case .milestone: draft.states = ["起草", "印发"]
    case .report:
      draft.dates = ["2024-06-10"]
      draft.reportsFrom = "WL.township"
    case .issueLedger: break
    }
    return draft
  }

  /// The first reading of every question.
  static func firstChoices(_ draft: EntryDraft) -> [WordChoice] {
    draft.questions().map { WordChoice(word: $0.word, reading: $0.readings[0].id) }
  }

  /// Documents and universes of the repository with the entry.
  static func read(_ entry: PolicyEntry) throws -> Target {
    let files =
      try PolicyFiles.wulong.dropLast(2)
      + [("test.yaml", "targets:\n" + entry.yaml(indent: "  "))]
    let (policies, faults) = PolicyReader.read(files: Array(files), known: PolicyFiles.known)
    try #require(!faults.contains { $0.severity == .blocking }, "\(faults)")
    return try #require(policies.targets.first)
  }

  @Test(arguments: [
    ("宣传100场以上", AuthoredMeasure.count, ["以上", "数量口径"]),
    ("对500余名患者开展服务", .count, ["余", "数量口径"]),
    ("业余学校8所", .count, ["数量口径"]),
    ("力争建设8个", .count, ["数量口径", "力争"]),
    ("规范化建设一批维权站", .count, ["一批", "数量口径"]),
    ("持续开展200张床位建设", .count, ["持续"]),
    ("新增床位10张", .count, ["新增"]),
    ("不超过3起", .count, ["不超过", "数量口径"]),
    ("服务率达到45%", .rate, ["达到"]),
    ("覆盖白马镇、凤山街道", .namedUnits, ["覆盖"]),
    ("覆盖白马镇、凤山街道等", .namedUnits, ["等", "覆盖"]),
    ("在两个街道建立平等岗和一等奖台", .namedUnits, ["建立", "建立"]),
    ("60%的乡镇开展服务", .shareUnits, ["开展"]),
    ("方便可及", .sharePopulation, []),
    ("早日完成编制", .milestone, ["早日"]),
    ("分别于6月10日报送", .report, []),
    ("建立问题台账", .issueLedger, []),
  ])
  func ambiguousWordsAreAskedFor(quote: String, measure: AuthoredMeasure, words: [String]) {
    #expect(Self.draft(quote, measure).questions().map(\.word) == words)
  }

  @Test func theVerbIsAskedForWhereFacilitiesCount() {
    var draft = Self.draft("启动1个示范设施建设")
    draft.object = nil
    draft.kinds = ["station"]
    #expect(draft.questions().map(\.word) == ["启动", "数量口径"])
    draft.quote = "建成3个中心"
    #expect(draft.questions().map(\.word) == ["建成", "数量口径"])
    // So is it where units have to have them, and the answer is written down: left out, it
    // would be operating.
    let share = Self.draft("60%的乡镇建成中心", .shareUnits)
    #expect(share.questions().map(\.word) == ["覆盖", "建成"])
  }

  @Test func aMissingDateIsAskedFor() throws {
    #expect(Self.draft("服务率45%", .rate, due: nil).questions().map(\.word) == ["期限"])
    var papers = Self.draft("于6月10日报送", .report, due: nil)
    #expect(papers.questions().isEmpty)
    // The days in the text are when they are due; the last of them ends it.
    papers.dates = ["2024-06-10", "2024-12-10"]
    let target = try Self.read(PolicyEntry(papers, choices: [], year: 2024))
    #expect(target.due.kind == .hard && target.due.date?.description == "2024-12-10")
  }

  @Test func nothingIsMadeWhileAWordIsOpen() throws {
    let draft = Self.draft("力争宣传100场以上", due: nil)
    let open = try #require(throws: OpenQuestions.self) {
      try PolicyEntry(
        draft,
        choices: [
          WordChoice(word: "以上", reading: "included"), WordChoice(word: "数量口径", reading: "many"),
          WordChoice(word: "一批", reading: "no-number"),
        ], year: 2024)
    }
    #expect(open.unanswered.map(\.word) == ["数量口径", "力争", "期限"])
    #expect(open.questions.map(\.word) == ["以上", "数量口径", "力争", "期限"])
    #expect(
      open.unread == [
        WordChoice(word: "数量口径", reading: "many"), WordChoice(word: "一批", reading: "no-number"),
      ])
    #expect(open.unanswered.allSatisfy { $0.readings.count >= 2 })
  }

  /// What each reading makes of the entry, read back from the text that is written.
  @Test(arguments: [
    ("宣传100场以上", "以上=included 数量口径=flow", "flow_in_period >= 8"),
    ("宣传100场以上", "以上=excluded 数量口径=flow", "flow_in_period > 8"),
    ("500余名", "余=excluded 数量口径=stock", "net_stock > 8"),
    ("零增长", "零增长=ceiling 数量口径=flow", "flow_in_period <= 8"),
    ("一批", "一批=no-number 数量口径=increment", "gross_new_in_year >= nil"),
    ("一批", "一批=number 数量口径=cumulative", "cumulative_since_baseline >= 8"),
  ])
  func readingsDecide(quote: String, chosen: String, expected: String) throws {
    let choices = chosen.split(separator: " ").map { pair in
      let parts = pair.split(separator: "=")
      return WordChoice(word: String(parts[0]), reading: String(parts[1]))
    }
    let target = try Self.read(
      try PolicyEntry(Self.draft(quote), choices: choices, year: 2024))
    guard case .count(let count) = target.measure else {
      Issue.record("no count")
      return
    }
    let value = count.value.map(String.init) ?? "nil"
    #expect("\(count.counting.rawValue) \(count.comparison.rawValue) \(value)" == expected)
    #expect(target.ambiguities.count == choices.count)
    #expect(target.due.kind == .hard)
  }

  @Test(arguments: [
    ("年内完成", "期限=year-end", DueKind.inferred, "2024-12-31"),
    ("长期坚持", "期限=continuous", .continuous, ""),
    ("力争年内完成", "力争=soft 期限=year-end", .soft, "2024-12-31"),
    ("力争年内完成", "力争=firm 期限=year-end", .inferred, "2024-12-31"),
    ("早日建成", "早日=soft 期限=continuous", .soft, ""),
  ])
  func datesAreRead(quote: String, chosen: String, kind: DueKind, date: String) throws {
    let choices = chosen.split(separator: " ").map { pair in
      let parts = pair.split(separator: "=")
      return WordChoice(word: String(parts[0]), reading: String(parts[1]))
    }
    let target = try Self.read(
      try PolicyEntry(Self.draft(quote, .milestone, due: nil), choices: choices, year: 2024))
    #expect(target.due.kind == kind && (target.due.date?.description ?? "") == date)
  }

  /// Every measure, with every first reading, gives an entry that the reader takes.
  @Test(arguments: AuthoredMeasure.allCases)
  func everyMeasureIsReadBack(measure: AuthoredMeasure) throws {
    for quote in ["覆盖白马镇、凤山街道等60%以上", "力争建成一批站", "甲"] {
      for due in ["2024-12-31", nil] {
        let draft = Self.draft(quote, measure, due: due)
        let entry = try PolicyEntry(draft, choices: Self.firstChoices(draft), year: 2024)
        let target = try Self.read(entry)
        #expect(target.id == "T1" && target.cite.quote == quote)
      }
    }
  }

  /// Whatever stands in the words, they are read back as they were.
  @Test(arguments: [
    "“引号”、\"半角\"和\\反斜杠", "a: b, {c} [d] #e", "- 列表？", "100%", "null", " 前后有空格 ", "'单引号'",
  ])
  func wordsAreWrittenAsTheyAre(words: String) throws {
    var draft = Self.draft(words, .issueLedger)
    draft.title = words
    draft.leads = [words, "乙"]
    draft.clause = words
    let target = try Self.read(try PolicyEntry(draft, choices: [], year: 2024))
    #expect(target.cite.quote == words && target.title == words && target.cite.clause == words)
    #expect(target.leads == [words, "乙"])
  }

  @Test(arguments: [
    ("schema: yike-policies/1\n", "schema: yike-policies/1\ntargets:\n  - id: T1\n"),
    ("targets: []\n", "targets:\n  - id: T1\n"),
    ("targets:\n# nothing yet\n", "targets:\n# nothing yet\n  - id: T1\n"),
    ("targets:\n- id: A\n  title: 甲\n", "targets:\n- id: A\n  title: 甲\n- id: T1\n"),
    (
      "targets:\n    - id: A\n      title: 甲\n\n# 口径\nuniverses: {}\n",
      "targets:\n    - id: A\n      title: 甲\n    - id: T1\n"
    ),
  ])
  func entriesGoToTheEndOfTheTargets(text: String, beginning: String) throws {
    let entry = try PolicyEntry(Self.draft("甲", .issueLedger), choices: [], year: 2024)
    let new = try PolicyText(text, name: "a.yaml").adding(entry)
    #expect(new.hasPrefix(beginning), "\(new)")
    if text.contains("universes") { #expect(new.hasSuffix("\n\n# 口径\nuniverses: {}\n")) }
  }

  @Test func filesInAnotherFormAreLeftAlone() {
    for text in ["targets: [{id: A, title: 甲}]\n", "- 1\n", "targets: {a: b}\n"] {
      #expect(throws: WorkError.self) { try PolicyText(text, name: "a.yaml") }
    }
  }
}
