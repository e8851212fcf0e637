import Foundation
import Testing

/// Road rules of one's own and gaps in drawn roads, from the command line.
@Suite struct RoadRulesTests {
  /// A road, and a second one that ends 0.55 m north of it, on the way from `a` to `b`.
  static func files() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "yike-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let lines = ["[[107,29],[107.01,29]]", "[[107.005,29.01],[107.005,29.000005]]"]
    let features = lines.map {
      #"{"type":"Feature","properties":{"highway":"tertiary"},"geometry":{"type":"LineString","#
        + #""coordinates":\#($0)}}"#
    }
    let files = [
      "roads.geojson":
        #"{"type":"FeatureCollection","features":["# + features.joined(separator: ",") + "]}",
      "a.csv": "id,lon,lat\na,107,29\n", "b.csv": "id,lon,lat\nb,107.005,29.01\n",
      "rules.yaml": "schema: yike-road-rules/1\nbus: {headway_min: 20}\n",
      "wrong.yaml": "schema: yike-road-rules/1\nbus: {headway: 20}\nclases: {}\n",
    ]
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    return folder
  }

  private static func times(_ more: String..., in folder: URL) throws -> YikeProcess {
    try YikeProcess.run(
      [
        "travel-times", "--roads", "roads.geojson", "--from", "a.csv", "--to", "b.csv",
        "--within", "60min", "--snap-cap", "0.1",
      ] + more, in: folder)
  }

  @Test func almostTouchingEndsAreJoinedOnRequest() throws {
    let folder = try Self.files()
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try Self.times(in: folder).output.contains("a,,,,unreachable"))
    let joined = try Self.times("--join-ends", "1", in: folder)
    #expect(joined.exitCode == 0)
    #expect(joined.output.contains("a,b,"))
    #expect(joined.stderr.contains("107.005000, 29.000005"))
    #expect(joined.stderr.contains("[roads.joined_ends]"))
    #expect(try Self.times("--join-ends", "0.5", in: folder).output.contains("unreachable"))
    #expect(try Self.times("--join-ends", "51", in: folder).exitCode == 64)
  }

  @Test func rulesAreReadOrRefused() throws {
    let folder = try Self.files()
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try Self.times("--mode", "bus", in: folder).exitCode == 64)
    let bus = try Self.times(
      "--mode", "bus", "--rules", "rules.yaml", "--join-ends", "1", in: folder)
    let seconds = bus.output.split(separator: "\n").last?.split(separator: ",")
    // 1,595 m at 15 km/h and ten minutes of waiting.
    let time = try #require(seconds.flatMap { $0.count > 2 ? Double($0[2]) : nil })
    #expect(abs(time - (600 + 1595.5 * 3.6 / 15)) < 1)
    let wrong = try Self.times("--rules", "wrong.yaml", in: folder)
    #expect(wrong.exitCode == 1)
    #expect(wrong.stderr.contains("wrong.yaml:2: bus.headway"))
    #expect(wrong.stderr.contains("wrong.yaml:3: clases"))
    #expect(try Self.times("--rules", "none.yaml", in: folder).exitCode == 1)
  }

  @Test func aWorkspaceNamesItsRules() throws {
    let copy = try WorkspaceCopy()
    let text = try copy.text("yike.yaml")
    let start = try #require(text.range(of: "  speeds_kmh:")).lowerBound
    let end = try #require(text.range(of: "\n\n", range: start..<text.endIndex)).lowerBound
    try copy.write(
      text.replacingCharacters(in: start..<end, with: "  road_rules: geodata/rules.yaml"),
      to: "yike.yaml")
    try copy.write("schema: yike-road-rules/1\nbus: {headway_min: 0}\n", to: "geodata/rules.yaml")
    let question = [
      "coverage", "--service", "elder_service", "--mode", "bus", "--within", "60min", "--by",
      "district", "--format", "csv",
    ]
    let refused = try YikeProcess.run(question, in: copy.folder)
    #expect(refused.exitCode == 1)
    #expect(refused.stderr.contains("geodata/rules.yaml:2: bus.headway_min"))
    try copy.write("schema: yike-road-rules/1\nbus: {headway_min: 40}\n", to: "geodata/rules.yaml")
    let answered = try YikeProcess.run(question, in: copy.folder)
    #expect(answered.exitCode == 0)
    #expect(answered.output.contains("500156"))
    // A long wait keeps people out.
    try copy.write("schema: yike-road-rules/1\nbus: {headway_min: 60}\n", to: "geodata/rules.yaml")
    let longer = try YikeProcess.run(question, in: copy.folder)
    #expect(longer.output != answered.output)
  }
}
