import Geometry

/// The binary form of a geometry in a GeoPackage (OGC 12-128r18, 2.1.3): a header, then
/// well-known binary, little-endian throughout.
enum GeoPackageBlob {
  /// WGS 84, x east.
  static let referenceSystem: Int32 = 4326

  /// A shape with the envelope of its positions; points go without.
  static func encode(_ shape: Shape) -> [UInt8] {
    let body = shape.wellKnownBinary
    if case .point = shape { return header(.none, capacity: body.count) + body }
    return header(Envelope(shape.bounds), capacity: body.count) + body
  }

  /// A line of columns, without making positions of it first.
  static func encodeLine(longitude: ArraySlice<Double>, latitude: ArraySlice<Double>) -> [UInt8] {
    var bounds: Bounds?
    for (x, y) in zip(longitude, latitude) {
      let here = Bounds(west: x, south: y, east: x, north: y)
      bounds = bounds?.joined(with: here) ?? here
    }
    var bytes = header(Envelope(bounds), capacity: 9 + 16 * longitude.count)
    bytes.append(1)
    append(UInt32(2), to: &bytes)
    append(UInt32(longitude.count), to: &bytes)
    for (x, y) in zip(longitude, latitude) {
      append(x.bitPattern, to: &bytes)
      append(y.bitPattern, to: &bytes)
    }
    return bytes
  }

  /// The shape of a blob; nil when it is none that this version writes.
  static func decode(_ bytes: UnsafeRawBufferPointer) -> Shape? {
    guard let start = bodyStart(bytes) else { return nil }
    return try? Shape(wellKnownBinary: [UInt8](bytes[start...]))
  }

  /// Appends the vertices of a line's blob to columns; false when it is no line.
  static func decodeLine(
    _ bytes: UnsafeRawBufferPointer, longitude: inout [Double], latitude: inout [Double]
  ) -> Bool {
    guard let start = bodyStart(bytes), bytes.count >= start + 9, bytes[start] == 1,
      word(bytes, at: start + 1) == 2
    else { return false }
    let count = Int(word(bytes, at: start + 5))
    guard bytes.count == start + 9 + 16 * count else { return false }
    for vertex in 0..<count {
      let at = start + 9 + 16 * vertex
      let x = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      let y = bytes.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self)
      longitude.append(Double(bitPattern: UInt64(littleEndian: x)))
      latitude.append(Double(bitPattern: UInt64(littleEndian: y)))
    }
    return true
  }

  /// What a header says of the extent.
  private enum Envelope {
    /// The geometry has nothing in it.
    case empty
    /// The extent is left out.
    case none
    case bounds(Bounds)

    init(_ bounds: Bounds?) { self = bounds.map { .bounds($0) } ?? .empty }

    /// Bit 0: little-endian; bits 1 to 3: 1 for an envelope of x and y; bit 4: empty.
    var flags: UInt8 {
      switch self {
      case .empty: 0b1_0001
      case .none: 0b0_0001
      case .bounds: 0b0_0011
      }
    }
  }

  private static func header(_ envelope: Envelope, capacity: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(40 + capacity)
    bytes += [UInt8(ascii: "G"), UInt8(ascii: "P"), 0, envelope.flags]
    append(UInt32(bitPattern: referenceSystem), to: &bytes)
    if case .bounds(let bounds) = envelope {
      for value in [bounds.west, bounds.east, bounds.south, bounds.north] {
        append(value.bitPattern, to: &bytes)
      }
    }
    return bytes
  }

  /// Where well-known binary begins: after the header and an envelope of the announced size.
  private static func bodyStart(_ bytes: UnsafeRawBufferPointer) -> Int? {
    guard bytes.count >= 8, bytes[0] == UInt8(ascii: "G"), bytes[1] == UInt8(ascii: "P"),
      bytes[3] & 1 == 1
    else { return nil }
    let envelopes = [0, 32, 48, 48, 64]
    let code = Int(bytes[3] >> 1 & 7)
    guard code < envelopes.count, bytes.count >= 8 + envelopes[code] else { return nil }
    return 8 + envelopes[code]
  }

  private static func word(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt32 {
    UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  private static func append<Number: FixedWidthInteger>(
    _ value: Number, to bytes: inout [UInt8]
  ) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
