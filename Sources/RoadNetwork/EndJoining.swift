public import Geometry

/// Joins ends of lines that almost touch another line, and says what it joined.
///
/// An end hangs loose when no other line of the network, nor another part of its own, has a vertex
/// there. A loose end within the tolerance of another line is led on to the nearest place of it: an
/// end or vertex, or a place between two vertices, where one is inserted. Nothing that was drawn
/// is moved. All ends are judged by the lines as given, so neither the order of the lines nor
/// what else is joined matters (`docs/methods/travel-times.md` §2).
public struct EndJoining: Sendable {
  /// One end that was joined.
  public struct Joint: Sendable, Hashable {
    /// Where the loose end lies.
    public var place: Position
    /// Where it was led to.
    public var target: Position
    /// From one to the other.
    public var metres: Double
    /// The id of the line that ends there.
    public var line: Int64
    /// The id of the line that it was joined to.
    public var otherLine: Int64
  }

  /// The lines, as many and in the order given, with the vertices that join them.
  public let lines: TaggedLines
  /// What was joined, by place: west to east, then south to north.
  public let joints: [Joint]

  /// Joins the loose ends of the lines that belong to the network under some rules.
  ///
  /// - Parameter toleranceMetres: the widest gap that is closed, itself included; 0 closes none.
  public init(_ lines: TaggedLines, rules: RoadRules, toleranceMetres: Double) {
    guard toleranceMetres > 0, lines.count > 1 else {
      self.lines = lines
      joints = []
      return
    }
    let search = LooseEnds(lines, rules: rules, toleranceMetres: toleranceMetres)
    let found = Self.once(search.joins())
    self.lines = Self.joined(lines, found)
    joints = found.map {
      Joint(
        place: lines.position($0.end), target: $0.target, metres: $0.metres,
        line: lines.id(ofLine: $0.line), otherLine: lines.id(ofLine: $0.otherLine))
    }
  }

  /// Sorts by place, and keeps one of two ends that were led to each other.
  private static func once(_ joins: [LooseEnds.Join]) -> [LooseEnds.Join] {
    let byEnd = Dictionary(
      joins.enumerated().map { ($1.end, $0) }, uniquingKeysWith: { first, _ in first })
    return joins.enumerated().filter { index, join in
      guard case .vertex(let vertex) = join.at, let other = byEnd[vertex],
        joins[other].at == .vertex(join.end)
      else { return true }
      return index < other
    }.map(\.element)
  }

  /// A vertex to be put into a line.
  private struct Addition {
    /// The vertex of the lines as given behind which it comes; before it for the start of a line.
    var vertex: Int
    var isBefore: Bool
    var fraction: Double
    var place: Position
    var id: Int64
  }

  private static func joined(_ lines: TaggedLines, _ joins: [LooseEnds.Join]) -> TaggedLines {
    var free = min(0, lines.vertexIDs.min() ?? 0)
    var additions: [Addition] = []
    for join in joins {
      let id: Int64
      switch join.at {
      case .vertex(let vertex):
        id = lines.vertexIDs.isEmpty ? 0 : lines.vertexIDs[vertex]
      case .segment(let vertex, let fraction):
        free -= 1
        id = free
        additions.append(
          Addition(
            vertex: vertex, isBefore: false, fraction: fraction, place: join.target, id: id))
      }
      additions.append(
        Addition(
          vertex: join.end, isBefore: join.end == Int(lines.firstVertex[join.line]), fraction: 0,
          place: join.target, id: id))
    }
    additions.sort {
      ($0.vertex, $0.isBefore ? 0 : 1, $0.fraction, $0.place.x, $0.place.y)
        < ($1.vertex, $1.isBefore ? 0 : 1, $1.fraction, $1.place.x, $1.place.y)
    }
    return lines.adding(additions.map { ($0.vertex, $0.isBefore, $0.place, $0.id) })
  }
}

extension TaggedLines {
  /// The place of a vertex.
  func position(_ vertex: Int) -> Position { Position(x: longitude[vertex], y: latitude[vertex]) }

  /// The id of a line in its source, or its position where the source has none.
  func id(ofLine line: Int) -> Int64 {
    lineIDs.indices.contains(line) ? lineIDs[line] : Int64(line)
  }

  /// The lines with further vertices, each behind or before one that is there; sorted by it.
  fileprivate func adding(
    _ additions: [(vertex: Int, isBefore: Bool, place: Position, id: Int64)]
  ) -> TaggedLines {
    var result = self
    result.firstVertex = [0]
    result.longitude = []
    result.latitude = []
    result.vertexIDs = []
    var next = additions[...]
    func add(_ place: Position, _ id: Int64) {
      result.longitude.append(place.x)
      result.latitude.append(place.y)
      if !vertexIDs.isEmpty { result.vertexIDs.append(id) }
    }
    for line in 0..<count {
      for vertex in Int(firstVertex[line])..<Int(firstVertex[line + 1]) {
        while let new = next.first, new.vertex == vertex, new.isBefore {
          add(new.place, new.id)
          next.removeFirst()
        }
        add(position(vertex), vertexIDs.isEmpty ? 0 : vertexIDs[vertex])
        while let new = next.first, new.vertex == vertex {
          add(new.place, new.id)
          next.removeFirst()
        }
      }
      result.firstVertex.append(UInt32(result.longitude.count))
    }
    return result
  }
}
