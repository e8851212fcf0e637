import Geometry

/// The columns of a network while they grow.
///
/// Cuts tagged lines into edges between junctions and lays them out along a Hilbert curve.
struct NetworkBuilder {
  var summary = RoadNetwork.BuildSummary()
  var nodeLongitude: [Double] = []
  var nodeLatitude: [Double] = []
  var tail: [UInt32] = []
  var head: [UInt32] = []
  var lengthMetres: [Double] = []
  var firstInterior: [UInt32] = [0]
  var interiorLongitude: [Double] = []
  var interiorLatitude: [Double] = []
  var interiorOffsetMetres: [Double] = []
  var isStructure: [Bool] = []
  var line: [UInt32] = []
  var use: [RoadUse] = []
  var roadClass: [UInt8] = []
  var name: [UInt32] = []

  init(_ lines: TaggedLines, rules: RoadRules) {
    var verdicts = Self.verdicts(lines, rules: rules, &summary)
    let identities = VertexIdentities(lines, levels: verdicts.map { $0?.level })
    let isJunction = Self.junctions(lines, identities, &verdicts, &summary)
    let pieces = Self.pieces(lines, identities, isJunction, verdicts)
    let nodes = layOutNodes(lines, identities, isJunction, pieces)
    layOutEdges(lines, identities, pieces, nodes, verdicts)
    summary.lines = verdicts.count { $0 != nil }
  }

  /// A stretch of a line between two junctions: the positions of its first and last vertex.
  private struct Piece {
    var line: UInt32
    var first: UInt32
    var last: UInt32
  }

  /// Judges every line; nil for those that do not belong to the network.
  static func verdicts(
    _ lines: TaggedLines, rules: RoadRules, _ summary: inout RoadNetwork.BuildSummary
  ) -> [LineReading.Verdict?] {
    let reading = LineReading(lines, rules: rules)
    return (0..<lines.count).map { line in
      guard let verdict = reading.verdict(of: line) else {
        summary.linesNotUsed += 1
        return nil
      }
      let range = Int(lines.firstVertex[line])..<Int(lines.firstVertex[line + 1])
      let isValid = range.allSatisfy {
        abs(lines.longitude[$0]) <= 180 && abs(lines.latitude[$0]) <= 90
      }
      guard isValid else {
        summary.linesInvalid += 1
        return nil
      }
      return verdict
    }
  }

  /// Marks the vertices where lines end or meet, and drops lines of a single place.
  private static func junctions(
    _ lines: TaggedLines, _ identities: VertexIdentities,
    _ verdicts: inout [LineReading.Verdict?], _ summary: inout RoadNetwork.BuildSummary
  ) -> [Bool] {
    var isSeen = [Bool](repeating: false, count: identities.count)
    var isJunction = isSeen
    for line in 0..<lines.count where verdicts[line] != nil {
      let range = Int(lines.firstVertex[line])..<Int(lines.firstVertex[line + 1])
      guard
        range.contains(where: { identities.numbers[$0] != identities.numbers[range.lowerBound] })
      else {
        verdicts[line] = nil
        summary.linesInvalid += 1
        continue
      }
      var previous: UInt32?
      for vertex in range {
        let identity = identities.numbers[vertex]
        if identity == previous { continue }
        if isSeen[Int(identity)] { isJunction[Int(identity)] = true }
        isSeen[Int(identity)] = true
        previous = identity
      }
      isJunction[Int(identities.numbers[range.lowerBound])] = true
      isJunction[Int(identities.numbers[range.upperBound - 1])] = true
    }
    return isJunction
  }

