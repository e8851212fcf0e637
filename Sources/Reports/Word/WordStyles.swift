import PlanningModel

/// The styles of an official paper: 仿宋 three (16 pt) for the text, 小标宋 for the title, 黑体 and
/// 楷体 for headings (GB/T 9704); the reader's office suite brings the fonts or its own.
struct WordStyles {
  let language: Language

  private struct Fonts {
    var chinese: String
    var latin: String

    var xml: String {
      "<w:rFonts w:ascii=\"\(latin)\" w:hAnsi=\"\(latin)\" w:eastAsia=\"\(chinese)\" "
        + "w:cs=\"\(latin)\"/>"
    }
  }

  private static let body = Fonts(chinese: "仿宋", latin: "Times New Roman")
  private static let title = Fonts(chinese: "方正小标宋简体", latin: "Times New Roman")
  private static let black = Fonts(chinese: "黑体", latin: "Arial")
  private static let kai = Fonts(chinese: "楷体", latin: "Times New Roman")
  private static let song = Fonts(chinese: "宋体", latin: "Times New Roman")

  /// `word/styles.xml`.
  var xml: String {
    var text = WordPackage.declaration
    text += "<w:styles xmlns:w=\"\(WordPackage.namespace)\"><w:docDefaults><w:rPrDefault><w:rPr>"
    text += Self.body.xml + size(bodySize)
    text += "<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault>"
    text += "<w:pPrDefault/></w:docDefaults>\n"
    text += style("Normal", "Normal", spacing + indent + justified, "", based: nil)
    text += headings + tables + lists
    text += "<w:style w:type=\"character\" w:styleId=\"DataMark\"><w:name w:val=\"Data Mark\"/>"
    text += "<w:rPr>\(Self.black.xml)<w:color w:val=\"A31515\"/>"
    text += "<w:position w:val=\"6\"/>\(size(13))</w:rPr></w:style>\n"
    return text + "</w:styles>\n"
  }

  /// Half points: 三号, or 12 pt in English.
  private var bodySize: Int { language(32, 24) }

  /// 22 lines on 225 mm.
  private var spacing: String {
    language(
      "<w:spacing w:line=\"579\" w:lineRule=\"exact\"/>",
      "<w:spacing w:after=\"80\" w:line=\"300\" w:lineRule=\"auto\"/>")
  }

  /// Two characters.
  private var indent: String {
    language("<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>", "")
  }

  private var justified: String { "<w:jc w:val=\"\(language("both", "left"))\"/>" }
  private let none = "<w:ind w:firstLineChars=\"0\" w:firstLine=\"0\"/>"
  private let single =
    "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>"
  private let centred = "<w:jc w:val=\"center\"/>"

  private var headings: String {
    let keep = "<w:keepNext/><w:keepLines/>"
    let titleSpace =
      "<w:spacing w:before=\"0\" w:after=\"320\" w:line=\"640\" w:lineRule=\"exact\"/>"
    func level(_ value: Int) -> String { "<w:outlineLvl w:val=\"\(value)\"/>" }
    return style("Title", "Title", titleSpace + none + centred, Self.title.xml + size(44))
      + style("Subtitle", "Subtitle", spacing + none + centred, Self.kai.xml)
      + style(
        "Heading1", "heading 1", keep + headingSpacing + indent + level(0),
        Self.black.xml + size(bodySize), next: "Normal")
      + style(
        "Heading2", "heading 2", keep + headingSpacing + indent + level(1),
        Self.kai.xml + language("", "<w:b/>"), next: "Normal")
      + style("TOCHeading", "TOC Heading", keep + headingSpacing + none + centred, Self.black.xml)
      + style("TOC1", "toc 1", tabs + single + none, size(bodySize - 4))
      + style(
        "TOC2", "toc 2",
        tabs + single + "<w:ind w:left=\"420\" w:firstLineChars=\"0\" w:firstLine=\"0\"/>",
        size(bodySize - 8))
      + style("Footer", "footer", single + none, Self.song.xml + size(28))
  }

