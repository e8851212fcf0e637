/// A set of targets, one bit each, that is emptied in order.
struct TargetSet {
  private var words: [UInt64]

  /// An empty set of the targets below a number.
  init(_ count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

  /// Adds a target.
  @inline(__always)
  mutating func insert(_ target: Int) { words[target >> 6] |= 1 << UInt64(target & 63) }

  /// Adds all targets of another set.
  mutating func formUnion(_ other: TargetSet) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  /// Takes all out, from the smallest.
  @inline(__always)
  mutating func removeAll(_ body: (Int) -> Void) {
    for index in words.indices {
      while words[index] != 0 {
        let bit = words[index].trailingZeroBitCount
        words[index] &= words[index] &- 1
        body(index << 6 | bit)
      }
    }
  }

  /// Takes all out.
  mutating func removeAll() {
    for index in words.indices { words[index] = 0 }
  }
}
