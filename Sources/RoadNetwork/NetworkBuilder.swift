import Geometry

/// The columns of a network while they grow.
///
/// Cuts tagged lines into edges between junctions and lays them out along a Hilbert curve. Threads
/// share the work of each step; every step puts its results together in the order of the lines.
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

  init(_ lines: TaggedLines, rules: RoadRules, threads: Int) {
    var verdicts = Self.verdicts(lines, rules: rules, threads: threads, &summary)
    let identities = VertexIdentities(lines, verdicts: verdicts, threads: threads)
    let pieces = LinePieces(lines, identities, &verdicts, threads: threads)
    summary.linesInvalid += pieces.linesWithoutLength
    summary.lines = verdicts.count { $0 != nil }
    layOut(lines, identities, pieces.pieces, verdicts, threads: threads)
  }

  /// Judges every line; nil for those that do not belong to the network.
  static func verdicts(
    _ lines: TaggedLines, rules: RoadRules, threads: Int,
    _ summary: inout RoadNetwork.BuildSummary
  ) -> [LineReading.Verdict?] {
    let reading = LineReading(lines, rules: rules)
    let slices = ParallelSlices.map(
      lines.count, threads: threads, sliceSize: 16_384, scratch: {}
    ) { _, slice in
      var part = RoadNetwork.BuildSummary()
      let verdicts = slice.map { verdict(of: $0, lines, reading, &part) }
      return (verdicts: verdicts, summary: part)
    }
    var verdicts: [LineReading.Verdict?] = []
    verdicts.reserveCapacity(lines.count)
    for slice in slices {
      verdicts += slice.verdicts
      summary.linesNotUsed += slice.summary.linesNotUsed
      summary.linesInvalid += slice.summary.linesInvalid
    }
    return verdicts
  }

  private static func verdict(
    of line: Int, _ lines: TaggedLines, _ reading: LineReading,
    _ summary: inout RoadNetwork.BuildSummary
  ) -> LineReading.Verdict? {
    guard let verdict = reading.verdict(of: line) else {
      summary.linesNotUsed += 1
      return nil
    }
    let isValid = lines.vertices(ofLine: line).allSatisfy {
      abs(lines.longitude[$0]) <= 180 && abs(lines.latitude[$0]) <= 90
    }
    guard isValid else {
      summary.linesInvalid += 1
      return nil
    }
    return verdict
  }
}
