import Geometry
import PlanningModel

/// A network with one road more, made from the network before without building it again.
///
/// Nodes and edges keep their numbers. The new road and the parts of edges that were cut come
/// behind them; nobody may use a cut edge as a whole any more. Times are those of a network that is
/// built from all lines, the new one included, with a vertex at each cut.
public struct RoadAddition: Sendable {
  /// The network with the road.
  public let network: RoadNetwork
  /// The road itself.
  public let edge: UInt32
  /// Edges that were cut, with their parts from tail to head.
  public let cuts: [Cut]

  /// An edge and what it was cut into.
  public struct Cut: Sendable, Hashable {
    /// The edge.
    public var edge: UInt32
    /// Its parts.
    public var parts: Range<UInt32>
  }

  /// All new edges.
  var edges: Range<UInt32> { edge..<UInt32(network.edgeCount) }

  /// Adds a road to a network.
  ///
  /// - Throws: `WorkError` (`unsupported`) for a road that nobody may use, that has no length or a
  ///   vertex off the globe, or that ends where there is no node and no edge.
  public init(_ road: AddedRoad, to before: RoadNetwork) throws {
    guard road.between.allSatisfy({ abs($0.x) <= 180 && abs($0.y) <= 90 }),
      Self.isOnNetwork(road.from, before), Self.isOnNetwork(road.to, before)
    else {
      throw Self.refusal(
        Bilingual("端点不在路网上，或有坐标不在地球上", "an end is not on the network, or a vertex off the globe"),
        Bilingual("把两端接到已有的节点或道路上", "tie both ends to a node or a road"))
    }
    let line = road.line(after: before.strings)
    guard let verdict = LineReading(line, rules: before.rules).verdict(of: 0) else {
      throw Self.refusal(
        Bilingual("按道路规则无人可用这条路", "under the rules of the road nobody may use it"),
        Bilingual("填写可通行的 highway 等标签", "give tags, such as highway, that open it"))
    }
    var columns = NetworkBuilder(before, room: 8)
    var cutting = EdgeCutting(before, [road.from, road.to])
    let ends = cutting.nodes(adding: &columns)
    let shape = [columns.node(ends[0])] + road.between + [columns.node(ends[1])]
    edge = UInt32(columns.tail.count)
    guard columns.append(shape, from: ends[0], to: ends[1], like: verdict) else {
      throw Self.refusal(
        Bilingual("道路没有长度", "it has no length"),
        Bilingual("给出两个不同的端点，或中间的顶点", "give two ends, or vertices between them"))
    }
    cuts = cutting.cut(&columns)
    columns.summary.lines += 1
    network = RoadNetwork(columns, strings: line.strings, after: before)
  }

  private static func isOnNetwork(_ end: AddedRoad.End, _ network: RoadNetwork) -> Bool {
    switch end {
    case .node(let node): return Int(node) < network.nodeCount
    case .place(let place):
      let edge = Int(place.edge)
      guard edge < network.edgeCount, !network.use[edge].isEmpty else { return false }
      return place.offsetMetres >= 0 && place.offsetMetres <= network.lengthMetres[edge]
    }
  }

  private static func refusal(_ message: Bilingual, _ remedy: Bilingual) -> WorkError {
    WorkError(
      .unsupported, operation: "add road", subject: "road", message: message, remedy: remedy)
  }
}
