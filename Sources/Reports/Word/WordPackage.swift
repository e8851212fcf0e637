import PlanningModel

/// The parts of a WordprocessingML package (ECMA-376) put together, without clocks.
struct WordPackage {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let type = "application/vnd.openxmlformats-officedocument.wordprocessingml"

  let title: String
  let language: Language
  /// What stands inside `w:body`, without the section's properties.
  let body: String
  let pictures: [WordPicture]

  /// The file's bytes.
  var bytes: [UInt8] {
    var archive = StoredArchive()
    func add(_ name: String, _ text: String) { archive.add(name, Array(text.utf8)) }
    add("[Content_Types].xml", contentTypes)
    add("_rels/.rels", packageRelations)
    add("docProps/core.xml", properties)
    add("word/document.xml", document)
    add("word/_rels/document.xml.rels", documentRelations)
    add("word/styles.xml", WordStyles(language: language).xml)
    add("word/settings.xml", settings)
    add("word/footer1.xml", footer("right"))
    add("word/footer2.xml", footer("left"))
    for picture in pictures { archive.add("word/media/\(picture.name)", picture.png) }
    return archive.bytes
  }

  private var contentTypes: String {
    var text = Self.declaration + "<Types xmlns=\"\(Self.package)/content-types\">"
    for (ending, type) in [
      ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
      ("xml", "application/xml"), ("png", "image/png"),
    ] { text += "<Default Extension=\"\(ending)\" ContentType=\"\(type)\"/>" }
    for (part, type) in [
      ("word/document.xml", "\(Self.type).document.main+xml"),
      ("word/styles.xml", "\(Self.type).styles+xml"),
      ("word/settings.xml", "\(Self.type).settings+xml"),
      ("word/footer1.xml", "\(Self.type).footer+xml"),
      ("word/footer2.xml", "\(Self.type).footer+xml"),
      ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    ] { text += "<Override PartName=\"/\(part)\" ContentType=\"\(type)\"/>" }
    return text + "</Types>\n"
  }

  private var packageRelations: String {
    Self.relationships([
      ("rId1", "\(Self.relations)/officeDocument", "word/document.xml"),
      (
        "rId2", "\(Self.package)/relationships/metadata/core-properties", "docProps/core.xml"
      ),
    ])
  }

  private var documentRelations: String {
    Self.relationships(
      [
        ("rId1", "\(Self.relations)/styles", "styles.xml"),
        ("rId2", "\(Self.relations)/settings", "settings.xml"),
        ("rId3", "\(Self.relations)/footer", "footer1.xml"),
        ("rId4", "\(Self.relations)/footer", "footer2.xml"),
      ] + pictures.map { ($0.relation, "\(Self.relations)/image", "media/\($0.name)") })
  }

  private static func relationships(_ list: [(id: String, type: String, target: String)]) -> String
  {
    declaration + "<Relationships xmlns=\"\(package)/relationships\">"
      + list.map { "<Relationship Id=\"\($0.id)\" Type=\"\($0.type)\" Target=\"\($0.target)\"/>" }
      .joined() + "</Relationships>\n"
  }

  private var properties: String {
    Self.declaration + "<cp:coreProperties xmlns:cp=\"\(Self.package)/metadata/core-properties\" "
      + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
      + "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
      + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
      + "<dc:title>\(HTMLText.escaped(title))</dc:title><dc:creator>Yike</dc:creator>"
      + "<dc:language>\(language("zh-CN", "en"))</dc:language>"
      + "<dcterms:created xsi:type=\"dcterms:W3CDTF\">1980-01-01T00:00:00Z</dcterms:created>"
      + "</cp:coreProperties>\n"
  }

  private var document: String {
    Self.declaration + """
      <w:document xmlns:w="\(Self.namespace)" xmlns:r="\(Self.relations)" \
      xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
      xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
      xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>
      \(body)<w:sectPr><w:footerReference w:type="default" r:id="rId3"/>\
      <w:footerReference w:type="even" r:id="rId4"/>\
      <w:pgSz w:w="\(WordPage.width)" w:h="\(WordPage.height)"/>\
      <w:pgMar w:top="\(WordPage.top)" w:right="\(WordPage.right)" w:bottom="\(WordPage.bottom)" \
      w:left="\(WordPage.left)" w:header="851" w:footer="\(WordPage.millimetres(25))" \
      w:gutter="0"/></w:sectPr></w:body></w:document>

      """
  }

  /// Page numbers of odd pages stand right, of even pages left; fields are computed on opening.
  private var settings: String {
    Self.declaration + "<w:settings xmlns:w=\"\(Self.namespace)\"><w:updateFields w:val=\"true\"/>"
      + "<w:evenAndOddHeaders/><w:characterSpacingControl w:val=\"compressPunctuation\"/>"
      + "</w:settings>\n"
  }

  /// 四号 numerals between dashes, one character in from the edge.
  private func footer(_ side: String) -> String {
    Self.declaration
      + "<w:ftr xmlns:w=\"\(Self.namespace)\">"
      + WordParagraph.paragraph(
        WordParagraph.run("— ") + WordParagraph.field("PAGE", result: "1")
          + WordParagraph.run(" —"), style: "Footer",
        properties: "<w:ind w:\(side)=\"320\"/><w:jc w:val=\"\(side)\"/>") + "</w:ftr>\n"
  }
}
