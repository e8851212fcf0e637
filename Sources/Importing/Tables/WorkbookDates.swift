import Foundation
import PlanningModel

/// Which cell styles show dates (`xl/styles.xml`).
enum DateStyles {
  /// For each cell style, by its number, whether it shows a day or a time.
  static func read(_ data: Data, member: String, file: String) throws -> [Bool] {
    var formats: [Int: String] = [:]
    var styles: [Int] = []
    var isCellStyles = false
    try XMLEvents.read(
      data, member: member, file: file,
      onStart: { element, attributes in
        switch element {
        case "cellXfs": isCellStyles = true
        case "numFmt":
          if let id = Int(attributes["numFmtId"] ?? "") { formats[id] = attributes["formatCode"] }
        case "xf" where isCellStyles: styles.append(Int(attributes["numFmtId"] ?? "") ?? 0)
        default: break
        }
      },
      onEnd: { if $0 == "cellXfs" { isCellStyles = false } })
    return styles.map { id in formats[id].map(isDate) ?? isBuiltInDate(id) }
  }

  /// ECMA-376 part 1, 18.8.30: the numbers whose formats are dates or times, also in the
  /// Chinese, Japanese and Korean editions.
  static func isBuiltInDate(_ id: Int) -> Bool {
    [14...22, 27...36, 45...47, 50...58].contains { $0.contains(id) }
  }

  /// Whether a format code has a letter of dates outside quotes, brackets and escapes.
  static func isDate(_ code: String) -> Bool {
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for character in code {
      if isEscaped {
        isEscaped = false
      } else if isQuoted {
        isQuoted = character != "\""
      } else if isBracketed {
        isBracketed = character != "]"
      } else {
        switch character {
        case "\"": isQuoted = true
        case "[": isBracketed = true
        case "\\", "_", "*": isEscaped = true
        case ";": return false
        case "y", "Y", "m", "M", "d", "D", "h", "H", "s", "S": return true
        default: break
        }
      }
    }
    return false
  }
}

/// Days counted by a spreadsheet, as ISO 8601 text.
enum SpreadsheetDay {
  /// `2024-03-06`, `2024-03-06T10:30:00`, or `10:30:00` for a time without a day; nil when the
  /// count is no day that exists (29 February 1900 is one that spreadsheets invented).
  static func text(_ serial: Double, is1904: Bool) -> String? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    var day = Int(serial)
    var seconds = Int(((serial - Double(day)) * 86_400).rounded())
    if seconds == 86_400 {
      day += 1
      seconds = 0
    }
    let time =
      [seconds / 3600, seconds / 60 % 60, seconds % 60]
      .map { $0 < 10 ? "0\($0)" : String($0) }.joined(separator: ":")
    if day == 0, !is1904 { return time }
    guard let date = date(day, is1904: is1904) else { return nil }
    return seconds == 0 ? date.description : "\(date)T\(time)"
  }

  /// The day of a whole count.
  static func date(_ day: Int, is1904: Bool) -> CivilDate? {
    // Days from 1970-01-01; counts of the 1900 system are one too many from March 1900 on.
    guard is1904 || day != 60 else { return nil }
    let epochDay = is1904 ? day - 24_107 : day - (day > 60 ? 25_569 : 25_568)
    return civil(epochDay)
  }

  /// The Gregorian day that many days after 1970-01-01, counted in eras of 400 years.
  private static func civil(_ epochDay: Int) -> CivilDate? {
    let shifted = epochDay + 719_468
    guard shifted >= 0 else { return nil }
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return CivilDate(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}
