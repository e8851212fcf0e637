import Foundation
import GRDB
import Geometry
import PlanningModel

/// Fills the tables of a fresh store; the order of rows is a function of the contents.
struct StoreWriter {
  let database: Database

  /// The narrowest geometry type that holds all outlines.
  static func geometryType(of shapes: some Sequence<UnitShape>) -> String {
    var types: Set<String> = []
    for unit in shapes {
      switch unit.shape {
      case .polygon: types.insert("POLYGON")
      case .multiPolygon: types.insert("MULTIPOLYGON")
      default: types.insert("GEOMETRY")
      }
    }
    return types.count == 1 ? types.first ?? "GEOMETRY" : types.isEmpty ? "POLYGON" : "GEOMETRY"
  }

  func write(_ contents: StoreContents) throws {
    try insert("meta", ["key", "value"], [["settings_sha256", contents.settingsSHA256]])
    try insert(
      "source", ["role", "path", "sha256", "provenance", "publisher", "band"],
      contents.sources.map {
        [
          $0.role.rawValue, $0.path, $0.sha256, $0.provenance.rawValue, $0.publisher,
          $0.band.rawValue,
        ]
      })
    try insert(
      "finding",
      [
        "check_id", "severity", "file", "layer", "row_number", "column_name", "value", "rule",
        "remedy",
      ],
      contents.findings.map {
        [
          $0.check, $0.severity.rawValue, $0.file, $0.layer, $0.row, $0.column, $0.value,
          $0.rule, $0.remedy,
        ]
      })
    try writeUnits(contents)
    try writeVillages(contents.demandPoints)
    try writeFacilities(contents.facilities)
    try writeRecords(contents)
    try writeTasks(contents)
    try writeRoads(contents.roads)
    try writeRivers(contents.rivers)
    if let elevation = contents.elevation { try writeElevation(elevation) }
  }

  /// Inserts rows into a table with one prepared statement.
  func insert(
    _ table: String, _ columns: [String], _ rows: [[(any DatabaseValueConvertible)?]]
  ) throws {
    guard !rows.isEmpty else { return }
    let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    let statement = try database.makeStatement(
      sql: "INSERT INTO \"\(table)\" (\(names)) VALUES (\(marks))")
    for row in rows { try statement.execute(arguments: StatementArguments(row)) }
  }

  /// A position as a blob, growing the bounds; nil stays nil.
  func point(_ position: GeographicPosition?, _ bounds: inout Bounds?) -> Data? {
    guard let position else { return nil }
    let (x, y) = (position.longitude, position.latitude)
    let here = Bounds(west: x, south: y, east: x, north: y)
    bounds = bounds?.joined(with: here) ?? here
    return Data(GeoPackageBlob.encode(.point(Position(x: x, y: y))))
  }

  private func writeElevation(_ elevation: ElevationLayer) throws {
    let raster = elevation.raster
    let (type, bytes) = ElevationBlob.encode(raster.cells)
    try insert(
      "elevation",
      [
        "width", "height", "west", "north", "cell_width", "cell_height", "reference_system",
        "cell_type", "cells", "provenance",
      ],
      [
        [
          raster.width, raster.height, raster.west, raster.north, raster.cellWidth,
          raster.cellHeight, raster.referenceSystem, type.rawValue, Data(bytes),
          elevation.provenance.rawValue,
        ]
      ])
  }
}
