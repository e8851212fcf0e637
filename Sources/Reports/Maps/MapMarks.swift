import Geometry
import PlanningModel

/// The marks of places on the map.
enum MapMarks {
  /// How a facility's state is drawn.
  enum FacilityMark: CaseIterable {
    case operating, notYet, stopped
  }

  /// The mark of a facility on a date.
  static func mark(_ facility: Facility, on date: CivilDate) -> FacilityMark {
    if facility.isOperating(on: date) { return .operating }
    switch facility.state {
    case .suspended, .closed: return .stopped
    case .operating: return facility.closed.map { date >= $0 } == true ? .stopped : .notYet
    default: return .notYet
    }
  }

  /// The outline of a kind of service, as corners around the place, one being its radius.
  enum KindShape: CaseIterable {
    case triangle, square, pennant, diamond, pentagon, plus, bar, star

    var corners: [(x: Double, y: Double)] {
      switch self {
      case .triangle: [(0, -1), (0.9, 0.6), (-0.9, 0.6)]
      case .square: [(-0.7, -0.7), (0.7, -0.7), (0.7, 0.7), (-0.7, 0.7)]
      case .pennant: [(0, 0.9), (0.9, -0.7), (-0.9, -0.7)]
      case .diamond: [(0, -1), (0.8, 0), (0, 1), (-0.8, 0)]
      case .pentagon: [(0, -1), (0.95, -0.3), (0.6, 0.8), (-0.6, 0.8), (-0.95, -0.3)]
      case .plus:
        [
          (-0.3, -0.9), (0.3, -0.9), (0.3, -0.3), (0.9, -0.3), (0.9, 0.3), (0.3, 0.3), (0.3, 0.9),
          (-0.3, 0.9), (-0.3, 0.3), (-0.9, 0.3), (-0.9, -0.3), (-0.3, -0.3),
        ]
      case .bar: [(-1, -0.45), (1, -0.45), (1, 0.45), (-1, 0.45)]
      case .star:
        [
          (0, -1.1), (0.28, -0.35), (1, -0.35), (0.45, 0.15), (0.65, 0.9), (0, 0.45), (-0.65, 0.9),
          (-0.45, 0.15), (-1, -0.35), (-0.28, -0.35),
        ]
      }
    }
  }

  /// Filled in operation, hollow before, hollow and crossed after.
  static func facility(
    _ mark: FacilityMark, at point: Position, style: MapPalette.KindStyle, isNeighbour: Bool,
    title: String?
  ) -> String {
    let size = isNeighbour ? 5.0 : 7.0
    let outline =
      outline(style.shape, at: point, size: size)
      + (style.isPierced && mark == .operating ? hole(at: point, size: size) : "")
    let body =
      switch mark {
      case .operating:
        "<path d=\"\(outline)\" fill=\"\(style.colour)\" fill-rule=\"evenodd\" stroke=\"#fff\" "
          + "stroke-width=\"0.7\""
      case .notYet:
        "<path d=\"\(outline)\" fill=\"#fff\" stroke=\"\(style.colour)\" stroke-width=\"1.8\""
      case .stopped:
        "<path d=\"\(outline)\(cross(at: point, size: size))\" fill=\"#fff\" "
          + "stroke=\"\(style.colour)\" stroke-width=\"1.6\""
      }
    return close(body + (isNeighbour ? " opacity=\"0.65\"" : ""), "path", title)
  }

  private static func outline(_ shape: KindShape, at point: Position, size: Double) -> String {
    let corners = shape.corners.map { corner in
      "\(SVGNumber.text(point.x + corner.x * size)) \(SVGNumber.text(point.y + corner.y * size))"
    }
    return "M\(corners.joined(separator: "L"))z"
  }

  /// A hole in the middle, which tells two kinds of one shape apart.
  private static func hole(at point: Position, size: Double) -> String {
    let radius = size * 0.18
    return "M\(SVGNumber.text(point.x - radius)) \(SVGNumber.text(point.y))"
      + "a\(SVGNumber.text(radius)) \(SVGNumber.text(radius)) 0 1 0 \(SVGNumber.text(2 * radius)) 0"
      + "a\(SVGNumber.text(radius)) \(SVGNumber.text(radius)) 0 1 0 \(SVGNumber.text(-2 * radius)) 0z"
  }

  /// A dot where people are covered, a diamond where they are not, a cross where it is not known.
  static func village(_ answer: MapSubject.VillageAnswer, at point: Position, title: String?)
    -> String
  {
    let (x, y) = (SVGNumber.text(point.x), SVGNumber.text(point.y))
    switch answer {
    case .covered:
      return close(
        "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"2.6\" fill=\"\(MapPalette.covered)\"", "circle", title)
    case .uncovered:
      return close(
        "<path d=\"M\(x) \(SVGNumber.text(point.y - 3.8))l3.8 3.8-3.8 3.8-3.8-3.8z\" "
          + "fill=\"#fff\" stroke=\"\(MapPalette.uncovered)\" stroke-width=\"1.1\"", "path", title)
    case .unknown:
      return close(
        "<path d=\"\(cross(at: point, size: 4))\" stroke=\"#555\" stroke-width=\"1.2\"", "path",
        title)
    }
  }

  /// The small square of a seat.
  static func seat(at point: Position) -> String {
    "<rect x=\"\(SVGNumber.text(point.x - 2.2))\" y=\"\(SVGNumber.text(point.y - 2.2))\" "
      + "width=\"4.4\" height=\"4.4\" fill=\"#fff\" stroke=\"#222\" stroke-width=\"1.2\"/>"
  }

  private static func cross(at point: Position, size: Double) -> String {
    let reach = size * 0.8
    let full = SVGNumber.text(2 * reach)
    let left = SVGNumber.text(point.x - reach)
    return "M\(left) \(SVGNumber.text(point.y - reach))l\(full) \(full)"
      + "M\(left) \(SVGNumber.text(point.y + reach))l\(full) -\(full)"
  }

  private static func close(_ start: String, _ element: String, _ title: String?) -> String {
    guard let title else { return start + "/>" }
    return start + "><title>\(HTMLText.escaped(title))</title></\(element)>"
  }
}
