import PlanningModel

/// The report as an editable document in the layout of official papers (GB/T 9704).
struct ReportWord {
  let document: ReportDocument
  /// The maps as PNG files, by the name of the figure.
  let pictures: [String: [UInt8]]
  private var language: Language { document.language }

  /// The file's bytes; figures without a picture are named by their caption alone.
  var bytes: [UInt8] {
    var shown: [WordPicture] = []
    var text = WordParagraph.xml(RichText(document.title), style: "Title", language: language)
    text += WordParagraph.xml(document.subtitle, style: "Subtitle", language: language)
    // The summary comes first, before the contents.
    let (front, rest) = (
      document.sections.prefix { $0.heading.isEmpty }, document.sections.drop { $0.heading.isEmpty }
    )
    var bookmark = 0
    for section in front { text += blocks(section, &bookmark, &shown) }
    text += contents
    for (position, section) in rest.enumerated() {
      bookmark += 1
      let breaks = section.startsPage || position == 0 ? "<w:pageBreakBefore/>" : ""
      text += WordParagraph.paragraph(
        Self.marked(WordParagraph.run(section.heading), bookmark), style: "Heading1",
        properties: breaks)
      text += blocks(section, &bookmark, &shown)
    }
    text += WordParagraph.paragraph(
      WordParagraph.run(document.footer), style: "TableNote",
      properties: "<w:jc w:val=\"right\"/>")
    return WordPackage(
      title: document.title, language: language, body: text, pictures: shown
    ).bytes
  }

  private static func marked(_ runs: String, _ bookmark: Int) -> String {
    "<w:bookmarkStart w:id=\"\(bookmark)\" w:name=\"_Toc\(bookmark)\"/>\(runs)"
      + "<w:bookmarkEnd w:id=\"\(bookmark)\"/>"
  }

  private func blocks(
    _ section: ReportSection, _ bookmark: inout Int, _ shown: inout [WordPicture]
  ) -> String {
    var text = ""
    for block in section.blocks {
      switch block {
      case .paragraph(let words):
        text += WordParagraph.xml(words, style: "Normal", language: language)
      case .subheading(let words):
        bookmark += 1
        text += WordParagraph.paragraph(
          Self.marked(WordParagraph.runs(words, language), bookmark), style: "Heading2")
      case .box(let title, let lines):
        text += WordParagraph.paragraph(WordParagraph.run(title), style: "BoxTitle")
        text += lines.map { WordParagraph.xml($0, style: "BoxText", language: language) }.joined()
        // Two frames with nothing between would become one.
        text += WordParagraph.paragraph("", style: "TableText")
      case .list(let items):
        text += items.map {
          WordParagraph.paragraph(
            WordParagraph.run(language("·　", "• ")) + WordParagraph.runs($0, language),
            style: "ListItem")
        }.joined()
      case .table(let table): text += WordTable(table: table, language: language).xml
      case .livePair: break
      case .figure(let name, _, let caption):
        if let png = pictures[name] {
          let picture = WordPicture(
            png: png, number: shown.count + 1, description: caption.plain)
          shown.append(picture)
          text += WordParagraph.paragraph(picture.xml, style: "Figure")
        }
        text += WordParagraph.xml(caption, style: "ImageCaption", language: language)
      }
    }
    return text
  }

  /// 目录: a field that office suites compute, with the headings as its result until then.
  private var contents: String {
    var entries: [(level: Int, text: String, bookmark: Int)] = []
    var bookmark = 0
    for section in document.sections {
      if !section.heading.isEmpty {
        bookmark += 1
        entries.append((1, section.heading, bookmark))
      }
      for case .subheading(let words) in section.blocks {
        bookmark += 1
        entries.append((2, words.plain, bookmark))
      }
    }
    var text = WordParagraph.paragraph(
      WordParagraph.run(language("目　录", "Contents")), style: "TOCHeading",
      properties: "<w:pageBreakBefore/>")
    for (position, entry) in entries.enumerated() {
      var runs = ""
      if position == 0 {
        runs += "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText "
        runs += "xml:space=\"preserve\"> TOC \\o \"1-2\" \\h \\z \\u </w:instrText></w:r>"
        runs += "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
      }
      runs += "<w:hyperlink w:anchor=\"_Toc\(entry.bookmark)\">\(WordParagraph.run(entry.text))"
      runs += "<w:r><w:tab/></w:r>"
      runs += WordParagraph.field("PAGEREF _Toc\(entry.bookmark) \\h", result: "")
      runs += "</w:hyperlink>"
      if position == entries.count - 1 {
        runs += "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
      }
      text += WordParagraph.paragraph(runs, style: "TOC\(entry.level)")
    }
    return text
  }
}
