import PlanningModel

/// Reads the words in which documents say by when: 2022年年底完成, 持续推进, 即时完成.
public enum DuePhrase {
  /// What the words mean.
  ///
  /// - Parameters:
  ///   - text: the words, for example `2021年取得阶段成效,持续推进`.
  ///   - period: the years that the document plans for; 5年过渡期 ends with the last of them.
  /// - Returns: nil for words that say nothing of a date.
  public static func read(_ text: String, period: ClosedRange<Int>?) -> Due? {
    let parts = text.split(whereSeparator: { ",，;；".contains($0) }).map(String.init)
    guard let first = parts.first else { return nil }
    let then = parts.count > 1 ? rest(parts.dropFirst().joined(separator: "，")) : nil
    if first.contains("过渡期") {
      guard let end = period?.upperBound else { return nil }
      return Due(
        kind: .transition, date: CivilDate.endOfYear(end),
        stages: first.contains("成效") ? [end: first] : [:], then: then)
    }
    if first.contains("即时") { return Due(kind: .immediate, date: nil, stages: [:], then: then) }
    if let year = year(in: first) {
      let date = day(in: first, of: year) ?? CivilDate.endOfYear(year)
      return first.contains("成效")
        ? Due(kind: .stage, date: date, stages: [year: "取得阶段成效"], then: then)
        : Due(kind: .hard, date: date, stages: [:], then: then)
    }
    let isOpen = ["长期", "持续", "常态"].contains { first.contains($0) }
    return isOpen ? Due(kind: .continuous, date: nil, stages: [:], then: then) : nil
  }

  private static func rest(_ text: String) -> String {
    text.hasPrefix("并") ? String(text.dropFirst()) : text
  }

  /// The four digits before 年.
  private static func year(in text: String) -> Int? {
    guard let mark = text.firstIndex(of: "年") else { return nil }
    let digits = text[..<mark].suffix(4)
    guard digits.count == 4, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return Int(digits)
  }

  /// The day after 年: `6月10日`, or the last of `6月`; nil where only the year stands.
  private static func day(in text: String, of year: Int) -> CivilDate? {
    guard let mark = text.firstIndex(of: "年") else { return nil }
    let after = text[text.index(after: mark)...]
    guard let monthMark = after.firstIndex(of: "月"), let month = Int(after[..<monthMark]) else {
      return nil
    }
    let afterMonth = after[after.index(after: monthMark)...]
    guard let dayMark = afterMonth.firstIndex(of: "日"), let day = Int(afterMonth[..<dayMark])
    else { return CivilDate.endOfMonth(month, of: year) }
    return CivilDate(year: year, month: month, day: day)
  }
}
