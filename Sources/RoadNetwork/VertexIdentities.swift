import Geometry

/// Dense numbers for vertices, so that what is the same place has the same number.
///
/// With OSM ids, equal ids are one vertex. Without, equal coordinates are, unless lines of
/// different levels pass through there and none of them ends.
struct VertexIdentities {
  /// The number of each vertex of the lines.
  private(set) var numbers: [UInt32]
  /// How many different vertices there are.
  private(set) var count = 0

  /// Numbers the vertices of the lines that have a verdict; others' numbers mean nothing.
  init(_ lines: TaggedLines, verdicts: [LineReading.Verdict?], threads: Int) {
    numbers = []
    if lines.vertexIDs.isEmpty {
      numbers = [UInt32](repeating: 0, count: lines.longitude.count)
      numberByPlace(lines, verdicts)
    } else if !numberByOffset(lines.vertexIDs, threads: threads) {
      numbers = [UInt32](repeating: 0, count: lines.longitude.count)
      numberByID(lines, verdicts)
    }
  }

  /// Where ids lie close together they number themselves; false, and nothing done, where not.
  private mutating func numberByOffset(_ ids: [Int64], threads: Int) -> Bool {
    let smallest = ids.min() ?? 0
    let (range, isTooWide) = (ids.max() ?? 0).subtractingReportingOverflow(smallest)
    guard !isTooWide, range < 4 * ids.count, range < UInt32.max else { return false }
    numbers = ParallelSlices.column(ids.count, threads: threads) { numbers, slice in
      for vertex in slice { numbers[vertex] = UInt32(truncatingIfNeeded: ids[vertex] - smallest) }
    }
    count = Int(range) + 1
    return true
  }

  private mutating func numberByID(_ lines: TaggedLines, _ verdicts: [LineReading.Verdict?]) {
    var table = FirstSeenTable(capacity: lines.vertexIDs.count)
    for line in 0..<lines.count where verdicts[line] != nil {
      for vertex in Int(lines.firstVertex[line])..<Int(lines.firstVertex[line + 1]) {
        let id = UInt64(bitPattern: lines.vertexIDs[vertex])
        numbers[vertex] = table.number(of: id, 0)
      }
    }
    count = table.count
  }

  private mutating func numberByPlace(_ lines: TaggedLines, _ verdicts: [LineReading.Verdict?]) {
    var places = FirstSeenTable(capacity: lines.longitude.count)
    var hasEnd: [Bool] = []
    for line in 0..<lines.count where verdicts[line] != nil {
      let range = Int(lines.firstVertex[line])..<Int(lines.firstVertex[line + 1])
      for vertex in range {
        // Adding zero makes −0 and 0 one place.
        let place = places.number(
          of: (lines.longitude[vertex] + 0).bitPattern, (lines.latitude[vertex] + 0).bitPattern)
        if Int(place) == hasEnd.count { hasEnd.append(false) }
        if vertex == range.lowerBound || vertex == range.upperBound - 1 {
          hasEnd[Int(place)] = true
        }
        numbers[vertex] = place
      }
    }
    var split = FirstSeenTable(capacity: places.count)
    for line in 0..<lines.count {
      guard let level = verdicts[line]?.level else { continue }
      for vertex in Int(lines.firstVertex[line])..<Int(lines.firstVertex[line + 1]) {
        let place = numbers[vertex]
        let own = hasEnd[Int(place)] ? 0 : UInt64(level) + 1
        numbers[vertex] = split.number(of: UInt64(place), own)
      }
    }
    count = split.count
  }
}

/// Numbers pairs of words in the order in which they are first seen; open addressing.
struct FirstSeenTable {
  /// How many different pairs were seen.
  private(set) var count = 0
  private var slots: [UInt32]
  private var keys: [(UInt64, UInt64)] = []
  private let mask: Int

  /// Makes room for `capacity` pairs at half load.
  init(capacity: Int) {
    var size = 16
    while size < 2 * capacity { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
    mask = size - 1
  }

  /// The number of a pair; a new one gets the next.
  mutating func number(of first: UInt64, _ second: UInt64) -> UInt32 {
    var hash = (first ^ (second &* 0x9E37_79B9_7F4A_7C15)) &* 0xBF58_476D_1CE4_E5B9
    hash ^= hash >> 29
    hash = hash &* 0x94D0_49BB_1331_11EB
    var slot = Int(truncatingIfNeeded: hash >> 17) & mask
    while slots[slot] != 0 {
      let found = slots[slot] - 1
      if keys[Int(found)] == (first, second) { return found }
      slot = (slot + 1) & mask
    }
    keys.append((first, second))
    count += 1
    slots[slot] = UInt32(count)
    return UInt32(count - 1)
  }
}
