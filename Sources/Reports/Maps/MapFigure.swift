import Coverage
import Geometry
import Planning
import PlanningModel
import Targets

/// The map of an evaluation as SVG: units, rivers, roads, villages, facilities, names, legend.
struct MapFigure {
  let evaluation: Evaluation
  let subject: MapSubject
  let wording: Wording
  var content = MapContent.coverage
  /// Facilities of a map beside it, whose kinds take their colours with this one's.
  var others: [Facility] = []
  /// Answers of units on a map beside it, which the legend explains too.
  var otherAnswers: Set<MapSubject.UnitAnswer> = []
  /// The height of the units' names in pixels.
  var labelSize = 15.0

  static let width = 1000.0

  var language: Language { wording.language }

  /// The drawing as an `svg` element; nil when no place is known.
  var svg: String? {
    guard let projection = MapProjection(showing: extent, width: Self.width, margin: 24) else {
      return nil
    }
    return svg(projection, under: projection.height, body: drawing(projection))
  }

  /// A drawing of that height with the legend under it.
  func svg(_ projection: MapProjection, under height: Double, body: String) -> String {
    let legend = MapLegend(figure: self, projection: projection, top: height + 10)
    let height = legend.top + legend.height
    let title = HTMLText.escaped(
      language(
        "\(evaluation.district.name)空间分布图", "Map of \(evaluation.district.nameEnglish)"))
    var text = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 \(SVGNumber.text(height))" \
      role="img" aria-label="\(title)" \
      font-family="'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei',SimHei,sans-serif">

      """
    text += MapPalette.patterns + "\n"
    text += "<rect width=\"1000\" height=\"\(SVGNumber.text(height))\" fill=\"#fff\"/>\n"
    return text + body + legend.svg + "</svg>\n"
  }

  /// Everything inside the frame, and the frame.
  func drawing(_ projection: MapProjection) -> String {
    let (width, height) = (SVGNumber.text(projection.width), SVGNumber.text(projection.height))
    var text = "<svg width=\"\(width)\" height=\"\(height)\" overflow=\"hidden\">\n"
    text += units(projection) + background(projection) + facilities(projection)
    text += villages(projection) + names(projection)
    text += "<rect x=\"0.5\" y=\"0.5\" width=\"\(SVGNumber.text(projection.width - 1))\" "
    text += "height=\"\(SVGNumber.text(projection.height - 1))\" fill=\"none\" stroke=\"#444\"/>\n"
    return text + "</svg>\n"
  }

  /// Kinds of all facilities, in the order of their colours.
  var kinds: [ServiceKind] {
    Set((evaluation.district.facilities + others).map(\.kind)).sorted()
  }

  /// The facilities that this map is about.
  var shownFacilities: [Facility] {
    switch content {
    case .coverage: return evaluation.district.facilities
    case .bands:
      let serving = servingFacilities
      return evaluation.district.facilities.filter { serving.contains($0.id) }
    case .units: return []
    case .half(let changed), .changes(_, let changed):
      return evaluation.district.facilities.filter { changed.contains($0.id) }
    }
  }

  /// The weakest data that anything on the map rests on.
  var weakest: Provenance? {
    let layers = evaluation.layers
    var all = evaluation.district.demandPoints.filter { $0.band == .own }.map(\.positionProvenance)
    all += evaluation.district.facilities.map(\.provenance.position)
    all += layers.rivers.map(\.provenance)
    if !layers.unitShapes.isEmpty { all.append(layers.unitShapesProvenance) }
    if layers.roads.count > 0 { all.append(layers.roadsProvenance) }
    return Provenance.weakest(of: all)
  }

  var extent: [Position] {
    var positions = evaluation.layers.unitShapes.values.flatMap(\.outline).flatMap { $0 }
    let places =
      evaluation.district.demandPoints.filter { $0.band == .own }.compactMap(\.position)
      + evaluation.district.facilities.filter { $0.band == .own }.compactMap(\.position)
      + evaluation.district.units.compactMap(\.seat)
    positions += places.map { Position(x: $0.longitude, y: $0.latitude) }
    return positions
  }

  private func units(_ projection: MapProjection) -> String {
    let answers = content.showsUnits ? subject.answers : [:]
    var text = "<g stroke=\"\(MapPalette.boundary)\" stroke-width=\"1\" fill-rule=\"evenodd\">\n"
    for unit in evaluation.district.units {
      guard let shape = evaluation.layers.unitShapes[unit.id] else { continue }
      var path = SVGPath()
      for ring in shape.outline {
        path.addLine(
          LineThinning.thinned(ring.map { projection.point($0) }, tolerance: 0.4), closed: true)
      }
      let fill = MapPalette.fill(answers[unit.id.rawValue] ?? .outside)
      text += "<path d=\"\(path.data)\" fill=\"\(fill)\"/>\n"
    }
    return text + "</g>\n"
  }

  private func villages(_ projection: MapProjection) -> String {
    if content == .bands { return bands(projection) }
    if case .changes(let changes, _) = content { return self.changes(changes, projection) }
    guard content.showsVillages else { return "" }
    let answers = subject.villages
    var text = "<g>\n"
    for point in evaluation.district.demandPoints where point.band == .own {
      guard let position = point.position, let answer = answers[point.id.rawValue] else {
        continue
      }
      text += MapMarks.village(answer, at: projection.point(position), title: point.name) + "\n"
    }
    return text + "</g>\n"
  }

  private func changes(
    _ changes: [String: VillageChange], _ projection: MapProjection
  ) -> String {
    var text = "<g>\n"
    // What changes lies above what does not.
    for layer in [[VillageChange.same], [.nearer, .farther], [.gained, .lost]] {
      for point in evaluation.district.demandPoints where point.band == .own {
        guard let position = point.position, let change = changes[point.id.rawValue],
          layer.contains(change)
        else { continue }
        text += change.mark(at: projection.point(position), title: point.name) + "\n"
      }
    }
    return text + "</g>\n"
  }

  private func facilities(_ projection: MapProjection) -> String {
    let styles = Dictionary(
      uniqueKeysWithValues: kinds.enumerated().map { ($1, MapPalette.kind($0)) })
    var text = "<g>\n"
    for facility in shownFacilities {
      guard let position = facility.position else { continue }
      let point = projection.point(position)
      guard projection.contains(point) else { continue }
      text += MapMarks.facility(
        MapMarks.mark(facility, on: evaluation.asOf), at: point,
        style: styles[facility.kind] ?? MapPalette.kind(0),
        isNeighbour: facility.band == .neighbour, title: facility.name)
      text += "\n"
    }
    return text + "</g>\n"
  }
}

extension Shape {
  /// The rings of an area; nothing for points and lines.
  var outline: [[Position]] { polygons.flatMap { [$0.exterior] + $0.interiors } }
}
