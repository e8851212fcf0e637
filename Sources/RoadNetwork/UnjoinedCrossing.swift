public import Geometry

/// A place where two lines on one level cross and no vertex joins them: nobody can turn there.
///
/// Often a bridge that nobody tagged, or a junction that nobody drew.
public struct UnjoinedCrossing: Sendable, Hashable {
  /// Where they cross.
  public var place: Position
  /// The id of the one line, the smaller of the two.
  public var line: Int64
  /// The id of the other.
  public var otherLine: Int64

  /// A crossing this near to an end of one of its lines is a touch, whatever rounding made of it.
  private static let touchMetres = 0.01

  /// Finds all of them among the lines that belong to the network under some rules, by place.
  ///
  /// Bridges and tunnels are meant to cross and do not count, nor does a line that crosses itself.
  ///
  /// - Parameter toleranceMetres: the tolerance under which ends are joined; where a line ends
  ///   within it behind the crossing, ``EndJoining`` has joined the two.
  public static func all(
    in lines: TaggedLines, rules: RoadRules, toleranceMetres: Double = 0
  ) -> [UnjoinedCrossing] {
    var summary = RoadNetwork.BuildSummary()
    let verdicts = NetworkBuilder.verdicts(
      lines, rules: rules, threads: ParallelSlices.available, &summary)
    var segments: [Segment] = []
    for line in 0..<lines.count {
      guard let verdict = verdicts[line], !verdict.isStructure else { continue }
      for vertex in lines.vertices(ofLine: line).dropLast() {
        segments.append(
          Segment(
            line: line, level: verdict.level, start: lines.position(vertex),
            end: lines.position(vertex + 1)))
      }
    }
    let index = SpatialIndex(segments.map(\.bounds))
    let touch = max(toleranceMetres, touchMetres)
    var found: [UnjoinedCrossing] = []
    for (number, segment) in segments.enumerated() {
      for other in index.search(segment.bounds) where other > number {
        let second = segments[other]
        guard second.line != segment.line, second.level == segment.level,
          // In one order, so that rounding does not depend on that of the lines.
          let place = segment.isBefore(second)
            ? segment.crossing(second) : second.crossing(segment),
          !lines.ends(near: place, of: [segment.line, second.line], metres: touch)
        else { continue }
        let ids = [lines.id(ofLine: segment.line), lines.id(ofLine: second.line)].sorted()
        found.append(UnjoinedCrossing(place: place, line: ids[0], otherLine: ids[1]))
      }
    }
    return found.sorted {
      ($0.place.x, $0.place.y, $0.line, $0.otherLine)
        < ($1.place.x, $1.place.y, $1.line, $1.otherLine)
    }
  }

  private struct Segment {
    var line: Int
    var level: UInt32
    var start: Position
    var end: Position

    var bounds: Bounds {
      Bounds(
        west: min(start.x, end.x), south: min(start.y, end.y), east: max(start.x, end.x),
        north: max(start.y, end.y))
    }

    func isBefore(_ other: Segment) -> Bool {
      (start.x, start.y, end.x, end.y) < (other.start.x, other.start.y, other.end.x, other.end.y)
    }

    /// Twice the area of the triangle with a position: its sign tells the side.
    private func side(_ position: Position) -> Double {
      (end.x - start.x) * (position.y - start.y) - (end.y - start.y) * (position.x - start.x)
    }

    /// Where the insides of both cross; nil where they only touch, overlap or stay apart.
    func crossing(_ other: Segment) -> Position? {
      let (first, second) = (side(other.start), side(other.end))
      let (third, fourth) = (other.side(start), other.side(end))
      guard first * second < 0, third * fourth < 0 else { return nil }
      let share = third / (third - fourth)
      return Position(
        x: start.x + share * (end.x - start.x), y: start.y + share * (end.y - start.y))
    }
  }
}

extension TaggedLines {
  /// Whether one of some lines ends within some metres of a place.
  fileprivate func ends(near place: Position, of lines: [Int], metres: Double) -> Bool {
    lines.contains { line in
      let range = vertices(ofLine: line)
      return [range.lowerBound, range.upperBound - 1].contains { vertex in
        EllipsoidalMetric.lengthMetres(
          longitude1: longitude[vertex], latitude1: latitude[vertex], longitude2: place.x,
          latitude2: place.y) <= metres
      }
    }
  }
}
