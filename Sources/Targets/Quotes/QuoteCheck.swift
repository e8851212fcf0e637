public import ChineseText
public import PlanningModel

/// Looks every quote up in the text of its document.
public enum QuoteCheck {
  /// Findings on quotes that their document does not hold.
  ///
  /// - Parameters:
  ///   - policies: documents and targets as they were read.
  ///   - texts: the texts that are at hand, by the documents' short names; entries of other
  ///     documents are passed over.
  /// - Returns: a warning for each quote that is not found, in the order of the files.
  /// - Throws: `WorkError` where OpenCC's dictionaries are not installed.
  public static func run(
    _ policies: Policies, texts: [String: FoldedText]
  ) throws -> [InputFault] {
    var faults: [InputFault] = []
    for target in policies.targets {
      guard let text = texts[target.cite.document] else { continue }
      let title = policies.document(target.cite.document)?.citedAs ?? target.cite.document
      let main = CitedWords.Place(
        clause: target.cite.clause, quote: target.cite.quote, line: target.cite.line)
      for (index, place) in ([main] + target.cite.restated).enumerated() {
        let key = index == 0 ? "cite.quote" : "cite.restated[\(index - 1)].quote"
        if let problem = problem(try text.match(place.quote), title) {
          faults.append(
            InputFault(
              check: "policy.quote_not_found", severity: .warning, file: target.file,
              row: place.line, column: "\(target.id).\(key)", value: place.quote,
              rule: problem.rule, remedy: problem.remedy))
        }
      }
    }
    return faults
  }

  private static func problem(
    _ match: QuoteMatch, _ title: String
  ) -> (rule: Bilingual, remedy: Bilingual)? {
    switch match {
    case .found: return nil
    case .empty:
      return (
        Bilingual("引文没有文字", "the quote holds no words"),
        Bilingual("摘录文件原文", "copy the words from the document")
      )
    case .outOfOrder(let part):
      return (
        Bilingual(
          "“\(part)”在\(title)中出现在前一部分之前",
          "“\(part)” stands in \(title) before the part that it follows here"),
        Bilingual("按原文先后排列…两侧的文字", "put the parts around … in the document's order")
      )
    case .missing(let part, let nearest):
      return (
        Bilingual(
          "\(title)的文本中没有“\(part)”", "the text of \(title) does not hold “\(part)”"),
        nearest.map {
          Bilingual("最接近的原文是“\($0)”；按原文更正", "the nearest words are “\($0)”; quote as written")
        } ?? Bilingual("核对文件和条款，按原文摘录", "check document and clause, and quote as written")
      )
    }
  }
}
