/// A queue of nodes by time for searches whose times only grow: a window of buckets, each a
/// chain of small blocks in one shared pool, and a list of what lies beyond the window.
///
/// Inside a bucket the order is free; a search whose buckets are no wider than its cheapest arc
/// never labels a node twice, and otherwise it corrects the few labels that suffer.
/// `docs/decisions/0012-buckets-of-blocks.md` has what was tried.
///
/// A copy shares the memory until one of the two is made ready for a search.
struct BucketQueue: @unchecked Sendable {
  /// Entries of a block; the first links to the block that was filled before.
  private static let blockSize: UInt32 = 64
  private static let windowSize = 1024

  /// Frees what the queues of a search hold when the search is gone.
  private final class Memory {
    var pool: UnsafeMutablePointer<UInt64>
    var poolCount: Int
    let cursors = UnsafeMutablePointer<UInt32>.allocate(capacity: windowSize)

    init() {
      poolCount = 1 << 14
      pool = .allocate(capacity: poolCount)
      cursors.initialize(repeating: 0, count: windowSize)
    }

    deinit {
      pool.deallocate()
      cursors.deallocate()
    }
  }

  private var memory = Memory()
  // Copies of what `memory` owns: locals of a search loop instead of reads through an object.
  private var pool: UnsafeMutablePointer<UInt64>
  private var poolCount: UInt32
  private var cursors: UnsafeMutablePointer<UInt32>
  private var used: UInt32 = blockSize
  private var free: UInt32 = 0
  private var current = 0
  private var windowStart = 0
  private var waiting = 0
  private var beyond: [UInt64] = []
  private var shift: UInt32 = 0

  init() {
    pool = memory.pool
    poolCount = UInt32(memory.poolCount)
    cursors = memory.cursors
  }

  /// Makes the queue ready for a search whose arcs cost `least` at least and `mean` on average
  /// and that starts at `start`; it must be empty.
  mutating func reset(least: UInt32, mean: UInt32, start: UInt32) {
    if !isKnownUniquelyReferenced(&memory) { self = BucketQueue() }
    // As wide as the cheapest arc: no corrections. But not so narrow that most are empty.
    let width = max(least, mean / 8, 1)
    shift = UInt32(31 - width.leadingZeroBitCount)
    windowStart = Int(start >> shift)
    current = 0
    used = Self.blockSize
    free = 0
  }

  /// Adds a node; the time is not before the bucket that is being emptied.
  @inline(__always)
  mutating func push(_ node: UInt32, at milliseconds: UInt32) {
    let entry = UInt64(milliseconds) << 32 | UInt64(node)
    let bucket = Int(milliseconds >> shift) &- windowStart
    if bucket >= Self.windowSize {
      beyond.append(entry)
      return
    }
    place(entry, bucket)
  }

  @inline(__always)
  private mutating func place(_ entry: UInt64, _ bucket: Int) {
    var cursor = cursors[bucket]
    if cursor & (Self.blockSize &- 1) == 0 { cursor = newBlock(after: cursor) }
    pool[Int(cursor)] = entry
    cursors[bucket] = cursor &+ 1
    waiting &+= 1
  }

  /// A block whose first entry links to the end of the block before; 0 for none.
  private mutating func newBlock(after cursor: UInt32) -> UInt32 {
    var block = free
    if block != 0 {
      free = UInt32(truncatingIfNeeded: pool[Int(block)])
    } else {
      if used == poolCount { grow() }
      block = used
      used += Self.blockSize
    }
    pool[Int(block)] = UInt64(cursor)
    return block &+ 1
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<UInt64>.allocate(capacity: Int(poolCount) * 2)
    larger.update(from: pool, count: Int(poolCount))
    memory.pool.deallocate()
    memory.pool = larger
    memory.poolCount = Int(poolCount) * 2
    pool = larger
    poolCount *= 2
  }

  /// Most entries that ``take(into:)`` gives at a time.
  static let mostTaken = Int(blockSize) - 1

  /// Takes nodes of the earliest bucket, time in the upper half, node in the lower, and says how
  /// many; none when the queue is empty.
  ///
  /// Several at a time, so that a search can ask memory for all of them before it needs the first.
  @inline(__always)
  mutating func take(into taken: UnsafeMutablePointer<UInt64>) -> Int {
    while waiting == 0 {
      if beyond.isEmpty { return 0 }
      turnWindow()
    }
    var cursor = cursors[current]
    while cursor == 0 {
      current &+= 1
      cursor = cursors[current]
    }
    let block = (cursor &- 1) & ~(Self.blockSize &- 1)
    let count = Int(cursor &- block) &- 1
    taken.update(from: pool + (Int(block) + 1), count: count)
    waiting &-= count
    cursors[current] = UInt32(truncatingIfNeeded: pool[Int(block)])
    pool[Int(block)] = UInt64(free)
    free = block
    return count
  }

  /// Moves the window to the earliest of the nodes beyond it.
  @inline(never)
  private mutating func turnWindow() {
    windowStart = beyond.reduce(Int.max) { min($0, Int($1 >> 32) >> Int(shift)) }
    current = 0
    let waitingBeyond = beyond
    beyond.removeAll(keepingCapacity: true)
    for entry in waitingBeyond {
      push(UInt32(truncatingIfNeeded: entry), at: UInt32(truncatingIfNeeded: entry >> 32))
    }
  }
}
