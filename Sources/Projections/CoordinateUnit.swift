import CPROJ

/// What one step of a coordinate measures.
public struct CoordinateUnit: Hashable, Sendable {
  /// Its name, for example `metre`, `degree`, `US survey foot`.
  public let name: String
  /// Metres in one of it, or radians for a system in angles.
  public let factor: Double

  /// Whether it is the metre of a projected system or the degree of a geographic one.
  public var isMetreOrDegree: Bool {
    abs(factor - 1) < 1e-9 || abs(factor - .pi / 180) < 1e-12
  }
}

extension ReferenceSystem {
  /// The unit of the eastward coordinate.
  ///
  /// - Throws: `unknownSystem` when the system has no such axes.
  public func coordinateUnit() throws(ProjectionError) -> CoordinateUnit {
    var context = try PROJContext()
    guard let object = proj_create(context.handle, definition) else {
      throw context.failure(.unknownSystem, "open reference system", description)
    }
    defer { proj_destroy(object) }
    guard let unit = Self.unit(context.handle, object) else {
      throw context.failure(.unknownSystem, "read the axes of", description)
    }
    return unit
  }

  private static func unit(_ context: OpaquePointer, _ object: OpaquePointer) -> CoordinateUnit? {
    let type = proj_get_type(object)
    if type == PJ_TYPE_BOUND_CRS || type == PJ_TYPE_COMPOUND_CRS {
      // The horizontal part decides.
      let part =
        type == PJ_TYPE_BOUND_CRS
        ? proj_get_source_crs(context, object) : proj_crs_get_sub_crs(context, object, 0)
      guard let part else { return nil }
      defer { proj_destroy(part) }
      return unit(context, part)
    }
    guard let axes = proj_crs_get_coordinate_system(context, object) else { return nil }
    defer { proj_destroy(axes) }
    var factor = 0.0
    var name: UnsafePointer<CChar>?
    guard proj_cs_get_axis_info(context, axes, 0, nil, nil, nil, &factor, &name, nil, nil) != 0
    else { return nil }
    return CoordinateUnit(name: name.map { String(cString: $0) } ?? "", factor: factor)
  }
}
