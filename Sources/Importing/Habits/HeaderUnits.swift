/// Units of measure in brackets at the end of a header: 面积（㎡）, 人数（人）.
enum HeaderUnits {
  private static let squareMetres: Set<String> = ["㎡", "m2", "m²", "平方米", "平米"]
  private static let squareKilometres: Set<String> = ["km2", "km²", "㎢", "平方公里", "平方千米"]
  private static let counts: Set<String> = [
    "人", "户", "个", "场", "次", "人次", "张", "床", "家", "座", "所", "处",
  ]
  private static let degrees: Set<String> = ["°", "度"]
  private static let others: Set<String> = [
    "亩", "公顷", "ha", "hm2", "hm²", "万平方米", "万人", "千人", "百人", "万户", "千户", "万元", "元", "%",
  ]

  /// A header without its unit; nil when it ends in no unit that is known.
  static func split(_ header: String) -> (name: String, unit: String)? {
    guard header.hasSuffix(")"), let open = header.lastIndex(of: "(") else { return nil }
    let name = TextFolding.trimmed(String(header[..<open]))
    let unit = TextFolding.trimmed(String(header[header.index(after: open)...].dropLast()))
    let known = [squareMetres, squareKilometres, counts, degrees, others]
    guard !name.isEmpty, known.contains(where: { $0.contains(unit.lowercased()) }) else {
      return nil
    }
    return (name, unit.lowercased())
  }

  /// Whether Yike reads a column in that unit.
  static func isOurs(_ unit: String, of column: String) -> Bool {
    switch column {
    case "floor_area_m2": squareMetres.contains(unit)
    case "area_km2": squareKilometres.contains(unit)
    case "lon", "lat": degrees.contains(unit)
    default: counts.contains(unit)
    }
  }
}
