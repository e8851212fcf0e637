extension Shape {
  /// Every position, in the order of the file; closing positions are repeated as stored.
  public var positions: [Position] {
    switch self {
    case .point(let position): [position]
    case .multiPoint(let positions), .lineString(let positions): positions
    case .multiLineString(let lines): lines.flatMap { $0 }
    case .polygon(let polygon): polygon.rings.flatMap { $0 }
    case .multiPolygon(let polygons): polygons.flatMap { $0.rings.flatMap { $0 } }
    }
  }

  /// The polygons of an areal shape; none for points and lines.
  public var polygons: [Polygon] {
    switch self {
    case .polygon(let polygon): [polygon]
    case .multiPolygon(let polygons): polygons
    default: []
    }
  }

  /// The lines of a linear shape; none for points and areas.
  public var lines: [[Position]] {
    switch self {
    case .lineString(let line): [line]
    case .multiLineString(let lines): lines
    default: []
    }
  }

  /// Whether it has no position at all.
  public var isEmpty: Bool { positions.isEmpty }

  /// The smallest upright rectangle around it; nil when it is empty.
  public var bounds: Bounds? { Bounds(around: positions) }

  /// The kind in simple-features words, for messages.
  public var kind: String {
    switch self {
    case .point: "Point"
    case .multiPoint: "MultiPoint"
    case .lineString: "LineString"
    case .multiLineString: "MultiLineString"
    case .polygon: "Polygon"
    case .multiPolygon: "MultiPolygon"
    }
  }

  /// The shape with each run of positions replaced, for example transformed: one call for the
  /// whole shape, which must hand back as many positions as it gets, in their order.
  public func mapPositions<Failure: Error>(
    _ transform: ([Position]) throws(Failure) -> [Position]
  ) throws(Failure) -> Shape {
    let changed = try transform(positions)
    var next = changed.startIndex
    func take(_ run: [Position]) -> [Position] {
      defer { next += run.count }
      return Array(changed[next..<(next + run.count)])
    }
    func take(_ polygon: Polygon) -> Polygon {
      Polygon(exterior: take(polygon.exterior), interiors: polygon.interiors.map { take($0) })
    }
    switch self {
    case .point(let position): return .point(changed.first ?? position)
    case .multiPoint(let run): return .multiPoint(take(run))
    case .lineString(let run): return .lineString(take(run))
    case .multiLineString(let lines): return .multiLineString(lines.map { take($0) })
    case .polygon(let polygon): return .polygon(take(polygon))
    case .multiPolygon(let polygons): return .multiPolygon(polygons.map { take($0) })
    }
  }
}

extension Polygon {
  /// The outer ring, then the holes.
  public var rings: [[Position]] { [exterior] + interiors }
}
