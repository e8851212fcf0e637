import Geometry
import Importing
import PlanningModel
import Projections
import Terrain

/// An elevation that times are computed over: its cells, and what their coordinates mean.
struct SurfaceFrame {
  /// The heights, in metres.
  let raster: Raster
  /// The reference system of the cells.
  let datum: Datum
  /// What the cells are measured in.
  let unit: GridUnit
  private let conversion: DatumConversion

  /// Reads an elevation.
  ///
  /// - Throws: `WorkError` for a file that cannot be read, without a reference system, or in
  ///   other units than metres and degrees.
  init(elevation path: String) throws {
    raster = try RasterFile.read(path)
    datum = try Self.datum(of: raster, path)
    unit = datum.isGeographic ? .degrees : .metres
    conversion = try DatumConversion(datum)
    guard case .system(let system) = datum else { return }
    let step = try system.coordinateUnit()
    guard step.isMetreOrDegree else {
      throw WorkError(
        .unsupported, operation: "read elevation", subject: path,
        message: Bilingual(
          "像元以 \(step.name) 为单位（\(system)）",
          "its cells are measured in \(step.name) (\(system))"),
        remedy: Bilingual(
          "用 gdalwarp -t_srs 转到以米或度为单位的坐标系",
          "bring it into a system in metres or degrees with gdalwarp -t_srs"))
    }
  }

  /// The reference system that a grid states.
  static func datum(of raster: Raster, _ path: String) throws -> Datum {
    guard !raster.referenceSystem.isEmpty else {
      throw WorkError(
        .malformed, operation: "read raster", subject: path,
        message: Bilingual("栅格没有坐标系", "the grid states no reference system"),
        remedy: Bilingual(
          "用 gdal_edit -a_srs 写入，如 EPSG:4545",
          "write it into the file with gdal_edit -a_srs, for example EPSG:4545"))
    }
    return try Datum(raster.referenceSystem)
  }

  /// The points of a table in the elevation's system; nil where they have no coordinates.
  func positions(of table: PointTable) throws -> [Position?] {
    // Without a detour, a point on the edge of a cell stays on it.
    let places = table.places.map { place in
      place.map { Position(x: $0.longitude, y: $0.latitude) } ?? Position(x: .nan, y: .nan)
    }
    let positions =
      table.datum == datum ? table.positions : try conversion.fromWGS84(places)
    return zip(table.places, positions).map { $0 == nil ? nil : $1 }
  }

  /// The lines of a file in the elevation's system.
  func positions(_ longitude: [Double], _ latitude: [Double]) throws -> [Position] {
    try conversion.fromWGS84(zip(longitude, latitude).map { Position(x: $0, y: $1) })
  }

  /// What brings the elevation's positions into another datum.
  func projection(to other: Datum) throws -> ElevationModel.Projecting {
    guard other != datum else { return { $0 } }
    let target = try DatumConversion(other)
    return { [conversion] in try target.fromWGS84(conversion.toWGS84($0)) }
  }
}
