import CGDAL
import Foundation
import PlanningModel

/// A file of layers by its path: its parts, how to open it, what to say when it does not open.
struct VectorLayerFile {
  let path: String
  /// What messages call it.
  let name: String

  /// Formats that only read what they are given; others write caches beside the file.
  static let drivers = [
    "GeoJSON", "GeoJSONSeq", "GPKG", "ESRI Shapefile", "FlatGeobuf", "LIBKML", "KML", "GPX",
    "MapInfo File", "DXF",
  ]

  /// Whether it is the main file of a Shapefile.
  var isShapefile: Bool { path.lowercased().hasSuffix(".shp") }
  private var isGeoPackage: Bool { path.lowercased().hasSuffix(".gpkg") }
  private var isGeoJSON: Bool {
    path.lowercased().hasSuffix(".geojson") || path.lowercased().hasSuffix(".json")
  }

  /// What to ask of the driver.
  var options: [String] {
    // Text as stored: neither dates nor lists are re-spelled.
    if isGeoJSON { return ["DATE_AS_STRING=YES", "ARRAY_AS_STRING=YES"] }
    // SQLite makes -wal and -shm files beside the database unless told that it does not change;
    // where a -wal file is there already, its content must be read.
    if isGeoPackage, !FileManager.default.fileExists(atPath: path + "-wal") {
      return ["IMMUTABLE=YES"]
    }
    return []
  }

  func open(_ options: [String]) -> GDALDatasetH? {
    // An absolute path, so that no text is taken for a connection.
    GDALSession.open(
      URL(fileURLWithPath: path).path, flags: GDAL_OF_VECTOR, drivers: VectorLayerFile.drivers,
      options: options)
  }

  /// Throws when the file, or a part that a Shapefile needs, is not there or not whole.
  func checkParts() throws {
    try ReadableFile.check(path, name: name, operation: "read layer")
    if isShapefile { try VectorLayerShapefile(path: path, name: name).check() }
  }

  /// What to throw when GDAL could not open the file or read it to its end.
  func refusal(_ log: GDALSession.Log) -> WorkError {
    // GDAL names the file by its absolute path, which is no business of a message.
    let message = log.words(of: path, as: name)
    return WorkError(
      .malformed, operation: "read layer", subject: name,
      message: Bilingual("图层无法读取（\(message)）", message),
      remedy: Bilingual(
        "文件被截断、损坏，或内容与扩展名不符：重新复制，或导出为 GeoPackage 或 GeoJSON",
        "the file is cut off, damaged or not what its name says: copy it again, or export "
          + "it as GeoPackage or GeoJSON"))
  }
}
