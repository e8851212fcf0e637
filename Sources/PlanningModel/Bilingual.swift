/// A sentence in both languages of the program, Chinese first.
///
/// Every message about a planner's data is one. Files and the command line's error output carry
/// both halves as one text, `中文 · English`; tables and reports show the half of their language.
public struct Bilingual: Hashable, Sendable {
  /// What stands between the halves of a text.
  public static let separator = " · "

  /// The sentence in Chinese.
  public var chinese: String
  /// The sentence in English.
  public var english: String

  /// Pairs two halves; names, values, keys and numbers stand in both.
  public init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// Takes a text apart again; one without separator is its own half in both languages.
  ///
  /// A value that holds the separator itself stands in both halves, so the one in the middle
  /// parts them.
  public init(splitting text: String) {
    let parts = text.split(separator: Self.separator, omittingEmptySubsequences: false)
    let half = parts.count.isMultiple(of: 2) ? parts.count / 2 : 1
    let chinese = parts.prefix(half).joined(separator: Self.separator)
    let english = parts.dropFirst(half).joined(separator: Self.separator)
    self.init(chinese, parts.count == 1 ? chinese : english)
  }

  /// Both halves, or the only one where they are equal, as another program's words are.
  public var text: String {
    chinese == english ? chinese : chinese + Self.separator + english
  }

  /// The half of a language.
  public func text(in language: Language) -> String {
    switch language {
    case .zh: chinese
    case .en: english
    }
  }

  /// One sentence after the other, each half with the punctuation of its language.
  public func followed(by other: Bilingual) -> Bilingual {
    Bilingual("\(chinese)；\(other.chinese)", "\(english); \(other.english)")
  }

  /// Several sentences as one; empty for none.
  public static func joined(_ sentences: some Sequence<Bilingual>) -> Bilingual {
    var sentences = sentences.makeIterator()
    guard var result = sentences.next() else { return Bilingual("", "") }
    while let next = sentences.next() { result = result.followed(by: next) }
    return result
  }
}
