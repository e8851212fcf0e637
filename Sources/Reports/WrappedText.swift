/// Breaks a text into lines of a terminal: between Chinese characters, and between words.
enum WrappedText {
  /// Marks that may not begin a line.
  private static let closing: Set<Character> = [
    "，", "。", "、", "；", "：", "）", "”", "》", "！", "？", ",", ".", ";", ":", ")",
  ]

  /// Lines of at most `width` columns; a longer word stands alone on its line.
  static func lines(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for piece in pieces(text) {
      let columns = DisplayWidth.columns(of: piece)
      if used + columns > width, used > 0, !(piece.first.map(closing.contains) ?? false) {
        lines.append(trimmed(line))
        line = ""
        used = 0
        if piece == " " { continue }
      }
      line += piece
      used += columns
    }
    lines.append(trimmed(line))
    return lines
  }

  /// Words of narrow characters, and wide characters one by one.
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    for character in text {
      let isPartOfWord = DisplayWidth.columns(of: character) < 2 && character != " "
      if isPartOfWord, let last = pieces.last?.last, last != " ",
        DisplayWidth.columns(of: last) < 2
      {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
      }
    }
    return pieces
  }

  private static func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }
}
