import PlanningModel

/// An entry with every ambiguous word read, ready to be written.
public struct PolicyEntry: Sendable {
  let draft: EntryDraft
  var title: String
  var value: String?
  var comparison: Comparison?
  var state: String?
  var counting: Counting?
  var rule: CoveredRuleKind?
  var isOpenList = false
  var due: (kind: DueKind, date: CivilDate?)
  /// The questions with the readings that were chosen, for the entry's `ambiguity`.
  var answers: [(question: WordQuestion, reading: WordReading)] = []

  /// Reads the words of a draft as the planner chose.
  ///
  /// - Parameters:
  ///   - draft: the entry.
  ///   - choices: readings by word; a word that leaves two things open takes two choices.
  ///   - year: the year that the document plans for; its last day is due where the text is silent.
  /// - Throws: ``OpenQuestions`` with every question that has no choice, and every choice that
  ///   answers no question.
  public init(_ draft: EntryDraft, choices: [WordChoice], year: Int?) throws {
    self.draft = draft
    title = draft.title ?? PolicyEntry.title(from: draft.quote)
    value = draft.value
    // Papers on days that the text names are due on the last of them.
    let lastDay = draft.due ?? draft.dates.compactMap { CivilDate($0) }.max()
    due = (lastDay == nil ? .continuous : .hard, lastDay)
    let questions = draft.questions()
    var open = OpenQuestions()
    for question in questions {
      let reading = question.readings.first { reading in
        choices.contains { $0.word == question.word && $0.reading == reading.id }
      }
      if let reading {
        answers.append((question, reading))
      } else {
        open.unanswered.append(question)
      }
    }
    open.unread = choices.filter { choice in
      !questions.contains { question in
        question.word == choice.word && question.readings.contains { $0.id == choice.reading }
      }
    }
    open.questions = questions
    guard open.isEmpty else { throw open }
    // The date comes last: 力争 governs the kind of whatever date there is.
    var isSoft = false
    for (_, reading) in answers {
      switch reading.effect {
      case .comparison(let comparison): self.comparison = comparison
      case .noValue: value = nil
      case .keepValue: break
      case .openList(let isOpen): isOpenList = isOpen
      case .state(let state): self.state = state
      case .counting(let counting): self.counting = counting
      case .rule(let rule): self.rule = rule
      case .due(.soft): isSoft = true
      case .due(.inferred): due = (.inferred, year.flatMap { CivilDate.endOfYear($0) })
      case .due(let kind): due = (kind, nil)
      }
    }
    if isSoft { due.kind = .soft }
  }

  /// The quote's beginning, up to a mark; a date or the like before the first mark is no title.
  private static func title(from quote: String) -> String {
    var title = ""
    for part in quote.split(whereSeparator: { "，,。；;…".contains($0) }) {
      title += title.isEmpty ? part : "，" + part
      if title.count >= 8 { break }
    }
    return String(title.prefix(40))
  }
}

/// A reading that a planner chose for a word.
public struct WordChoice: Sendable, Hashable {
  /// The word, as the question names it.
  public var word: String
  /// The reading's id.
  public var reading: String

  /// Pairs the two.
  public init(word: String, reading: String) {
    self.word = word
    self.reading = reading
  }
}

/// What stops an entry from being written: words that nobody has read yet.
public struct OpenQuestions: Error, Sendable {
  /// Questions without a choice.
  public internal(set) var unanswered: [WordQuestion] = []
  /// Choices that answer no question: another word, or none of its readings.
  public internal(set) var unread: [WordChoice] = []
  /// Everything that the quote leaves open.
  public internal(set) var questions: [WordQuestion] = []

  var isEmpty: Bool { unanswered.isEmpty && unread.isEmpty }
}
