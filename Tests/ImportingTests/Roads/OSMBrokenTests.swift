import Importing
import PlanningModel
import Testing

@Suite struct OSMBrokenTests {
  static let header: [UInt8] =
    [0, 0, 0, 13, 0x0A, 9] + Array("OSMHeader".utf8) + [0x18, 0x7C, 0x10]
  static let cases: [(String, [UInt8])] = [
    ("header.osm.pbf", header), ("empty.osm.pbf", []), ("text.osm.pbf", Array("hello".utf8)),
    ("length.osm.pbf", [0x7F, 0xFF, 0xFF, 0xFF, 1, 2]), ("empty.osm", []),
    ("cut.osm", Array("<osm version=\"0.6\"><node id=\"1\" lat=".utf8)),
    ("kml.osm", Array("<kml></kml>".utf8)), ("cut.osm.bz2", Array("BZh91AY".utf8)),
    ("bad.osm", Array("<osm version=\"0.6\"><node id=\"x\" lat=\"1\" lon=\"2\"/></osm>".utf8)),
    ("roads.txt", Array("x".utf8)),
  ]

  @Test(arguments: cases.indices) func isRefused(index: Int) throws {
    let (name, bytes) = Self.cases[index]
    let file = try ScratchFile(name, bytes)
    let error = #expect(throws: WorkError.self, "\(name)") {
      try OSMRoads.read(file.path, keys: ["highway"], name: name)
    }
    #expect(error?.code == .malformed && error?.subject == name)
    #expect(error?.message.isEmpty == false)
  }
}
