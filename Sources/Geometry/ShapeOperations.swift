import CGEOS

// Every operation works in the plane of the coordinates: project first where metres matter.
extension Shape {
  /// The area in squared units of the coordinates; 0 for points and lines.
  public func planarArea() throws(GeometryError) -> Double {
    var context = try GEOSContext()
    let geometry = try context.make(self, for: "area")
    defer { context.destroy(geometry) }
    var area = 0.0
    guard GEOSArea_r(context.handle, geometry, &area) == 1 else {
      throw context.failure("area", kind)
    }
    return area
  }

  /// The shortest distance between two shapes in units of the coordinates; 0 when they touch.
  public func planarDistance(to other: Shape) throws(GeometryError) -> Double {
    var context = try GEOSContext()
    let first = try context.make(self, for: "distance")
    defer { context.destroy(first) }
    let second = try context.make(other, for: "distance")
    defer { context.destroy(second) }
    var distance = 0.0
    guard GEOSDistance_r(context.handle, first, second, &distance) == 1 else {
      throw context.failure("distance", "\(kind) and \(other.kind)")
    }
    return distance
  }

  /// All that lies in at least one of the shapes; nil when nothing does.
  public static func union(_ shapes: [Shape]) throws(GeometryError) -> Shape? {
    var context = try GEOSContext()
    let collection = try context.makeCollection(of: shapes, for: "union")
    defer { context.destroy(collection) }
    guard let result = GEOSUnaryUnion_r(context.handle, collection) else {
      throw context.failure("union", "\(shapes.count) shapes")
    }
    defer { context.destroy(result) }
    return try context.shape(of: result, for: "union")
  }

  /// What two shapes share: the parts of the highest dimension; nil when they share nothing.
  public func intersection(with other: Shape) throws(GeometryError) -> Shape? {
    try combined(with: other, "intersection", GEOSIntersection_r)
  }

  /// What of this shape lies outside another; nil when nothing does.
  public func difference(from other: Shape) throws(GeometryError) -> Shape? {
    try combined(with: other, "difference", GEOSDifference_r)
  }

  /// A position that surely lies inside an area (on a line, one of the points); nil when empty.
  public func pointOnSurface() throws(GeometryError) -> Position? {
    try transformed("point on surface", GEOSPointOnSurface_r)?.positions.first
  }

  /// All places within a distance; quarter circles are drawn with `segments` chords.
  ///
  /// Nil when nothing is left, as with a negative distance on a narrow shape.
  public func buffered(
    by distance: Double, segments: Int = 8
  ) throws(GeometryError) -> Shape? {
    try transformed("buffer") { GEOSBuffer_r($0, $1, distance, Int32(segments)) }
  }

  /// The shape with fewer vertices, none farther than `tolerance` from the old line.
  ///
  /// No new self-intersections arise. Shapes that share a border must be simplified together.
  public func simplified(tolerance: Double) throws(GeometryError) -> Shape? {
    try transformed("simplify") { GEOSTopologyPreserveSimplify_r($0, $1, tolerance) }
  }

  func transformed(
    _ operation: String,
    _ body: (GEOSContextHandle_t, OpaquePointer) -> OpaquePointer?
  ) throws(GeometryError) -> Shape? {
    var context = try GEOSContext()
    let geometry = try context.make(self, for: operation)
    defer { context.destroy(geometry) }
    guard let result = body(context.handle, geometry) else {
      throw context.failure(operation, kind)
    }
    defer { context.destroy(result) }
    return try context.shape(of: result, for: operation)
  }

  private func combined(
    with other: Shape, _ operation: String,
    _ body: (GEOSContextHandle_t, OpaquePointer, OpaquePointer) -> OpaquePointer?
  ) throws(GeometryError) -> Shape? {
    var context = try GEOSContext()
    let first = try context.make(self, for: operation)
    defer { context.destroy(first) }
    let second = try context.make(other, for: operation)
    defer { context.destroy(second) }
    guard let result = body(context.handle, first, second) else {
      throw context.failure(operation, "\(kind) and \(other.kind)")
    }
    defer { context.destroy(result) }
    return try context.shape(of: result, for: operation)
  }
}
