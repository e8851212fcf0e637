import Foundation
import Geometry
import Importing
import PlanningModel
import TestSupport
import Testing

/// Blobs that are read side by side give what libosmium gives, from PBF and from XML.
@Suite struct PBFReadingTests {
  static let keys = ["highway", "name", "route", "oneway"]

  /// Nodes, some twice, some missing, some off the globe; ways of all kinds; parts in any order.
  static func parts(seed: UInt64) -> [ExtractPart] {
    var random = SeededRandom(seed: seed)
    let ids = (0..<60).map { index -> Int64 in
      [Int64(index) - 3, 9_000_000_000 + Int64(index) * 1_000_003][Int(seed % 2)]
    }
    var parts: [ExtractPart] = []
    for first in stride(from: 0, to: ids.count, by: 9) {
      var part = ExtractPart()
      for id in ids[first..<min(first + 12, ids.count)]
      where Int.random(in: 0..<20, using: &random) > 0 {
        part.nodes.append(
          (
            id, .random(in: -1_810_000_000...1_790_000_000, using: &random),
            .random(in: -800_000_000...890_000_000, using: &random)
          ))
      }
      if Bool.random(using: &random) { part.nodes.shuffle(using: &random) }
      parts.append(part)
    }
    for first in 0..<8 {
      var part = ExtractPart()
      for way in 0..<Int.random(in: 0...6, using: &random) {
        let count = Int.random(in: 0...7, using: &random)
        let tags = [
          ("name", "人民路"), ("highway", "path"), ("highway", "steps"), ("route", "ferry"),
          ("route", "bus"), ("oneway", ""), ("building", "yes"), ("name", "name"),
        ]
        part.ways.append(
          (
            Int64(first * 10 + way),
            (0..<count).map { _ in ids.randomElement(using: &random) ?? 0 },
            (0..<Int.random(in: 0...4, using: &random)).map { _ in
              tags.randomElement(using: &random) ?? ("", "")
            }
          ))
      }
      parts.append(part)
    }
    if seed % 3 > 0 { parts.shuffle(using: &random) }
    if seed % 5 == 0 { parts[0].nodes += parts.flatMap(\.nodes).prefix(3) }
    for index in parts.indices {
      parts[index].isDense = Bool.random(using: &random)
      parts[index].isDeflated = Bool.random(using: &random)
      parts[index].offset = .random(in: -1000...1000, using: &random)
    }
    return parts
  }

  private func expectEqual(_ read: OSMRoads, _ other: OSMRoads, _ note: Comment) {
    #expect(read.lines.lineIDs == other.lines.lineIDs, note)
    #expect(read.lines.firstVertex == other.lines.firstVertex, note)
    #expect(read.lines.vertexIDs == other.lines.vertexIDs, note)
    #expect(read.lines.longitude == other.lines.longitude, note)
    #expect(read.lines.latitude == other.lines.latitude, note)
    #expect(read.lines.strings == other.lines.strings, note)
    #expect(read.lines.values == other.lines.values, note)
    #expect(read.missingNodes == other.missingNodes, note)
    #expect(read.trimmedWays == other.trimmedWays, note)
    #expect(read.droppedWays == other.droppedWays, note)
  }

  private func read(_ file: ScratchFile, _ reader: OSMRoads.Reader) throws -> OSMRoads {
    try OSMRoads.read(file.path, keys: Self.keys, name: "extract", reader: reader)
  }

  @Test func randomExtractsReadAlike() throws {
    var lines = 0
    var missing = 0
    for seed in UInt64(1)...60 {
      let parts = Self.parts(seed: seed)
      let pbf = try ScratchFile("random.osm.pbf", ExtractPart.pbf(parts))
      let xml = try ScratchFile("random.osm", ExtractPart.xml(parts))
      let blobs = try read(pbf, .blobs)
      expectEqual(blobs, try read(pbf, .library), "seed \(seed)")
      expectEqual(blobs, try read(xml, .fastest), "seed \(seed), as XML")
      lines += blobs.lines.count
      missing += blobs.missingNodes
    }
    #expect(lines > 300 && missing > 20)
  }

  @Test(.enabled(if: testData != nil, "YIKE_TEST_DATA is not set"))
  func realExtractsReadAlike() throws {
    for name in ["poa/poa_osm.pbf", "osm/felton.pbf"] {
      let path = try #require(testData) + "/" + name
      let keys = ["highway", "name", "layer", "maxspeed"]
      let blobs = try OSMRoads.read(path, keys: keys, name: name, reader: .blobs)
      let library = try OSMRoads.read(path, keys: keys, name: name, reader: .library)
      expectEqual(blobs, library, "\(name)")
    }
  }

  @Test func historiesAreForTheLibrary() throws {
    let bytes = ExtractPart.pbf(
      Self.parts(seed: 4), features: ["OsmSchema-V0.6", "HistoricalInformation"])
    let file = try ScratchFile("history.osm.pbf", bytes)
    #expect(throws: WorkError.self) { try read(file, .blobs) }
    expectEqual(try read(file, .fastest), try read(file, .library), "history")
  }

  /// Damaged files are refused or read; nothing crashes.
  @Test func damagedFilesEndInAnAnswer() throws {
    var random = SeededRandom(seed: 99)
    var refused = 0
    for round in 0..<100 {
      var parts = Self.parts(seed: UInt64(round))
      for index in parts.indices { parts[index].isDeflated = false }
      var bytes = ExtractPart.pbf(parts)
      for _ in 0...round % 3 {
        bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
      }
      let file = try ScratchFile("damaged.osm.pbf", bytes)
      do { _ = try read(file, .blobs) } catch { refused += 1 }
    }
    #expect(refused > 15 && refused < 100)
  }
}
