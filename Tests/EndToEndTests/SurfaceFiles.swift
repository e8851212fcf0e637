import Foundation

/// A folder with an elevation made by GDAL's own tools, and what its rasters say.
///
/// 31 × 31 cells of 30 m in EPSG:4545; it goes away with the value.
final class SurfaceFiles {
  static let tool = GeoFileTests.find("gdal_translate")
  static let (west, south, size, count) = (500_000.0, 3_250_000.0, 30.0, 31)

  let folder: URL

  init(height: (_ column: Int, _ row: Int) -> Double = { _, _ in 250 }) throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "yike-surface-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try grid("dem", height)
    try points([("middle", 15, 15)], "sources.csv")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  /// Writes a GeoTIFF by way of an ASCII grid; −9999 is no data.
  func grid(_ name: String, _ value: (_ column: Int, _ row: Int) -> Double) throws {
    let rows = (0..<Self.count).map { row in
      (0..<Self.count).map { "\(value($0, row))" }.joined(separator: " ")
    }
    try write(
      """
      ncols \(Self.count)
      nrows \(Self.count)
      xllcorner \(Self.west)
      yllcorner \(Self.south)
      cellsize \(Self.size)
      NODATA_value -9999
      \(rows.joined(separator: "\n"))
      """, "\(name).asc")
    try translate(["-a_srs", "EPSG:4545", "-ot", "Float32", "\(name).asc", "\(name).tif"])
  }

  /// A table of cells' centres.
  func points(_ cells: [(id: String, column: Int, row: Int)], _ name: String) throws {
    let rows = cells.map { cell in
      let x = Self.west + (Double(cell.column) + 0.5) * Self.size
      let y = Self.south + (Double(Self.count - cell.row) - 0.5) * Self.size
      return "\(cell.id),\(x),\(y)\n"
    }
    try write("id,lon,lat\n" + rows.joined(), name)
  }

  /// Runs the raster form with the folder's elevation and sources.
  func run(_ further: String..., output: String = "seconds.tif") throws -> YikeProcess {
    try YikeProcess.run(
      [
        "travel-times", "--elevation", "dem.tif", "--to", "sources.csv", "--crs", "EPSG:4545",
        "--pace", "1", "-o", output,
      ] + (further.contains("--within") ? further : further + ["--within", "2h"]), in: folder)
  }

  /// The seconds of a raster as GDAL reads them, row by row from the north; nil for no data.
  func seconds(_ name: String = "seconds.tif") throws -> [Double?] {
    try translate(["-of", "XYZ", name, "out.xyz"])
    let text = try String(contentsOf: folder.appending(path: "out.xyz"), encoding: .utf8)
    return text.split(separator: "\n").map { line in
      let value = line.split(separator: " ").last.flatMap { Double($0) }
      return value == -9999 ? nil : value
    }
  }

  private func translate(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = Self.tool.map { URL(filePath: $0) }
    process.arguments = ["-q"] + arguments
    process.currentDirectoryURL = folder
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
  }
}
