import PlanningModel

extension Verdict {
  /// States why, in both languages.
  mutating func explain(_ text: Bilingual) {
    reason = text.chinese
    reasonEnglish = text.english
  }
}
