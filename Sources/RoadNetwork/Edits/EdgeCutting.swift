import Geometry

/// Cuts edges of a network at the ends of a road that is added.
struct EdgeCutting {
  private let network: RoadNetwork
  private let ends: [AddedRoad.End]
  /// The cuts of each edge, by distance from its tail, with the nodes they became.
  private var nodesOfEdge: [UInt32: [(offsetMetres: Double, node: UInt32)]] = [:]

  init(_ network: RoadNetwork, _ ends: [AddedRoad.End]) {
    self.network = network
    self.ends = ends
  }

  /// The node of each end; one within an edge gets a new one.
  mutating func nodes(adding columns: inout NetworkBuilder) -> [UInt32] {
    ends.map { end in
      switch end {
      case .node(let node): return node
      case .place(let place):
        let edge = Int(place.edge)
        if place.offsetMetres == 0 { return network.tail[edge] }
        if place.offsetMetres == network.lengthMetres[edge] { return network.head[edge] }
        if let known = nodesOfEdge[place.edge]?.first(where: {
          $0.offsetMetres == place.offsetMetres
        }) {
          return known.node
        }
        let node = UInt32(columns.nodeLongitude.count)
        columns.nodeLongitude.append(place.longitude)
        columns.nodeLatitude.append(place.latitude)
        nodesOfEdge[place.edge, default: []].append((place.offsetMetres, node))
        return node
      }
    }
  }

  /// Appends the parts of all edges with a cut, and closes these edges.
  func cut(_ columns: inout NetworkBuilder) -> [RoadAddition.Cut] {
    nodesOfEdge.sorted { $0.key < $1.key }.map { edge, nodes in
      let first = UInt32(columns.tail.count)
      let like = columns.verdict(ofEdge: Int(edge))
      var from = network.tail[Int(edge)]
      var start = 0.0
      let stops =
        nodes.sorted { $0.offsetMetres < $1.offsetMetres }
        + [(network.lengthMetres[Int(edge)], network.head[Int(edge)])]
      for (end, to) in stops {
        let inner = network.vertices(ofEdge: Int(edge)).dropFirst().dropLast()
          .filter { $0.offsetMetres > start && $0.offsetMetres < end }.map(\.position)
        let shape = [columns.node(from)] + inner + [columns.node(to)]
        columns.append(shape, from: from, to: to, like: like, line: network.line[Int(edge)])
        (from, start) = (to, end)
      }
      columns.use[Int(edge)] = []
      return RoadAddition.Cut(edge: edge, parts: first..<UInt32(columns.tail.count))
    }
  }
}

extension NetworkBuilder {
  /// The columns of a network, to be appended to.
  init(_ network: RoadNetwork, room: Int) {
    summary = network.summary
    nodeLongitude = network.nodeLongitude
    nodeLatitude = network.nodeLatitude
    tail = network.tail
    head = network.head
    lengthMetres = network.lengthMetres
    firstInterior = network.firstInterior
    interiorLongitude = network.interiorLongitude
    interiorLatitude = network.interiorLatitude
    interiorOffsetMetres = network.interiorOffsetMetres
    isStructure = network.isStructure
    line = network.line
    use = network.use
    roadClass = network.roadClass
    name = network.name
    // One copy of each column, and no growing to twice its size.
    nodeLongitude.reserveCapacity(nodeLongitude.count + room)
    nodeLatitude.reserveCapacity(nodeLatitude.count + room)
    tail.reserveCapacity(tail.count + room)
    head.reserveCapacity(head.count + room)
    lengthMetres.reserveCapacity(lengthMetres.count + room)
    firstInterior.reserveCapacity(firstInterior.count + room)
    isStructure.reserveCapacity(isStructure.count + room)
    line.reserveCapacity(line.count + room)
    use.reserveCapacity(use.count + room)
    roadClass.reserveCapacity(roadClass.count + room)
    name.reserveCapacity(name.count + room)
  }

  /// The place of a node.
  func node(_ node: UInt32) -> Position {
    Position(x: nodeLongitude[Int(node)], y: nodeLatitude[Int(node)])
  }

  /// What an edge is to the network.
  func verdict(ofEdge edge: Int) -> LineReading.Verdict {
    LineReading.Verdict(
      use: use[edge], roadClass: roadClass[edge], isStructure: isStructure[edge],
      name: name[edge], level: 0)
  }

  /// Appends an edge, its length measured as that of any other; false, and nothing, when it has
  /// none.
  @discardableResult
  mutating func append(
    _ shape: [Position], from: UInt32, to: UInt32, like verdict: LineReading.Verdict,
    line source: UInt32 = .max
  ) -> Bool {
    var offset = 0.0
    var offsets: [Double] = []
    for (first, second) in zip(shape, shape.dropFirst()) {
      offset += EllipsoidalMetric.lengthMetres(
        longitude1: first.x, latitude1: first.y, longitude2: second.x, latitude2: second.y)
      offsets.append(offset)
    }
    guard offset > 0 || from != to else { return false }
    tail.append(from)
    head.append(to)
    lengthMetres.append(offset)
    interiorLongitude += shape.dropFirst().dropLast().map(\.x)
    interiorLatitude += shape.dropFirst().dropLast().map(\.y)
    interiorOffsetMetres += offsets.dropLast()
    firstInterior.append(UInt32(interiorLongitude.count))
    isStructure.append(verdict.isStructure)
    line.append(source)
    use.append(verdict.use)
    roadClass.append(verdict.roadClass)
    name.append(verdict.name)
    return true
  }
}
