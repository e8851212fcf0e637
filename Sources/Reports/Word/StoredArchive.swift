/// A ZIP archive without compression and without clocks: the same parts give the same bytes.
struct StoredArchive {
  private var data: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// Adds a part; parts stand in the order in which they are added.
  mutating func add(_ name: String, _ content: [UInt8]) {
    let name = Array(name.utf8)
    let offset = UInt32(data.count)
    var header: [UInt8] = []
    append(20, to: &header)
    append(0x0800, to: &header)  // names are UTF-8
    append(0, to: &header)  // stored
    append(0, to: &header)  // midnight
    append(0x0021, to: &header)  // 1980-01-01
    appendLong(CRC32.checksum(of: content), to: &header)
    appendLong(UInt32(content.count), to: &header)
    appendLong(UInt32(content.count), to: &header)
    append(UInt16(name.count), to: &header)
    append(0, to: &header)
    data += [0x50, 0x4B, 3, 4] + header + name + content
    directory += [0x50, 0x4B, 1, 2]
    append(20, to: &directory)
    directory += header
    append(0, to: &directory)  // no comment
    append(0, to: &directory)  // first disk
    append(0, to: &directory)
    appendLong(UInt32(0), to: &directory)
    appendLong(offset, to: &directory)
    directory += name
    count += 1
  }

  /// The archive's bytes.
  var bytes: [UInt8] {
    var end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
    append(count, to: &end)
    append(count, to: &end)
    appendLong(UInt32(directory.count), to: &end)
    appendLong(UInt32(data.count), to: &end)
    append(0, to: &end)
    return data + directory + end
  }

  private func append(_ value: UInt16, to bytes: inout [UInt8]) {
    bytes += [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
  }

  private func appendLong(_ value: UInt32, to bytes: inout [UInt8]) {
    append(UInt16(truncatingIfNeeded: value), to: &bytes)
    append(UInt16(truncatingIfNeeded: value >> 16), to: &bytes)
  }
}

/// The cyclic redundancy check that ZIP files carry (ISO 3309).
enum CRC32 {
  static func checksum(of bytes: [UInt8]) -> UInt32 {
    var register: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      register = table[Int((register ^ UInt32(byte)) & 0xFF)] ^ (register >> 8)
    }
    return register ^ 0xFFFF_FFFF
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
    }
  }
}
