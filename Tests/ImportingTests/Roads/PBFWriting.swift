/// Protocol buffers, as far as extracts need them.
struct ProtocolBuffer {
  private(set) var bytes: [UInt8] = []

  mutating func varint(_ value: UInt64) {
    var value = value
    while value >= 128 {
      bytes.append(UInt8(truncatingIfNeeded: value) | 128)
      value >>= 7
    }
    bytes.append(UInt8(value))
  }

  mutating func signedVarint(_ value: Int64) {
    varint(UInt64(bitPattern: (value << 1) ^ (value >> 63)))
  }

  mutating func field(_ number: UInt64, _ value: UInt64) {
    varint(number << 3)
    varint(value)
  }

  mutating func signedField(_ number: UInt64, _ value: Int64) {
    varint(number << 3)
    signedVarint(value)
  }

  mutating func field(_ number: UInt64, _ contents: [UInt8]) {
    varint(number << 3 | 2)
    varint(UInt64(contents.count))
    bytes += contents
  }

  mutating func field(_ number: UInt64, _ contents: ProtocolBuffer) {
    field(number, contents.bytes)
  }

  /// Packed numbers.
  static func packed(_ values: [UInt64]) -> ProtocolBuffer {
    values.reduce(into: ProtocolBuffer()) { $0.varint($1) }
  }

  /// Packed differences of numbers.
  static func differences(_ values: [Int64]) -> ProtocolBuffer {
    var buffer = ProtocolBuffer()
    var last: Int64 = 0
    for value in values {
      buffer.signedVarint(value &- last)
      last = value
    }
    return buffer
  }
}

/// Nodes or ways that are written as one blob of a PBF file, or one after another as XML.
struct ExtractPart {
  /// Coordinates in ten-millionths of a degree.
  var nodes: [(id: Int64, longitude: Int64, latitude: Int64)] = []
  var ways: [(id: Int64, nodes: [Int64], tags: [(String, String)])] = []
  var isDense = true
  var isDeflated = true
  var offset: Int64 = 0

  var xml: String {
    func degrees(_ value: Int64) -> String { "\(Double(value) / 1e7)" }
    return nodes.map {
      "<node id=\"\($0.id)\" lat=\"\(degrees($0.latitude))\" lon=\"\(degrees($0.longitude))\"/>"
    }.joined()
      + ways.map { way in
        "<way id=\"\(way.id)\">" + way.nodes.map { "<nd ref=\"\($0)\"/>" }.joined()
          + way.tags.map { "<tag k=\"\($0.0)\" v=\"\($0.1)\"/>" }.joined() + "</way>"
      }.joined()
  }

  var blob: [UInt8] { Self.blob("OSMData", block.bytes, isDeflated: isDeflated) }

  private var block: ProtocolBuffer {
    var texts = [""]
    func number(_ text: String) -> UInt64 {
      if let known = texts.firstIndex(of: text), known > 0 { return UInt64(known) }
      texts.append(text)
      return UInt64(texts.count - 1)
    }
    var group = ProtocolBuffer()
    for way in ways {
      var message = ProtocolBuffer()
      message.field(1, UInt64(bitPattern: way.id))
      message.field(2, .packed(way.tags.map { number($0.0) }))
      message.field(3, .packed(way.tags.map { number($0.1) }))
      message.field(8, .differences(way.nodes))
      group.field(3, message)
    }
    write(nodes.map { ($0.id, $0.longitude - offset, $0.latitude - offset) }, to: &group)
    var block = ProtocolBuffer()
    var table = ProtocolBuffer()
    for text in texts { table.field(1, Array(text.utf8)) }
    // The group before the table: the order of fields is free.
    block.field(2, group)
    block.field(1, table)
    block.field(17, 100)
    block.field(19, UInt64(bitPattern: offset * 100))
    block.field(20, UInt64(bitPattern: offset * 100))
    return block
  }

  private func write(_ nodes: [(Int64, Int64, Int64)], to group: inout ProtocolBuffer) {
    guard isDense else {
      for (id, longitude, latitude) in nodes {
        var message = ProtocolBuffer()
        message.signedField(1, id)
        message.signedField(9, longitude)
        message.signedField(8, latitude)
        group.field(1, message)
      }
      return
    }
    guard !nodes.isEmpty else { return }
    var dense = ProtocolBuffer()
    dense.field(1, .differences(nodes.map(\.0)))
    dense.field(8, .differences(nodes.map(\.2)))
    dense.field(9, .differences(nodes.map(\.1)))
    group.field(2, dense)
  }

  /// A PBF file of parts.
  static func pbf(_ parts: [ExtractPart], features: [String] = ["OsmSchema-V0.6"]) -> [UInt8] {
    var header = ProtocolBuffer()
    for feature in features { header.field(4, Array(feature.utf8)) }
    return blob("OSMHeader", header.bytes, isDeflated: false) + parts.flatMap(\.blob)
  }

  /// An XML file of parts.
  static func xml(_ parts: [ExtractPart]) -> String {
    "<osm version=\"0.6\">\(parts.map(\.xml).joined())</osm>"
  }

  private static func blob(_ type: String, _ contents: [UInt8], isDeflated: Bool) -> [UInt8] {
    var blob = ProtocolBuffer()
    if isDeflated {
      blob.field(2, UInt64(contents.count))
      blob.field(3, deflated(contents))
    } else {
      blob.field(1, contents)
    }
    var header = ProtocolBuffer()
    header.field(1, Array(type.utf8))
    header.field(3, UInt64(blob.bytes.count))
    let size = UInt32(header.bytes.count)
    return (0..<4).map { UInt8(truncatingIfNeeded: size >> (24 - 8 * $0)) } + header.bytes
      + blob.bytes
  }

  /// The format of zlib with a single block that is stored as it is (RFC 1950, 1951).
  private static func deflated(_ contents: [UInt8]) -> [UInt8] {
    precondition(contents.count < 65_536)
    let count = UInt16(contents.count)
    var (low, high): (UInt32, UInt32) = (1, 0)
    for byte in contents {
      low = (low + UInt32(byte)) % 65_521
      high = (high + low) % 65_521
    }
    func bytes(_ word: UInt16) -> [UInt8] {
      [UInt8(truncatingIfNeeded: word), UInt8(truncatingIfNeeded: word >> 8)]
    }
    return [0x78, 0x01, 1] + bytes(count) + bytes(~count) + contents
      + [high >> 8, high & 255, low >> 8, low & 255].map { UInt8($0) }
  }
}
