import PlanningModel

/// A stretch of an edge that is reached, travelled or searched from `start` to `end`; the time
/// grows evenly between them.
struct ReachedPart: Sendable {
  var edge: UInt32
  /// Distance from the edge's tail where it is reached first.
  var start: Double
  /// Distance from the edge's tail where it is reached last.
  var end: Double
  var startMilliseconds: Double
  var endMilliseconds: Double

  /// The share of it that is reached within a limit.
  func share(within limit: UInt32) -> Double {
    let left = Double(limit) - startMilliseconds
    if left < 0 { return 0 }
    let needed = endMilliseconds - startMilliseconds
    return left >= needed ? 1 : left / needed
  }

  /// The length of it that is reached within a limit.
  func metres(within limit: UInt32) -> Double {
    share(within: limit) * abs(end - start)
  }
}

/// Finds what is reached on each edge around a place, from the labels of its ends.
struct IsochroneReach: Sendable {
  let times: EdgeTimes
  let pace: Int
  let wait: UInt32
  /// One graph for each sense that is searched apart, with the sense as seen from the place.
  let graphs: [(graph: RoadGraph, sense: SearchSense)]
  /// Whether the larger of two senses counts, not their mean.
  let isWorst: Bool
  /// The edges that return to their own node, which graphs leave out.
  let loops: [UInt32]

  init(_ source: RoadTravelTimes, _ profile: TravelProfile) throws {
    let times = try source.edgeTimes(profile)
    self.times = times
    pace = profile.paceMillimetresPerSecond
    wait = try source.boardingMilliseconds(profile.mode)
    isWorst = profile.direction == .worst
    // A search of travel times starts from people; here the place is the facility.
    let senses =
      source.singleSense(profile).map { [$0.reversed] } ?? [SearchSense.outward, .inward]
    graphs = senses.map { (source.search(times, profile, $0).graph, $0) }
    let network = times.network
    loops = (0..<UInt32(network.edgeCount)).filter {
      network.tail[Int($0)] == network.head[Int($0)] && times.isOpen(Int($0))
    }
  }

  /// The reached parts; no place on a road is in two of them.
  func parts(
    _ candidates: [SnapCandidate], within limit: UInt32, _ scratch: inout IsochroneScratch
  ) -> [ReachedPart] {
    scratch.prepare(senses: graphs.count)
    var points = SnappedPoints()
    points.candidates = candidates
    points.first = [0, UInt32(candidates.count)]
    points.isValid = [true]
    // The mean of two ways may be within the limit while one of them is not.
    let each = graphs.count == 1 || isWorst ? limit : EdgeTimes.sum(limit, limit)
    var own: [UInt32] = []
    for candidate in candidates where !own.contains(candidate.edge) { own.append(candidate.edge) }
    var parts: [ReachedPart] = []
    var lines: [EdgeLine] = []
    for (index, (graph, sense)) in graphs.enumerated() {
      let legs = AccessLegs(points, times, sense, isArriving: false)
      scratch.searches[index].search(graph, from: legs.seeds(0, owner: 0), within: each)
      for edge in own { lines += self.lines(candidates, onEdge: edge, sense, index) }
      // A copy shares its storage; only reading it spares the check for sharing at each label.
      let search = scratch.searches[index]
      let nodes = reachedNodes(legs.legs.map(\.node), graph, search, &scratch)
      let isAlone = graphs.count == 1
      if isAlone { parts.reserveCapacity(3 * nodes.count) }
      for node in nodes {
        guard let label = search.milliseconds(node) else { continue }
        for arc in Int(graph.firstArc[Int(node)])..<Int(graph.firstArc[Int(node) + 1]) {
          let edge = graph.edge[arc]
          if isAlone, !own.contains(edge) {
            parts.append(part(arc, node, label, graph, search, within: each))
          } else {
            lines.append(
              EdgeLine(
                edge: edge, group: index, isForward: times.network.tail[Int(edge)] == node,
                length: times.network.lengthMetres[Int(edge)], label: label,
                cost: graph.arcs[arc].milliseconds))
          }
        }
      }
      for edge in loops {
        guard let label = search.milliseconds(times.network.tail[Int(edge)]) else { continue }
        for isForward in [true, false] {
          guard let cost = times.milliseconds(ofEdge: Int(edge), isForward: isForward, sense)
          else { continue }
          lines.append(
            EdgeLine(
              edge: edge, group: index, isForward: isForward,
              length: times.network.lengthMetres[Int(edge)], label: label, cost: cost))
        }
      }
    }
    return parts
      + EdgeLine.parts(of: lines, groups: graphs.count, isWorst: isWorst, within: limit)
  }

