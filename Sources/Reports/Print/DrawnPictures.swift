import Foundation
import PlanningModel

/// The report's drawings as PNG files, for documents that take no SVG.
struct DrawnPictures {
  /// PNG files by the name of the figure.
  private(set) var pictures: [String: [UInt8]] = [:]
  /// What took part.
  let tools: [Manifest.Tool]

  /// Draws every figure of a report, 200 pixels an inch on the width of a page's text.
  ///
  /// - Throws: `WorkError` when rsvg-convert is absent or fails.
  init(_ document: ReportDocument) throws {
    let drawing = try ExternalTool.find(
      ["rsvg-convert"], package: "librsvg2-bin", for: "docx")
    let scratch = try ScratchFolder()
    for case .figure(let name, let svg, _) in document.sections.flatMap(\.blocks) {
      let file = scratch.url.appending(path: "\(name).svg")
      try Data(svg.utf8).write(to: file)
      pictures[name] = try drawing.run(
        ["--format", "png", "--width", "1228", "--keep-aspect-ratio", file.path],
        in: scratch.url)
    }
    tools = [.init(name: drawing.name, version: try drawing.version(in: scratch.url))]
  }
}
