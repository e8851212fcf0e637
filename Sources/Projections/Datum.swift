/// What the coordinates of a layer mean, as a planner declares it.
public enum Datum: Hashable, Sendable, CustomStringConvertible {
  /// WGS 84 degrees.
  case wgs84
  /// CGCS2000 degrees, EPSG:4490: the same as WGS 84 at the accuracy of a map.
  case cgcs2000
  /// GCJ-02 degrees: 高德, 腾讯.
  case gcj02
  /// BD-09 degrees: 百度.
  case bd09
  /// Any other system that PROJ knows, for example EPSG:4545.
  case system(ReferenceSystem)

  /// Reads `wgs84`, `cgcs2000`, `gcj02`, `bd09` (case, hyphens and spaces do not matter), an
  /// authority code or WKT.
  ///
  /// - Throws: `unknownSystem` for anything else.
  public init(_ text: String) throws(ProjectionError) {
    let folded = text.lowercased().filter { !"-_ ".contains($0) }
    switch folded {
    case "wgs84", "epsg:4326", "ogc:crs84": self = .wgs84
    case "cgcs2000", "epsg:4490": self = .cgcs2000
    case "gcj02": self = .gcj02
    case "bd09", "bd09ll": self = .bd09
    default:
      let system = try ReferenceSystem(text)
      switch system.definition {
      case "EPSG:4326", "OGC:CRS84": self = .wgs84
      case "EPSG:4490": self = .cgcs2000
      default: self = .system(system)
      }
    }
  }

  /// Whether its coordinates are degrees.
  public var isGeographic: Bool {
    if case .system(let system) = self { system.isGeographic } else { true }
  }

  /// The name people know: `WGS 84`, `GCJ-02`, `EPSG:4545`.
  public var description: String {
    switch self {
    case .wgs84: "WGS 84"
    case .cgcs2000: "CGCS2000"
    case .gcj02: "GCJ-02"
    case .bd09: "BD-09"
    case .system(let system): system.description
    }
  }
}
