import Foundation
import Geometry
import RoadNetwork
import TestSupport
import Testing

/// A network is the same, byte for byte, however it is built.
@Suite struct NetworkBuildingTests {
  /// More lines than one slice of the work holds, with vertices that repeat, ways that nobody may
  /// use, places off the globe and two places in nearly every cell of the curve.
  private static func lines(idStep: Int64) -> TaggedLines {
    var random = SeededRandom(seed: 7)
    var lines = TaggedLines(keys: ["highway", "name", "layer"])
    lines.strings = ["", "residential", "proposed", "primary", "-1", "0", "河边路"]
    let side = 150
    for line in 0..<34_000 {
      var place = Int.random(in: 0..<side * side, using: &random)
      for _ in 0..<Int.random(in: 2...4, using: &random) {
        let (row, column) = place.quotientAndRemainder(dividingBy: side)
        lines.longitude.append(line == 11 ? 200 : 107 + Double(column / 2) * 0.01)
        lines.latitude.append(29 + Double(row) * 0.01)
        lines.vertexIDs.append(Int64(place) * idStep)
        let step = [0, 1, side, side + 1].randomElement(using: &random) ?? 1
        place = (place + step) % (side * side)
      }
      lines.firstVertex.append(UInt32(lines.longitude.count))
      lines.lineIDs.append(Int64(line))
      lines.values += [
        [1, 1, 2, 3].randomElement(using: &random) ?? 1,
        [0, 6].randomElement(using: &random) ?? 0, [0, 4, 5].randomElement(using: &random) ?? 0,
      ]
    }
    return lines
  }

  /// What the cache keeps of a network.
  private static func bytes(_ network: RoadNetwork) throws -> Data {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("building-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try RoadNetworkCache(folder: folder.path).store(.init(network: network), key: "ab")
    return try Data(contentsOf: folder.appendingPathComponent("ab.roads"))
  }

  @Test func threadsChangeNoByte() throws {
    let lines = Self.lines(idStep: 1)
    let alone = RoadNetwork(lines: lines, threads: 1)
    #expect(alone.summary.linesNotUsed > 1000 && alone.summary.linesInvalid > 1000)
    let bytes = try Self.bytes(alone)
    for threads in [2, 5] {
      #expect(try Self.bytes(RoadNetwork(lines: lines, threads: threads)) == bytes)
    }
  }

  @Test func onlyEqualityOfVertexIdsCounts() throws {
    let close = try Self.bytes(RoadNetwork(lines: Self.lines(idStep: 1)))
    let apart = try Self.bytes(RoadNetwork(lines: Self.lines(idStep: -400_000_000_007)))
    #expect(close == apart)
  }
}
