import CPROJ

/// A coordinate reference system that PROJ knows, by its code or its WKT.
public struct ReferenceSystem: Hashable, Sendable, CustomStringConvertible {
  /// How to name it to PROJ again: `EPSG:4545` where it has a code, else the text as given.
  public let definition: String
  /// Its name, for example `CGCS2000 / 3-degree Gauss-Kruger CM 108E`.
  public let name: String
  /// Whether its coordinates are degrees rather than metres.
  public let isGeographic: Bool

  /// WGS 84 in degrees, EPSG:4326.
  public static let wgs84 = ReferenceSystem(
    definition: "EPSG:4326", name: "WGS 84", isGeographic: true)
  /// CGCS2000 in degrees, EPSG:4490.
  public static let cgcs2000 = ReferenceSystem(
    definition: "EPSG:4490", name: "China Geodetic Coordinate System 2000", isGeographic: true)

  private init(definition: String, name: String, isGeographic: Bool) {
    self.definition = definition
    self.name = name
    self.isGeographic = isGeographic
  }

  /// Opens a system from an authority code (`EPSG:4545`) or WKT.
  ///
  /// - Throws: `unknownSystem` when PROJ knows no such system, or the text describes something
  ///   that is not one.
  public init(_ text: String) throws(ProjectionError) {
    var context = try PROJContext()
    guard let object = proj_create(context.handle, text) else {
      throw context.failure(.unknownSystem, "open reference system", ReferenceSystem.short(text))
    }
    defer { proj_destroy(object) }
    guard proj_is_crs(object) != 0 else {
      throw ProjectionError(
        .unknownSystem, operation: "open reference system",
        message: "this is not a coordinate reference system",
        subject: ReferenceSystem.short(text))
    }
    if let authority = proj_get_id_auth_name(object, 0), let code = proj_get_id_code(object, 0) {
      definition = "\(String(cString: authority)):\(String(cString: code))"
    } else {
      definition = text
    }
    name = proj_get_name(object).map { String(cString: $0) } ?? definition
    isGeographic = ReferenceSystem.isGeographic(context.handle, object)
  }

  /// The code, or the name of a system without one.
  public var description: String { definition.contains("[") ? name : definition }

  private static func isGeographic(_ context: OpaquePointer, _ object: OpaquePointer) -> Bool {
    switch proj_get_type(object) {
    case PJ_TYPE_GEOGRAPHIC_2D_CRS, PJ_TYPE_GEOGRAPHIC_3D_CRS: return true
    case PJ_TYPE_BOUND_CRS, PJ_TYPE_COMPOUND_CRS:
      // The horizontal part decides.
      let part =
        proj_get_type(object) == PJ_TYPE_BOUND_CRS
        ? proj_get_source_crs(context, object) : proj_crs_get_sub_crs(context, object, 0)
      guard let part else { return false }
      defer { proj_destroy(part) }
      return isGeographic(context, part)
    default: return false
    }
  }

  private static func short(_ text: String) -> String {
    text.count <= 60 ? "“\(text)”" : "“\(text.prefix(60))…”"
  }
}
