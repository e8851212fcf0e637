import PlanningModel

/// Numbers and dates as people write them in ledgers.
extension RowReader {
  /// A count of things: a whole number of at least 0; nil when the cell is empty or faulty.
  mutating func count(_ column: String) -> Int? {
    guard let (text, number) = plainDecimal(column) else { return nil }
    guard number.denominator == 1 else {
      note(
        .cellNotWhole, column, value: text,
        Bilingual("数量应为整数", "a count is a whole number"),
        Bilingual("填写实际数量", "write how many there are"))
      return nil
    }
    guard !isNegative(number, column, text) else { return nil }
    guard number.numerator <= RowReader.largestCount else {
      note(
        .cellNotNumber, column, value: text,
        Bilingual("数量过大，不合常理", "the count is larger than anything that is counted"),
        Bilingual("更正；不清楚的留空", "correct it, or leave the cell empty if it is not known"))
      return nil
    }
    return number.numerator
  }

  /// More than all people there are; sums of any number of rows stay far from overflow.
  private static var largestCount: Int { 10_000_000_000 }

  /// A number of at least 0, exactly as written; nil when the cell is empty or faulty.
  mutating func measure(_ column: String) -> ExactDecimal? {
    guard let (text, number) = plainDecimal(column) else { return nil }
    return isNegative(number, column, text) ? nil : number
  }

  /// A coordinate, through a double.
  mutating func coordinate(_ column: String) -> Double? {
    guard let text = plain(column) else { return nil }
    guard text.utf8.allSatisfy({ "0123456789.-+".utf8.contains($0) }), let value = Double(text),
      value.isFinite
    else {
      note(
        .cellNotNumber, column, value: text, Bilingual("不是数字", "the value is not a number"),
        Bilingual(
          "填写十进制的度或米，如 107.7605", "write decimal degrees or metres, for example 107.7605"))
      return nil
    }
    return value
  }

  /// A year of four digits.
  mutating func year(_ column: String) -> Int? {
    guard let year = count(column) else { return nil }
    guard (1900...2200).contains(year) else {
      note(
        .recordYearOutside, column, value: String(year),
        Bilingual("年份不在 1900 至 2200 之间", "the year is not between 1900 and 2200"),
        Bilingual("用四位数字填写年份", "write the year with four digits"))
      return nil
    }
    return year
  }

  /// A day; other spellings than ISO 8601 are read and reported.
  mutating func date(_ column: String) -> CivilDate? {
    guard let text = text(column) else { return nil }
    switch DateSpelling(text) {
    case .iso(let date): return date
    case .other(let date):
      note(
        .cellDateSpelling, column, value: text,
        Bilingual("日期读作 \(date)", "the date was read as \(date)"),
        Bilingual("写作 \(date)", "write it as \(date)"))
      return date
    case .serial(let date):
      note(
        .cellDateSerial, column, value: text,
        Bilingual(
          "该数字按电子表格的天数读作 \(date)",
          "the number was read as a spreadsheet's day count, \(date)"),
        Bilingual("如无误，写作 \(date)", "write it as \(date) if that is right"))
      return date
    case nil:
      note(
        .cellNotDate, column, value: text,
        Bilingual("不是有效日期", "the value is not a day of the calendar"),
        Bilingual("按 2024-03-06 的样式填写", "write it like 2024-03-06"))
      return nil
    }
  }

  private mutating func isNegative(
    _ number: ExactDecimal, _ column: String, _ text: String
  ) -> Bool {
    guard number.numerator < 0 else { return false }
    note(
      .cellNegative, column, value: text,
      Bilingual("数字不得为负", "the number must not be negative"),
      Bilingual("更正；不清楚的留空", "correct it, or leave the cell empty if it is not known"))
    return true
  }

  private mutating func plainDecimal(_ column: String) -> (String, ExactDecimal)? {
    guard var text = plain(column) else { return nil }
    if let number = ThousandsSeparators.removed(text) {
      note(
        .cellSeparators, column, value: text,
        Bilingual("千位分隔符未读取，读作 \(number)", "separators were passed over; it was read as \(number)"),
        Bilingual("写作 \(number)", "write \(number)"))
      text = number
    }
    guard !text.hasSuffix("%"), let number = ExactDecimal(text) else {
      note(
        .cellNotNumber, column, value: text,
        Bilingual("不是单纯的数字", "the value is not a plain number"),
        Bilingual(
          "只填数字，不加千位分隔符、单位或说明；不清楚的留空",
          "write digits only, without separators, units or remarks; leave it empty if not known"))
      return nil
    }
    return (text, number)
  }

  /// The text of a number cell with full-width digits made plain.
  private mutating func plain(_ column: String) -> String? {
    guard let text = text(column) else { return nil }
    let folded = TextFolding.halfWidth(text)
    if folded != text {
      note(
        .cellFolded, column, value: text,
        Bilingual("全角数字读作 \(folded)", "full-width digits were read as \(folded)"),
        Bilingual("改用半角数字", "write plain digits"))
    }
    return folded
  }
}

/// The ways in which ledgers spell a day.
enum DateSpelling {
  /// `2024-03-06`.
  case iso(CivilDate)
  /// `2024-3-6`, `2024/3/6`, `2024.3.6`, `2024年3月6日`, or ISO with a time of day.
  case other(CivilDate)
  /// `45357`, a workbook's count of days without its format.
  case serial(CivilDate)

  /// Reads a text; nil when it is no day of the calendar.
  init?(_ text: String) {
    if let date = CivilDate(text) {
      self = .iso(date)
      return
    }
    let plain = TextFolding.halfWidth(text)
    if plain.utf8.count == 5, plain.utf8.allSatisfy({ (48...57).contains($0) }),
      let day = Int(plain), (20_000...80_000).contains(day),
      let date = SpreadsheetDay.date(day, is1904: false)
    {
      self = .serial(date)
      return
    }
    if plain.utf8.count > 10, let date = CivilDate(plain.prefix(10)),
      let mark = plain.dropFirst(10).first, mark == "T" || mark == " "
    {
      self = .other(date)
      return
    }
    guard let date = DateSpelling.parts(plain) else { return nil }
    self = .other(date)
  }

  private static func parts(_ text: String) -> CivilDate? {
    var body = Substring(text)
    if body.contains("年") {
      guard body.hasSuffix("日") || body.hasSuffix("号") else { return nil }
      body = body.dropLast()
    }
    let parts = body.split(
      omittingEmptySubsequences: false, whereSeparator: { "-/.年月".contains($0) })
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count <= 2,
      parts[2].utf8.count <= 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }
}
