import Geometry
import Planning
import PlanningModel
import Targets

/// The strip under the map: scale, north, what the marks mean, sources and the boundary note.
struct MapLegend {
  let figure: MapFigure
  let projection: MapProjection
  let top: Double

  /// A mark and what it means.
  struct Entry {
    var mark: (Position) -> String
    var text: String
  }

  private static let rowHeight = 25.0
  private static let columnWidth = 250.0
  private static let entriesTop = 62.0
  static let grey = MapPalette.KindStyle(colour: "#444", shape: .triangle)
  var language: Language { figure.language }

  /// Pixels from the strip's top to its bottom.
  var height: Double {
    Self.entriesTop + Double((entries.count + 3) / 4 + headings.count + notes.count)
      * Self.rowHeight + 8
  }

  /// The strip as SVG.
  var svg: String {
    var text = "<g font-size=\"15\" fill=\"\(MapPalette.ink)\">\n" + scale + north
    var y = top + Self.entriesTop
    for heading in headings {
      text += line(heading, x: 12, y: y)
      y += Self.rowHeight
    }
    for (position, entry) in entries.enumerated() {
      let x = 24 + Double(position % 4) * (Self.columnWidth - 4)
      let row = y + Double(position / 4) * Self.rowHeight
      text += entry.mark(Position(x: x, y: row - 5)) + "\n"
      text += line(fitted(entry.text), x: x + 20, y: row)
    }
    y += Double((entries.count + 3) / 4) * Self.rowHeight
    for note in notes {
      text += line(note, x: 12, y: y)
      y += Self.rowHeight
    }
    return text + "</g>\n"
  }

  private var scale: String {
    let bar = ScaleBar(pixelsPerMetre: projection.pixelsPerMetre, maximumPixels: 220)
    let half = SVGNumber.text(bar.pixels / 2)
    let y = SVGNumber.text(top + 14)
    return "<rect x=\"12\" y=\"\(y)\" width=\"\(half)\" height=\"6\" fill=\"#222\"/>\n"
      + "<rect x=\"12\" y=\"\(y)\" width=\"\(SVGNumber.text(bar.pixels))\" height=\"6\" "
      + "fill=\"none\" stroke=\"#222\"/>\n"
      + line("0", x: 12, y: top + 37)
      + "<text x=\"\(SVGNumber.text(12 + bar.pixels))\" y=\"\(SVGNumber.text(top + 37))\" "
      + "text-anchor=\"end\">\(bar.label(language))</text>\n"
  }

  private var north: String {
    let y = SVGNumber.text(top + 4)
    return "<path d=\"M300 \(y)l9 26-9-6-9 6z\" fill=\"#222\"/>\n"
      + line(language("北", "N"), x: 316, y: top + 26)
      + "<text x=\"988\" y=\"\(SVGNumber.text(top + 26))\" text-anchor=\"end\" "
      + "font-weight=\"bold\">"
      + language("示意图，界线不作划界依据", "Sketch map; boundaries are not authoritative")
      + "</text>\n" + warning
  }

  /// The mark of a map that shows made-up or estimated things.
  private var warning: String {
    guard let weakest = figure.weakest, weakest.needsMark else { return "" }
    let word = figure.wording.provenance(weakest)
    let text = language("本图含\(word)，不得作为事实引用", "Contains \(word) data; not a fact")
    return "<text x=\"360\" y=\"\(SVGNumber.text(top + 26))\" fill=\"#a31515\">\(text)</text>\n"
  }

  private var headings: [String] {
    var lines: [String] = []
    if figure.content.showsUnits, let verdict = figure.subject.verdict {
      let title = verdict.title(in: language)
      lines.append(
        language("底色：\(title)（\(verdict.id)）", "Fill: \(title) (\(verdict.id))"))
    }
    if let table = figure.subject.table {
      let limit = figure.wording.limit(table.limit)
      let profile = figure.wording.profile(table.profile)
      let words = language(
        "村（社区）：到最近设施的时间（\(table.label)），\(profile)",
        "Villages: time to the nearest (\(table.labelEnglish)), \(profile)")
      lines.append(
        figure.content == .bands
          ? words
          : language(
            "村（社区）：\(table.label)，\(limit)内，\(profile)",
            "Villages: \(table.labelEnglish), within \(limit), \(profile)"))
    }
    return lines.map { shortened($0, columns: 128) }
  }
}

extension MapLegend {
  /// Sources, and the mark of made-up layers.
  private var notes: [String] {
    let layers = figure.evaluation.layers
    let points = figure.evaluation.district.demandPoints.filter { $0.band == .own }
    let word = figure.wording.provenance
    var parts: [String] = []
    if !layers.unitShapes.isEmpty {
      parts.append(
        language(
          "单元界线（\(word(layers.unitShapesProvenance))）",
          "unit boundaries (\(word(layers.unitShapesProvenance)))"))
    }
    if layers.roads.count > 0 {
      parts.append(
        language("道路（\(word(layers.roadsProvenance))）", "roads (\(word(layers.roadsProvenance)))"))
    }
    if let weakest = Provenance.weakest(of: points.map(\.positionProvenance)) {
      parts.append(
        language("村（社区）位置（\(word(weakest))）", "village positions (\(word(weakest)))"))
    }
    if let weakest = Provenance.weakest(
      of: figure.evaluation.district.facilities.map(\.provenance.position))
    {
      parts.append(language("设施位置（\(word(weakest))）", "facility positions (\(word(weakest)))"))
    }
    let source =
      language("资料来源：", "Sources: ") + parts.joined(separator: language("、", ", "))
      + language("。", ".")
    return [shortened(source, columns: 128)]
  }

  private func fitted(_ text: String) -> String { shortened(text, columns: 27) }

  private func shortened(_ text: String, columns: Int) -> String {
    DisplayWidth.shortened(text, columns: columns)
  }

  private func line(_ text: String, x: Double, y: Double) -> String {
    "<text x=\"\(SVGNumber.text(x))\" y=\"\(SVGNumber.text(y))\">"
      + "\(HTMLText.escaped(text))</text>\n"
  }
}
