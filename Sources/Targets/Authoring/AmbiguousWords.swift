import PlanningModel

extension EntryDraft {
  /// What the words of the quote leave open for this measure; each must be chosen.
  public func questions() -> [WordQuestion] {
    [
      comparisonQuestion(), unquantifiedQuestion(), openListQuestion(), coverageQuestion(),
      stateQuestion(), countingQuestion(), softQuestion(), dueQuestion(),
    ].compactMap { $0 }
  }

  /// Whether it promises a figure that words like 以上 compare with.
  private var comparesFigure: Bool {
    switch measure {
    case .count, .shareUnits, .sharePopulation, .rate: true
    case .namedUnits, .milestone, .report, .issueLedger: false
    }
  }

  private func first(of words: [String]) -> String? { words.first { quote.contains($0) } }

  /// 以上 and 余 leave open whether the figure itself is enough.
  private func comparisonQuestion() -> WordQuestion? {
    guard comparesFigure else { return nil }
    let included = WordReading(
      id: "included", meaning: Bilingual("含本数（≥）", "the figure itself is enough (≥)"),
      effect: .comparison(.atLeast))
    let excluded = WordReading(
      id: "excluded", meaning: Bilingual("不含本数（>）", "more than the figure (>)"),
      effect: .comparison(.moreThan))
    let ceiling = WordReading(
      id: "ceiling", meaning: Bilingual("不得超过（≤）", "no more than the figure (≤)"),
      effect: .comparison(.atMost))
    if let word = first(of: ["不超过", "不高于", "以内", "以下", "零增长", "零发生"]) {
      return WordQuestion(
        word: word,
        question: Bilingual("“\(word)”怎样比较？", "how does \(word) compare?"),
        readings: [ceiling, included])
    }
    let words = ["以上", "不低于", "不少于", "至少", "达到", "超过", "高于", "左右"]
    if let word = hasRemainder ? "余" : first(of: words) {
      return WordQuestion(
        word: word,
        question: Bilingual("“\(word)”是否包括本数？", "does \(word) include the figure itself?"),
        readings: [included, excluded])
    }
    return nil
  }

  /// 余 behind a number: 500余名.
  private var hasRemainder: Bool {
    zip(quote, quote.dropFirst()).contains { before, after in
      after == "余" && (before.isNumber || "十百千万".contains(before))
    }
  }

  /// 一批 and 若干 promise no number.
  private func unquantifiedQuestion() -> WordQuestion? {
    guard comparesFigure, let word = first(of: ["一批", "若干", "一定数量"]) else { return nil }
    return WordQuestion(
      word: word,
      question: Bilingual("“\(word)”没有数量，怎样评价？", "\(word) gives no number; how is it judged?"),
      readings: [
        WordReading(
          id: "no-number", meaning: Bilingual("不设数值，仅供参考", "no number, for information"),
          effect: .noValue),
        WordReading(
          id: "number",
          meaning: Bilingual("用 --value 给出的数值", "the number given with --value"),
          effect: .keepValue),
      ])
  }

  /// 等 behind a list leaves it open; inside 平等, 等级 and the like it is another word.
  private func openListQuestion() -> WordQuestion? {
    guard measure == .namedUnits || !records.isEmpty else { return nil }
    let characters = Array(quote)
    let isOpen = characters.indices.contains { place in
      guard characters[place] == "等" else { return false }
      let before = place > 0 ? characters[place - 1] : " "
      let after = place + 1 < characters.count ? characters[place + 1] : " "
      return !"平同高初中均相优劣何一二三四特".contains(before) && !"级候待同于".contains(after)
    }
    guard isOpen else { return nil }
    return WordQuestion(
      word: "等",
      question: Bilingual("“等”之前的名单是否列完？", "is the list before 等 complete?"),
      readings: [
        WordReading(
          id: "open", meaning: Bilingual("没有列完，只核点名的", "it is open; only those named are judged"),
          effect: .openList(true)),
        WordReading(
          id: "closed", meaning: Bilingual("已经列完", "it is complete"), effect: .openList(false)),
      ])
  }

