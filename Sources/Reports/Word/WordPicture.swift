/// A picture in the text as DrawingML, scaled to the type area.
struct WordPicture {
  /// The bytes of a PNG file.
  let png: [UInt8]
  /// Its number in the document, from 1.
  let number: Int
  /// What it shows, for those who cannot see it.
  let description: String

  /// The relation that leads to the file.
  var relation: String { "rIdPicture\(number)" }
  /// The file's name in the package.
  var name: String { "picture\(number).png" }

  /// English Metric Units, 635 a twentieth of a point.
  private var size: (width: Int, height: Int)? {
    guard let pixels else { return nil }
    var width = WordPage.typeWidth * 635
    var height = width * pixels.height / pixels.width
    // Room for the caption and a heading on the same page.
    let limit = WordPage.typeHeight * 635 * 82 / 100
    if height > limit { (width, height) = (width * limit / height, limit) }
    return (width, height)
  }

  /// The picture's size, from its first chunk (PNG, section 11.2.2).
  private var pixels: (width: Int, height: Int)? {
    guard png.count >= 24, png.starts(with: [0x89, 0x50, 0x4E, 0x47]) else { return nil }
    func number(_ start: Int) -> Int { png[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
    let (width, height) = (number(16), number(20))
    return width > 0 && height > 0 ? (width, height) : nil
  }

  /// The run that shows the picture; nothing for a file that is no PNG.
  var xml: String {
    guard let size else { return "" }
    let extent = "cx=\"\(size.width)\" cy=\"\(size.height)\""
    return """
      <w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent \(extent)/>\
      <wp:docPr id="\(number)" name="picture\(number)" descr="\(HTMLText.escaped(description))"/>\
      <a:graphic><a:graphicData \
      uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>\
      <pic:cNvPr id="\(number)" name="\(name)"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>\
      <a:blip r:embed="\(relation)"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
      <pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext \(extent)/></a:xfrm>\
      <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>\
      </a:graphic></wp:inline></w:drawing></w:r>
      """
  }
}
