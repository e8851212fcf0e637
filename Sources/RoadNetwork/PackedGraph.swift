/// Arcs as one search from one place sees them: time and length together, one record an arc.
///
/// A cost is whole milliseconds in the upper half and millimetres in the lower, so one addition
/// and one comparison do for both; ``Reach/isSafe(within:)`` says when lengths cannot spill over.
struct PackedGraph: Sendable {
  /// A step to another node.
  struct Arc: Sendable {
    var head: UInt32
    var milliseconds: UInt32
    var millimetres: UInt32

    @inline(__always)
    var cost: UInt64 { UInt64(milliseconds) << 32 | UInt64(millimetres) }
  }

  /// Start of each node's arcs, and one past the last.
  let firstArc: [UInt32]
  /// The arcs.
  let arcs: [Arc]
  /// The cheapest arc; 0 without arcs.
  let leastMilliseconds: UInt32
  /// The mean cost of an arc.
  let meanMilliseconds: UInt32
  /// How far ways can lead.
  let reach: Reach

  /// What bounds the length of a way within a limit.
  struct Reach: Sendable {
    /// No arc is longer per millisecond than this.
    var millimetresPerMillisecond: UInt64
    /// The length of all arcs that cost nothing, together.
    var freeMillimetres: UInt64

    /// Whether a limit is so short (12 days), and no way within it so long (2,147 km), that labels
    /// leave room for a leg or an arc to be added.
    func isSafe(within limit: UInt32) -> Bool {
      let (along, isTooLong) = UInt64(limit).multipliedReportingOverflow(
        by: millimetresPerMillisecond)
      return !isTooLong && limit < 1 << 30 && along < 1 << 31 && freeMillimetres < 1 << 31
        && along + freeMillimetres < 1 << 31
    }
  }

  init(firstArc: [UInt32], arcs: [Arc]) {
    self.firstArc = firstArc
    self.arcs = arcs
    var (least, sum) = (UInt32.max, UInt64(0))
    var (fastest, free) = (UInt64(0), UInt64(0))
    for arc in arcs {
      least = min(least, arc.milliseconds)
      sum += UInt64(arc.milliseconds)
      if arc.milliseconds == 0 {
        free += UInt64(arc.millimetres)
      } else if UInt64(arc.millimetres) > fastest * UInt64(arc.milliseconds) {
        let (milliseconds, millimetres) = (UInt64(arc.milliseconds), UInt64(arc.millimetres))
        fastest = (millimetres + milliseconds - 1) / milliseconds
      }
    }
    leastMilliseconds = arcs.isEmpty ? 0 : least
    meanMilliseconds = UInt32(sum / UInt64(max(1, arcs.count)))
    reach = Reach(millimetresPerMillisecond: fastest, freeMillimetres: free)
  }

  /// The arcs of a graph, in their order, without closed ones.
  init(_ graph: RoadGraph) {
    var firstArc: [UInt32] = [0]
    var arcs: [Arc] = []
    firstArc.reserveCapacity(graph.firstArc.count)
    arcs.reserveCapacity(graph.arcs.count)
    for node in 0..<graph.firstArc.count - 1 {
      for position in Int(graph.firstArc[node])..<Int(graph.firstArc[node + 1]) {
        let arc = graph.arcs[position]
        if arc.milliseconds == .max { continue }
        arcs.append(
          Arc(
            head: arc.head, milliseconds: arc.milliseconds,
            millimetres: graph.millimetres[position]))
      }
      firstArc.append(UInt32(arcs.count))
    }
    self.init(firstArc: firstArc, arcs: arcs)
  }

  /// Legs at the start of a way are shorter than this, in millimetres.
  static let longestLeg: UInt32 = 1 << 31
}
