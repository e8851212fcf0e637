public import Geometry

/// A network of roads in columns: junctions, and the stretches of line between them.
///
/// A node is where a line ends or where lines meet; everything between two nodes is one edge,
/// which keeps its shape. Edge `e` runs from `tail[e]` to `head[e]` through the interior vertices
/// `firstInterior[e] ..< firstInterior[e + 1]`. Nodes are numbered along a Hilbert curve, edges by
/// their tail. Immutable, so all tasks share it.
public final class RoadNetwork: Sendable {
  /// Degrees east of each node.
  public let nodeLongitude: [Double]
  /// Degrees north of each node.
  public let nodeLatitude: [Double]
  /// The node at which each edge starts.
  public let tail: [UInt32]
  /// The node at which each edge ends.
  public let head: [UInt32]
  /// The length of each edge on the ellipsoid.
  public let lengthMetres: [Double]
  /// Start of each edge's interior vertices, and one past the last.
  public let firstInterior: [UInt32]
  /// Degrees east of each interior vertex.
  public let interiorLongitude: [Double]
  /// Degrees north of each interior vertex.
  public let interiorLatitude: [Double]
  /// Distance of each interior vertex from its edge's tail, along the edge.
  public let interiorOffsetMetres: [Double]
  /// Whether each edge is a bridge or a tunnel.
  public let isStructure: [Bool]
  /// The line each edge was cut from: its position in the input; the largest number for a road that
  /// was added (``RoadAddition``).
  public let line: [UInt32]
  /// The rules under which it was built.
  public let rules: RoadRules
  /// What was read and what was left out.
  public let summary: BuildSummary

  let use: [RoadUse]
  let roadClass: [UInt8]
  let name: [UInt32]
  let strings: [String]
  let boxes: EdgeBoxes

  /// What became of the lines of an input.
  public struct BuildSummary: Sendable, Hashable {
    /// Lines that became edges.
    public var lines = 0
    /// Lines that nobody may use, or that are no roads.
    public var linesNotUsed = 0
    /// Lines with a coordinate that is not a number or not on the globe, or without length.
    public var linesInvalid = 0

    /// Nothing read yet.
    public init() {}
  }

  static let ferryClass = UInt8.max - 1

  /// How many nodes there are.
  public var nodeCount: Int { nodeLongitude.count }
  /// How many edges there are.
  public var edgeCount: Int { tail.count }

  /// The name of an edge, or else its number (`ref`); empty when it has neither.
  public func nameText(ofEdge edge: Int) -> String { strings[Int(name[edge])] }

  /// The value of `highway` of an edge; `ferry` for a ferry.
  public func classText(ofEdge edge: Int) -> String {
    roadClass[edge] == Self.ferryClass ? "ferry" : rules.classes[Int(roadClass[edge])].highway
  }

  /// The shape of an edge from tail to head, with the distance of each vertex from the tail.
  public func vertices(ofEdge edge: Int) -> [(position: Position, offsetMetres: Double)] {
    let interior = Int(firstInterior[edge])..<Int(firstInterior[edge + 1])
    return [(node(tail[edge]), 0)]
      + interior.map {
        (Position(x: interiorLongitude[$0], y: interiorLatitude[$0]), interiorOffsetMetres[$0])
      } + [(node(head[edge]), lengthMetres[edge])]
  }

  private func node(_ node: UInt32) -> Position {
    Position(x: nodeLongitude[Int(node)], y: nodeLatitude[Int(node)])
  }

  /// Builds the network of everything that any mode may use.
  ///
  /// - Parameter threads: how many share the work; nil for as many as the machine offers. Changes
  ///   no result.
  public convenience init(
    lines: TaggedLines, rules: RoadRules = RoadRules(), threads: Int? = nil
  ) {
    let threads = threads ?? ParallelSlices.available
    let builder = NetworkBuilder(lines, rules: rules, threads: threads)
    self.init(
      builder, strings: lines.strings, rules: rules,
      boxes: EdgeBoxes(builder, threads: threads))
  }

  /// Takes columns that were appended to those of a network.
  convenience init(_ columns: NetworkBuilder, strings: [String], after network: RoadNetwork) {
    self.init(
      columns, strings: strings, rules: network.rules,
      boxes: network.boxes.extended(to: columns, before: network.edgeCount))
  }

  private init(
    _ builder: NetworkBuilder, strings: [String], rules: RoadRules, boxes: EdgeBoxes
  ) {
    self.rules = rules
    self.strings = strings
    self.boxes = boxes
    summary = builder.summary
    nodeLongitude = builder.nodeLongitude
    nodeLatitude = builder.nodeLatitude
    tail = builder.tail
    head = builder.head
    lengthMetres = builder.lengthMetres
    firstInterior = builder.firstInterior
    interiorLongitude = builder.interiorLongitude
    interiorLatitude = builder.interiorLatitude
    interiorOffsetMetres = builder.interiorOffsetMetres
    isStructure = builder.isStructure
    line = builder.line
    use = builder.use
    roadClass = builder.roadClass
    name = builder.name
  }

  /// Reads the columns of a cached network in the order of ``NetworkFile``; nil for columns that
  /// are none of a network.
  init?(_ columns: inout ColumnReader, rules: RoadRules) {
    self.rules = rules
    let counts = columns.next(UInt64.self)
    var summary = BuildSummary()
    if counts.count == 3 {
      (summary.lines, summary.linesNotUsed, summary.linesInvalid) =
        (Int(counts[0]), Int(counts[1]), Int(counts[2]))
    }
    self.summary = summary
    nodeLongitude = columns.next()
    nodeLatitude = columns.next()
    tail = columns.next()
    head = columns.next()
    lengthMetres = columns.next()
    firstInterior = columns.next()
    interiorLongitude = columns.next()
    interiorLatitude = columns.next()
    interiorOffsetMetres = columns.next()
    isStructure = columns.next(UInt8.self).map { $0 != 0 }
    line = columns.next()
    use = columns.next(UInt8.self).map { RoadUse(rawValue: $0) }
    roadClass = columns.next()
    name = columns.next()
    strings = columns.nextTexts()
    boxes = EdgeBoxes(&columns)
    guard counts.count == 3, tail.count + 1 == firstInterior.count else { return nil }
  }
}
