import PlanningModel

/// Paragraphs and runs of WordprocessingML (ECMA-376, part 1, section 17).
enum WordParagraph {
  /// A paragraph in a style; `bookmark` makes it a place that the table of contents names.
  static func xml(
    _ text: RichText, style: String, language: Language, bookmark: Int? = nil
  ) -> String {
    let content = runs(text, language)
    guard let bookmark else { return paragraph(content, style: style) }
    return paragraph(
      "<w:bookmarkStart w:id=\"\(bookmark)\" w:name=\"_Toc\(bookmark)\"/>\(content)"
        + "<w:bookmarkEnd w:id=\"\(bookmark)\"/>", style: style)
  }

  /// A paragraph of finished runs.
  static func paragraph(_ content: String, style: String, properties: String = "") -> String {
    "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/>\(properties)</w:pPr>\(content)</w:p>\n"
  }

  /// A text's runs; marks stand raised and red.
  static func runs(_ text: RichText, _ language: Language) -> String {
    text.runs.map { run in
      switch run {
      case .plain(let text), .figure(_, let text): self.run(text)
      case .strong(let text): self.run(text, "<w:b/>")
      case .mark(let provenance):
        self.run(
          DataMark.text(provenance, language),
          "<w:rStyle w:val=\"DataMark\"/>")
      }
    }.joined()
  }

  /// One run.
  static func run(_ text: String, _ properties: String = "") -> String {
    guard !text.isEmpty else { return "" }
    let look = properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>"
    return "<w:r>\(look)<w:t xml:space=\"preserve\">\(HTMLText.escaped(text))</w:t></w:r>"
  }

  /// A field with the result it shows until it is computed.
  static func field(_ instruction: String, result: String) -> String {
    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
      + "<w:r><w:instrText xml:space=\"preserve\"> \(instruction) </w:instrText></w:r>"
      + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\(run(result))"
      + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
  }
}
