import Foundation
import PlanningModel
import Targets

/// Asks a planner for what the flags do not say, one line each.
///
/// Questions go to standard error, answers come from standard input; an empty answer takes what
/// stands in brackets.
struct EntryInterview {
  let policies: Policies

  /// The options with everything that was lacking.
  ///
  /// - Throws: `WorkError` when the answers end before the questions.
  func completed(_ given: EntryOptions) throws -> EntryOptions {
    // Flags that say everything leave only the words to be asked for.
    guard !given.missing.isEmpty else { return given }
    var entry = given
    let documents = policies.documents
    for document in documents { Terminal.note("  \(document.id)  \(document.citedAs)") }
    try fill(
      &entry.document, Bilingual("文件", "document"),
      suggestion: documents.count == 1 ? documents[0].id : nil)
    try fill(&entry.clause, Bilingual("条款，如 二(三)", "clause"))
    try fill(&entry.quote, Bilingual("原文（逐字，略去处写…）", "the words, verbatim"))
    try fill(&entry.id, Bilingual("条目 id（不得重复使用）", "id, never used again"))
    try fill(
      &entry.title, Bilingual("标题（可空，取原文开头）", "title, or nothing"), isRequired: false)
    while entry.measure == nil {
      Terminal.note("  " + AuthoredMeasure.allCases.map(\.rawValue).joined(separator: " "))
      entry.measure = AuthoredMeasure(rawValue: try ask(Bilingual("指标类型", "measure")))
    }
    guard let measure = entry.measure else { return entry }
    try fillKeys(of: measure, in: &entry)
    if entry.due == nil, measure != .report {
      let answer = try ask(
        Bilingual("原文写明的期限，如 2024-12-31；没有则留空", "the day in the text, or nothing"))
      entry.due = CivilDate(answer)
    }
    try fill(&entry.lead, Bilingual("责任单位（可空）", "who leads, or nothing"), isRequired: false)
    return entry
  }

  /// The choices with one for every word that is open.
  func choices(for draft: EntryDraft, given: [WordChoice]) throws -> [WordChoice] {
    var choices = given
    for question in draft.questions() {
      let isAnswered = choices.contains { choice in
        choice.word == question.word && question.readings.contains { $0.id == choice.reading }
      }
      guard !isAnswered else { continue }
      Terminal.note(question.question.text)
      for (number, reading) in question.readings.enumerated() {
        Terminal.note("  \(number + 1)  \(reading.meaning.text)")
      }
      // No default: the planner has to choose.
      var chosen: WordReading?
      while chosen == nil {
        let answer = try ask(Bilingual("选择", "choose"))
        chosen =
          question.readings.enumerated().first { number, reading in
            answer == "\(number + 1)" || answer == reading.id
          }?.element
      }
      if let chosen { choices.append(WordChoice(word: question.word, reading: chosen.id)) }
    }
    return choices
  }

  private func fillKeys(of measure: AuthoredMeasure, in entry: inout EntryOptions) throws {
    let figure = Bilingual("承诺的数值，如 100、60%；没有则留空", "the figure, or nothing")
    switch measure {
    case .count:
      if entry.kind.isEmpty, entry.object == nil {
        let kind = try ask(Bilingual("设施类型；不是设施则留空", "kind of facility, or nothing"))
        if !kind.isEmpty { entry.kind = [kind] }
      }
      if entry.kind.isEmpty {
        try fill(&entry.object, Bilingual("台账指标", "indicator of the ledger"))
      }
      try fill(&entry.value, figure, isRequired: false)
    case .shareUnits, .namedUnits:
      if measure == .shareUnits {
        for universe in policies.universes { Terminal.note("  \(universe.id)") }
        try fill(&entry.universe, Bilingual("口径分母", "universe"))
        try fill(&entry.value, figure, isRequired: false)
      } else {
        try fill(&entry.names, Bilingual("点名的单位，逗号分隔", "units named"))
      }
      if entry.kind.isEmpty {
        let kind = try ask(Bilingual("设施类型；不是设施则留空", "kind of facility, or nothing"))
        if !kind.isEmpty { entry.kind = [kind] }
      }
      if entry.kind.isEmpty, entry.activity == nil, entry.records == nil {
        try fill(
          &entry.activity, Bilingual("活动名称；没有则留空", "activity, or nothing"), isRequired: false)
        if entry.activity == nil {
          try fill(&entry.records, Bilingual("须有的记录，逗号分隔", "records that must exist"))
        }
      }
    case .sharePopulation:
      if entry.kind.isEmpty { entry.kind = [try ask(Bilingual("设施类型", "kind of facility"))] }
      try fill(&entry.cohort, Bilingual("人群", "cohort"))
      try fill(&entry.minutes, Bilingual("时限（分钟）", "limit in minutes"))
      try fill(&entry.value, figure, isRequired: false)
    case .rate:
      try fill(&entry.numerator, Bilingual("分子指标", "indicator of those served"))
      try fill(&entry.denominator, Bilingual("分母指标", "indicator of all"))
      try fill(&entry.value, figure, isRequired: false)
    case .milestone: try fill(&entry.states, Bilingual("阶段，按先后，逗号分隔", "states in their order"))
    case .report:
      try fill(&entry.dates, Bilingual("报送日期，逗号分隔", "days that reports are due"))
      try fill(
        &entry.fromUniverse, Bilingual("报送单位的口径（可空）", "universe, or nothing"), isRequired: false)
    case .issueLedger: break
    }
  }

  private func fill(
    _ value: inout String?, _ question: Bilingual, suggestion: String? = nil,
    isRequired: Bool = true
  ) throws {
    while value == nil {
      let answer = try ask(question, suggestion: suggestion)
      if !answer.isEmpty { value = answer }
      if !isRequired { return }
    }
  }

  private func ask(_ question: Bilingual, suggestion: String? = nil) throws -> String {
    let shown = suggestion.map { " [\($0)]" } ?? ""
    FileHandle.standardError.write(Data("\(question.text)\(shown): ".utf8))
    guard let line = readLine() else {
      throw WorkError(
        .unreadable, operation: "add policy entry", subject: "standard input",
        message: Bilingual("还有问题没有回答，未写入", "the answers ended before the questions"),
        remedy: Bilingual("逐项回答，或用参数写明", "answer each, or give the flags"))
    }
    let answer = String(line.drop(while: \.isWhitespace))
    return answer.isEmpty ? suggestion ?? "" : answer
  }
}
