import Foundation
import Testing

/// What Yike writes opens in other people's tools.
@Suite struct GeoFileTests {
  static func find(_ tool: String) -> String? {
    ["/usr/bin/\(tool)", "/usr/local/bin/\(tool)", "/opt/homebrew/bin/\(tool)"]
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private func runTool(_ path: String, _ arguments: [String]) throws -> (String, Int32) {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (text, process.terminationStatus)
  }

  @Test(.enabled(if: find("ogrinfo") != nil, "needs ogrinfo (gdal-bin)"))
  func theStoreAndTheLayersOpenWithoutAWarning() throws {
    let ogrinfo = try #require(Self.find("ogrinfo"))
    let copy = try WorkspaceCopy()
    #expect(try copy.run("import").exitCode == 0)
    #expect(
      try copy.run(
        "run", "scenarios/2024-plan.yaml", "--format", "geojson", "-o", "out.geojson"
      ).exitCode == 0)
    for path in ["geodata/500156.gpkg", "out.geojson"] {
      let (text, code) = try runTool(
        ogrinfo, ["-al", "-so", copy.folder.appending(path: path).path])
      #expect(code == 0)
      #expect(!text.contains("Warning") && !text.contains("ERROR"), "\(path): \(text)")
      #expect(text.contains("Feature Count"))
    }
  }

  @Test(
    .enabled(
      if: FileManager.default.fileExists(
        atPath: "/usr/lib/python3/dist-packages/osgeo_utils/samples/validate_gpkg.py"),
      "needs validate_gpkg (python3-gdal)"))
  func theStoreIsAValidGeoPackage() throws {
    let copy = try WorkspaceCopy()
    #expect(try copy.run("import").exitCode == 0)
    let (text, code) = try runTool(
      "/usr/bin/python3",
      [
        "-m", "osgeo_utils.samples.validate_gpkg", "-q",
        copy.folder.appending(path: "geodata/500156.gpkg").path,
      ])
    #expect(code == 0, "\(text)")
  }

  @Test func ringsFollowTheRightHandRule() throws {
    let copy = try WorkspaceCopy()
    let run = try copy.run("targets", "--format", "geojson")
    let features = try #require(try run.json()["features"] as? [[String: Any]])
    #expect(try run.json()["crs"] == nil)
    var rings = 0
    for feature in features {
      guard let geometry = feature["geometry"] as? [String: Any],
        let kind = geometry["type"] as? String
      else { continue }
      var polygons: [[[[Double]]]] = []
      if kind == "Polygon", let one = geometry["coordinates"] as? [[[Double]]] {
        polygons = [one]
      } else if kind == "MultiPolygon", let many = geometry["coordinates"] as? [[[[Double]]]] {
        polygons = many
      }
      for polygon in polygons {
        for (index, ring) in polygon.enumerated() {
          #expect(ring.first == ring.last)
          var doubledArea = 0.0
          for (a, b) in zip(ring, ring.dropFirst()) {
            doubledArea += (b[0] - a[0]) * (b[1] + a[1])
          }
          #expect((doubledArea < 0) == (index == 0), "outer counter-clockwise, holes clockwise")
          rings += 1
        }
      }
    }
    #expect(rings >= 26)
    let layers = Set(
      features.compactMap { ($0["properties"] as? [String: Any])?["layer"] as? String })
    #expect(layers == ["unit", "village", "facility"])
  }
}
