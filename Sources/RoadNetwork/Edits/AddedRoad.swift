public import Geometry

/// A road or bridge that is not there yet, between two places of a network.
public struct AddedRoad: Sendable {
  /// Where a road meets the network.
  public enum End: Sendable, Hashable {
    /// At a junction, or where a road ends.
    case node(UInt32)
    /// Within an edge, which is cut there: a place as ``RoadTravelTimes/snap(_:mode:)`` finds it.
    case place(SnapCandidate)
  }

  /// Where it starts.
  public var from: End
  /// Where it ends.
  public var to: End
  /// The vertices between its ends, WGS 84; roads that it crosses there it does not meet.
  public var between: [Position]
  /// Its tags, read as those of any line (`docs/methods/travel-times.md` §3).
  public var tags: [String: String]

  /// Describes a road; without tags it is one of a plain line layer.
  public init(
    from: End, to: End, between: [Position] = [], tags: [String: String] = [:]
  ) {
    self.from = from
    self.to = to
    self.between = between
    self.tags = tags
  }

  /// Its tags as those of a single line, with the texts of a network before its own.
  func line(after strings: [String]) -> TaggedLines {
    var line = TaggedLines(keys: tags.keys.sorted())
    line.strings = strings.isEmpty ? [""] : strings
    for key in line.keys {
      line.values.append(UInt32(line.strings.count))
      line.strings.append(tags[key] ?? "")
    }
    line.firstVertex.append(0)
    return line
  }
}