  /// 覆盖 has many meanings, and a share of units cannot be judged without one.
  private func coverageQuestion() -> WordQuestion? {
    guard measure == .namedUnits || measure == .shareUnits else { return nil }
    let word = first(of: ["全覆盖", "覆盖", "开展", "建立", "设立", "推行"]) ?? "覆盖"
    var readings: [WordReading] = []
    func add(_ rule: CoveredRuleKind, _ chinese: String, _ english: String) {
      readings.append(
        WordReading(
          id: rule.rawValue, meaning: Bilingual(chinese, english), effect: .rule(rule)))
    }
    if !kinds.isEmpty {
      add(.hosted, "单元内有设施", "a facility stands in the unit")
      add(.assigned, "设施的服务范围包括该单元", "a facility's service range holds the unit")
      if minutes != nil {
        add(.withinTime, "多数居民在时限内能到达设施", "most residents reach a facility in time")
      }
    }
    if activity != nil { add(.activity, "当年开展过活动", "the activity was run in the year") }
    if !records.isEmpty { add(.record, "有记录证明", "the records exist") }
    return WordQuestion(
      word: word,
      question: Bilingual("“\(word)”：单元怎样才算？", "\(word): when does a unit count?"),
      readings: readings)
  }

  /// The verb says how far a facility must have come.
  private func stateQuestion() -> WordQuestion? {
    guard !kinds.isEmpty else { return nil }
    var verbs = ["启动", "迁建", "规范化", "打造", "创建", "推进", "新建", "建成", "建设"]
    switch measure {
    case .count, .namedUnits: verbs += ["完成", "开展", "设立", "建立"]
    // What a unit has to run or keep is asked by the rule.
    case .shareUnits: break
    case .sharePopulation, .rate, .milestone, .report, .issueLedger: return nil
    }
    guard let word = first(of: verbs) else { return nil }
    return WordQuestion(
      word: word,
      question: Bilingual(
        "“\(word)”要求设施到哪一步？", "\(word): how far must a facility have come?"),
      readings: [
        WordReading(
          id: "started", meaning: Bilingual("已开工", "construction has started"),
          effect: .state("under_construction")),
        WordReading(
          id: "built", meaning: Bilingual("已建成验收", "built and accepted"), effect: .state("accepted")
        ),
        WordReading(
          id: "operating", meaning: Bilingual("已投入运营", "operating"), effect: .state("operating")),
        WordReading(
          id: "designated", meaning: Bilingual("已验收并挂牌或命名", "accepted and marked"),
          effect: .state("designated")),
      ])
  }

  /// A number can be a stock, an increment, or what happened in the year.
  private func countingQuestion() -> WordQuestion? {
    guard measure == .count else { return nil }
    let word = first(of: ["持续", "累计", "新增", "新建", "迁建", "保持"]) ?? "数量口径"
    var readings = [
      WordReading(
        id: "increment", meaning: Bilingual("当年新增", "new in the year"),
        effect: .counting(.grossNewInYear)),
      WordReading(
        id: "stock", meaning: Bilingual("期末存量", "what there is at the date"),
        effect: .counting(.netStock)),
      WordReading(
        id: "cumulative", meaning: Bilingual("自基期累计", "cumulative since a baseline"),
        effect: .counting(.cumulativeSinceBaseline)),
      WordReading(
        id: "flow", meaning: Bilingual("当年发生数（场次、人次、户）", "what happened in the year"),
        effect: .counting(.flowInPeriod)),
    ]
    if !kinds.isEmpty {
      readings.append(
        WordReading(
          id: "relocation", meaning: Bilingual("迁建，总数不变", "moved; their number stays"),
          effect: .counting(.relocation)))
    }
    return WordQuestion(
      word: word,
      question: Bilingual("“\(word)”：存量还是增量？", "\(word): a stock or an increment?"),
      readings: readings)
  }

  /// 力争 and 早日 are to be striven for.
  private func softQuestion() -> WordQuestion? {
    guard let word = first(of: ["力争", "早日", "争取", "努力"]) else { return nil }
    return WordQuestion(
      word: word,
      question: Bilingual("“\(word)”是硬性承诺吗？", "is \(word) a firm promise?"),
      readings: [
        WordReading(
          id: "soft", meaning: Bilingual("力争完成，照样评价并注明", "to be striven for; judged, and said so"),
          effect: .due(.soft)),
        WordReading(
          id: "firm", meaning: Bilingual("按硬性承诺", "a firm promise"), effect: .keepValue),
      ])
  }

  /// Where the text has no date, the planner says what that means.
  private func dueQuestion() -> WordQuestion? {
    guard due == nil, measure != .report else { return nil }
    return WordQuestion(
      word: "期限",
      question: Bilingual("原文没有日期，何时到期？", "the text has no date; when is it due?"),
      readings: [
        WordReading(
          id: "year-end",
          meaning: Bilingual("计划年度末，注明为推定", "the end of the plan's year, marked inferred"),
          effect: .due(.inferred)),
        WordReading(
          id: "continuous", meaning: Bilingual("持续，没有到期日", "continuous, without an end"),
          effect: .due(.continuous)),
        WordReading(
          id: "recurring", meaning: Bilingual("每期重复", "again every period"),
          effect: .due(.recurring)),
      ])
  }
}
