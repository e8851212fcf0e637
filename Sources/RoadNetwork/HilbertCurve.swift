/// Hilbert's curve over a square of 65,536 × 65,536 cells: near on the curve is near on the map.
enum HilbertCurve {
  /// The distance along the curve of a cell.
  static func distance(x: UInt32, y: UInt32) -> UInt32 {
    var (x, y) = (x, y)
    var result: UInt32 = 0
    var side: UInt32 = 1 << 15
    while side > 0 {
      let right: UInt32 = x & side != 0 ? 1 : 0
      let upper: UInt32 = y & side != 0 ? 1 : 0
      result = result &* 4 &+ ((3 &* right) ^ upper)
      if upper == 0 {
        if right == 1 {
          x = 65_535 &- x
          y = 65_535 &- y
        }
        (x, y) = (y, x)
      }
      side >>= 1
    }
    return result
  }

  /// The order of places along the curve that fits around them; places in one cell keep theirs.
  static func order(longitude: [Double], latitude: [Double], threads: Int) -> [UInt32] {
    let west = longitude.min() ?? 0
    let south = latitude.min() ?? 0
    let width = max((longitude.max() ?? 0) - west, 1e-9)
    let height = max((latitude.max() ?? 0) - south, 1e-9)
    let keys: [UInt64] = ParallelSlices.column(longitude.count, threads: threads) { keys, slice in
      for index in slice {
        let x = UInt32((longitude[index] - west) / width * 65_535)
        let y = UInt32((latitude[index] - south) / height * 65_535)
        keys[index] = UInt64(distance(x: x, y: y)) << 32 | UInt64(index)
      }
    }
    return sorted(keys).map { UInt32(truncatingIfNeeded: $0) }
  }

  /// Sorts words by their upper halves, eleven bits at a time; equal ones keep their order.
  private static func sorted(_ words: [UInt64]) -> [UInt64] {
    var words = words
    for shift: UInt64 in [32, 43, 54] {
      var place = [Int](repeating: 0, count: 2048 + 1)
      for word in words { place[Int(word >> shift & 2047) + 1] += 1 }
      for digit in 0..<2048 { place[digit + 1] += place[digit] }
      let from = words
      words = [UInt64](unsafeUninitializedCapacity: from.count) { sorted, count in
        count = from.count
        for word in from {
          let digit = Int(word >> shift & 2047)
          sorted.initializeElement(at: place[digit], to: word)
          place[digit] += 1
        }
      }
    }
    return words
  }
}
