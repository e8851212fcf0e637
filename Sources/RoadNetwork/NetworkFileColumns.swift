import Geometry

/// Columns as bytes, each a multiple of eight.
struct ColumnWriter {
  /// What was added.
  private(set) var chunks: [[UInt8]] = []
  /// The checksum of all chunks.
  private(set) var checksum: UInt64 = 0

  /// Adds a column with its count.
  mutating func add<Element: BitwiseCopyable>(_ elements: [Element]) {
    addPlain([UInt64(elements.count)])
    addPlain(elements)
  }

  /// Adds texts: their sizes, then their UTF-8 bytes.
  mutating func add(_ texts: [String]) {
    add(texts.map { UInt32($0.utf8.count) })
    add(texts.flatMap(\.utf8))
  }

  /// Adds what was joined: five numbers a joint, then the ids of its lines.
  mutating func add(_ joints: [EndJoining.Joint]) {
    add(joints.flatMap { [$0.place.x, $0.place.y, $0.target.x, $0.target.y, $0.metres] })
    add(joints.flatMap { [$0.line, $0.otherLine] })
  }

  /// Adds elements without their count.
  mutating func addPlain<Element: BitwiseCopyable>(_ elements: [Element]) {
    var chunk = elements.withUnsafeBytes { Array($0) }
    while chunk.count % 8 != 0 { chunk.append(0) }
    checksum = chunk.withUnsafeBytes { Self.checksum(of: $0, checksum) }
    chunks.append(chunk)
  }

  /// Goes on with a checksum over whole words.
  static func checksum(of bytes: UnsafeRawBufferPointer, _ start: UInt64) -> UInt64 {
    var sum = start
    for offset in stride(from: 0, to: bytes.count, by: 8) {
      let word = bytes.load(fromByteOffset: offset, as: UInt64.self)
      sum = (sum ^ word) &* 0x9E37_79B9_7F4A_7C15
      sum ^= sum >> 32
    }
    return sum
  }
}

/// Reads columns back; what does not fit leaves the reader broken and gives empty ones.
struct ColumnReader {
  private let bytes: UnsafeRawBufferPointer
  private var offset = 0
  private var isBroken = false

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Whether all was read and nothing was missing.
  var isWhole: Bool { !isBroken && offset == bytes.count }

  /// The next column.
  mutating func next<Element: BitwiseCopyable>(_: Element.Type = Element.self) -> [Element] {
    guard !isBroken, offset + 8 <= bytes.count else {
      isBroken = true
      return []
    }
    let count = bytes.load(fromByteOffset: offset, as: UInt64.self)
    let (size, isTooLong) = count.multipliedReportingOverflow(
      by: UInt64(MemoryLayout<Element>.stride))
    guard !isTooLong, size <= UInt64(bytes.count - offset - 8) else {
      isBroken = true
      return []
    }
    let start = offset + 8
    offset = start + (Int(size) + 7) / 8 * 8
    return [Element](unsafeUninitializedCapacity: Int(count)) { buffer, initialized in
      UnsafeMutableRawBufferPointer(buffer)
        .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[start..<start + Int(size)]))
      initialized = Int(count)
    }
  }

  /// The next texts.
  mutating func nextTexts() -> [String] {
    let sizes = next(UInt32.self)
    let bytes = next(UInt8.self)
    var texts: [String] = []
    texts.reserveCapacity(sizes.count)
    var start = 0
    for size in sizes where start + Int(size) <= bytes.count {
      texts.append(String(decoding: bytes[start..<start + Int(size)], as: UTF8.self))
      start += Int(size)
    }
    if texts.count != sizes.count { isBroken = true }
    return texts
  }

  /// The next joints.
  mutating func nextJoints() -> [EndJoining.Joint] {
    let numbers = next(Double.self)
    let lines = next(Int64.self)
    guard numbers.count % 5 == 0, lines.count * 5 == numbers.count * 2 else {
      isBroken = true
      return []
    }
    return (0..<numbers.count / 5).map { joint in
      let first = 5 * joint
      return EndJoining.Joint(
        place: Position(x: numbers[first], y: numbers[first + 1]),
        target: Position(x: numbers[first + 2], y: numbers[first + 3]),
        metres: numbers[first + 4], line: lines[2 * joint], otherLine: lines[2 * joint + 1])
    }
  }
}
