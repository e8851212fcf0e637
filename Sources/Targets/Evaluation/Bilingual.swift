/// A sentence in both languages of the reports.
struct Bilingual: Hashable {
  var chinese: String
  var english: String

  init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }
}

extension Verdict {
  /// States why, in both languages.
  mutating func explain(_ text: Bilingual) {
    reason = text.chinese
    reasonEnglish = text.english
  }
}
