/// Lines with text tags, in columns: roads, tracks and ferries as they come from a file.
///
/// Line `i` has the vertices `firstVertex[i] ..< firstVertex[i + 1]`, in WGS 84 degrees. Two
/// vertices are the same junction when their `vertexIDs` are equal (OSM), or, when `vertexIDs`
/// is empty, when their coordinates are equal. The value of tag `k` of line `i` is
/// `strings[values[i * keys.count + k]]`; `strings[0]` is the empty text and means "not tagged".
public struct TaggedLines: Sendable {
  /// The tags that are kept, in order.
  public let keys: [String]
  /// Start of each line's vertices, and one past the last; `count + 1` numbers.
  public var firstVertex: [UInt32]
  /// Degrees east of each vertex.
  public var longitude: [Double]
  /// Degrees north of each vertex.
  public var latitude: [Double]
  /// The identity of each vertex, or empty when coordinates decide.
  public var vertexIDs: [Int64]
  /// The id of each line in its source.
  public var lineIDs: [Int64]
  /// The texts that tags take; the first is empty.
  public var strings: [String]
  /// Positions in `strings`, `keys.count` numbers a line.
  public var values: [UInt32]

  /// No lines yet.
  public init(keys: [String]) {
    self.keys = keys
    firstVertex = [0]
    longitude = []
    latitude = []
    vertexIDs = []
    lineIDs = []
    strings = [""]
    values = []
  }

  /// How many lines there are.
  public var count: Int { firstVertex.count - 1 }

  /// The text of a tag of a line; empty when it has none.
  public func value(_ key: Int, of line: Int) -> String {
    strings[Int(values[line * keys.count + key])]
  }
}
