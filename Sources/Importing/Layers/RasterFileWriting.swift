import CGDAL
import Foundation
public import Geometry
import PlanningModel

extension RasterFile {
  /// What stands in a written file for a cell without data.
  public static let writtenNoData: Float = -9999

  /// Writes a GeoTIFF: Float32, DEFLATE, NaN as ``writtenNoData``; equal rasters give equal
  /// bytes.
  ///
  /// It is written beside its place under another name and then renamed, so that a failure
  /// leaves an earlier file untouched.
  ///
  /// - Throws: ``WorkError``: `unwritable` when the folder or disk refuses, `unsupported` when
  ///   the reference system is not known.
  public static func write(_ raster: Raster, to path: String, name: String? = nil) throws {
    let name = name ?? path
    let absolute = URL(fileURLWithPath: path).path
    let partial = absolute + ".partial"
    do {
      try GDALSession.run { log in try create(raster, at: partial, name, log) }
    } catch {
      try? FileManager.default.removeItem(atPath: partial)
      throw error
    }
    guard rename(partial, absolute) == 0 else {
      let reason = String(cString: strerror(errno))
      try? FileManager.default.removeItem(atPath: partial)
      throw unwritable(name, reason)
    }
  }

  private static func create(
    _ raster: Raster, at path: String, _ name: String, _ log: GDALSession.Log
  ) throws {
    let (width, height) = (Int32(raster.width), Int32(raster.height))
    let options = ["COMPRESS=DEFLATE", "PREDICTOR=3", "ZLEVEL=6", "NUM_THREADS=1"]
    let dataset = GDALSession.withTexts(options) {
      GDALCreate(GDALGetDriverByName("GTiff"), path, width, height, 1, GDT_Float32, $0)
    }
    guard let dataset else { throw unwritable(name, log.lastFailure) }
    var isOpen = true
    defer { if isOpen { GDALClose(dataset) } }
    try place(raster, dataset, name)
    let band = GDALGetRasterBand(dataset, 1)
    GDALSetRasterNoDataValue(band, Double(writtenNoData))
    var cells = raster.cells.map { $0.isNaN ? writtenNoData : $0 }
    let result = GDALRasterIO(
      band, GF_Write, 0, 0, width, height, &cells, width, height, GDT_Float32, 0, 0)
    // Much is written only on closing; its failures count too.
    isOpen = false
    GDALClose(dataset)
    guard result == CE_None, log.failures.isEmpty else { throw unwritable(name, log.lastFailure) }
  }

  private static func place(_ raster: Raster, _ dataset: GDALDatasetH, _ name: String) throws {
    var transform = [raster.west, raster.cellWidth, 0, raster.north, 0, -raster.cellHeight]
    GDALSetGeoTransform(dataset, &transform)
    guard !raster.referenceSystem.isEmpty else { return }
    let system = OSRNewSpatialReference(nil)
    defer { OSRDestroySpatialReference(system) }
    guard OSRSetFromUserInput(system, raster.referenceSystem) == OGRERR_NONE else {
      throw WorkError(
        .unsupported, operation: "write raster", subject: name,
        message: Bilingual(
          "坐标系“\(raster.referenceSystem.prefix(60))”无法识别",
          "the reference system “\(raster.referenceSystem.prefix(60))” is not known"),
        remedy: Bilingual("写明代号，如 EPSG:4545", "give it as a code, for example EPSG:4545"))
    }
    GDALSetSpatialRef(dataset, system)
  }

  private static func unwritable(_ name: String, _ message: String) -> WorkError {
    WorkError(
      .unwritable, operation: "write raster", subject: name,
      message: Bilingual("栅格无法写入（\(message)）", message),
      remedy: Bilingual(
        "检查文件夹是否存在、可否写入、空间是否足够",
        "check that the folder exists, may be written and has room"))
  }
}
