public import PlanningModel

/// An entry that a planner is making out of a clause, before its ambiguous words are read.
///
/// Values are kept as texts, because they are written to a file and read back from there: what is
/// wrong with them is said by the reader of policy files, with the file's line.
public struct EntryDraft: Sendable, Hashable {
  /// The id, stable and never used again.
  public var id: String
  /// The title; empty takes the quote's beginning.
  public var title: String?
  /// The title in English.
  public var titleEnglish: String?
  /// The document's short name.
  public var document: String
  /// The clause.
  public var clause: String
  /// The words, verbatim; `…` for words left out.
  public var quote: String
  /// What is measured.
  public var measure: AuthoredMeasure
  /// Kinds of facility.
  public var kinds: [String] = []
  /// An indicator of the progress ledger.
  public var object: String?
  /// The promised figure; nil where the document gives none.
  public var value: String?
  /// The universe of a share of units.
  public var universe: String?
  /// Units that the document names.
  public var names: [String] = []
  /// The indicator of those served.
  public var numerator: String?
  /// The indicator of all.
  public var denominator: String?
  /// Who is counted.
  public var cohort: String?
  /// The limit in minutes.
  public var minutes: String?
  /// The states of a milestone in their order; the last is the one that is asked for.
  public var states: [String] = []
  /// The activity that counts as covered.
  public var activity: String?
  /// The records that must all exist.
  public var records: [String] = []
  /// Days on which reports are due.
  public var dates: [String] = []
  /// The universe whose units report.
  public var reportsFrom: String?
  /// The day in the text; nil where it gives none.
  public var due: CivilDate?
  /// Lead departments.
  public var leads: [String] = []
  /// Supporting departments.
  public var supporters: [String] = []

  /// Starts an entry; everything else is filled in afterwards.
  public init(
    id: String, document: String, clause: String, quote: String, measure: AuthoredMeasure
  ) {
    self.id = id
    self.document = document
    self.clause = clause
    self.quote = quote
    self.measure = measure
  }
}

/// The measures that an entry can be made for step by step; the others, which are tables, are
/// written by hand.
public enum AuthoredMeasure: String, Sendable, CaseIterable {
  /// How many.
  case count
  /// A share of units.
  case shareUnits = "share_units"
  /// Each named unit.
  case namedUnits = "named_units"
  /// A share of a cohort within a limit of travel.
  case sharePopulation = "share_population"
  /// A share of registered people.
  case rate
  /// A state reached by a date.
  case milestone
  /// Reports received.
  case report
  /// Issues closed.
  case issueLedger = "issue_ledger"
}

/// A word of the clause that can be read in more than one way.
public struct WordQuestion: Sendable, Hashable {
  /// The word as the clause has it, or what the clause leaves out (`期限`, `数量口径`).
  public var word: String
  /// What is asked.
  public var question: Bilingual
  /// The possible readings.
  public var readings: [WordReading]
}

/// One way to read a word.
public struct WordReading: Sendable, Hashable {
  /// What a script writes, for example `increment`.
  public var id: String
  /// What it means.
  public var meaning: Bilingual
  /// What it makes of the entry.
  var effect: Effect

  /// A change to the entry.
  enum Effect: Sendable, Hashable {
    case comparison(Comparison)
    case noValue
    case keepValue
    case openList(Bool)
    case state(String?)
    case counting(Counting)
    case rule(CoveredRuleKind)
    case due(DueKind)
  }
}
