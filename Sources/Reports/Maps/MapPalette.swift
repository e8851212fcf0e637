import PlanningModel

/// Colours and marks of the map; each difference is also one of shape, for grey prints.
enum MapPalette {
  static let boundary = "#8a8478"
  static let river = "#6fa3c7"
  static let road = "#b3a593"
  static let ink = "#222222"
  static let covered = "#3c3c3c"
  static let uncovered = "#b3261e"

  /// The fill of a unit.
  static func fill(_ answer: MapSubject.UnitAnswer) -> String {
    switch answer {
    case .met: "#d9e8d5"
    case .missing: "url(#map-missing)"
    case .undecided: "url(#map-undecided)"
    case .outside: "#f7f6f2"
    }
  }

  /// Patterns that the fills name.
  static let patterns = """
    <defs><pattern id="map-missing" width="8" height="8" patternUnits="userSpaceOnUse" \
    patternTransform="rotate(45)"><rect width="8" height="8" fill="#f8e6d8"/>\
    <path d="M0 0v8" stroke="#e0a880" stroke-width="2.4"/></pattern>\
    <pattern id="map-undecided" width="9" height="9" patternUnits="userSpaceOnUse">\
    <rect width="9" height="9" fill="#f3efdf"/><circle cx="3" cy="3" r="1.1" fill="#b9ad84"/>\
    </pattern></defs>
    """

  /// How the facilities of one kind of service look: each kind has its shape, so that a grey print
  /// tells them apart; colours help the eye.
  struct KindStyle {
    var colour: String
    var shape: MapMarks.KindShape
    /// Whether the mark has a hole, for kinds beyond the number of shapes.
    var isPierced = false
  }

  /// The look of the `position`-th kind of service.
  static func kind(_ position: Int) -> KindStyle {
    let colours = [
      "#c8501e", "#1f6fb2", "#1a8a66", "#b0568f", "#8a6300", "#4a3f9f", "#2b7288",
    ]
    let shapes = MapMarks.KindShape.allCases
    return KindStyle(
      colour: colours[position % colours.count], shape: shapes[position % shapes.count],
      isPierced: position / shapes.count % 2 == 1)
  }

  /// Widths of the road classes that are drawn; other classes are left out.
  static let roadWidths: [(highway: String, width: Double)] = [
    ("tertiary", 0.7), ("secondary", 1.1), ("primary", 1.6), ("trunk", 2), ("motorway", 2.2),
  ]
}