  private static func pieces(
    _ lines: TaggedLines, _ identities: VertexIdentities, _ isJunction: [Bool],
    _ verdicts: [LineReading.Verdict?]
  ) -> [Piece] {
    var pieces: [Piece] = []
    for line in 0..<lines.count where verdicts[line] != nil {
      var first = Int(lines.firstVertex[line])
      var hasMoved = false
      for vertex in (first + 1)..<Int(lines.firstVertex[line + 1]) {
        let identity = identities.numbers[vertex]
        hasMoved = hasMoved || identity != identities.numbers[first]
        guard isJunction[Int(identity)] else { continue }
        // A repeated vertex starts the next piece without making one of no length.
        if hasMoved {
          pieces.append(Piece(line: UInt32(line), first: UInt32(first), last: UInt32(vertex)))
        }
        first = vertex
        hasMoved = false
      }
    }
    return pieces
  }

  /// Numbers the junctions along the curve; the result maps identities to nodes.
  private mutating func layOutNodes(
    _ lines: TaggedLines, _ identities: VertexIdentities, _ isJunction: [Bool], _ pieces: [Piece]
  ) -> [UInt32] {
    var nodes = [UInt32](repeating: .max, count: identities.count)
    var vertices: [UInt32] = []
    for piece in pieces {
      for vertex in [piece.first, piece.last] {
        let identity = Int(identities.numbers[Int(vertex)])
        guard nodes[identity] == .max else { continue }
        nodes[identity] = UInt32(vertices.count)
        vertices.append(vertex)
      }
    }
    let longitude = vertices.map { lines.longitude[Int($0)] }
    let latitude = vertices.map { lines.latitude[Int($0)] }
    let order = HilbertCurve.order(longitude: longitude, latitude: latitude)
    var rank = [UInt32](repeating: 0, count: order.count)
    for (position, node) in order.enumerated() { rank[Int(node)] = UInt32(position) }
    nodeLongitude = order.map { longitude[Int($0)] }
    nodeLatitude = order.map { latitude[Int($0)] }
    for identity in nodes.indices where nodes[identity] != .max {
      nodes[identity] = rank[Int(nodes[identity])]
    }
    return nodes
  }

  private mutating func layOutEdges(
    _ lines: TaggedLines, _ identities: VertexIdentities, _ pieces: [Piece], _ nodes: [UInt32],
    _ verdicts: [LineReading.Verdict?]
  ) {
    func node(_ vertex: UInt32) -> UInt32 { nodes[Int(identities.numbers[Int(vertex)])] }
    var place = [Int](repeating: 0, count: nodeLongitude.count + 1)
    for piece in pieces { place[Int(node(piece.first)) + 1] += 1 }
    for node in nodeLongitude.indices { place[node + 1] += place[node] }
    var order = [UInt32](repeating: 0, count: pieces.count)
    for (index, piece) in pieces.enumerated() {
      let start = Int(node(piece.first))
      order[place[start]] = UInt32(index)
      place[start] += 1
    }
    for index in order {
      let piece = pieces[Int(index)]
      guard let verdict = verdicts[Int(piece.line)] else { continue }
      tail.append(node(piece.first))
      head.append(node(piece.last))
      line.append(piece.line)
      use.append(verdict.use)
      roadClass.append(verdict.roadClass)
      isStructure.append(verdict.isStructure)
      name.append(verdict.name)
      appendShape(piece, lines, identities)
    }
  }

  private mutating func appendShape(
    _ piece: Piece, _ lines: TaggedLines, _ identities: VertexIdentities
  ) {
    var previous = Int(piece.first)
    var offset = 0.0
    for vertex in Int(piece.first) + 1...Int(piece.last) {
      if identities.numbers[vertex] == identities.numbers[previous] { continue }
      offset += EllipsoidalMetric.lengthMetres(
        longitude1: lines.longitude[previous], latitude1: lines.latitude[previous],
        longitude2: lines.longitude[vertex], latitude2: lines.latitude[vertex])
      previous = vertex
      guard vertex < Int(piece.last) else { break }
      interiorLongitude.append(lines.longitude[vertex])
      interiorLatitude.append(lines.latitude[vertex])
      interiorOffsetMetres.append(offset)
    }
    firstInterior.append(UInt32(interiorLongitude.count))
    lengthMetres.append(offset)
  }
}
