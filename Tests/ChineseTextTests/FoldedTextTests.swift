import ChineseText
import TestSupport
import Testing

@Suite struct FoldedTextTests {
  @Test func traditionalCharactersBecomeSimplifiedOnes() throws {
    #expect(try Simplified.text("臺賬、復核、干部、范圍、后收費") == "台账、复核、干部、范围、后收费")
    #expect(try Simplified.text("村(社区)台账 abc 100%") == "村(社区)台账 abc 100%")
    #expect(try Simplified.text("").isEmpty)
  }

  @Test(arguments: [
    ("全区１００%的街道，（甲） “乙”", "全区100%的街道,(甲)\n\"乙\""),
    ("完善\u{3000}救助\r\n机制。", "完善救助机制"),
    ("渝民〔2021〕69号", "渝民[2021]69号"),
    ("“十四五”规划", "十四五规划"),
    ("建立倒損住房臺賬", "建立倒损住房台账"),
    ("㎡ ①", "m2 1"),
  ])
  func whatOnlyLooksDifferentIsTheSame(text: String, quote: String) throws {
    #expect(try FoldedText(text).match(quote) == .found)
    #expect(try FoldedText(quote).match(text) == .found)
  }

  @Test(arguments: [
    ("低保标准1.5倍", "低保标准15倍"), ("达到45%以上", "达到45以上"), ("物质+服务", "物质服务"),
    ("2021-04", "202104"), ("一刻钟", "一刻"),
  ])
  func whatMeansSomethingElseIsNot(quote: String, text: String) throws {
    #expect(try FoldedText(text).match(quote) != .found)
  }

  @Test func partsOccurInOrder() throws {
    let text = try FoldedText("建立问题台账,逐人逐项整改,逐户逐项组织大排查")
    #expect(try text.match("问题台账…逐项整改…大排查") == .found)
    #expect(try text.match("问题台账...大排查") == .found)
    #expect(try text.match("逐项整改……大排查") == .found)
    #expect(try text.match("大排查…问题台账") == .outOfOrder(part: "问题台账"))
    // A part may not use what the part before it has used.
    #expect(try text.match("逐项整改…整改") == .outOfOrder(part: "整改"))
    #expect(try text.match("…，。") == .empty)
  }

  @Test func theNearestPassageIsShown() throws {
    let text = try FoldedText("一、甲\n新建“渝康家园”社区康复站点8个，覆盖羊角街道、白马镇。二、乙")
    guard case .missing(let part, let nearest) = try text.match("新建“渝康家园”社区康复站点9个") else {
      Issue.record("the changed quote was found")
      return
    }
    #expect(part == "新建“渝康家园”社区康复站点9个")
    #expect(nearest?.contains("社区康复站点8个") == true)
    guard case .missing(_, nil) = try text.match("季度计划与预算执行") else {
      Issue.record("something unlike was called near")
      return
    }
  }

  /// Cut out of a text anywhere, a passage is found there; with one character changed to one that
  /// the text does not hold, it is not.
  @Test(arguments: 1...200)
  func agreesWithPlainSearch(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let letters = Array("一二三四五，。 \n“”甲乙1.5%（）")
    let text = (0..<Int.random(in: 8...80, using: &random)).map { _ in
      letters[Int.random(in: 0..<letters.count, using: &random)]
    }
    let folded = try FoldedText(String(text))
    let start = Int.random(in: 0..<text.count, using: &random)
    let end = Int.random(in: start..<text.count, using: &random)
    let passage = Array(text[start...end])
    let words = passage.filter { "一二三四五甲乙".contains($0) }
    // A point or a comma at the border between two digits reads differently once cut.
    guard !words.isEmpty, !passage.contains(".") else { return }
    #expect(try folded.match(String(passage)) == .found)
    var changed = passage
    let place = try #require(changed.firstIndex { "一二三四五甲乙".contains($0) })
    changed[place] = "丙"
    #expect(try folded.match(String(changed)) != .found)
  }
}
