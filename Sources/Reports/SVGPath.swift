import Geometry

/// The `d` attribute of an SVG path, in tenths of a pixel.
struct SVGPath {
  private(set) var data = ""

  /// Adds a line, each vertex relative to the one before, which keeps the text short.
  mutating func addLine(_ points: [Position], closed: Bool = false) {
    var last: (x: Int, y: Int)?
    var vertexCount = 0
    for point in points {
      let tenths = (x: Int((point.x * 10).rounded()), y: Int((point.y * 10).rounded()))
      if let before = last {
        if before == tenths { continue }
        data += vertexCount == 1 ? "l" : " "
        data +=
          SVGNumber.tenths(tenths.x - before.x) + " " + SVGNumber.tenths(tenths.y - before.y)
      } else {
        data += "M" + SVGNumber.tenths(tenths.x) + " " + SVGNumber.tenths(tenths.y)
      }
      last = tenths
      vertexCount += 1
    }
    if closed, vertexCount > 0 { data += "z" }
  }
}

/// Numbers in SVG attributes, with one decimal at most.
enum SVGNumber {
  static func text(_ value: Double) -> String { tenths(Int((value * 10).rounded())) }

  static func tenths(_ value: Int) -> String {
    let digits = value.magnitude % 10 == 0 ? "" : ".\(value.magnitude % 10)"
    let sign = value < 0 ? "-" : ""
    return "\(sign)\(value.magnitude / 10)\(digits)"
  }
}
