import Foundation
import FoundationXML
import PlanningModel
import Testing

@testable import Reports

/// The document, read by programs that nobody here wrote.
@Suite struct WordTests {
  private static func document(_ language: Language) -> ReportDocument {
    ReportDocument(SmallEvaluation.evaluation, language: language, version: "1")
  }

  private static func bytes(_ language: Language) -> [UInt8] {
    ReportWord(document: document(language), pictures: ["map": onePixel]).bytes
  }

  /// A picture of one grey pixel.
  private static let onePixel: [UInt8] = Array(
    Data(
      base64Encoded:
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGOoBwAAgQCAYc8X8QAAAABJRU5ErkJggg=="
    ) ?? Data())

  @Test func `two documents have the same bytes`() throws {
    let first = Self.bytes(.zh)
    usleep(1_100_000)
    #expect(Self.bytes(.zh) == first)
  }

  @Test func `checksums are those of the standard`() {
    #expect(CRC32.checksum(of: Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(CRC32.checksum(of: []) == 0)
  }

  @Test(arguments: Language.allCases)
  func `pandoc reads every heading, paragraph and table`(language: Language) throws {
    guard let pandoc = try? ExternalTool.find(["pandoc"], package: "pandoc", for: "docx") else {
      print("skipped: pandoc is not installed")
      return
    }
    let scratch = try ScratchFolder()
    let file = scratch.url.appending(path: "report.docx")
    try Data(Self.bytes(language)).write(to: file)
    let json = try pandoc.run(["-f", "docx", "-t", "json", file.path], in: scratch.url)
    let plain = String(
      decoding: try pandoc.run(
        ["-f", "docx", "-t", "plain", "--wrap=none", file.path], in: scratch.url), as: UTF8.self)
    let document = Self.document(language)
    var tables = 0
    for section in document.sections {
      #expect(section.heading.isEmpty || plain.contains(section.heading))
      for block in section.blocks {
        switch block {
        case .table: tables += 1
        case .paragraph(let text):
          // Up to the first mark, which pandoc writes in its own way.
          if case .plain(let words)? = text.runs.first { #expect(plain.contains(words.trimmed)) }
        case .subheading(let text): #expect(plain.contains(text.plain))
        default: break
        }
      }
    }
    let read = String(decoding: json, as: UTF8.self)
    #expect(read.components(separatedBy: #""t":"Table""#).count - 1 == tables)
    #expect(read.contains("picture1.png"))
  }

  @Test func `every part is well-formed`() throws {
    guard let unzip = try? ExternalTool.find(["unzip"], package: "unzip", for: "docx") else {
      print("skipped: unzip is not installed")
      return
    }
    let scratch = try ScratchFolder()
    let file = scratch.url.appending(path: "report.docx")
    try Data(Self.bytes(.zh)).write(to: file)
    // Tests every checksum.
    _ = try unzip.run(["-t", file.path], in: scratch.url)
    for part in [
      "[[]Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml",
      "word/styles.xml", "word/settings.xml", "word/footer1.xml", "word/footer2.xml",
      "word/_rels/document.xml.rels",
    ] {
      let text = try unzip.run(["-p", file.path, part], in: scratch.url)
      #expect(throws: Never.self) { try XMLDocument(data: Data(text)) }
    }
  }

  @Test func `headings repeat and rows stay whole`() throws {
    let document = Self.document(.zh)
    for case .table(let table) in document.sections.flatMap(\.blocks) {
      let xml = WordTable(table: table, language: .zh).xml
      #expect(xml.components(separatedBy: "<w:tblHeader/>").count == 2)
      let rows = max(1, table.rows.count) + 1
      #expect(xml.components(separatedBy: "<w:tr>").count - 1 == rows)
    }
  }
}

extension String {
  /// Without white space around it.
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }
}
