import Foundation
import Geometry
import Importing
import Planning
import PlanningModel

/// A folder with small files for questions about a surface; it goes away with the value.
///
/// The elevation has 41 × 41 cells of 30 m on the central meridian of EPSG:4545.
final class SurfaceFolder {
  static let system = "EPSG:4545"
  static let (west, north, size, count) = (499_385.0, 3_250_615.0, 30.0, 41)

  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "yike-surface-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  /// Writes a text and hands back its path.
  func write(_ text: String, _ name: String) throws -> String {
    try Data(text.utf8).write(to: folder.appending(path: name))
    return path(name)
  }

  /// Writes a grid over the folder's cells and hands back its path.
  func grid(
    _ name: String, system: String = SurfaceFolder.system,
    _ value: (_ column: Int, _ row: Int) -> Float
  ) throws -> String {
    let count = Self.count
    let raster = Raster(
      width: count, height: count, west: Self.west, north: Self.north, cellWidth: Self.size,
      cellHeight: Self.size, referenceSystem: system,
      cells: (0..<count * count).map { value($0 % count, $0 / count) })
    try RasterFile.write(raster, to: path(name))
    return path(name)
  }

  /// The centre of a cell.
  static func centre(_ column: Int, _ row: Int) -> Position {
    Position(
      x: west + (Double(column) + 0.5) * size, y: north - (Double(row) + 0.5) * size)
  }

  /// Writes a table of cells' centres, with the ids `column-row`, and hands back its path.
  func points(_ cells: [(Int, Int)], _ name: String) throws -> String {
    let rows = cells.map { column, row in
      let place = Self.centre(column, row)
      return "\(column)-\(row),\(place.x),\(place.y)"
    }
    return try write((["id,lon,lat"] + rows).joined(separator: "\n") + "\n", name)
  }

  /// A GeoJSON layer in the grid's system.
  func layer(_ geometries: [String], _ name: String, highway: String? = nil) throws -> String {
    let properties = highway.map { "{\"highway\": \"\($0)\"}" } ?? "{}"
    let features = geometries.map {
      "{\"type\": \"Feature\", \"properties\": \(properties), \"geometry\": \($0)}"
    }
    return try write(
      """
      {"type": "FeatureCollection",
      "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4545"}},
      "features": [\(features.joined(separator: ",\n"))]}
      """, name)
  }

  /// The geometry of a line in GeoJSON.
  static func line(_ positions: [Position]) -> String {
    let texts = positions.map { "[\($0.x), \($0.y)]" }
    return "{\"type\": \"LineString\", \"coordinates\": [\(texts.joined(separator: ", "))]}"
  }

  /// A question about a flat elevation from the middle cell, on foot at 1 m/s.
  func question(mode: TravelMode = .walk) throws -> SurfaceQuestion {
    var question = SurfaceQuestion(
      elevation: try grid("dem.tif") { _, _ in 100 },
      sources: try points([(20, 20)], "sources.csv"),
      profile: TravelProfile(mode: mode, paceMillimetresPerSecond: 1000, direction: .to),
      limit: TravelTime(milliseconds: 3_600_000))
    question.datum = Self.system
    return question
  }
}
