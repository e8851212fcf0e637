import PlanningModel

/// Issues found and closed.
public struct IssueLedgerMeasure: Sendable, Hashable {
  /// What the office calls its ledger; nil where it has no name.
  public var ledger: String?
}

/// Which way a figure is to go.
public enum TrendDirection: String, Sendable, CaseIterable {
  /// More than before.
  case increase
  /// Less than before.
  case decrease
}

/// A direction against the baseline.
public struct TrendMeasure: Sendable, Hashable {
  /// What is compared.
  public var subject: CountSubject
  /// Which way it is to go.
  public var direction: TrendDirection
}

/// A threshold of a document that other rules use.
public struct PolicyParameter: Sendable, Hashable {
  /// Its name, for example `low_income_multiple`.
  public var name: String
  /// What the document sets, as written; two figures for a range of years.
  public var values: [String]
}

/// Thresholds that other rules use; never a score.
public struct ParameterMeasure: Sendable, Hashable {
  /// The thresholds in the order of the file.
  public var values: [PolicyParameter]
}
