import Geometry

extension NetworkBuilder {
  typealias Piece = LinePieces.Piece

  /// Lays nodes out along the curve and pieces, as edges, by their tail.
  mutating func layOut(
    _ lines: TaggedLines, _ identities: VertexIdentities, _ pieces: [Piece],
    _ verdicts: [LineReading.Verdict?], threads: Int
  ) {
    let nodes = layOutNodes(lines, identities, pieces, threads: threads)
    let pieces = byTail(pieces, identities, nodes)
    let numbers = identities.numbers
    func column<Element: BitwiseCopyable>(
      _ value: @Sendable (Piece) -> Element
    ) -> [Element] {
      ParallelSlices.column(pieces.count, threads: threads) { places, slice in
        for edge in slice { places[edge] = value(pieces[edge]) }
      }
    }
    func column<Element: BitwiseCopyable & Sendable>(
      _ value: @Sendable (LineReading.Verdict) -> Element, else other: Element
    ) -> [Element] {
      // A piece's line has a verdict.
      column { verdicts[Int($0.line)].map(value) ?? other }
    }
    tail = column { nodes[Int(numbers[Int($0.first)])] }
    head = column { nodes[Int(numbers[Int($0.last)])] }
    line = column { $0.line }
    use = column({ $0.use.rawValue }, else: 0).map { RoadUse(rawValue: $0) }
    roadClass = column({ $0.roadClass }, else: 0)
    isStructure = column({ $0.isStructure }, else: false)
    name = column({ $0.name }, else: 0)
    layOutShapes(lines, identities, pieces, threads: threads)
  }

  /// Numbers the junctions along the curve; the result maps identities to nodes.
  private mutating func layOutNodes(
    _ lines: TaggedLines, _ identities: VertexIdentities, _ pieces: [Piece], threads: Int
  ) -> [UInt32] {
    var nodes = [UInt32](repeating: .max, count: identities.count)
    var vertices: [UInt32] = []
    vertices.reserveCapacity(pieces.count)
    func add(_ vertex: UInt32) {
      let identity = Int(identities.numbers[Int(vertex)])
      guard nodes[identity] == .max else { return }
      nodes[identity] = UInt32(vertices.count)
      vertices.append(vertex)
    }
    for piece in pieces {
      add(piece.first)
      add(piece.last)
    }
    let found = vertices
    let order = HilbertCurve.order(
      longitude: found.map { lines.longitude[Int($0)] },
      latitude: found.map { lines.latitude[Int($0)] }, threads: threads)
    nodeLongitude = order.map { lines.longitude[Int(found[Int($0)])] }
    nodeLatitude = order.map { lines.latitude[Int(found[Int($0)])] }
    for (node, place) in order.enumerated() {
      nodes[Int(identities.numbers[Int(found[Int(place)])])] = UInt32(node)
    }
    return nodes
  }

  /// Pieces in the order of the nodes that they start from; those of one node keep theirs.
  private func byTail(
    _ pieces: [Piece], _ identities: VertexIdentities, _ nodes: [UInt32]
  ) -> [Piece] {
    var place = [Int](repeating: 0, count: nodeLongitude.count + 1)
    func tail(_ piece: Piece) -> Int { Int(nodes[Int(identities.numbers[Int(piece.first)])]) }
    for piece in pieces { place[tail(piece) + 1] += 1 }
    for node in nodeLongitude.indices { place[node + 1] += place[node] }
    return [Piece](unsafeUninitializedCapacity: pieces.count) { sorted, count in
      count = pieces.count
      for piece in pieces {
        let start = tail(piece)
        sorted.initializeElement(at: place[start], to: piece)
        place[start] += 1
      }
    }
  }

  private mutating func layOutShapes(
    _ lines: TaggedLines, _ identities: VertexIdentities, _ pieces: [Piece], threads: Int
  ) {
    let numbers = identities.numbers
    // A vertex that repeats the one before it is none.
    @Sendable func forEachVertex(
      of piece: Piece, _ visit: (_ previous: Int, _ vertex: Int, _ isLast: Bool) -> Void
    ) {
      var previous = Int(piece.first)
      for vertex in previous + 1...Int(piece.last) where numbers[vertex] != numbers[previous] {
        visit(previous, vertex, vertex == Int(piece.last))
        previous = vertex
      }
    }
    let counts: [UInt32] = ParallelSlices.column(pieces.count, threads: threads) { counts, slice in
      for edge in slice {
        var count: UInt32 = 0
        forEachVertex(of: pieces[edge]) { _, _, isLast in count += isLast ? 0 : 1 }
        counts[edge] = count
      }
    }
    firstInterior.reserveCapacity(pieces.count + 1)
    var total: UInt32 = 0
    for count in counts {
      total += count
      firstInterior.append(total)
    }
    let first = firstInterior
    (lengthMetres, interiorOffsetMetres) = ParallelSlices.columns(
      pieces.count, Int(total), slicing: pieces.count, threads: threads
    ) { lengths, offsets, slice in
      for edge in slice {
        var place = Int(first[edge])
        var offset = 0.0
        forEachVertex(of: pieces[edge]) { previous, vertex, isLast in
          offset += EllipsoidalMetric.lengthMetres(
            longitude1: lines.longitude[previous], latitude1: lines.latitude[previous],
            longitude2: lines.longitude[vertex], latitude2: lines.latitude[vertex])
          if isLast { return }
          offsets[place] = offset
          place += 1
        }
        lengths[edge] = offset
      }
    }
    (interiorLongitude, interiorLatitude) = ParallelSlices.columns(
      Int(total), Int(total), slicing: pieces.count, threads: threads
    ) { longitudes, latitudes, slice in
      for edge in slice {
        var place = Int(first[edge])
        forEachVertex(of: pieces[edge]) { _, vertex, isLast in
          if isLast { return }
          longitudes[place] = lines.longitude[vertex]
          latitudes[place] = lines.latitude[vertex]
          place += 1
        }
      }
    }
  }
}
