import Foundation
import Testing

/// People far from roads: across the slopes with `--off-road`, named without it.
@Suite(.enabled(if: GeoFileTests.find("gdal_translate") != nil, "needs gdal-bin"))
struct OffRoadTests {
  /// A road of 3.9 km along 29° N; a hamlet 2.2 km north of its western end.
  static func files() throws -> PlainFolder {
    let folder = try PlainFolder([
      "roads.geojson": PlainFolder.roads([("residential", [[107, 29], [107.04, 29]])]),
      "a.csv": PlainFolder.points([
        ("far", "107.01", "29.02"), ("gap", "107.07", "29.02"), ("near", "107.01", "29.001"),
      ]),
      "b.csv": PlainFolder.points([("clinic", "107.01", "29")]),
    ])
    // About 97 m east and 111 m north; 111 m of rise each row north: 1 in 1 would be 111 a row.
    try folder.grid("dem", columns: 100, rows: 80, west: 106.98, north: 29.06, cell: 0.001) {
      column, row in column > 80 ? -9999 : 500 + 11.0863 * Double(60 - row)
    }
    return folder
  }

  private func seconds(_ folder: PlainFolder, _ more: String...) throws -> [String: [String]] {
    let run = try YikeProcess.run(
      [
        "travel-times", "--roads", "roads.geojson", "--from", "a.csv", "--to", "b.csv",
        "--within", "5h", "--pace", "1",
      ] + more, in: folder.folder)
    #expect(run.exitCode == 0, "\(run.stderr)")
    return Dictionary(
      PlainFolder.rows(run).map { ($0[0], Array($0.dropFirst())) }, uniquingKeysWith: { $1 })
  }

  @Test func slopesAreWalkedThereAndBack() throws {
    let folder = try Self.files()
    // 0.02° of latitude is 2,217 m on the ellipsoid, 1 in 10 down to the road.
    let metres = 2217.2
    for (direction, factor) in [("to", 1.0), ("from", 1.4190675), ("round-trip", 1.2095338)] {
      let rows = try seconds(
        folder, "--elevation", "dem.tif", "--off-road", "--direction", direction)
      let found = try #require(Double(rows["far"]?[1] ?? ""))
      #expect(abs(found - metres * factor) < 0.01 * metres, "\(direction): \(found)")
      #expect(abs((Double(rows["far"]?[2] ?? "") ?? 0) - metres) < 30)
      #expect(rows["gap"]?[3] == "not_snapped", "no height is known there")
    }
  }

  @Test func withoutTheFlagNothingChanges() throws {
    let folder = try Self.files()
    let flat = try seconds(folder, "--elevation", "dem.tif")
    #expect(flat["far"]?[3] == "not_snapped")
    let walked = try seconds(folder, "--elevation", "dem.tif", "--off-road")
    #expect(walked["near"] == flat["near"])
    let without = try folder.run(
      "travel-times", "--roads", "roads.geojson", "--from", "a.csv", "--to", "b.csv", "--within",
      "1h", "--off-road")
    #expect(without.exitCode == 64 && without.stderr.contains("--elevation"))
  }

  @Test func theMethodIsNamed() throws {
    let folder = try Self.files()
    let run = try folder.run(
      "travel-times", "--roads", "roads.geojson", "--from", "a.csv", "--to", "b.csv", "--within",
      "5h", "--elevation", "dem.tif", "--off-road")
    #expect(run.stderr.contains("2 places farther than 1000 m") && run.stderr.contains("tobler"))
  }

  @Test func aCapOfZeroSendsEverybodyAcross() throws {
    let folder = try Self.files()
    let rows = try seconds(folder, "--elevation", "dem.tif", "--off-road", "--snap-cap", "0")
    // 111 m down to the road, in cells of 50 m.
    #expect(abs((Double(rows["near"]?[1] ?? "") ?? 0) - 110.9) < 5)
  }

  @Test func explainTellsTheWalk() throws {
    let copy = try WorkspaceCopy()
    let run = try copy.run("explain", "走马村")
    #expect(run.exitCode == 0, "\(run.stderr)")
    #expect(run.output.contains("翻坡走到路边") && run.output.contains("翻坡步行"))
    #expect(!run.output.contains("按直线距离估计"))
    let drawn = try copy.run("explain", "走马村", "--format", "geojson")
    let features = try #require(try drawn.json()["features"] as? [[String: Any]])
    let walks = features.compactMap { $0["properties"] as? [String: Any] }.filter {
      $0["kind"] as? String == "walk"
    }
    #expect(walks.count == 2 && walks[0]["across_country"] as? Bool == true)
    // Asked for, the estimate stands instead.
    try copy.replace("off_road: terrain ", with: "off_road: estimate ", in: "yike.yaml")
    #expect(try copy.run("explain", "走马村").output.contains("按直线距离估计"))
  }
}
