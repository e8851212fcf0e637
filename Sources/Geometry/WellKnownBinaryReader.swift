/// Reads well-known binary of either byte order, ISO or extended (PostGIS) codes; heights and
/// measures are dropped.
struct WellKnownBinaryReader {
  private let bytes: [UInt8]
  private var next = 0
  private var isLittleEndian = true

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The shapes of the next geometry: one, or those of a collection, nested ones included.
  mutating func readShapes(depth: Int = 0) throws(GeometryError) -> [Shape] {
    guard depth < 16 else { throw failure(.unsupported, "collections nest deeper than 16") }
    let (kind, extra) = try readHeader()
    switch kind {
    case .point:
      let position = try readPosition(extra)
      return [position.x.isNaN && position.y.isNaN ? .multiPoint([]) : .point(position)]
    case .lineString: return [.lineString(try readPositions(extra))]
    case .polygon: return [.polygon(try readPolygon(extra))]
    case .multiPoint:
      return [.multiPoint(try readParts(depth).flatMap(\.positions))]
    case .multiLineString:
      return [.multiLineString(try readParts(depth).flatMap(\.lines))]
    case .multiPolygon:
      return [.multiPolygon(try readParts(depth).flatMap(\.polygons))]
    case .collection: return try readParts(depth)
    }
  }

  private mutating func readParts(_ depth: Int) throws(GeometryError) -> [Shape] {
    var parts: [Shape] = []
    for _ in 0..<(try readCount(elementBytes: 9)) {
      parts += try readShapes(depth: depth + 1)
    }
    return parts
  }

  private mutating func readHeader() throws(GeometryError) -> (WellKnownBinaryKind, extra: Int) {
    let order = try readBytes(1)
    guard order <= 1 else { throw failure(.malformed, "byte order \(order) is neither 0 nor 1") }
    isLittleEndian = order == 1
    let code = UInt32(truncatingIfNeeded: try readBytes(4))
    // Extended codes carry flags in the high bits, ISO codes thousands.
    let flags = code & 0xE000_0000
    if flags & 0x2000_0000 != 0 { _ = try readBytes(4) }
    let iso = (code & 0x1FFF_FFFF) / 1000
    let hasHeight = flags & 0x8000_0000 != 0 || iso == 1 || iso == 3
    let hasMeasure = flags & 0x4000_0000 != 0 || iso == 2 || iso == 3
    guard iso <= 3, let kind = WellKnownBinaryKind(rawValue: (code & 0x1FFF_FFFF) % 1000) else {
      throw failure(.unsupported, "geometry type \(code) is not a point, line or polygon")
    }
    return (kind, (hasHeight ? 1 : 0) + (hasMeasure ? 1 : 0))
  }

  private mutating func readPolygon(_ extra: Int) throws(GeometryError) -> Polygon {
    var rings: [[Position]] = []
    for _ in 0..<(try readCount(elementBytes: 4)) { rings.append(try readPositions(extra)) }
    return Polygon(exterior: rings.first ?? [], interiors: Array(rings.dropFirst()))
  }

  private mutating func readPositions(_ extra: Int) throws(GeometryError) -> [Position] {
    let count = try readCount(elementBytes: 16 + 8 * extra)
    var positions: [Position] = []
    positions.reserveCapacity(count)
    for _ in 0..<count { positions.append(try readPosition(extra)) }
    return positions
  }

  private mutating func readPosition(_ extra: Int) throws(GeometryError) -> Position {
    let x = Double(bitPattern: try readBytes(8))
    let y = Double(bitPattern: try readBytes(8))
    for _ in 0..<extra { _ = try readBytes(8) }
    return Position(x: x, y: y)
  }

  /// A count, checked against the bytes that are left, so that bad bytes reserve no memory.
  private mutating func readCount(elementBytes: Int) throws(GeometryError) -> Int {
    let count = Int(try readBytes(4))
    guard count <= (bytes.count - next) / elementBytes else {
      throw failure(.malformed, "\(count) elements are announced, the bytes end before")
    }
    return count
  }

  private mutating func readBytes(_ width: Int) throws(GeometryError) -> UInt64 {
    guard next + width <= bytes.count else {
      throw failure(.malformed, "the bytes end too early")
    }
    var value: UInt64 = 0
    for offset in 0..<width {
      let byte = UInt64(bytes[next + offset])
      value = isLittleEndian ? value | byte << UInt64(8 * offset) : value << 8 | byte
    }
    next += width
    return value
  }

  private func failure(_ code: GeometryError.Code, _ message: String) -> GeometryError {
    GeometryError(
      code, operation: "read well-known binary", message: message, subject: "at byte \(next)")
  }
}

extension Shape {
  /// Reads well-known binary, either byte order, ISO or extended codes.
  ///
  /// Heights and measures are dropped. Of a collection the parts of the highest dimension are
  /// kept (areas before lines before points); an empty geometry is a `multi…` shape of nothing.
  ///
  /// - Throws: `malformed` when bytes are missing or wrong, `unsupported` for curves.
  public init(wellKnownBinary bytes: [UInt8]) throws(GeometryError) {
    var reader = WellKnownBinaryReader(bytes)
    let shapes = try reader.readShapes()
    self = shapes.count == 1 ? shapes[0] : Shape.joined(shapes)
    if isEmpty { self = Shape.joined([self]) }
  }

  /// One shape of the parts of the highest dimension.
  static func joined(_ shapes: [Shape]) -> Shape {
    let polygons = shapes.flatMap(\.polygons).filter { !$0.exterior.isEmpty }
    if !polygons.isEmpty {
      return polygons.count == 1 ? .polygon(polygons[0]) : .multiPolygon(polygons)
    }
    let lines = shapes.flatMap(\.lines).filter { !$0.isEmpty }
    if !lines.isEmpty { return lines.count == 1 ? .lineString(lines[0]) : .multiLineString(lines) }
    let positions = shapes.flatMap(\.positions)
    if !positions.isEmpty {
      return positions.count == 1 ? .point(positions[0]) : .multiPoint(positions)
    }
    switch shapes.first {
    case .polygon, .multiPolygon: return .multiPolygon([])
    case .lineString, .multiLineString: return .multiLineString([])
    default: return .multiPoint([])
    }
  }
}
