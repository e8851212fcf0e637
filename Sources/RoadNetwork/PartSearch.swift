import CPrefetch

/// The loop of ``ShortestTimes`` on one part of the nodes, by pointers that are taken once.
///
/// Parts share the columns and no node, so several may run at a time.
struct PartSearch: @unchecked Sendable {
  let firstArc: UnsafePointer<UInt32>
  let arcs: UnsafePointer<RoadGraph.Arc>
  let arcLengths: UnsafePointer<UInt32>
  let labels: UnsafeMutablePointer<UInt64>
  let lengths: UnsafeMutablePointer<UInt32>
  /// Where the arc by which each node was reached is kept; nil where nobody asks.
  let parents: UnsafeMutablePointer<UInt32>?
  /// The first node of the part, and how many it has.
  var firstNode: UInt32 = 0
  var nodeCount: UInt32

  /// Gives a node a label if it is better than the one it has; whether it was.
  @inline(__always)
  func improve(_ node: Int, _ label: UInt64, _ millimetres: UInt32) -> Bool {
    guard label < labels[node] || label == labels[node] && millimetres < lengths[node] else {
      return false
    }
    labels[node] = label
    lengths[node] = millimetres
    return true
  }

  /// Goes on from labels of the part's own nodes until nothing gets better; labels for nodes of
  /// other parts go to `leaving`.
  ///
  /// Inlined once for each layout of labels, so that the shifts are constants.
  ///
  /// - Parameter most: no label is larger.
  @inline(__always)
  func run(
    _ shared: inout BucketQueue, _ graph: RoadGraph, from arriving: [Leaving],
    timeShift: UInt64, most: UInt64, leaving: inout [Leaving]
  ) {
    var start = UInt32.max
    for label in arriving {
      start = min(start, UInt32(truncatingIfNeeded: label.label >> timeShift))
    }
    shared.reset(least: graph.leastMilliseconds, mean: graph.meanMilliseconds, start: start)
    for label in arriving where improve(Int(label.node), label.label, label.millimetres) {
      parents?[Int(label.node)] = .max
      shared.push(label.node, at: UInt32(truncatingIfNeeded: label.label >> timeShift))
    }
    // A local, so that the loop reads no object.
    var queue = shared
    defer { shared = queue }
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 2 * BucketQueue.mostTaken) {
      guard let taken = $0.baseAddress else { return }
      let starts = taken + BucketQueue.mostTaken
      while true {
        let count = queue.take(into: taken)
        if count == 0 { return }
        let live = ask(taken, starts, count, timeShift)
        for index in 0..<live {
          let node = Int(truncatingIfNeeded: taken[index] & 0xFFFF_FFFF)
          let label = labels[node]
          if UInt32(truncatingIfNeeded: label >> timeShift)
            != UInt32(truncatingIfNeeded: taken[index] >> 32)
          {
            continue
          }
          let slack = most &- label
          var position = Int(starts[index] >> 32)
          let end = Int(truncatingIfNeeded: starts[index] & 0xFFFF_FFFF)
          while position < end {
            let arc = arcs[position]
            let cost = UInt64(arc.milliseconds) &<< timeShift
            if cost <= slack {
              let sum = label &+ cost
              if arc.head &- firstNode < nodeCount {
                if sum <= labels[Int(arc.head)] {
                  let isBetter = improve(Int(arc.head), sum, length(node, position))
                  if isBetter {
                    parents?[Int(arc.head)] = UInt32(truncatingIfNeeded: position)
                    queue.push(arc.head, at: UInt32(truncatingIfNeeded: sum >> timeShift))
                  }
                }
              } else {
                leaving.append(
                  Leaving(node: arc.head, label: sum, millimetres: length(node, position)))
              }
            }
            position &+= 1
          }
        }
      }
    }
  }

  /// A label that a node of another part may take.
  struct Leaving {
    var node: UInt32
    var label: UInt64
    var millimetres: UInt32
  }

  /// Moves the entries that still stand to the front of `taken`, with the range of their arcs,
  /// and says how many.
  ///
  /// Reads all labels, then all arcs, before any is needed, so that memory answers many requests
  /// at a time instead of one after another.
  @inline(__always)
  private func ask(
    _ taken: UnsafeMutablePointer<UInt64>, _ starts: UnsafeMutablePointer<UInt64>, _ count: Int,
    _ timeShift: UInt64
  ) -> Int {
    var live = 0
    for index in 0..<count {
      let entry = taken[index]
      let node = Int(truncatingIfNeeded: entry & 0xFFFF_FFFF)
      let (start, end) = (firstArc[node], firstArc[node &+ 1])
      taken[live] = entry
      starts[live] = UInt64(start) << 32 | UInt64(end)
      // Otherwise a better label came later and has its own entry.
      let time = UInt32(truncatingIfNeeded: labels[node] >> timeShift)
      live &+= time == UInt32(truncatingIfNeeded: entry >> 32) && start < end ? 1 : 0
    }
    for index in 0..<live { yike_prefetch(arcs + Int(starts[index] >> 32)) }
    return live
  }

  @inline(__always)
  private func length(_ node: Int, _ position: Int) -> UInt32 {
    let (length, isTooLong) = lengths[node].addingReportingOverflow(arcLengths[position])
    return isTooLong ? .max : length
  }
}
