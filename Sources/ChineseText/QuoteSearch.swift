/// Whether a quote stands in a text.
public enum QuoteMatch: Sendable, Hashable {
  /// All parts occur, in order.
  case found
  /// A part does not occur; `nearest` is the passage most like it, nil when nothing is.
  case missing(part: String, nearest: String?)
  /// A part occurs, but only before the part that it should follow.
  case outOfOrder(part: String)
  /// The quote holds no words at all.
  case empty
}

extension FoldedText {
  /// Looks for a quote; `…` (or `...`) stands for words left out, and the parts between must
  /// occur one after the other.
  ///
  /// - Throws: `WorkError` where OpenCC's dictionaries are not installed.
  public func match(_ quote: String) throws -> QuoteMatch {
    let parts = quote.replacing("...", with: "…").split(separator: "…").map {
      $0.trimmingPrefix { $0.isWhitespace }
    }
    var place = 0
    var isEmpty = true
    for part in parts {
      let folded = try FoldedText(String(part))
      guard !folded.scalars.isEmpty else { continue }
      isEmpty = false
      guard let found = find(folded, from: place) else {
        if find(folded, from: 0) != nil { return .outOfOrder(part: String(part)) }
        return .missing(part: String(part), nearest: nearest(to: folded))
      }
      place = found + folded.scalars.count
    }
    return isEmpty ? .empty : .found
  }

  /// The passage that shares the most pairs of neighbouring characters with `part`, the first of
  /// equals; nil when it shares less than a third of them.
  func nearest(to part: FoldedText) -> String? {
    let wanted = part.scalars
    guard wanted.count >= 2, scalars.count >= 2 else { return nil }
    var left: [Pair: Int] = [:]
    for pair in Pair.all(in: wanted) { left[pair, default: 0] += 1 }
    let pairs = Pair.all(in: scalars)
    let width = min(wanted.count - 1, pairs.count)
    // A sliding window: every pair counts as often as the part holds it.
    var score = 0
    // Windows one after the other that share equally much are one passage: a change at the end of
    // the part shows only in the last of them, a change at its beginning in the first.
    var best = (score: 0, first: 0, last: 0)
    for (end, pair) in pairs.enumerated() {
      if let count = left[pair] {
        if count > 0 { score += 1 }
        left[pair] = count - 1
      }
      if end >= width, let count = left[pairs[end - width]] {
        if count >= 0 { score -= 1 }
        left[pairs[end - width]] = count + 1
      }
      let start = end - width + 1
      if score > best.score {
        best = (score, start, start)
      } else if score == best.score, start == best.last + 1 {
        best.last = start
      }
    }
    guard best.score * 3 >= wanted.count - 1 else { return nil }
    return words(max(0, best.first)..<min(scalars.count, max(0, best.last) + width + 1))
  }
}

/// Two neighbouring characters.
private struct Pair: Hashable {
  var first: Unicode.Scalar
  var second: Unicode.Scalar

  static func all(in scalars: [Unicode.Scalar]) -> [Pair] {
    zip(scalars, scalars.dropFirst()).map { Pair(first: $0, second: $1) }
  }
}
