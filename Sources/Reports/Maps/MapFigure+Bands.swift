import Coverage
import Geometry
import Planning
import PlanningModel

extension MapFigure {
  /// Villages by the class of their time to the nearest facility of the subject's table.
  func bands(_ projection: MapProjection) -> String {
    guard let table = subject.table else { return "" }
    var times: [String: TravelTime?] = [:]
    for row in table.rows where row.level == .village { times[row.id] = .some(row.time) }
    var text = "<g stroke=\"#333\" stroke-width=\"0.8\">\n"
    for point in evaluation.district.demandPoints where point.band == .own {
      guard let position = point.position, let time = times[point.id.rawValue] else { continue }
      text += Self.bandMark(TravelBand(time), at: projection.point(position)) + "\n"
    }
    return text + "</g>\n"
  }

  static func bandMark(_ band: TravelBand, at point: Position) -> String {
    guard band != .unknown else {
      let (x, y) = (SVGNumber.text(point.x - 3.6), SVGNumber.text(point.y - 3.6))
      let lower = SVGNumber.text(point.y + 3.6)
      return "<path d=\"M\(x) \(y)l7.2 7.2M\(x) \(lower)l7.2-7.2\" stroke-width=\"1.5\"/>"
    }
    return "<circle cx=\"\(SVGNumber.text(point.x))\" cy=\"\(SVGNumber.text(point.y))\" r=\"4.4\" "
      + "fill=\"\(band.fill)\"/>"
  }

  /// The classes that the map uses.
  var usedBands: [TravelBand] {
    let rows = subject.table?.rows.filter { $0.level == .village } ?? []
    let used = Set(rows.map { TravelBand($0.time) })
    return TravelBand.allCases.filter(used.contains)
  }

  /// The facilities that serve somebody as the nearest, in operation.
  var servingFacilities: Set<FacilityID> {
    Set(subject.table?.rows.compactMap(\.nearest) ?? [])
  }
}
