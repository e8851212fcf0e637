/// Text made safe for Markdown, in paragraphs and in table cells.
enum MarkdownText {
  static func escaped(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = ""
    for (position, scalar) in scalars.enumerated() {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\n", "\r", "\t": result += " "
      case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}": break
      case "\\", "|", "*", "`", "[", "]", "~", "$":
        result += "\\"
        result.unicodeScalars.append(scalar)
      case "_":
        // Inside a word it means nothing to Markdown.
        let before = position > 0 && isWord(scalars[position - 1])
        let after = position + 1 < scalars.count && isWord(scalars[position + 1])
        result += before && after ? "_" : "\\_"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A line that does not read as a heading, a list or a rule by how it begins.
  static func atLineStart(_ text: String) -> String {
    guard let first = text.first else { return text }
    if "#+-=".contains(first) { return "\\" + text }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, let next = text.dropFirst(digits.count).first,
      next == "." || next == ")"
    else { return text }
    return digits + "\\" + text.dropFirst(digits.count)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
