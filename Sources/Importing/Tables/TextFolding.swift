import Foundation

/// The few changes of spelling that reading allows itself.
enum TextFolding {
  /// Without white space at both ends (ideographic and no-break spaces included), composed.
  static func trimmed(_ text: String) -> String {
    if let first = text.utf8.first, let last = text.utf8.last, first > 0x20, last > 0x20,
      text.utf8.allSatisfy({ $0 < 0x80 })
    {
      return text
    }
    var view = Substring(text)
    while let first = view.unicodeScalars.first, isSpace(first) {
      view = Substring(view.unicodeScalars.dropFirst())
    }
    while let last = view.unicodeScalars.last, isSpace(last) {
      view = Substring(view.unicodeScalars.dropLast())
    }
    let isComposed = view.unicodeScalars.allSatisfy(composesWithNothing)
    return isComposed ? String(view) : String(view).precomposedStringWithCanonicalMapping
  }

  /// Full-width letters, digits and signs as plain ones: `２０２４` is `2024`.
  static func halfWidth(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E:
        folded.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x3000: folded.append(" ")
      default: folded.append(scalar)
      }
    }
    return String(folded)
  }

  /// A header as columns are known by: half-width, trimmed, one line.
  static func header(_ text: String) -> String {
    let plain = halfWidth(text).split(whereSeparator: \.isNewline).joined(separator: " ")
    return trimmed(plain)
  }

  /// Whether a character stands for itself in NFC whatever follows it: Latin letters up to
  /// U+02FF, general punctuation, and the unified ideographs.
  private static func composesWithNothing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x300, 0x2010..<0x2070, 0x3001..<0x3030, 0x3400..<0x4DC0, 0x4E00..<0xA000,
      0xFF01..<0xFFE0:
      true
    default: false
    }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
  }
}
