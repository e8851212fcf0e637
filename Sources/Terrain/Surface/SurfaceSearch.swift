/// A place where a search over a surface begins.
public struct SurfaceSeed: Sendable, Hashable {
  /// The cell, row by row from the north-west.
  public var cell: Int
  /// What it has cost to get there.
  public var milliseconds: UInt32
  /// Whom the times belong to: the position of a source in a list.
  public var source: UInt32

  /// Makes a seed.
  public init(cell: Int, milliseconds: UInt32 = 0, source: UInt32) {
    self.cell = cell
    self.milliseconds = milliseconds
    self.source = source
  }
}

/// Shortest times over a surface from the nearest of several seeds, with reused scratch.
///
/// Buckets are as wide as the quickest move, rounded down to a power of two: when a bucket is
/// taken, the labels in it are final, in whatever order. Only where moves differ by more than
/// the ring can hold are they wider; then a bucket is taken until nothing in it improves.
struct SurfaceSearch {
  /// Buckets in the longest ring.
  private static let longestRing = 1 << 16
  /// The longest time that a label can hold.
  static let longest = SurfaceMoveTimes.blocked - 2

  /// The time of each place above its source.
  ///
  /// So one comparison decides both, and ties go to the smallest source. Before the first and
  /// behind the last place lie labels that no move improves, so that a move need not ask
  /// whether it leaves the grid.
  private(set) var labels: [UInt64] = []
  private var touched = 0..<0
  private var queue = SurfaceSearchQueue()

  /// Searches; labels of the search before are gone.
  mutating func search(
    _ times: SurfaceMoveTimes, from seeds: [SurfaceSeed], within limit: UInt32
  ) {
    let margin = times.tiles.margin
    reset(count: times.tiles.count + 2 * margin)
    let limit = min(limit, Self.longest)
    let usable = seeds.filter { $0.milliseconds <= limit }
    guard let start = usable.map(\.milliseconds).min(),
      let end = usable.map(\.milliseconds).max()
    else { return }
    let shift = openRing(times.range, span: end - start)
    for seed in usable {
      let label = UInt64(seed.milliseconds) << 32 | UInt64(seed.source)
      let width = times.surface.grid.width
      let place = times.tiles.place(row: seed.cell / width, column: seed.cell % width)
      guard label < labels[margin + place] else { continue }
      labels[margin + place] = label
      queue.push(UInt32(place), bucket: Int(UInt64(seed.milliseconds) >> shift))
    }
    run(times, limit: limit, shift: 32 + shift, from: UInt64(start) >> shift)
  }

  private mutating func reset(count: Int) {
    if labels.count != count {
      labels = [UInt64](repeating: .max, count: count)
    } else {
      for place in touched { labels[place] = .max }
    }
    touched = 0..<0
  }

  /// Chooses the width of the buckets as a shift of milliseconds, and empties the queue.
  private mutating func openRing(_ range: ClosedRange<UInt32>, span: UInt32) -> UInt64 {
    var shift = UInt64(UInt32.bitWidth - 1 - range.lowerBound.leadingZeroBitCount)
    let reach = max(range.upperBound, span)
    while reach >> shift >= Self.longestRing - 2 { shift += 1 }
    var buckets = 4
    while buckets < Int(reach >> shift) + 2 { buckets *= 2 }
    queue.reset(buckets: buckets)
    return shift
  }

  private mutating func run(
    _ times: SurfaceMoveTimes, limit: UInt32, shift: UInt64, from start: UInt64
  ) {
    let margin = times.tiles.margin
    let vectors = times.moves.count / 8
    let moveTimes = times.milliseconds.span
    let offsetTable = times.tiles.offsets(times.moves)
    let offsets = offsetTable.span
    // Taken out for the loop, so that both can be changed at once.
    var queue = SurfaceSearchQueue()
    swap(&queue, &self.queue)
    defer { swap(&queue, &self.queue) }
    var labels = self.labels.mutableSpan
    let limitLabel = UInt64(limit) << 32 | UInt64(UInt32.max)
    var bucket = start
    var (first, last) = (Int.max, Int.min)
    var cells = [Int](repeating: 0, count: SurfaceSearchQueue.chunkSize)
    var rows = [SIMD8<UInt32>](
      repeating: SIMD8(), count: SurfaceSearchQueue.chunkSize * vectors)
    while queue.count > 0 {
      var cursor = queue.take(bucket: Int(bucket))
      while cursor != 0 {
        // Fetching from memory is what takes the time. So the two loops that fetch hold no branch
        // that waits for a value, and the processor fetches for many cells at once.
        let places = queue.chunk(endingAt: cursor)
        var live = 0
        for place in places {
          let cell = Int(queue.cell(at: place))
          cells[live] = cell
          // Where not, the cell was reached earlier than this entry says.
          live &+= labels[unchecked: margin &+ cell] >> shift == bucket ? 1 : 0
        }
        for index in 0..<live {
          let cell = cells[index]
          for vector in 0..<vectors {
            rows[index &* vectors &+ vector] = moveTimes[unchecked: cell &* vectors &+ vector]
          }
        }
        for index in 0..<live {
          let cell = cells[index]
          let label = labels[unchecked: margin &+ cell]
          first = min(first, cell)
          last = max(last, cell)
          let table = (cell & 63) &* vectors &* 8
          for vector in 0..<vectors {
            let row = rows[index &* vectors &+ vector]
            for lane in 0..<8 {
              let target = cell &+ Int(offsets[unchecked: table &+ vector &* 8 &+ lane])
              let sum = label &+ UInt64(row[lane]) << 32
              let known = labels[unchecked: margin &+ target]
              if sum >= known || sum > limitLabel { continue }
              labels[unchecked: margin &+ target] = sum
              let slot = sum >> shift
              // A better label in the same bucket needs no second entry, unless the bucket is
              // being emptied and the first may be gone.
              if slot != known >> shift || slot == bucket {
                queue.push(UInt32(truncatingIfNeeded: target), bucket: Int(slot))
              }
            }
          }
        }
        cursor = queue.release(places)
        if cursor == 0 { cursor = queue.take(bucket: Int(bucket)) }
      }
      bucket += 1
    }
    if first <= last { touched = first..<last + 2 * margin + 1 }
  }
}
