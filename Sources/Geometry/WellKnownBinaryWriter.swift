/// Writes shapes as well-known binary (OGC 06-103r4, 8.2), little-endian, two-dimensional.
struct WellKnownBinaryWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ shape: Shape) {
    switch shape {
    case .point(let position):
      header(.point)
      write(position)
    case .lineString(let line): writeLine(line)
    case .polygon(let polygon): write(polygon)
    case .multiPoint(let positions):
      header(.multiPoint, count: positions.count)
      for position in positions { write(.point(position)) }
    case .multiLineString(let lines):
      header(.multiLineString, count: lines.count)
      for line in lines { writeLine(line) }
    case .multiPolygon(let polygons):
      header(.multiPolygon, count: polygons.count)
      for polygon in polygons { write(polygon) }
    }
  }

  mutating func writeCollection(_ shapes: [Shape]) {
    header(.collection, count: shapes.count)
    for shape in shapes { write(shape) }
  }

  private mutating func writeLine(_ line: [Position]) {
    header(.lineString, count: line.count)
    for position in line { write(position) }
  }

  private mutating func write(_ polygon: Polygon) {
    // A polygon without an exterior is the empty polygon: no rings at all.
    let rings = polygon.exterior.isEmpty ? [] : polygon.rings
    header(.polygon, count: rings.count)
    for ring in rings {
      write(UInt32(ring.count))
      for position in ring { write(position) }
    }
  }

  private mutating func header(_ kind: WellKnownBinaryKind, count: Int? = nil) {
    bytes.append(1)
    write(kind.rawValue)
    if let count { write(UInt32(count)) }
  }

  private mutating func write(_ value: UInt32) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  private mutating func write(_ position: Position) {
    withUnsafeBytes(of: position.x.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    withUnsafeBytes(of: position.y.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }
}

/// The codes of geometry types in well-known binary.
enum WellKnownBinaryKind: UInt32 {
  case point = 1
  case lineString
  case polygon
  case multiPoint
  case multiLineString
  case multiPolygon
  case collection
}

extension Shape {
  /// The shape as well-known binary, little-endian, two-dimensional.
  public var wellKnownBinary: [UInt8] {
    var writer = WellKnownBinaryWriter()
    writer.write(self)
    return writer.bytes
  }
}
