import Geometry
import Planning
import PlanningModel
import Targets

/// The strip under the map: scale, north, what the marks mean, sources and the boundary note.
struct MapLegend {
  let figure: MapFigure
  let projection: MapProjection
  let top: Double

  private struct Entry {
    var mark: (Position) -> String
    var text: String
  }

  private static let rowHeight = 25.0
  private static let columnWidth = 250.0
  private static let entriesTop = 62.0
  private var language: Language { figure.language }

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
      + "</text>\n"
  }

  private var headings: [String] {
    var lines: [String] = []
    if let verdict = figure.subject.verdict {
      let title = verdict.title(in: language)
      lines.append(
        language("底色：\(title)（\(verdict.id)）", "Fill: \(title) (\(verdict.id))"))
    }
    if let table = figure.subject.table {
      let limit = figure.wording.limit(table.limit)
      let profile = figure.wording.profile(table.profile)
      lines.append(
        language(
          "村（社区）：\(table.label)，\(limit)内，\(profile)",
          "Villages: \(table.labelEnglish), within \(limit), \(profile)"))
    }
    return lines.map { shortened($0, columns: 128) }
  }

  private var entries: [Entry] { unitEntries + villageEntries + facilityEntries + lineEntries }

  private var unitEntries: [Entry] {
    let used = Set(figure.subject.answers.values)
    return MapSubject.UnitAnswer.allCases.compactMap { answer in
      guard used.contains(answer) || (answer == .outside && !used.isEmpty) else { return nil }
      let text =
        switch answer {
        case .met: language("已覆盖单元", "unit covered")
        case .missing: language("未覆盖单元", "unit missing")
        case .undecided: language("待核实单元", "unit undecided")
        case .outside: language("不在考核范围", "not in the universe")
        }
      return Entry(
        mark: { point in
          "<rect x=\"\(SVGNumber.text(point.x - 10))\" y=\"\(SVGNumber.text(point.y - 7))\" "
            + "width=\"20\" height=\"14\" fill=\"\(MapPalette.fill(answer))\" "
            + "stroke=\"\(MapPalette.boundary)\"/>"
        }, text: text)
    }
  }

  private var villageEntries: [Entry] {
    let used = Set(figure.subject.villages.values)
    return MapSubject.VillageAnswer.allCases.filter(used.contains).map { answer in
      let text =
        switch answer {
        case .covered: language("已覆盖村（社区）", "village covered")
        case .uncovered: language("未覆盖村（社区）", "village not covered")
        case .unknown: language("数据不足", "no data")
        }
      return Entry(mark: { MapMarks.village(answer, at: $0, title: nil) }, text: text)
    }
  }

  private var facilityEntries: [Entry] {
    let facilities = figure.evaluation.district.facilities
    let types = figure.evaluation.district.serviceTypes
    var entries = figure.kinds.enumerated().map { position, kind in
      let type = types.first { $0.id == kind }
      return Entry(
        mark: {
          MapMarks.facility(
            .operating, at: $0, colour: MapPalette.kind(position), isNeighbour: false, title: nil)
        },
        text: type.map { language($0.label, $0.labelEnglish) } ?? kind.rawValue)
    }
    let marks = Set(facilities.map { MapMarks.mark($0, on: figure.evaluation.asOf) })
    for (mark, text) in [
      (MapMarks.FacilityMark.notYet, language("尚未运营的设施", "not operating yet")),
      (.stopped, language("暂停或关闭的设施", "suspended or closed")),
    ] where marks.contains(mark) {
      entries.append(
        Entry(
          mark: {
            MapMarks.facility(mark, at: $0, colour: "#444", isNeighbour: false, title: nil)
          }, text: text))
    }
    if facilities.contains(where: { $0.band == .neighbour }) {
      entries.append(
        Entry(
          mark: {
            MapMarks.facility(
              .operating, at: $0, colour: "#444", isNeighbour: true, title: nil)
          }, text: language("毗邻区县设施", "neighbours' facility")))
    }
    return entries
  }

  private var lineEntries: [Entry] {
    func stroke(_ colour: String, _ width: String) -> (Position) -> String {
      { point in
        "<path d=\"M\(SVGNumber.text(point.x - 10)) \(SVGNumber.text(point.y))h20\" "
          + "stroke=\"\(colour)\" stroke-width=\"\(width)\"/>"
      }
    }
    var entries: [Entry] = []
    if figure.evaluation.district.units.contains(where: { $0.seat != nil }) {
      entries.append(
        Entry(
          mark: { MapMarks.seat(at: $0) }, text: language("乡镇（街道）驻地", "township seat")))
    }
    if !figure.evaluation.layers.rivers.isEmpty {
      entries.append(Entry(mark: stroke(MapPalette.river, "3.2"), text: language("河流", "river")))
    }
    if figure.evaluation.layers.roads.count > 0 {
      entries.append(
        Entry(mark: stroke(MapPalette.road, "1.6"), text: language("主要道路", "main road")))
    }
    return entries
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

  /// A text cut to a number of columns, with an ellipsis where something was cut.
  private func shortened(_ text: String, columns: Int) -> String {
    guard DisplayWidth.columns(of: text) > columns else { return text }
    var result = ""
    var used = 1
    for character in text {
      used += DisplayWidth.columns(of: character)
      if used > columns { break }
      result.append(character)
    }
    return result + "…"
  }

  private func line(_ text: String, x: Double, y: Double) -> String {
    "<text x=\"\(SVGNumber.text(x))\" y=\"\(SVGNumber.text(y))\">"
      + "\(HTMLText.escaped(text))</text>\n"
  }
}