  private var headingSpacing: String {
    language(
      "<w:spacing w:before=\"160\" w:after=\"60\" w:line=\"579\" w:lineRule=\"exact\"/>",
      "<w:spacing w:before=\"240\" w:after=\"80\"/>")
  }

  private var tabs: String {
    "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"\(WordPage.typeWidth)\"/></w:tabs>"
  }

  private var tables: String {
    let caption = "<w:keepNext/><w:keepLines/><w:spacing w:before=\"200\" w:after=\"80\"/>"
    let small = size(18)
    return style(
      "TableCaption", "Table Caption", caption + none + centred, Self.black.xml + size(24))
      + style(
        "ImageCaption", "Image Caption", captionBelow + none + centred, Self.black.xml + size(24))
      + style("Figure", "Figure", "<w:keepNext/>" + single + none + centred, "")
      + style(
        "TableHeading", "Table Heading", "<w:keepNext/>" + single + none + centred,
        Self.black.xml + small)
      + style(
        "TableText", "Table Text", single + none + "<w:jc w:val=\"left\"/>", Self.song.xml + small)
      + style(
        "TableFingerprint", "Table Fingerprint", single + none + "<w:jc w:val=\"left\"/>",
        "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\" w:cs=\"Courier New\"/>"
          + size(13))
      + style(
        "TableNote", "Table Note",
        "<w:spacing w:before=\"60\" w:after=\"200\" w:line=\"280\" w:lineRule=\"exact\"/>" + none
          + "<w:jc w:val=\"left\"/>", Self.song.xml + small)
      + "<w:style w:type=\"table\" w:styleId=\"ReportTable\"><w:name w:val=\"Report Table\"/><w:tblPr>"
      + "<w:tblBorders>"
      + ["top", "left", "bottom", "right", "insideH", "insideV"].map {
        "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"7A756A\"/>"
      }.joined()
      + "</w:tblBorders><w:tblCellMar><w:top w:w=\"28\" w:type=\"dxa\"/><w:left w:w=\"57\" w:type=\"dxa\"/>"
      + "<w:bottom w:w=\"28\" w:type=\"dxa\"/><w:right w:w=\"57\" w:type=\"dxa\"/></w:tblCellMar>"
      + "</w:tblPr></w:style>\n"
  }

  private let captionBelow = "<w:keepLines/><w:spacing w:before=\"80\" w:after=\"240\"/>"

  private var lists: String {
    let frame = ["top", "left", "bottom", "right"].map {
      "<w:\($0) w:val=\"single\" w:sz=\"6\" w:space=\"6\" w:color=\"8A8478\"/>"
    }.joined()
    let boxed =
      "<w:keepLines/><w:pBdr>\(frame)</w:pBdr>"
      + "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"FBFAF6\"/>"
    let item = language(
      "<w:spacing w:line=\"520\" w:lineRule=\"exact\"/>", "<w:spacing w:after=\"40\"/>")
    return style(
      "BoxTitle", "Box Title", "<w:keepNext/>" + boxed + spacing + none + centred, Self.black.xml)
      + style("BoxText", "Box Text", boxed + item + indent + justified, size(language(28, 22)))
      + style(
        "ListItem", "List Item",
        item + "<w:ind w:left=\"640\" w:hangingChars=\"100\" w:hanging=\"280\"/>" + justified,
        size(language(28, 22)))
  }

  private func size(_ halfPoints: Int) -> String {
    "<w:sz w:val=\"\(halfPoints)\"/><w:szCs w:val=\"\(halfPoints)\"/>"
  }

  private func style(
    _ id: String, _ name: String, _ paragraph: String, _ run: String,
    based: String? = "Normal", next: String? = nil
  ) -> String {
    let mark = based == nil ? " w:default=\"1\"" : ""
    let parent = based.map { "<w:basedOn w:val=\"\($0)\"/>" } ?? ""
    let following = next.map { "<w:next w:val=\"\($0)\"/>" } ?? ""
    let text = run.isEmpty ? "" : "<w:rPr>\(run)</w:rPr>"
    return "<w:style w:type=\"paragraph\"\(mark) w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>"
      + "\(parent)\(following)<w:qFormat/><w:pPr>\(paragraph)</w:pPr>\(text)</w:style>\n"
  }
}
