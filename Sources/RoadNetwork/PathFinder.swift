/// Finds the way between two snapped points, not only its time.
struct PathFinder {
  /// A part of an edge, travelled from one distance to another.
  struct Part {
    var edge: Int
    var start: Double
    var end: Double
  }

  /// A way: where it joins the network, the parts it runs along, where it leaves.
  struct Way {
    var first: SnapCandidate
    var parts: [Part]
    var last: SnapCandidate
  }

  let search: PairSearch
  let from: SnappedPoints
  let to: SnappedPoints

  /// The cheapest way, ties to the shortest; nil where there is none.
  func way() -> Way? {
    var best: (cost: UInt64, way: Way)?
    func offer(_ milliseconds: UInt32, _ millimetres: UInt32, _ way: @autoclosure () -> Way?) {
      let cost = UInt64(milliseconds) << 32 | UInt64(millimetres)
      if milliseconds < EdgeTimes.largest, cost < best?.cost ?? .max, let way = way() {
        best = (cost, way)
      }
    }
    let times = search.times
    for first in from.candidates {
      for last in to.candidates where first.edge == last.edge {
        guard let along = cost(Int(first.edge), first.offsetMetres, last.offsetMetres)
        else { continue }
        offer(
          EdgeTimes.sum(
            along, EdgeTimes.sum(first.legMilliseconds, last.legMilliseconds)),
          length(first.legMetres + last.legMetres + abs(first.offsetMetres - last.offsetMetres)),
          Way(
            first: first, parts: [part(first.edge, first.offsetMetres, last.offsetMetres)],
            last: last))
      }
    }
    var labels = ShortestTimes(nodeCount: times.network.nodeCount)
    labels.search(
      search.graph, from: starts().map(\.seed), within: EdgeTimes.largest, keepingParents: true)
    for last in to.candidates {
      for (node, offset) in ends(last) {
        guard let reached = labels.milliseconds(node),
          let along = cost(Int(last.edge), offset, last.offsetMetres)
        else { continue }
        offer(
          EdgeTimes.sum(reached, EdgeTimes.sum(along, last.legMilliseconds)),
          UInt32(
            clamping: UInt64(labels.millimetres(node))
              + UInt64(length(last.legMetres + abs(last.offsetMetres - offset)))),
          through(node, labels, part(last.edge, offset, last.offsetMetres), last))
      }
    }
    return best?.way
  }

  /// One seed per candidate and end of its edge, with the part that leads there.
  private func starts() -> [(seed: Seed, first: SnapCandidate, part: Part)] {
    from.candidates.flatMap { first in
      ends(first).compactMap { node, offset -> (Seed, SnapCandidate, Part)? in
        guard let along = cost(Int(first.edge), first.offsetMetres, offset) else { return nil }
        let seed = Seed(
          node: node,
          milliseconds: EdgeTimes.sum(along, first.legMilliseconds),
          millimetres: length(first.legMetres + abs(first.offsetMetres - offset)), owner: 0)
        return (seed, first, part(first.edge, first.offsetMetres, offset))
      }
    }
  }

  /// Goes back from the last node to the start it was reached from.
  private func through(
    _ node: UInt32, _ labels: ShortestTimes, _ final: Part, _ last: SnapCandidate
  ) -> Way? {
    let network = search.times.network
    var parts = [final]
    var node = node
    while let arc = labels.parentArc(node) {
      let edge = Int(search.graph.edge[arc])
      let previous = UInt32(search.graph.tail(ofArc: arc))
      // Of a node's two ends of an edge the arc's own tail tells which was left.
      let isForward = network.tail[edge] == previous
      let length = network.lengthMetres[edge]
      parts.append(
        Part(edge: edge, start: isForward ? 0 : length, end: isForward ? length : 0))
      node = previous
    }
    let start = starts().first {
      $0.seed.node == node && $0.seed.milliseconds == labels.milliseconds(node)
        && $0.seed.millimetres == labels.millimetres(node)
    }
    return start.map {
      parts.append($0.part)
      return Way(
        first: $0.first, parts: parts.reversed().filter { $0.start != $0.end }, last: last)
    }
  }

  private func ends(_ candidate: SnapCandidate) -> [(node: UInt32, offset: Double)] {
    let edge = Int(candidate.edge)
    let network = search.times.network
    return [(network.tail[edge], 0), (network.head[edge], network.lengthMetres[edge])]
  }

  private func cost(_ edge: Int, _ start: Double, _ end: Double) -> UInt32? {
    search.times.milliseconds(onEdge: edge, from: start, to: end, search.sense)
  }

  private func part(_ edge: UInt32, _ start: Double, _ end: Double) -> Part {
    Part(edge: Int(edge), start: start, end: end)
  }

  private func length(_ metres: Double) -> UInt32 { EdgeTimes.rounded(metres * 1000) }
}
