public import PlanningModel

/// Who hands reports in.
public enum ReportSenders: Sendable, Hashable {
  /// Every unit of a universe.
  case universe(String)
  /// Offices, as the document names them.
  case offices([String])
  /// The one that the document is for.
  case district
}

/// Reports of one sort, on dates or again and again.
public struct ReportSeries: Sendable, Hashable {
  /// What tells it from the others, for example 动态排查; nil for the first or only one.
  public var name: String?
  /// The days they are due; empty where they recur.
  public var dates: [CivilDate]
  /// How many months lie between two; nil where dates are given.
  public var everyMonths: Int?

  /// The days they are due in a year: those that are given, or the ends of its periods.
  public func dates(in year: Int) -> [CivilDate] {
    guard let everyMonths else { return dates }
    return stride(from: everyMonths, through: 12, by: everyMonths).compactMap {
      CivilDate.endOfMonth($0, of: year)
    }
  }
}

/// Reports received: so many senders, so many dates.
public struct ReportMeasure: Sendable, Hashable {
  /// Who hands them in.
  public var senders: ReportSenders
  /// The sorts of report.
  public var series: [ReportSeries]
  /// Who receives them.
  public var recipient: String?
}
