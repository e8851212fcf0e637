/// Ids by the order in which they were first seen, found by their bytes.
///
/// Open addressing over one column of bytes: looking an id up makes no string.
struct IDIndex {
  private var content: [UInt8] = []
  private var firstByte: [Int] = [0]
  private var slots: [Int32]

  /// How many ids there are.
  var count: Int { firstByte.count - 1 }

  /// An index with the given ids, in their order; ids must differ.
  init(_ ids: [String] = []) {
    slots = Array(repeating: -1, count: 64)
    for id in ids {
      let bytes = Array(id.utf8)
      _ = insert(bytes, 0..<bytes.count)
    }
  }

  /// The position of an id; nil when it is not there.
  func find(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    let entry = slots[slot(bytes, range)]
    return entry < 0 ? nil : Int(entry)
  }

  /// The position of an id, which is added at the end when it is not there.
  mutating func insert(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    let slot = slot(bytes, range)
    guard slots[slot] < 0 else { return Int(slots[slot]) }
    slots[slot] = Int32(count)
    content += bytes[range]
    firstByte.append(content.count)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  /// Whether the id at `position` is these bytes.
  func matches(_ position: Int, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var own = firstByte[position]
    guard firstByte[position + 1] - own == range.count else { return false }
    for index in range {
      if content[own] != bytes[index] { return false }
      own += 1
    }
    return true
  }

  /// The id at a position.
  subscript(position: Int) -> String {
    String(decoding: content[firstByte[position]..<firstByte[position + 1]], as: UTF8.self)
  }

  /// The positions by their ids' bytes.
  func sorted() -> [Int] {
    (0..<count).sorted { left, right in
      content[firstByte[left]..<firstByte[left + 1]].lexicographicallyPrecedes(
        content[firstByte[right]..<firstByte[right + 1]])
    }
  }

  /// The slot that holds these bytes, or the free one where they belong.
  private func slot(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    // FNV-1a; the tables come from the user's own files, so nobody aims at its collisions.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while slots[slot] >= 0, !matches(Int(slots[slot]), bytes, range) { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 4)
    for position in 0..<count {
      let range = firstByte[position]..<firstByte[position + 1]
      slots[slot(content, range)] = Int32(position)
    }
  }
}
