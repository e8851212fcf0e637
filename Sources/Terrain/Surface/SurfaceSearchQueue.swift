/// A queue of cells by time: a ring of buckets whose cells lie in chunks of one shared pool.
///
/// All times in the queue lie within one turn of the ring. A bucket is taken as a whole; the
/// order inside it is free.
struct SurfaceSearchQueue {
  /// Words in a chunk: a link to the chunk before, then cells.
  ///
  /// Chunk 0 stands for none.
  static let chunkSize = 64

  private var pool: [UInt32] = []
  private var free: UInt32 = 0
  /// For each bucket where its next cell goes: 0 when it is empty, on a multiple of the chunk
  /// size when its newest chunk is full.
  private var cursors: [UInt32] = []
  private var mask = 0
  /// How many cells are in the queue.
  private(set) var count = 0

  /// Empties the queue and gives it a ring of a number of buckets, a power of two.
  mutating func reset(buckets: Int) {
    mask = buckets - 1
    if cursors.count != buckets || count > 0 {
      cursors = [UInt32](repeating: 0, count: buckets)
    }
    count = 0
    free = 0
    pool.removeAll(keepingCapacity: true)
    pool.append(contentsOf: repeatElement(0, count: Self.chunkSize))
  }

  /// Adds a cell to a bucket.
  @inline(__always)
  mutating func push(_ cell: UInt32, bucket: Int) {
    var cursor = cursors[bucket & mask]
    if cursor & UInt32(Self.chunkSize - 1) == 0 { cursor = openChunk(upon: cursor) }
    pool[Int(cursor)] = cell
    cursors[bucket & mask] = cursor &+ 1
    count &+= 1
  }

  /// Empties a bucket; what it held is walked through with ``chunk(endingAt:)`` and ``release(_:)``.
  @inline(__always)
  mutating func take(bucket: Int) -> UInt32 {
    let cursor = cursors[bucket & mask]
    cursors[bucket & mask] = 0
    return cursor
  }

  /// The places of the cells of the chunk that ends at a cursor.
  @inline(__always)
  func chunk(endingAt cursor: UInt32) -> Range<Int> {
    Int((cursor &- 1) & ~UInt32(Self.chunkSize - 1)) + 1..<Int(cursor)
  }

  /// The cell at a place of a chunk.
  @inline(__always)
  func cell(at place: Int) -> UInt32 { pool[place] }

  /// Gives a chunk back; returns the cursor of the one before it, 0 when there is none.
  @inline(__always)
  mutating func release(_ places: Range<Int>) -> UInt32 {
    count &-= places.count
    let start = places.lowerBound - 1
    let link = pool[start]
    pool[start] = free
    free = UInt32(truncatingIfNeeded: start)
    return link
  }

  @inline(never)
  private mutating func openChunk(upon cursor: UInt32) -> UInt32 {
    var start = free
    if start != 0 {
      free = pool[Int(start)]
    } else {
      start = UInt32(pool.count)
      pool.append(contentsOf: repeatElement(0, count: Self.chunkSize))
    }
    pool[Int(start)] = cursor
    return start + 1
  }
}
