import Geometry
import Planning
import PlanningModel

extension MapLegend {
  /// The marks that the map uses, and no others.
  var entries: [Entry] {
    (figure.content.showsUnits ? unitEntries : [])
      + (figure.content.showsVillages ? villageEntries : [])
      + (figure.content == .bands ? bandEntries : []) + changeEntries + facilityEntries
      + lineEntries
  }

  private var bandEntries: [Entry] {
    figure.usedBands.map { band in
      Entry(
        mark: {
          "<g stroke=\"#333\" stroke-width=\"0.8\">\(MapFigure.bandMark(band, at: $0))</g>"
        }, text: band.label(language))
    }
  }

  private var changeEntries: [Entry] {
    guard case .changes(let changes, _) = figure.content else { return [] }
    let used = Set(changes.values)
    return VillageChange.allCases.filter(used.contains).map { change in
      Entry(mark: { change.mark(at: $0, title: nil) }, text: change.label(language))
    }
  }

  private var unitEntries: [Entry] {
    let used = Set(figure.subject.answers.values).union(figure.otherAnswers)
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
    let facilities = figure.shownFacilities
    guard !facilities.isEmpty else { return [] }
    let shown = Set(facilities.map(\.kind))
    let types = figure.evaluation.district.serviceTypes
    var entries = figure.kinds.enumerated().filter { shown.contains($0.element) }.map {
      position, kind in
      let type = types.first { $0.id == kind }
      return Entry(
        mark: {
          MapMarks.facility(
            .operating, at: $0, style: MapPalette.kind(position), isNeighbour: false, title: nil)
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
            MapMarks.facility(mark, at: $0, style: Self.grey, isNeighbour: false, title: nil)
          }, text: text))
    }
    if facilities.contains(where: { $0.band == .neighbour }) {
      entries.append(
        Entry(
          mark: {
            MapMarks.facility(
              .operating, at: $0, style: Self.grey, isNeighbour: true, title: nil)
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
