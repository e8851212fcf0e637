/// Comma-separated values (RFC 4180), with line feeds and quotes only where they are needed.
public struct CSVText: Sendable {
  private(set) var text: String

  /// Starts with a header row.
  ///
  /// - Parameter byteOrderMark: whether a byte-order mark comes first, for Excel.
  public init(header: [String], byteOrderMark: Bool = false) {
    text = byteOrderMark ? "\u{FEFF}" : ""
    append(header)
  }

  /// Adds a row; nil is an empty field.
  public mutating func append(_ fields: [String?]) {
    for (position, field) in fields.enumerated() {
      if position > 0 { text += "," }
      text += Self.quoted(field ?? "")
    }
    text += "\n"
  }

  /// The bytes of the file, in UTF-8.
  public var bytes: [UInt8] { Array(text.utf8) }

  private static func quoted(_ field: String) -> String {
    let needsQuotes = field.utf8.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
        || $0 == UInt8(ascii: "\r")
    }
    guard needsQuotes else { return field }
    var text = "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { text.unicodeScalars.append("\"") }
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }
}
