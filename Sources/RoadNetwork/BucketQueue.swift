/// A queue of nodes by time for searches whose times only grow: a ring of buckets, each a list
/// in one shared pool.
///
/// All times in the queue lie within one turn of the ring. Inside a bucket the order is free;
/// the search corrects the few labels that suffer from it.
struct BucketQueue {
  private var newest: [Int32] = []
  private var entries: [UInt64] = []
  private var next: [Int32] = []
  private var free: Int32 = -1
  private var count = 0
  private var current = 0
  private var shift: UInt32 = 0

  /// Empties the queue for a search whose arcs cost `mean` and whose times in the queue never
  /// lie more than `span` apart.
  mutating func reset(span: UInt32, mean: UInt32, start: UInt32) {
    shift = 0
    while mean >> (shift + 2) > 0 || span >> shift >= 1 << 20 { shift += 1 }
    var size = 4
    while size < Int(span >> shift) + 2 { size *= 2 }
    if newest.count != size || count != 0 {
      newest = [Int32](repeating: -1, count: size)
    }
    entries.removeAll(keepingCapacity: true)
    next.removeAll(keepingCapacity: true)
    free = -1
    count = 0
    current = Int(start >> shift)
  }

  /// Adds a node; the time is not before the bucket that is being emptied.
  @inline(__always)
  mutating func push(_ node: UInt32, at milliseconds: UInt32) {
    let bucket = Int(milliseconds >> shift) & (newest.count - 1)
    let entry = UInt64(milliseconds) << 32 | UInt64(node)
    let place: Int32
    if free >= 0 {
      place = free
      free = next[Int(place)]
      entries[Int(place)] = entry
      next[Int(place)] = newest[bucket]
    } else {
      place = Int32(entries.count)
      entries.append(entry)
      next.append(newest[bucket])
    }
    newest[bucket] = place
    count += 1
  }

  /// Takes a node of the earliest bucket: time in the upper half, node in the lower.
  @inline(__always)
  mutating func pop() -> UInt64? {
    guard count > 0 else { return nil }
    let mask = newest.count - 1
    while newest[current & mask] < 0 { current += 1 }
    let place = newest[current & mask]
    newest[current & mask] = next[Int(place)]
    next[Int(place)] = free
    free = place
    count -= 1
    return entries[Int(place)]
  }
}
