import Geometry
import Planning
import PlanningModel

/// Two maps of one district next to each other at one scale, with one legend.
struct MapPair {
  let left: MapFigure
  let right: MapFigure
  /// What stands above each.
  let titles: (left: String, right: String)

  private static let gap = 16.0
  private static let titleHeight = 30.0

  /// The drawing; nil when no place is known.
  var svg: String? {
    let half = (MapFigure.width - Self.gap) / 2
    guard
      let projection = MapProjection(
        showing: left.extent + right.extent, width: half, margin: 12)
    else { return nil }
    let height = projection.height + Self.titleHeight
    var body = ""
    for (figure, other, title, x) in [
      (left, right, titles.left, 0), (right, left, titles.right, half + Self.gap),
    ] {
      var figure = figure
      figure.others = other.evaluation.district.facilities
      figure.labelSize = 13
      let middle = SVGNumber.text(x + half / 2)
      body += "<text x=\"\(middle)\" y=\"21\" text-anchor=\"middle\" font-size=\"17\" "
      body += "font-weight=\"bold\" fill=\"\(MapPalette.ink)\">"
      body += HTMLText.escaped(DisplayWidth.shortened(title, columns: 52)) + "</text>\n"
      body +=
        "<g transform=\"translate(\(SVGNumber.text(x)) \(SVGNumber.text(Self.titleHeight)))\">\n"
      body += figure.drawing(projection) + "</g>\n"
    }
    var right = right
    right.otherAnswers = Set(left.subject.answers.values)
    right.others = left.evaluation.district.facilities
    return right.svg(projection, under: height, body: body)
  }
}
