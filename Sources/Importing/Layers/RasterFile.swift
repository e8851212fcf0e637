import CGDAL
import Foundation
public import Geometry
import PlanningModel

/// Reads the first band of a raster file: elevation, land cover.
public enum RasterFile {
  /// The widest raster that is read whole, in cells (1 GiB of numbers).
  private static let largestCellCount = 1 << 28
  private static let drivers = ["GTiff", "AAIGrid", "HFA", "SRTMHGT", "EHdr", "VRT"]

  /// Reads a north-up raster: the first band as Float32, cells without data as NaN.
  ///
  /// A stored scale and offset are applied. A file without a reference system gives an empty
  /// ``Raster/referenceSystem``.
  ///
  /// - Throws: ``WorkError``: `unreadable` for a missing file or a directory; `malformed` for a
  ///   file that is cut off, of another format or without a place on the earth; `unsupported`
  ///   for a raster that is rotated, not north-up, or larger than memory should hold.
  public static func read(_ path: String, name: String? = nil) throws -> Raster {
    let name = name ?? path
    return try open(path, name) { dataset, log in
      let place = try northUp(dataset, name)
      let (width, height) = (GDALGetRasterXSize(dataset), GDALGetRasterYSize(dataset))
      guard Int(width) * Int(height) <= largestCellCount else {
        throw refusal(
          .unsupported, name,
          Bilingual(
            "\(width) × \(height) 个像元，数量过大", "\(width) × \(height) cells are too many to hold"),
          Bilingual(
            "用 gdalwarp -te 裁到本区县，或用 -tr 加大像元",
            "cut it to the district with gdalwarp -te, or make its cells larger with -tr"))
      }
      guard let band = GDALGetRasterBand(dataset, 1) else {
        throw refusal(
          .malformed, name,
          Bilingual("没有波段", "it has no band"), Bilingual("重新导出栅格", "export the raster again"))
      }
      var cells = [Float](repeating: .nan, count: Int(width) * Int(height))
      let result = GDALRasterIO(
        band, GF_Read, 0, 0, width, height, &cells, width, height, GDT_Float32, 0, 0)
      guard result == CE_None else {
        throw refusal(
          .malformed, name, unreadable(log.words(of: path, as: name)),
          Bilingual("文件被截断，重新复制", "the file is cut off: copy it again"))
      }
      clean(&cells, band)
      return Raster(
        width: Int(width), height: Int(height), west: place[0], north: place[3],
        cellWidth: place[1], cellHeight: -place[5],
        referenceSystem: GDALReferenceSystem.name(GDALGetSpatialRef(dataset)) ?? "", cells: cells)
    }
  }

  /// The columns and rows of a raster file.
  ///
  /// - Throws: ``WorkError`` like ``read(_:name:)``.
  public static func size(
    _ path: String, name: String? = nil
  ) throws -> (width: Int, height: Int) {
    try open(path, name ?? path) { dataset, _ in
      (Int(GDALGetRasterXSize(dataset)), Int(GDALGetRasterYSize(dataset)))
    }
  }

  private static func open<Result>(
    _ path: String, _ name: String, _ body: (GDALDatasetH, GDALSession.Log) throws -> Result
  ) throws -> Result {
    try ReadableFile.check(path, name: name, operation: "read raster")
    let absolute = URL(fileURLWithPath: path).path
    return try GDALSession.run { log in
      guard let dataset = GDALSession.open(absolute, flags: GDAL_OF_RASTER, drivers: drivers) else {
        throw refusal(
          .malformed, name, unreadable(log.words(of: path, as: name)),
          Bilingual(
            "文件被截断、损坏，或不是栅格：重新复制，或导出为 GeoTIFF",
            "the file is cut off, damaged or not a raster: copy it again, or export it as GeoTIFF"))
      }
      defer { GDALClose(dataset) }
      return try body(dataset, log)
    }
  }

  /// West, cell width, 0, north, 0, negative cell height.
  private static func northUp(_ dataset: GDALDatasetH, _ name: String) throws -> [Double] {
    var place = [Double](repeating: 0, count: 6)
    guard GDALGetGeoTransform(dataset, &place) == CE_None else {
      throw refusal(
        .malformed, name,
        Bilingual("没有地理位置信息", "it does not say where on the earth it lies"),
        Bilingual(
          "连同地理参考一起导出（GeoTIFF，或附 .tfw 文件）",
          "export it with its georeference (GeoTIFF, or with its .tfw world file)"))
    }
    guard place[2] == 0, place[4] == 0 else {
      throw refusal(
        .unsupported, name, Bilingual("各行不是自西向东", "its rows do not run east"), northUpAgain)
    }
    guard place[1] > 0, place[5] < 0 else {
      throw refusal(
        .unsupported, name,
        Bilingual(
          "第一行不在最北，或第一列不在最西",
          "its first row is not the northernmost, or its first column not the westernmost"),
        northUpAgain)
    }
    return place
  }

  /// Cells without data become NaN; a stored scale and offset are applied to the others.
  private static func clean(_ cells: inout [Float], _ band: GDALRasterBandH) {
    var (hasNoData, hasScale, hasOffset) = (Int32(), Int32(), Int32())
    let noData = Float(GDALGetRasterNoDataValue(band, &hasNoData))
    let scale = GDALGetRasterScale(band, &hasScale)
    let offset = GDALGetRasterOffset(band, &hasOffset)
    let isScaled = (hasScale != 0 && scale != 1) || (hasOffset != 0 && offset != 0)
    guard hasNoData != 0 || isScaled else { return }
    for index in cells.indices {
      if hasNoData != 0, cells[index] == noData {
        cells[index] = .nan
      } else if isScaled {
        cells[index] = Float(Double(cells[index]) * (hasScale != 0 ? scale : 1) + offset)
      }
    }
  }

  private static let northUpAgain = Bilingual(
    "用 gdalwarp 转为北向上", "make it north-up with gdalwarp")

  private static func unreadable(_ words: String) -> Bilingual {
    Bilingual("栅格无法读取（\(words)）", words)
  }

  private static func refusal(
    _ code: WorkError.Code, _ name: String, _ message: Bilingual, _ remedy: Bilingual
  ) -> WorkError {
    WorkError(code, operation: "read raster", subject: name, message: message, remedy: remedy)
  }
}
