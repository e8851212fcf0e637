import Foundation
import Testing

/// Every origin has a row or a reason, and whatever is odd about the files has an answer.
@Suite struct NobodyVanishesTests {
  /// A road of about 3 km, an island of 1 km some way north, and points of every kind.
  static let files = [
    "roads.geojson": PlainFolder.roads([
      ("tertiary", [[107, 29], [107.03, 29]]), ("residential", [[107, 29.03], [107.01, 29.03]]),
    ]),
    "a.csv": PlainFolder.points([
      ("beside", "107.01", "29.001"), ("blank", "", ""), ("island", "107.005", "29.03"),
      ("nan", "nan", "29"), ("on", "107.02", "29"), ("outside", "200", "29"),
      ("sea", "122.9", "29"), ("word", "east", "29"),
    ]),
    "b.csv": PlainFolder.points([("clinic", "107", "29")]),
    "none.csv": "id,lon,lat\n",
    "empty.csv": "",
    "nothing.geojson": PlainFolder.roads([]),
    "closed.geojson": PlainFolder.roads([("proposed", [[107, 29], [107.03, 29]])]),
    "point.geojson": PlainFolder.roads([("residential", [[107, 29], [107, 29]])]),
    "segment.geojson": PlainFolder.roads([("residential", [[107, 29], [107.0001, 29]])]),
    "zero.geojson": "",
  ]

  private func times(_ more: String..., roads: String = "roads.geojson") throws -> YikeProcess {
    let folder = try PlainFolder(Self.files)
    return try YikeProcess.run(
      [
        "travel-times", "--roads", roads, "--from", "a.csv", "--to", "b.csv", "--within", "60min",
      ] + more, in: folder.folder)
  }

  private func status(_ run: YikeProcess) -> [String: String] {
    Dictionary(
      PlainFolder.rows(run).map { ($0[0], $0[4]) }, uniquingKeysWith: { $0 + "," + $1 })
  }

  @Test func everyOriginHasARowOrAReason() throws {
    let run = try times()
    #expect(run.exitCode == 0, "\(run.stderr)")
    #expect(
      status(run) == [
        "beside": "ok", "blank": "invalid", "island": "unreachable", "nan": "invalid", "on": "ok",
        "outside": "invalid", "sea": "not_snapped", "word": "invalid",
      ])
    let rows = PlainFolder.rows(run)
    #expect(rows.map { $0[0] } == rows.map { $0[0] }.sorted())
    #expect(rows.filter { $0[4] != "ok" }.allSatisfy { $0[1...3].allSatisfy(\.isEmpty) })
    // A time equal to the limit is within it; one millisecond less is not.
    let seconds = try #require(rows.first { $0[0] == "on" }?[2])
    #expect(status(try times("--within", "\(Int(Double(seconds) ?? 0) + 1)s"))["on"] == "ok")
    #expect(status(try times("--within", "60s"))["on"] == "too_far")
  }

  @Test func aSnapCapOfZeroTakesPointsOnRoadsOnly() throws {
    let run = try times("--snap-cap", "0")
    #expect(run.exitCode == 0, "\(run.stderr)")
    let status = status(run)
    #expect(status["on"] == "ok")
    #expect(status["beside"] == "not_snapped")
    #expect(status["island"] == "unreachable")
    #expect(try times("--snap-cap", "-1").exitCode == 64)
  }

  @Test(arguments: ["travel-times", "isochrones"])
  func tablesWithoutPointsAreNamed(command: String) throws {
    for name in ["none.csv", "empty.csv", "missing.csv"] {
      let folder = try PlainFolder(Self.files)
      let to = command == "isochrones" ? [] : ["--to", "b.csv"]
      let run = try YikeProcess.run(
        [command, "--roads", "roads.geojson", "--from", name, "--within", "10min"] + to,
        in: folder.folder)
      #expect(run.exitCode == 0 || run.exitCode == 1, "\(name): \(run.exitCode)")
      #expect(run.exitCode == 0 || run.stderr.contains(name), "\(name): \(run.stderr)")
      if run.exitCode == 0 {
        #expect(PlainFolder.rows(run).allSatisfy { $0.joined().contains("id") == false })
      }
    }
  }

  @Test(
    arguments: [
      "nothing.geojson", "closed.geojson", "point.geojson", "zero.geojson", "gone.geojson",
    ])
  func filesWithoutARoadAreNamed(roads: String) throws {
    let run = try times(roads: roads)
    #expect(run.exitCode == 1)
    #expect(run.stderr.contains(roads), "\(run.stderr)")
    #expect(run.output.isEmpty)
  }

  @Test func aNetworkOfOneSegmentAnswers() throws {
    let run = try times(roads: "segment.geojson")
    #expect(run.exitCode == 0, "\(run.stderr)")
    let status = status(run)
    #expect(status["sea"] == "not_snapped" && status["nan"] == "invalid")
    #expect(PlainFolder.rows(run).count == 8)
  }

  @Test func isochronesTellEveryPointAndLimit() throws {
    let folder = try PlainFolder(Self.files)
    for cap in ["1000", "0"] {
      let run = try folder.run(
        "isochrones", "--roads", "roads.geojson", "--from", "a.csv", "--within", "1s,5min",
        "--snap-cap", cap)
      #expect(run.exitCode == 0, "\(run.stderr)")
      let features = try #require(try run.json()["features"] as? [[String: Any]])
      #expect(features.count == 16)
      for feature in features {
        let properties = try #require(feature["properties"] as? [String: Any])
        let id = try #require(properties["id"] as? String)
        let isDrawn = feature["geometry"] is [String: Any]
        let status = try #require(properties["status"] as? String)
        #expect(isDrawn == (status == "ok"), "\(id) \(status)")
        if ["blank", "nan", "outside", "word"].contains(id) { #expect(status == "invalid") }
        if id == "sea" { #expect(status == "not_snapped") }
        if id == "beside", cap == "0" { #expect(status == "not_snapped") }
      }
    }
    let one = try folder.run(
      "isochrones", "--roads", "segment.geojson", "--from", "b.csv", "--within", "5min")
    #expect(one.exitCode == 0, "\(one.stderr)")
    for roads in ["nothing.geojson", "point.geojson"] {
      let run = try folder.run(
        "isochrones", "--roads", roads, "--from", "a.csv", "--within", "5min")
      #expect(run.exitCode == 1 && run.stderr.contains(roads))
    }
  }

  @Test func theWorkspaceListsTheIslandsPeople() throws {
    let copy = try WorkspaceCopy()
    let run = try copy.run("check", "--language", "en")
    let text = run.output.replacingOccurrences(of: "\n", with: " ")
    #expect(text.contains("network.island") && text.contains("1093 people"))
    #expect(run.output.contains("木根村") && run.output.contains("荞子村"))
  }
}
