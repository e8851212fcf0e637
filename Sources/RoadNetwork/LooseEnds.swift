import Geometry

/// Finds the ends that nothing else touches, and for each the nearest place to join it to.
struct LooseEnds {
  /// Where on another line an end is joined.
  enum Place: Hashable {
    /// At a vertex of the lines.
    case vertex(Int)
    /// Behind a vertex, at a share of the way to the next.
    case segment(Int, fraction: Double)
  }

  /// An end and what it is joined to.
  struct Join {
    var line: Int
    var end: Int
    var otherLine: Int
    var at: Place
    var target: Position
    var metres: Double
  }

  /// A foot this near to a vertex is the vertex, as in snapping.
  private static let sameVertexMetres = 0.001
  /// An end is not led back to a line that its own line meets this near, in tolerances: a stub is
  /// a stub, not a gap.
  private static let stubTolerances = 4.0

  private let lines: TaggedLines
  private let tolerance: Double
  private let verdicts: [LineReading.Verdict?]
  private let identities: VertexIdentities
  private let index: SpatialIndex

  init(_ lines: TaggedLines, rules: RoadRules, toleranceMetres: Double) {
    self.lines = lines
    tolerance = toleranceMetres
    var summary = RoadNetwork.BuildSummary()
    let threads = ParallelSlices.available
    var verdicts = NetworkBuilder.verdicts(lines, rules: rules, threads: threads, &summary)
    let identities = VertexIdentities(lines, verdicts: verdicts, threads: threads)
    for line in 0..<lines.count {
      // A line that never leaves its first vertex is no road.
      let numbers = identities.numbers[lines.vertices(ofLine: line)]
      if numbers.allSatisfy({ $0 == numbers.first }) { verdicts[line] = nil }
    }
    self.identities = identities
    self.verdicts = verdicts
    let nothing = Bounds(west: 1, south: 1, east: 0, north: 0)
    index = SpatialIndex(
      verdicts.enumerated().map { line, verdict in
        guard verdict != nil else { return nothing }
        return Bounds(around: lines.vertices(ofLine: line).map(lines.position)) ?? nothing
      })
  }

  /// The joins of all loose ends, by the place of the end.
  func joins() -> [Join] {
    loose().compactMap { join($0.line, $0.end) }.sorted { left, right in
      let (first, second) = (lines.position(left.end), lines.position(right.end))
      return (first.x, first.y, lines.id(ofLine: left.line))
        < (second.x, second.y, lines.id(ofLine: right.line))
    }
  }

  private func loose() -> [(line: Int, end: Int)] {
    let numbers = identities.numbers
    var visits = [UInt8](repeating: 0, count: identities.count)
    var ends: [(line: Int, end: Int)] = []
    for line in 0..<lines.count where verdicts[line] != nil {
      let range = lines.vertices(ofLine: line)
      var previous: UInt32?
      for vertex in range where numbers[vertex] != previous {
        let identity = numbers[vertex]
        visits[Int(identity)] = min(2, visits[Int(identity)] + 1)
        previous = identity
      }
      ends += [(line, range.lowerBound), (line, range.upperBound - 1)]
    }
    return ends.filter { visits[Int(numbers[$0.end])] == 1 }
  }

  /// The nearest place of another line on the same level, within the tolerance.
  private func join(_ line: Int, _ end: Int) -> Join? {
    let place = lines.position(end)
    let plane = LocalPlane(atLatitude: place.y)
    // A little more than the tolerance, as boxes only exclude.
    let east = 1.001 * tolerance / plane.eastMetresPerDegree
    let north = 1.001 * tolerance / plane.northMetresPerDegree
    let area = Bounds(
      west: place.x - east, south: place.y - north, east: place.x + east, north: place.y + north)
    let met = identitiesMet(line, from: end)
    var best: Join?
    for other in index.search(area) where other != line {
      guard verdicts[other]?.level == verdicts[line]?.level,
        !lines.vertices(ofLine: other).contains(where: { met.contains(identities.numbers[$0]) }),
        let found = nearest(on: other, to: end, of: line, plane)
      else { continue }
      if best.map({ isNearer(found, $0) }) ?? true { best = found }
    }
    return best
  }

  /// The vertices of a line near one of its ends, the end itself not included.
  private func identitiesMet(_ line: Int, from end: Int) -> Set<UInt32> {
    let range = lines.vertices(ofLine: line)
    let inward = end == range.lowerBound ? Array(range) : range.reversed()
    var met: Set<UInt32> = []
    var metres = 0.0
    for (vertex, next) in zip(inward, inward.dropFirst()) {
      metres += EllipsoidalMetric.lengthMetres(
        longitude1: lines.longitude[vertex], latitude1: lines.latitude[vertex],
        longitude2: lines.longitude[next], latitude2: lines.latitude[next])
      guard metres <= Self.stubTolerances * tolerance else { break }
      met.insert(identities.numbers[next])
    }
    return met
  }

  private func nearest(on other: Int, to end: Int, of line: Int, _ plane: LocalPlane) -> Join? {
    let range = lines.vertices(ofLine: other)
    let from = lines.position(end)
    func join(_ at: Place, _ target: Position) -> Join {
      let east = (target.x - from.x) * plane.eastMetresPerDegree
      let north = (target.y - from.y) * plane.northMetresPerDegree
      return Join(
        line: line, end: end, otherLine: other, at: at, target: target,
        metres: (east * east + north * north).squareRoot())
    }
    func join(toVertex vertex: Int) -> Join { join(.vertex(vertex), lines.position(vertex)) }
    func join(toSegment vertex: Int) -> Join {
      let (start, next) = (lines.position(vertex), lines.position(vertex + 1))
      let foot = plane.projection(
        longitude: from.x, latitude: from.y, longitude1: start.x, latitude1: start.y,
        longitude2: next.x, latitude2: next.y)
      let metres = EllipsoidalMetric.lengthMetres(
        longitude1: start.x, latitude1: start.y, longitude2: next.x, latitude2: next.y)
      if metres * foot.fraction <= Self.sameVertexMetres { return join(toVertex: vertex) }
      if metres * (1 - foot.fraction) <= Self.sameVertexMetres {
        return join(toVertex: vertex + 1)
      }
      return join(
        .segment(vertex, fraction: foot.fraction), Position(x: foot.longitude, y: foot.latitude))
    }
    // A bridge or tunnel lies on the ground only at its ends.
    let isStructure = verdicts[other]?.isStructure ?? true
    let joins =
      isStructure
      ? [range.lowerBound, range.upperBound - 1].map(join(toVertex:))
      : range.dropLast().map(join(toSegment:))
    return joins.filter { $0.metres <= tolerance }
      .reduce(nil) { best, join in
        best.map { isNearer(join, $0) } ?? true ? join : best
      }
  }

  /// Equal distances: the place farther west, then south, then the line with the smaller id.
  private func isNearer(_ left: Join, _ right: Join) -> Bool {
    let first = (left.metres, left.target.x, left.target.y, lines.id(ofLine: left.otherLine))
    let second = (right.metres, right.target.x, right.target.y, lines.id(ofLine: right.otherLine))
    return first < second
  }
}

extension TaggedLines {
  /// The positions of a line's vertices.
  func vertices(ofLine line: Int) -> Range<Int> {
    Int(firstVertex[line])..<Int(firstVertex[line + 1])
  }
}
