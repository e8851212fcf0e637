/// A JSON value whose keys keep their order and which is written on one line.
///
/// GeoJSON is easier to read and to compare when each feature stands on a line of its own with
/// its geometry last; `JSONEncoder` offers neither.
indirect enum OrderedJSON {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case array([OrderedJSON])
  case object([(String, OrderedJSON)])

  static func optional(_ value: Int?) -> OrderedJSON { value.map { .integer($0) } ?? .null }
  static func optional(_ value: String?) -> OrderedJSON { value.map { .text($0) } ?? .null }

  /// Appends the value's text.
  func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): text += Self.shortest(value)
    case .text(let value): Self.quote(value, into: &text)
    case .array(let values):
      text += "["
      for (position, value) in values.enumerated() {
        if position > 0 { text += "," }
        value.write(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (position, member) in members.enumerated() {
        if position > 0 { text += "," }
        Self.quote(member.0, into: &text)
        text += ":"
        member.1.write(to: &text)
      }
      text += "}"
    }
  }

  /// The shortest decimal that reads back to the same double; whole numbers without a point.
  private static func shortest(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    if let whole = Int(exactly: value) { return String(whole) }
    return value.description
  }

  private static func quote(_ value: String, into text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..<"\u{20}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
