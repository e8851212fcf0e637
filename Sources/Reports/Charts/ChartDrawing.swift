/// The strokes that all charts of the report are made of; 1,000 pixels wide.
enum ChartDrawing {
  static func start(height: Double, title: String) -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 \(SVGNumber.text(height))" \
    role="img" aria-label="\(HTMLText.escaped(title))" fill="#222222" \
    font-family="'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei',SimHei,sans-serif">
    <rect width="1000" height="\(SVGNumber.text(height))" fill="#fff"/>

    """
  }

  static func text(
    _ text: String, _ x: Double, _ y: Double, anchor: String = "start", size: Double
  ) -> String {
    let place = anchor == "start" ? "" : " text-anchor=\"\(anchor)\""
    return "<text x=\"\(SVGNumber.text(x))\" y=\"\(SVGNumber.text(y))\"\(place) "
      + "font-size=\"\(SVGNumber.text(size))\">\(HTMLText.escaped(text))</text>\n"
  }

  static func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, colour: String, width: Double = 1
  ) -> String {
    "<path d=\"M\(SVGNumber.text(x1)) \(SVGNumber.text(y1))L\(SVGNumber.text(x2)) "
      + "\(SVGNumber.text(y2))\" stroke=\"\(colour)\" stroke-width=\"\(SVGNumber.text(width))\" "
      + "fill=\"none\"/>\n"
  }

  static func box(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: String,
    stroke: String? = nil
  ) -> String {
    let border = stroke.map { " stroke=\"\($0)\"" } ?? ""
    return "<rect x=\"\(SVGNumber.text(x))\" y=\"\(SVGNumber.text(y))\" "
      + "width=\"\(SVGNumber.text(width))\" height=\"\(SVGNumber.text(height))\" "
      + "fill=\"\(fill)\"\(border)/>\n"
  }
}
