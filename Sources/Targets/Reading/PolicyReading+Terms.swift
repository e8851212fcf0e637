import PlanningModel
import YAMLDocuments

extension PolicyReading {
  /// The keys of a term.
  static let termKeys = ["label", "label_en"]

  /// Reads what ids and words are called; each once among all files.
  mutating func readTerms(_ entry: YAMLEntry) {
    for pair in faults.pairs(of: entry) {
      claim(pair.key, in: .term, at: pair.value)
      faults.allow(Self.termKeys, in: pair.value)
      let label = name(pair.value.find("label"))
      let english = name(pair.value.find("label_en"))
      guard label != nil || english != nil else {
        faults.add(
          "policy.term_empty", at: pair.value, value: pair.key,
          rule: Bilingual("没有名称", "it has no name"),
          remedy: Bilingual(
            "写 label（中文）或 label_en（英文）", "give label (Chinese) or label_en (English)"))
        continue
      }
      terms[pair.key] = Bilingual(label ?? pair.key, english ?? label ?? pair.key)
      termPlaces[pair.key] = pair.value
    }
  }

  /// A name of at least one letter.
  private mutating func name(_ entry: YAMLEntry?) -> String? {
    guard let entry, let text = faults.text(entry) else { return nil }
    guard text.allSatisfy(\.isWhitespace) else { return text }
    faults.add(
      "policy.term_empty", at: entry, value: text,
      rule: Bilingual("名称为空", "the name is empty"),
      remedy: Bilingual("写明名称，或删去这一键", "write the name, or leave the key out"))
    return nil
  }

  /// Names that no entry uses, and ids that a report would have to print as they are.
  mutating func checkTerms(_ policies: Policies) {
    let ids = Set(policies.targets.flatMap(\.recordWords))
    let known = ids.union(policies.targets.flatMap(\.otherWords))
    for word in Terms(terms).words where !known.contains(word) {
      guard let place = termPlaces[word] else { continue }
      let near = faults.nearest(to: word, among: known.sorted())
      faults.add(
        "policy.term_unused", at: place, value: word,
        rule: Bilingual("没有条目用到“\(word)”", "no entry uses “\(word)”"),
        remedy: near.map { Bilingual("是否为“\($0)”？", "did you mean “\($0)”?") }
          ?? Bilingual("更正，或删去", "correct it, or leave it out"),
        severity: .warning)
    }
    // Who names nothing is content with ids; who names some is told which are left.
    guard !terms.isEmpty else { return }
    for target in policies.targets {
      let nameless = target.recordWords.filter { terms[$0] == nil && $0.isLatin }
      guard !nameless.isEmpty, let place = targetPlaces[target.id] else { continue }
      let words = nameless.joined(separator: "、")
      faults.add(
        "policy.term_missing", at: place, value: words,
        rule: Bilingual("“\(words)”没有中文名称，报告只能照抄", "\(words) has no name, so reports print the id"),
        remedy: Bilingual("在 terms 中写 label 和 label_en", "give label and label_en under terms"),
        severity: .hint)
    }
  }
}

extension Target {
  /// What ledgers are kept of under a word of the entry: indicators, activities, records.
  var recordWords: [String] {
    var words: [String] = []
    switch measure {
    case .count(let count): words += count.subject.indicators
    case .trend(let trend): words += trend.subject.indicators
    case .rate(let rate): words += [rate.numerator, rate.denominator]
    case .hierarchy(let network): words += network.levels.flatMap(\.records)
    default: break
    }
    return words + [covered?.activity].compactMap(\.self) + (covered?.allOf ?? [])
  }

  /// Offices, states and kinds of report.
  var otherWords: [String] {
    var words = leads + supporters
    switch measure {
    case .milestone(let own): words += own.words
    case .milestonePerUnit(let own): words += own.milestone.words
    case .quarterlyTasks(let table): words += table.rows.flatMap(\.offices)
    case .taskTable(let table): words += table.rows.flatMap { $0.leads + $0.supporters }
    case .report(let report):
      words += report.series.compactMap(\.name) + [report.recipient].compactMap(\.self)
      if case .offices(let names) = report.senders { words += names }
    default: break
    }
    return words
  }
}

extension CountSubject {
  /// The indicators it sums; none where facilities are counted.
  fileprivate var indicators: [String] {
    if case .indicators(let indicators) = self { indicators } else { [] }
  }
}

extension MilestoneMeasure {
  /// The states it names.
  fileprivate var words: [String] {
    states + [doneAt].compactMap(\.self) + stages.compactMap(\.state)
  }
}

extension String {
  /// Whether it is an id in Latin letters, which is nobody's language.
  fileprivate var isLatin: Bool { !isEmpty && utf8.allSatisfy { $0 < 0x80 } }
}
