import Foundation
import Testing

/// The raster form of `travel-times`, its grids made and read by GDAL's own tools.
@Suite(.enabled(if: SurfaceFiles.tool != nil, "needs gdal_translate (gdal-bin)"))
struct SurfaceTests {
  private let count = SurfaceFiles.count

  @Test func aPlaneGivesCirclesWithinTheBoundOfItsMoves() throws {
    let files = try SurfaceFiles()
    for (moves, bound) in [("8", 1.0824), ("16", 1.0275)] {
      let run = try files.run("--within", "300s", "--neighbours", moves)
      #expect(run.exitCode == 0, "\(run.stderr)")
      let seconds = try files.seconds()
      try #require(seconds.count == count * count)
      for cell in seconds.indices {
        let metres = 30 * hypot(Double(cell % count - 15), Double(cell / count - 15))
        if let time = seconds[cell] {
          #expect(time > metres - 0.02 && time < metres * bound + 0.02, "cell \(cell)")
          #expect(time <= 300)
        } else {
          #expect(metres * bound > 299.9, "cell \(cell)")
        }
      }
    }
  }

  @Test func aBarrierDoesNotLeak() throws {
    let files = try SurfaceFiles()
    // From the north edge to the south edge, at an angle, through corners and not.
    try files.write(
      """
      {"type": "FeatureCollection",
       "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4545"}},
       "features": [{"type": "Feature", "properties": {}, "geometry": {"type": "LineString",
        "coordinates": [[500870, 3250990], [500310, 3250410], [500480, 3249900]]}}]}
      """, "rivers.geojson")
    try files.points([("behind", 28, 28), ("before", 2, 28)], "points.csv")
    try files.points([("source", 5, 5)], "sources.csv")
    let run = try files.run("--barriers", "rivers.geojson", "--points", "points.csv")
    #expect(run.exitCode == 0, "\(run.stderr)")
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 3 && lines[0] == "id,seconds,status")
    #expect(lines[1].hasPrefix("before,") && lines[1].hasSuffix(",ok"))
    #expect(lines[2] == "behind,,too_far")
    let seconds = try files.seconds()
    for row in 0..<count {
      #expect(seconds[row * count] != nil && seconds[row * count + 30] == nil, "row \(row)")
    }
  }

  @Test func uphillIsSlowerThanDownhill() throws {
    // 3 m up for each 30 m east: from the source it is a climb, to the source a descent.
    let files = try SurfaceFiles { column, _ in Double(3 * column) }
    try files.points([("west", 0, 15)], "sources.csv")
    var along: [String: [Double]] = [:]
    for direction in ["to", "from", "round-trip", "worst"] {
      let run = try files.run("--direction", direction)
      #expect(run.exitCode == 0, "\(run.stderr)")
      let seconds = try files.seconds()
      along[direction] = (0..<count).compactMap { seconds[15 * count + $0] }
    }
    let to = try #require(along["to"])
    let from = try #require(along["from"])
    try #require(to.count == count && from.count == count)
    for column in 0..<count {
      let metres = 30 * Double(column)
      #expect(to[column] == metres, "nobody walks faster downhill than on the flat")
      #expect(abs(from[column] - metres * exp(0.35)) < 0.02)
    }
    #expect(along["worst"] == from)
    let both = try #require(along["round-trip"]?.last)
    #expect(abs(both - (to[30] + from[30]) / 2) < 0.02)
  }

  @Test func threadsChangeNoByte() throws {
    let files = try SurfaceFiles { column, row in Double((column * 37 + row * 61) % 40) }
    for threads in ["1", "2"] {
      #expect(try files.run("--threads", threads, output: "\(threads).tif").exitCode == 0)
    }
    let bytes = try ["1.tif", "2.tif"].map {
      try Data(contentsOf: files.folder.appending(path: $0))
    }
    #expect(bytes[0] == bytes[1])
  }

  @Test func badSpeedsAreNamedByRow() throws {
    let files = try SurfaceFiles()
    try files.grid("lc") { column, _ in column < 20 ? 10 : 20 }
    try files.write("class,speed_kmh\n10,4\n20,quick\n", "speeds.csv")
    let arguments = ["--landcover", "lc.tif", "--speeds", "speeds.csv"]
    let run = try files.run(arguments[0], arguments[1], arguments[2], arguments[3])
    #expect(run.exitCode == 1)
    #expect(run.stderr.contains("speeds.csv:3") && run.stderr.contains("“quick”"))
    #expect(!FileManager.default.fileExists(atPath: files.folder.path + "/seconds.tif"))
    try files.write("class,speed_kmh\n10,3.6\n", "speeds.csv")
    let half = try files.run(arguments[0], arguments[1], arguments[2], arguments[3])
    #expect(half.exitCode == 0)
    #expect(half.stderr.contains("lc.tif") && half.stderr.contains("“20”"))
    #expect(try files.seconds()[15 * count + 19] == 120)
    #expect(try files.seconds()[15 * count + 20] == nil)
  }

  @Test func sourcesThatCannotServeAreNamed() throws {
    let files = try SurfaceFiles { column, _ in column == 30 ? -9999 : 0 }
    try files.points([("hole", 30, 3), ("far", 90, 3), ("good", 3, 3)], "sources.csv")
    let run = try files.run()
    #expect(run.exitCode == 0, "\(run.stderr)")
    #expect(run.stderr.contains("sources.csv:2") && run.stderr.contains("no height"))
    #expect(run.stderr.contains("sources.csv:3") && run.stderr.contains("not_snapped"))
    try files.points([("hole", 30, 3), ("far", 90, 3)], "sources.csv")
    let none = try files.run(output: "none.tif")
    #expect(none.exitCode == 1)
    #expect(none.stderr.contains("sources.csv:2") && none.stderr.contains("sources.csv:3"))
    #expect(!FileManager.default.fileExists(atPath: files.folder.path + "/none.tif"))
  }

  @Test func theTwoFormsDoNotMix() throws {
    let files = try SurfaceFiles()
    #expect(try files.run("--from", "sources.csv").exitCode == 64)
    #expect(try files.run("--nearest").exitCode == 64)
    #expect(try files.run("--landcover", "dem.tif").exitCode == 64)
    #expect(try files.run("--neighbours", "4").exitCode == 64)
    #expect(try files.run("--mode", "car").exitCode == 64, "a car needs roads")
    #expect(try files.run("--points", "sources.csv", output: "out.csv").exitCode == 64)
    #expect(try files.run(output: "out.csv").exitCode == 64, "a table needs roads")
  }
}
