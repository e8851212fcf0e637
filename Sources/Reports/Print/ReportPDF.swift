import Foundation
import PlanningModel
import Workspace

/// The report as pages, printed from the page by Chromium.
struct ReportPDF {
  /// The file's bytes, with fixed dates.
  let bytes: [UInt8]
  /// What took part.
  let tools: [Manifest.Tool]

  /// Prints a page.
  ///
  /// - Parameter html: the page, whole in itself.
  /// - Throws: `WorkError` when Chromium or pdftotext is absent or fails.
  init(printing html: String) throws {
    let browser = try ExternalTool.find(
      [
        "chromium", "chromium-browser", "chromium-headless-shell", "google-chrome",
        "google-chrome-stable",
      ], package: "chromium", for: "pdf")
    // Looked for first: without it the manifest could not say what the file holds.
    _ = try PDFText.tool
    let scratch = try ScratchFolder()
    let page = scratch.url.appending(path: "report.html")
    let file = scratch.url.appending(path: "report.pdf")
    try Data(html.utf8).write(to: page)
    _ = try browser.run(
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
        "--disable-dev-shm-usage", "--no-first-run", "--lang=zh-CN",
        "--user-data-dir=\(scratch.url.appending(path: "profile").path)",
        "--print-to-pdf=\(file.path)", page.absoluteString,
      ], in: scratch.url)
    bytes = PDFDates.fixed(Array(try Data(contentsOf: file)))
    tools = [.init(name: browser.name, version: try browser.version(in: scratch.url))]
  }
}

/// What a PDF says, by poppler's pdftotext.
struct PDFText {
  /// The words in reading order; a form feed ends each page.
  let text: [UInt8]

  static var tool: ExternalTool {
    get throws {
      try ExternalTool.find(["pdftotext"], package: "poppler-utils", for: "pdf")
    }
  }

  init(of pdf: [UInt8]) throws {
    let scratch = try ScratchFolder()
    let file = scratch.url.appending(path: "report.pdf")
    try Data(pdf).write(to: file)
    text = try Self.tool.run(["-enc", "UTF-8", file.path, "-"], in: scratch.url)
  }

  /// How many pages there are.
  var pages: Int { text.count { $0 == 0x0C } }
  /// The fingerprint of the words.
  var sha256: String { SHA256Digest.hexadecimal(of: text) }
}

/// The dates inside a PDF, which tell when it was printed.
enum PDFDates {
  private static let keys = ["/CreationDate (D:", "/ModDate (D:"]

  /// The file with every digit of its dates as on 1980-01-01; no byte moves.
  static func fixed(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let fixed = Array("19800101000000+00'00'".utf8)
    for key in keys.map({ Array($0.utf8) }) {
      var start = 0
      while let place = find(key, in: bytes, from: start) {
        var position = place + key.count
        var index = 0
        while position < bytes.count, bytes[position] != UInt8(ascii: ")"), index < fixed.count {
          bytes[position] = fixed[index]
          position += 1
          index += 1
        }
        start = position
      }
    }
    return bytes
  }

  private static func find(_ key: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard start + key.count <= bytes.count else { return nil }
    return (start...(bytes.count - key.count)).first { place in
      bytes[place] == key[0] && bytes[place..<place + key.count].elementsEqual(key)
    }
  }
}
