import Foundation
import Geometry
import Importing
import PlanningModel
import Testing

let testData = ProcessInfo.processInfo.environment["YIKE_TEST_DATA"]

/// A file that is removed when the test ends.
final class ScratchFile {
  let path: String
  init(_ name: String, _ bytes: [UInt8]) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appendingPathComponent(name).path
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }
  convenience init(_ name: String, _ text: String) throws { try self.init(name, Array(text.utf8)) }
  deinit {
    try? FileManager.default.removeItem(
      at: URL(fileURLWithPath: path).deletingLastPathComponent())
  }
}

@Suite struct OSMRoadsTests {
  static let small = """
    <osm version="0.6">
      <way id="10"><nd ref="1"/><nd ref="2"/><nd ref="9"/><nd ref="3"/><nd ref="4"/>
        <tag k="highway" v="residential"/><tag k="name" v="建设路"/></way>
      <way id="11"><nd ref="2"/><nd ref="3"/><tag k="route" v="ferry"/></way>
      <way id="12"><nd ref="1"/><nd ref="3"/><tag k="building" v="yes"/></way>
      <way id="13"><nd ref="1"/><nd ref="9"/><tag k="highway" v="path"/></way>
      <node id="4" lat="29.4" lon="107.4"/><node id="1" lat="29.1" lon="107.1"/>
      <node id="2" lat="29.2" lon="107.2"/><node id="3" lat="29.3" lon="107.3"/>
    </osm>
    """

  @Test func keepsRoadsAndFerriesAndSplitsWhereNodesAreMissing() throws {
    let file = try ScratchFile("small.osm", Self.small)
    let roads = try OSMRoads.read(file.path, keys: ["highway", "name", "route"])
    #expect(roads.lines.lineIDs == [10, 10, 11])
    #expect(roads.lines.firstVertex == [0, 2, 4, 6])
    #expect(roads.lines.vertexIDs == [1, 2, 3, 4, 2, 3])
    #expect(roads.lines.longitude == [107.1, 107.2, 107.3, 107.4, 107.2, 107.3])
    #expect(roads.lines.latitude.first == 29.1)
    #expect(roads.lines.value(1, of: 0) == "建设路")
    #expect(roads.lines.value(0, of: 2) == "")
    #expect(roads.lines.value(2, of: 2) == "ferry")
    #expect(roads.missingNodes == 1 && roads.trimmedWays == 1 && roads.droppedWays == 1)
    #expect(roads.faults(file: "small.osm").map(\.check) == ["roads.missing_nodes"])
  }

  @Test func editorsNumberNewNodesBelowZero() throws {
    let file = try ScratchFile(
      "new.osm",
      """
      <osm version="0.6"><node id="-2" lat="1" lon="2"/><node id="-1" lat="3" lon="4"/>
      <node id="9000000000" lat="5" lon="6"/><way id="-5"><nd ref="9000000000"/><nd ref="-1"/>
      <nd ref="-2"/><nd ref="-1"/><tag k="highway" v="path"/></way></osm>
      """)
    let lines = try OSMRoads.read(file.path, keys: []).lines
    #expect(lines.vertexIDs == [9_000_000_000, -1, -2, -1] && lines.lineIDs == [-5])
    #expect(lines.longitude == [6, 4, 2, 4] && lines.latitude == [5, 3, 1, 3])
    #expect(lines.values.isEmpty && lines.strings == [""])
  }

  @Test func refusesWhatIsNoExtract() throws {
    let cut = try ScratchFile("cut.osm", String(Self.small.prefix(300)))
    let error = #expect(throws: WorkError.self) { try OSMRoads.read(cut.path, keys: []) }
    #expect(error?.code == .malformed)
    let missing = #expect(throws: WorkError.self) { try OSMRoads.read("/none.pbf", keys: []) }
    #expect(missing?.code == .unreadable)
    let folder = FileManager.default.temporaryDirectory.path
    let directory = #expect(throws: WorkError.self) { try OSMRoads.read(folder, keys: []) }
    #expect(directory?.code == .unreadable)
  }

  @Test(.enabled(if: testData != nil, "YIKE_TEST_DATA is not set"))
  func readsPortoAlegre() throws {
    let path = try #require(testData) + "/poa/poa_osm.pbf"
    let roads = try OSMRoads.read(path, keys: ["highway"])
    #expect(Set(roads.lines.lineIDs).count + roads.droppedWays >= 15_886)
    #expect(Set(roads.lines.vertexIDs).count + roads.missingNodes >= 41_109)
    #expect(roads.lines.count == roads.lines.values.count)
    let bytes = try #require(FileManager.default.contents(atPath: path))
    let half = try ScratchFile("half.pbf", [UInt8](bytes.prefix(bytes.count / 2)))
    let error = #expect(throws: WorkError.self) { try OSMRoads.read(half.path, keys: []) }
    #expect(error?.code == .malformed)
  }
}
