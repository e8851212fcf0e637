import CGEOS

/// A shape made ready for many point tests; it belongs to one thread at a time.
public struct PreparedShape: ~Copyable {
  private var context: GEOSContext
  private let geometry: OpaquePointer
  private let prepared: OpaquePointer

  /// Makes a shape ready.
  public init(_ shape: Shape) throws(GeometryError) {
    var context = try GEOSContext()
    let geometry = try context.make(shape, for: "prepare")
    guard let prepared = GEOSPrepare_r(context.handle, geometry) else {
      context.destroy(geometry)
      throw context.failure("prepare", shape.kind)
    }
    self.context = context
    self.geometry = geometry
    self.prepared = prepared
  }

  deinit {
    GEOSPreparedGeom_destroy_r(context.handle, prepared)
    context.destroy(geometry)
  }

  /// Whether a position lies inside or on the border.
  public mutating func covers(_ position: Position) throws(GeometryError) -> Bool {
    try test(position, "covers", GEOSPreparedCovers_r)
  }

  /// Whether a position lies inside, not on the border.
  public mutating func contains(_ position: Position) throws(GeometryError) -> Bool {
    try test(position, "contains", GEOSPreparedContains_r)
  }

  private mutating func test(
    _ position: Position, _ operation: String,
    _ body: (GEOSContextHandle_t, OpaquePointer, OpaquePointer) -> CChar
  ) throws(GeometryError) -> Bool {
    guard position.x.isFinite, position.y.isFinite else { return false }
    guard let point = GEOSGeom_createPointFromXY_r(context.handle, position.x, position.y) else {
      throw context.failure(operation, "\(position)")
    }
    defer { context.destroy(point) }
    let answer = body(context.handle, prepared, point)
    guard answer == 0 || answer == 1 else { throw context.failure(operation, "\(position)") }
    return answer == 1
  }
}

extension Shape {
  /// Whether a position lies inside or on the border; for many positions use ``covered(_:)``.
  public func covers(_ position: Position) throws(GeometryError) -> Bool {
    var prepared = try PreparedShape(self)
    return try prepared.covers(position)
  }

  /// Whether a position lies inside, not on the border.
  public func contains(_ position: Position) throws(GeometryError) -> Bool {
    var prepared = try PreparedShape(self)
    return try prepared.contains(position)
  }

  /// For each position whether it lies inside or on the border.
  public func covered(_ positions: [Position]) throws(GeometryError) -> [Bool] {
    var prepared = try PreparedShape(self)
    var answers: [Bool] = []
    answers.reserveCapacity(positions.count)
    for position in positions { answers.append(try prepared.covers(position)) }
    return answers
  }
}
