import Geometry
import Planning
import PlanningModel

extension MapFigure {
  /// Rivers and main roads.
  func background(_ projection: MapProjection) -> String {
    var text = ""
    var rivers = SVGPath()
    for river in evaluation.layers.rivers {
      let points = river.positions.map { projection.point($0) }
      rivers.addLine(LineThinning.thinned(points, tolerance: 0.4))
    }
    if !rivers.data.isEmpty {
      text += "<path d=\"\(rivers.data)\" fill=\"none\" stroke=\"\(MapPalette.river)\" "
      text += "stroke-width=\"3.2\" stroke-linejoin=\"round\" stroke-linecap=\"round\"/>\n"
    }
    for (highway, width) in MapPalette.roadWidths
    where content.showsMinorRoads || width >= 1.6 {
      let path = roads(highway, projection)
      guard !path.isEmpty else { continue }
      text += "<path d=\"\(path)\" fill=\"none\" stroke=\"\(MapPalette.road)\" "
      text += "stroke-width=\"\(SVGNumber.text(width))\" stroke-linejoin=\"round\"/>\n"
    }
    return text
  }

  private func roads(_ highway: String, _ projection: MapProjection) -> String {
    let roads = evaluation.layers.roads
    var path = SVGPath()
    guard let key = roads.keys.firstIndex(of: "highway") else { return "" }
    for line in 0..<roads.count where roads.value(key, of: line) == highway {
      let vertices = Int(roads.firstVertex[line])..<Int(roads.firstVertex[line + 1])
      let points = vertices.map {
        projection.point(Position(x: roads.longitude[$0], y: roads.latitude[$0]))
      }
      guard points.contains(where: projection.contains) else { continue }
      path.addLine(LineThinning.thinned(points, tolerance: 0.6))
    }
    return path.data
  }

  /// Names of units and rivers, with the seats they belong to.
  func names(_ projection: MapProjection) -> String {
    var placement = LabelPlacement(width: projection.width, height: projection.height)
    var text = "<g>\n"
    var anchors: [(name: String, point: Position)] = []
    for unit in evaluation.district.units {
      let name = language(unit.name, unit.nameEnglish ?? unit.name)
      if let seat = unit.seat {
        let point = projection.point(seat)
        placement.addMark(at: point, radius: 3)
        text += MapMarks.seat(at: point) + "\n"
        anchors.append((name, point))
      } else if let ring = evaluation.layers.unitShapes[unit.id]?.outline.first {
        anchors.append((name, middle(ring.map { projection.point($0) })))
      }
    }
    text += "</g>\n"
    for facility in shownFacilities {
      guard let position = facility.position else { continue }
      placement.addMark(at: projection.point(position), radius: 5)
    }
    var rivers = ""
    text += "<g fill=\"\(MapPalette.ink)\" stroke=\"#fff\" stroke-width=\"3\" "
    text += "stroke-linejoin=\"round\" paint-order=\"stroke\">\n"
    for (name, point) in anchors {
      if let label = placement.place(name, at: point, size: labelSize) { text += svg(label) }
    }
    var named: Set<String> = []
    for river in evaluation.layers.rivers where !named.contains(river.name) {
      let inside = river.positions.map { projection.point($0) }.filter(projection.contains)
      guard !inside.isEmpty, !river.name.isEmpty,
        let label = placement.place(river.name, at: inside[inside.count / 2], size: labelSize - 1)
      else { continue }
      named.insert(river.name)
      rivers += svg(label)
    }
    text += rivers.isEmpty ? "" : "<g fill=\"#2f6f9c\" font-style=\"italic\">\n\(rivers)</g>\n"
    return text + "</g>\n"
  }

  private func svg(_ label: LabelPlacement.Label) -> String {
    let text = HTMLText.escaped(label.text)
    return "<text x=\"\(SVGNumber.text(label.x))\" y=\"\(SVGNumber.text(label.y))\" "
      + "font-size=\"\(SVGNumber.text(label.size))\">\(text)</text>\n"
  }

  /// The middle of a ring's bounding box.
  private func middle(_ ring: [Position]) -> Position {
    let (xs, ys) = (ring.map(\.x), ring.map(\.y))
    return Position(
      x: ((xs.min() ?? 0) + (xs.max() ?? 0)) / 2, y: ((ys.min() ?? 0) + (ys.max() ?? 0)) / 2)
  }
}
