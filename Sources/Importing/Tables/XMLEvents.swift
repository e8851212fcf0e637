import Foundation
import PlanningModel

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Walks an XML document and calls back for each element, by local name.
final class XMLEvents: NSObject, XMLParserDelegate {
  private let onStart: (String, [String: String]) -> Void
  private let onText: (String) -> Void
  private let onEnd: (String) -> Void
  private var depth = 0
  private var hasRoot = false

  private init(
    onStart: @escaping (String, [String: String]) -> Void,
    onText: @escaping (String) -> Void,
    onEnd: @escaping (String) -> Void
  ) {
    self.onStart = onStart
    self.onText = onText
    self.onEnd = onEnd
  }

  private static let saveAgain = Bilingual(
    "将工作簿重新另存为 .xlsx", "save the workbook again as .xlsx")

  /// Reads a document; throws ``WorkError`` `malformed` with the line that is not XML.
  static func read(
    _ data: Data, member: String, file: String,
    onStart: @escaping (String, [String: String]) -> Void,
    onText: @escaping (String) -> Void = { _ in },
    onEnd: @escaping (String) -> Void = { _ in }
  ) throws {
    // The parser's error reporting traps on text that is not UTF-8, so it never sees any.
    let bytes = [UInt8](data)
    guard TextDecoding.firstInvalidUTF8(bytes) == nil, !bytes.contains(0) else {
      throw WorkError(
        .malformed, operation: "read workbook", subject: file,
        message: Bilingual(
          "\(member) 不是 UTF-8 文字，文件已损坏", "\(member) is not UTF-8 text; the file is damaged"),
        remedy: saveAgain)
    }
    let events = XMLEvents(onStart: onStart, onText: onText, onEnd: onEnd)
    let parser = XMLParser(data: data)
    parser.delegate = events
    // A document that merely stops is no failure to the parser.
    guard parser.parse(), parser.parserError == nil, events.hasRoot, events.depth == 0 else {
      throw WorkError(
        .malformed, operation: "read workbook", subject: file,
        message: Bilingual(
          "\(member) 第 \(parser.lineNumber) 行不是合格的 XML",
          "\(member) is not well-formed XML at line \(parser.lineNumber)"),
        remedy: saveAgain)
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
    qualifiedName qName: String?, attributes attributeDict: [String: String]
  ) {
    depth += 1
    hasRoot = true
    onStart(XMLEvents.local(elementName), attributeDict)
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { onText(string) }

  func parser(_ parser: XMLParser, foundCDATA CDATABlock: Data) {
    onText(String(decoding: CDATABlock, as: UTF8.self))
  }

  func parser(
    _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?,
    qualifiedName qName: String?
  ) {
    depth -= 1
    onEnd(XMLEvents.local(elementName))
  }

  private static func local(_ name: String) -> String {
    name.utf8.firstIndex(of: UInt8(ascii: ":")).map { String(name[name.index(after: $0)...]) }
      ?? name
  }
}