  /// The nodes with a label, from the seeds along the arcs.
  private func reachedNodes(
    _ seeds: [UInt32], _ graph: RoadGraph, _ search: ShortestTimes,
    _ scratch: inout IsochroneScratch
  ) -> [UInt32] {
    if scratch.walk == .max {
      scratch.seen = [UInt32](repeating: 0, count: scratch.seen.count)
      scratch.walk = 0
    }
    scratch.walk += 1
    let walk = scratch.walk
    var seen = scratch.seen.mutableSpan
    let firstArc = graph.firstArc.span
    let arcs = graph.arcs.span
    var nodes: [UInt32] = []
    for node in seeds where seen[Int(node)] != walk && search.milliseconds(node) != nil {
      seen[Int(node)] = walk
      nodes.append(node)
    }
    var next = 0
    while next < nodes.count {
      let node = Int(nodes[next])
      next += 1
      for arc in Int(firstArc[node])..<Int(firstArc[node + 1]) {
        let head = arcs[arc].head
        if seen[Int(head)] != walk, search.milliseconds(head) != nil {
          seen[Int(head)] = walk
          nodes.append(head)
        }
      }
    }
    return nodes
  }

  /// What is reached along an arc: as far as time goes, or to where the other end is quicker.
  private func part(
    _ arc: Int, _ node: UInt32, _ label: UInt32, _ graph: RoadGraph, _ search: ShortestTimes,
    within limit: UInt32
  ) -> ReachedPart {
    let edge = graph.edge[arc]
    let cost = Double(graph.arcs[arc].milliseconds)
    let head = graph.arcs[arc].head
    var share = cost > 0 ? min(1, Double(limit - label) / cost) : 1
    if let other = search.milliseconds(head) {
      for back in Int(graph.firstArc[Int(head)])..<Int(graph.firstArc[Int(head) + 1])
      where graph.edge[back] == edge {
        let both = cost + Double(graph.arcs[back].milliseconds)
        let ahead = Double(other) + Double(graph.arcs[back].milliseconds) - Double(label)
        share = both > 0 ? min(share, max(0, ahead / both)) : share / 2
      }
    }
    let length = times.network.lengthMetres[Int(edge)]
    let isForward = times.network.tail[Int(edge)] == node
    return ReachedPart(
      edge: edge, start: isForward ? 0 : length,
      end: isForward ? share * length : (1 - share) * length,
      startMilliseconds: Double(label), endMilliseconds: Double(label) + share * cost)
  }

  /// The ways from a place along an edge to which it is tied.
  private func lines(
    _ candidates: [SnapCandidate], onEdge edge: UInt32, _ sense: SearchSense, _ group: Int
  ) -> [EdgeLine] {
    let length = times.network.lengthMetres[Int(edge)]
    return candidates.filter { $0.edge == edge }.flatMap { candidate in
      let leg = Double(times.legMilliseconds(candidate.legMetres))
      let offset = candidate.offsetMetres
      func cost(to end: Double) -> Double? {
        offset == end
          ? nil
          : times.milliseconds(onEdge: Int(edge), from: offset, to: end, sense).map(Double.init)
      }
      return [
        cost(to: length).map {
          EdgeLine(
            edge: edge, group: group, low: offset, high: length, lowMilliseconds: leg,
            highMilliseconds: leg + $0)
        },
        cost(to: 0).map {
          EdgeLine(
            edge: edge, group: group, low: 0, high: offset, lowMilliseconds: leg + $0,
            highMilliseconds: leg)
        },
      ].compactMap { $0 }
    }
  }
}
