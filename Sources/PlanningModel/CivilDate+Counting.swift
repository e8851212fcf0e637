extension CivilDate {
  /// Days from 1970-01-01; negative before it.
  ///
  /// Howard Hinnant's `days_from_civil` for the Gregorian calendar, with the year begun in March.
  public var dayNumber: Int {
    let year = month <= 2 ? self.year - 1 : self.year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// How many days later another day is; negative when it is earlier.
  public func days(until other: CivilDate) -> Int { other.dayNumber - dayNumber }

  /// The last day of a month; nil when the calendar has no such month.
  public static func endOfMonth(_ month: Int, of year: Int) -> CivilDate? {
    [31, 30, 29, 28].lazy.compactMap { CivilDate(year: year, month: month, day: $0) }.first
  }

  /// The last day of a quarter, 1 to 4; nil for others.
  public static func endOfQuarter(_ quarter: Int, of year: Int) -> CivilDate? {
    (1...4).contains(quarter) ? endOfMonth(quarter * 3, of: year) : nil
  }

  /// How many quarters of a year are over on this day, their last day included: 0 to 4.
  public func quartersOver(of year: Int) -> Int {
    (1...4).count { quarter in
      CivilDate.endOfQuarter(quarter, of: year).map { $0 <= self } ?? false
    }
  }
}
