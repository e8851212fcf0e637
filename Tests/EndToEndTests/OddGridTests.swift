import Foundation
import Testing

/// The raster form on grids in degrees, on grids with next to nothing in them, and on files of
/// several layers.
@Suite(.enabled(if: GeoFileTests.find("gdal_translate") != nil, "needs gdal-bin"))
struct OddGridTests {
  @Test func degreesAreMetresOnTheEllipsoid() throws {
    let folder = try PlainFolder([
      "b.csv": PlainFolder.points([("middle", "107.0205", "60.0195")])
    ])
    // 41 cells of 0.001° at 60° N: 55.8 m wide and 111.4 m high.
    try folder.grid("dem", columns: 41, rows: 40, west: 107, north: 60.04, cell: 0.001) { _, _ in
      250
    }
    let run = try folder.run(
      "travel-times", "--elevation", "dem.tif", "--to", "b.csv", "--within", "3h", "--pace", "1",
      "-o", "out.tif")
    #expect(run.exitCode == 0, "\(run.stderr)")
    let seconds = try folder.values("out.tif")
    try #require(seconds.count == 41 * 40)
    // The lengths of a degree at 60° N on WGS 84: 55,800.0 m east, 111,412.2 m north.
    func along(_ column: Int, _ row: Int) -> Double { (seconds[row * 41 + column] ?? nil) ?? -1 }
    #expect(abs(along(40, 20) - 20 * 55.800) < 1, "\(along(40, 20))")
    #expect(abs(along(20, 0) - 20 * 111.412) < 1, "\(along(20, 0))")
    // Diagonal moves, each 124.6 m.
    #expect(abs(along(39, 1) - 19 * 124.60) < 2, "\(along(39, 1))")
  }

  private func times(_ folder: PlainFolder) throws -> YikeProcess {
    try folder.run(
      "travel-times", "--elevation", "dem.tif", "--to", "b.csv", "--within", "1h", "--points",
      "a.csv", "-o", "out.tif")
  }

  private static let tables = [
    "b.csv": PlainFolder.points([("clinic", "107.0005", "28.9995")]),
    "a.csv": PlainFolder.points([
      ("here", "107.0005", "28.9995"), ("nan", "nan", "29"), ("sea", "122.9", "29"),
    ]),
  ]

  @Test func oneCellIsAnAnswer() throws {
    let folder = try PlainFolder(Self.tables)
    try folder.grid("dem", columns: 1, rows: 1, west: 107, north: 29, cell: 0.001) { _, _ in 250 }
    let run = try times(folder)
    #expect(run.exitCode == 0, "\(run.stderr)")
    #expect(run.output.hasSuffix("here,0.000,ok\nnan,,invalid\nsea,,not_snapped\n"))
    #expect(try folder.values("out.tif") == [0])
  }

  @Test func aGridWithoutHeightsIsSaidToBeOne() throws {
    let folder = try PlainFolder(Self.tables)
    try folder.grid("dem", columns: 3, rows: 3, west: 107, north: 29, cell: 0.001) { _, _ in
      -9999
    }
    let run = try times(folder)
    #expect(run.exitCode == 1)
    #expect(run.stderr.contains("b.csv:2") && run.stderr.contains("no height"), "\(run.stderr)")
    #expect(!FileManager.default.fileExists(atPath: folder.folder.path + "/out.tif"))
  }

  @Test func sourcesElsewhereAreNamed() throws {
    let folder = try PlainFolder(Self.tables)
    try folder.grid("dem", columns: 3, rows: 3, west: 108, north: 29, cell: 0.001) { _, _ in 1 }
    let run = try times(folder)
    #expect(run.exitCode == 1 && run.stderr.contains("outside the elevation"), "\(run.stderr)")
    try folder.write("id,lon,lat\n", "b.csv")
    #expect(try times(folder).exitCode == 1)
    try folder.write("", "dem.tif")
    let unreadable = try times(folder)
    #expect(unreadable.exitCode == 1 && unreadable.stderr.contains("dem.tif"))
  }

  @Test(.enabled(if: GeoFileTests.find("ogr2ogr") != nil, "needs ogr2ogr"))
  func oneOfSeveralLayersIsNamed() throws {
    var files = Self.tables
    files["lanes.geojson"] = PlainFolder.roads([
      ("residential", [[107, 28.9995], [107.01, 28.9995]])
    ])
    files["walls.geojson"] = PlainFolder.roads([("wall", [[107.005, 29.1], [107.005, 28.9]])])
    let folder = try PlainFolder(files)
    try folder.grid("dem", columns: 10, rows: 10, west: 107, north: 29.001, cell: 0.001) { _, _ in
      250
    }
    for name in ["lanes", "walls"] {
      try folder.tool(
        "ogr2ogr", ["-update", "-append", "all.gpkg", "\(name).geojson", "-nln", name])
    }
    let table = [
      "travel-times", "--roads", "all.gpkg", "--from", "a.csv", "--to", "b.csv", "--within", "1h",
    ]
    let unnamed = try YikeProcess.run(table, in: folder.folder)
    #expect(unnamed.exitCode == 1)
    for word in ["all.gpkg", "--roads-layer", "lanes", "walls"] {
      #expect(unnamed.stderr.contains(word), "\(unnamed.stderr)")
    }
    let named = try YikeProcess.run(table + ["--roads-layer", "lanes"], in: folder.folder)
    #expect(named.exitCode == 0 && named.output.contains("here,clinic,"))
    let wrong = try YikeProcess.run(table + ["--roads-layer", "lane"], in: folder.folder)
    #expect(wrong.exitCode == 1 && wrong.stderr.contains("lanes"))
    let raster = [
      "travel-times", "--elevation", "dem.tif", "--to", "b.csv", "--within", "1h", "--barriers",
      "all.gpkg", "-o", "out.tif",
    ]
    let barriers = try YikeProcess.run(raster, in: folder.folder)
    #expect(barriers.exitCode == 1 && barriers.stderr.contains("--barriers-layer"))
    let walled = try YikeProcess.run(raster + ["--barriers-layer", "walls"], in: folder.folder)
    #expect(walled.exitCode == 0, "\(walled.stderr)")
    let seconds = try folder.values("out.tif")
    #expect(seconds[15] == nil && seconds[10] != nil && seconds[19] == nil)
  }
}
