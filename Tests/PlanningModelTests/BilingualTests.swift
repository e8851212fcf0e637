import PlanningModel
import Testing

@Suite struct BilingualTests {
  @Test func joinsChineseFirstAndTakesApartAgain() {
    let sentence = Bilingual("没有“甲”", "no “甲”")
    #expect(sentence.text == "没有“甲” · no “甲”")
    #expect(Bilingual(splitting: sentence.text) == sentence)
    #expect(sentence.text(in: .zh) == "没有“甲”" && sentence.text(in: .en) == "no “甲”")
  }

  @Test func wordsOfAnotherProgramStandAloneInBothLanguages() {
    let words = Bilingual(splitting: "disk I/O error")
    #expect(words.chinese == "disk I/O error" && words.english == "disk I/O error")
    #expect(words.text == "disk I/O error")
    #expect(Bilingual(splitting: "") == Bilingual("", ""))
  }

  /// A name from a file may hold the separator; it stands in both halves.
  @Test(arguments: ["a · b", "a · b · c", " · "])
  func valuesWithTheSeparatorStayWhole(value: String) {
    let sentence = Bilingual("没有“\(value)”", "no “\(value)”")
    #expect(Bilingual(splitting: sentence.text) == sentence)
  }

  @Test func joinsSentencesWithThePunctuationOfEachLanguage() {
    let all = [Bilingual("甲", "a"), Bilingual("乙", "b"), Bilingual("丙", "c")]
    #expect(Bilingual.joined(all) == Bilingual("甲；乙；丙", "a; b; c"))
    #expect(Bilingual.joined([]).text.isEmpty)
  }

  @Test func messagesReadChineseFirst() {
    let fault = InputFault(
      check: "unit.unmatched", severity: .blocking, file: "a.csv", row: 5, column: "township",
      value: "仙女湖街道", rule: Bilingual("没有名为“仙女湖街道”的乡镇街道", "no unit is called “仙女湖街道”"),
      remedy: Bilingual("是否为 仙女山街道？", "did you mean 仙女山街道?"))
    #expect(
      fault.description
        == "a.csv:5: township “仙女湖街道”: 没有名为“仙女湖街道”的乡镇街道；是否为 仙女山街道？"
        + " · no unit is called “仙女湖街道”; did you mean 仙女山街道? [unit.unmatched]")
    #expect(fault.rule(in: .zh) == "没有名为“仙女湖街道”的乡镇街道")
    #expect(fault.remedy(in: .en) == "did you mean 仙女山街道?")
    let error = WorkError(
      .blocked, operation: "import", subject: "a.csv", message: Bilingual("1 项", "1 finding"),
      remedy: Bilingual("更正", "correct it"), faults: [fault])
    #expect(error.description == "a.csv: 1 项；更正 · 1 finding; correct it [import]\n  \(fault)")
  }
}
