public import PlanningModel

/// A year of a plan, or a quarter of one.
public struct PlanPeriod: Sendable, Hashable, Comparable {
  /// The year.
  public let year: Int
  /// 1 to 4; nil for the whole year.
  public let quarter: Int?

  /// Its last day, on which it is judged and what opens in it opens.
  public let end: CivilDate

  /// Names a period; nil when the calendar has no such year or quarter.
  public init?(year: Int, quarter: Int? = nil) {
    let day = quarter.map { CivilDate.endOfQuarter($0, of: year) } ?? CivilDate.endOfYear(year)
    guard let day else { return nil }
    self.year = year
    self.quarter = quarter
    end = day
  }

  /// Reads `2024` or `2024-Q3`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, first.utf8.count == 4, let year = Int(first), year > 0,
      parts.count <= 2
    else { return nil }
    guard parts.count == 2 else {
      self.init(year: year)
      return
    }
    let names = ["Q1": 1, "Q2": 2, "Q3": 3, "Q4": 4]
    guard let quarter = names[parts[1].uppercased()] else { return nil }
    self.init(year: year, quarter: quarter)
  }

  /// `2024`, or `2024-Q3`.
  public var label: String { quarter.map { "\(year)-Q\($0)" } ?? String(year) }

  /// Earlier periods first; a year as a whole stands at its end.
  public static func < (left: Self, right: Self) -> Bool {
    (left.year, left.quarter ?? 4) < (right.year, right.quarter ?? 4)
  }
}
