import CGDAL
import Geometry

/// Turns the geometry of a feature into a value.
enum VectorLayerShape {
  /// The shape, with curves as chords; nil where the feature has none.
  static func of(_ feature: OGRFeatureH) throws(GeometryError) -> Shape? {
    guard let geometry = OGR_F_GetGeometryRef(feature) else { return nil }
    guard OGR_G_HasCurveGeometry(geometry, 0) == 0 else {
      let straight = OGR_G_GetLinearGeometry(geometry, 0, nil)
      defer { OGR_G_DestroyGeometry(straight) }
      return try straight.map { (geometry) throws(GeometryError) in try shape(geometry) }
    }
    return try shape(geometry)
  }

  private static func shape(_ geometry: OGRGeometryH) throws(GeometryError) -> Shape {
    var bytes = [UInt8](repeating: 0, count: Int(OGR_G_WkbSizeEx(geometry)))
    guard OGR_G_ExportToIsoWkb(geometry, wkbNDR, &bytes) == OGRERR_NONE else {
      throw GeometryError(
        .unsupported, operation: "read shape", message: "this kind of geometry has no binary form",
        subject: OGR_G_GetGeometryName(geometry).map { String(cString: $0) } ?? "geometry")
    }
    return try Shape(wellKnownBinary: bytes)
  }
}
