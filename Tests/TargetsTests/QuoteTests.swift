import Foundation
import PlanningModel
import Targets
import Testing

@Suite struct QuoteTests {
  static let folder = ProcessInfo.processInfo.environment["YIKE_TEST_DOCUMENTS"]

  /// The same words however they are typed: compatibility forms, spaces and punctuation.
  static func fold(_ text: String) -> String {
    let marks: [Character: Character] = [
      "，": ",", "。": ".", "：": ":", "；": ";", "（": "(", "）": ")", "“": "\"", "”": "\"", "！": "!",
      "？": "?",
    ]
    return String(
      text.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace }
        .map { marks[$0] ?? $0 })
  }

  @Test func foldsTypographyAway() {
    #expect(Self.fold("全区１００%的街道，（甲） “乙”") == Self.fold("全区100%的街道,(甲)\n\"乙\""))
  }

  @Test(.enabled(if: folder != nil, "YIKE_TEST_DOCUMENTS names no folder of documents"))
  func findsEveryQuoteInItsDocument() throws {
    let folder = URL(filePath: try #require(Self.folder))
    let policies = try PolicyFiles.policies()
    var texts: [String: String] = [:]
    for document in policies.documents {
      guard let name = document.sourceText else { continue }
      texts[document.id] = Self.fold(
        try String(contentsOf: folder.appending(path: name), encoding: .utf8))
    }
    for target in policies.targets {
      let text = try #require(texts[target.cite.document])
      for quote in [target.cite.quote] + target.cite.restated.map(\.quote) {
        var rest = text[...]
        for part in quote.split(separator: "…") {
          let found = rest.range(of: Self.fold(String(part)))
          #expect(found != nil, "\(target.id): \(part)")
          if let found { rest = rest[found.upperBound...] }
        }
      }
    }
  }
}
