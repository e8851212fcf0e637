public import PlanningModel

/// What kind of date a promise has (DOMAIN §2.1).
public enum DueKind: String, Sendable, CaseIterable {
  /// A date in the text.
  case hard
  /// 力争, 早日: to be striven for.
  case soft
  /// A stage by a date, then continuous.
  case stage
  /// At once, then continuous.
  case immediate
  /// Without an end.
  case continuous
  /// Again and again.
  case recurring
  /// Within the five years of transition (5年过渡期).
  case transition
  /// No date in the text; the year of the plan, flagged.
  case inferred
}

/// When a promise is due.
public struct Due: Sendable, Hashable {
  /// What kind of date it is.
  public var kind: DueKind
  /// The day; nil where there is none.
  public var date: CivilDate?
  /// Stages by year, in the document's words.
  public var stages: [Int: String]
  /// What follows, in the document's words, for example 持续推进.
  public var then: String?

  /// The day from which a failed promise counts as missed.
  ///
  /// Continuous and recurring promises have none; a stage without a date of its own is due on
  /// the last day of its first year.
  public var judgedDate: CivilDate? {
    switch kind {
    case .continuous, .recurring: nil
    case .stage: date ?? stages.keys.min().flatMap { CivilDate.endOfYear($0) }
    case .hard, .soft, .immediate, .transition, .inferred: date
    }
  }
}
