/// Sets of small numbers as rows of bits.
struct BitTable: Sendable {
  /// How many words a row has.
  let width: Int
  private var words: [UInt64]
  /// How many members each row has.
  private(set) var sizes: [Int]

  init(rows: Int, columns: Int) {
    width = max(1, (columns + 63) / 64)
    words = Array(repeating: 0, count: rows * width)
    sizes = Array(repeating: 0, count: rows)
  }

  mutating func set(_ row: Int, _ column: Int) {
    words[row * width + column >> 6] |= 1 << UInt64(column & 63)
    sizes[row] += 1
  }

  /// Takes a column out of some rows that have it.
  mutating func clearColumn(_ column: Int, in rows: [Int]) {
    for row in rows {
      words[row * width + column >> 6] &= ~(1 << UInt64(column & 63))
      sizes[row] -= 1
    }
  }

  mutating func clearRow(_ row: Int) {
    for word in row * width..<(row + 1) * width { words[word] = 0 }
    sizes[row] = 0
  }

  /// Whether all members of a row are members of another.
  func isSubset(_ row: Int, of other: Int) -> Bool {
    let words = words.span
    let (first, second) = (row * width, other * width)
    for word in 0..<width
    where words[unchecked: first + word] & ~words[unchecked: second + word] != 0 {
      return false
    }
    return true
  }

  /// The members of a row, ascending.
  func members(_ row: Int) -> [Int] {
    var members: [Int] = []
    members.reserveCapacity(sizes[row])
    for word in 0..<width {
      var bits = words[row * width + word]
      while bits != 0 {
        members.append(word * 64 + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
    return members
  }
}
