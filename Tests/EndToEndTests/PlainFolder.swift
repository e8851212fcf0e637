import Foundation

/// A folder with drawn roads, points and grids for the plain-file forms; it goes away with the
/// value.
///
/// Coordinates are WGS 84 around 107° E, 29° N, where 0.01° is 975 m east and 1,109 m north.
final class PlainFolder {
  let folder: URL

  init(_ files: [String: String] = [:]) throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "yike-plain-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files { try write(text, name) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  /// Lines as GeoJSON; each is a list of positions.
  static func roads(_ lines: [(highway: String, positions: [[Double]])]) -> String {
    let features = lines.map { line in
      "{\"type\":\"Feature\",\"properties\":{\"highway\":\"\(line.highway)\"},"
        + "\"geometry\":{\"type\":\"LineString\",\"coordinates\":\(line.positions)}}"
    }
    return "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
  }

  /// Points as a table.
  static func points(_ rows: [(id: String, longitude: String, latitude: String)]) -> String {
    "id,lon,lat\n" + rows.map { "\($0.id),\($0.longitude),\($0.latitude)\n" }.joined()
  }

  /// A GeoTIFF in WGS 84 degrees, written by GDAL's own tool by way of an ASCII grid.
  func grid(
    _ name: String, columns: Int, rows: Int, west: Double, north: Double, cell: Double,
    _ value: (_ column: Int, _ row: Int) -> Double
  ) throws {
    let lines = (0..<rows).map { row in
      (0..<columns).map { "\(value($0, row))" }.joined(separator: " ")
    }
    try write(
      """
      ncols \(columns)
      nrows \(rows)
      xllcorner \(west)
      yllcorner \(north - Double(rows) * cell)
      cellsize \(cell)
      NODATA_value -9999
      \(lines.joined(separator: "\n"))
      """, "\(name).asc")
    try tool(
      "gdal_translate",
      ["-q", "-a_srs", "EPSG:4326", "-ot", "Float32", "\(name).asc", "\(name).tif"])
  }

  /// The values of a GeoTIFF row by row from the north; nil for no data.
  func values(_ name: String) throws -> [Double?] {
    try tool("gdal_translate", ["-q", "-of", "XYZ", name, "out.xyz"])
    let text = try String(contentsOf: folder.appending(path: "out.xyz"), encoding: .utf8)
    return text.split(separator: "\n").map { line in
      let value = line.split(separator: " ").last.flatMap { Double($0) }
      return value == -9999 ? nil : value
    }
  }

  func tool(_ name: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = GeoFileTests.find(name).map { URL(filePath: $0) }
    process.arguments = arguments
    process.currentDirectoryURL = folder
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  func run(_ arguments: String...) throws -> YikeProcess {
    try YikeProcess.run(arguments, in: folder)
  }

  /// Rows of a table on standard output, without the header.
  static func rows(_ run: YikeProcess) -> [[String]] {
    run.output.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
