import Geometry

/// The lines of a network, cut where they end or meet.
struct LinePieces {
  /// A stretch of a line between two junctions: the positions of its first and last vertex.
  struct Piece: Sendable {
    var line: UInt32
    var first: UInt32
    var last: UInt32
  }

  /// The pieces of all lines that have a verdict, in the order of the lines.
  private(set) var pieces: [Piece] = []
  /// Lines of a single place; they lost their verdict.
  private(set) var linesWithoutLength = 0

  init(
    _ lines: TaggedLines, _ identities: VertexIdentities,
    _ verdicts: inout [LineReading.Verdict?], threads: Int
  ) {
    let visits = countVisits(lines, identities, &verdicts)
    let cut = verdicts
    let slices = ParallelSlices.map(
      lines.count, threads: threads, sliceSize: 16_384, scratch: {}
    ) { _, slice in
      var pieces: [Piece] = []
      pieces.reserveCapacity(2 * slice.count)
      for line in slice where cut[line] != nil {
        Self.append(line, of: lines, identities, visits, to: &pieces)
      }
      return pieces
    }
    pieces.reserveCapacity(slices.reduce(0) { $0 + $1.count })
    for slice in slices { pieces += slice }
  }

  /// Counts how often lines pass each vertex, two and more alike, and drops lines of one place.
  ///
  /// Ends count twice, so a junction is what has two.
  private mutating func countVisits(
    _ lines: TaggedLines, _ identities: VertexIdentities, _ verdicts: inout [LineReading.Verdict?]
  ) -> [UInt8] {
    let numbers = identities.numbers
    var visits = [UInt8](repeating: 0, count: identities.count)
    for line in 0..<lines.count where verdicts[line] != nil {
      let range = lines.vertices(ofLine: line)
      guard range.contains(where: { numbers[$0] != numbers[range.lowerBound] }) else {
        verdicts[line] = nil
        linesWithoutLength += 1
        continue
      }
      var previous = UInt32.max
      for vertex in range where numbers[vertex] != previous {
        previous = numbers[vertex]
        visits[Int(previous)] = min(2, visits[Int(previous)] + 1)
      }
      visits[Int(numbers[range.lowerBound])] = 2
      visits[Int(numbers[range.upperBound - 1])] = 2
    }
    return visits
  }

  private static func append(
    _ line: Int, of lines: TaggedLines, _ identities: VertexIdentities, _ visits: [UInt8],
    to pieces: inout [Piece]
  ) {
    let range = lines.vertices(ofLine: line)
    var first = range.lowerBound
    var hasMoved = false
    for vertex in range.dropFirst() {
      let identity = identities.numbers[vertex]
      hasMoved = hasMoved || identity != identities.numbers[first]
      guard visits[Int(identity)] == 2 else { continue }
      // A repeated vertex starts the next piece without making one of no length.
      if hasMoved {
        pieces.append(Piece(line: UInt32(line), first: UInt32(first), last: UInt32(vertex)))
      }
      first = vertex
      hasMoved = false
    }
  }
}
