import CGDAL
import Foundation

@testable import Importing

/// A folder of a test's own, removed with it.
final class VectorFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "yike-layers-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: file(name)))
    return file(name)
  }

  func bytes(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(fileURLWithPath: file(name))))
  }

  func set(_ name: String, _ bytes: some Collection<UInt8>) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: file(name)))
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: file(name)) }

  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }
}

/// Writes small layers with GDAL itself.
enum VectorFixture {
  /// Adds a layer; each row is a WKT geometry (nil for none) and one value per text field.
  static func write(
    _ path: String, driver: String, layer: String, system: String? = "EPSG:4326",
    fields: [String], rows: [(String?, [String])], encoding: String? = nil
  ) {
    GDALSession.run { _ in
      let isNew = !FileManager.default.fileExists(atPath: path)
      let dataset =
        isNew
        ? GDALCreate(GDALGetDriverByName(driver), path, 0, 0, 0, GDT_Unknown, nil)
        : GDALOpenEx(path, UInt32(GDAL_OF_VECTOR | GDAL_OF_UPDATE), nil, nil, nil)
      defer { GDALClose(dataset) }
      let reference = system.map { name in
        let reference = OSRNewSpatialReference(nil)
        OSRSetFromUserInput(reference, name)
        return reference
      }
      defer { if let reference { OSRDestroySpatialReference(reference) } }
      let handle = GDALSession.withTexts(encoding.map { ["ENCODING=\($0)"] } ?? []) {
        GDALDatasetCreateLayer(dataset, layer, reference ?? nil, wkbUnknown, $0)
      }
      for field in fields {
        let definition = OGR_Fld_Create(field, OFTString)
        OGR_Fld_SetWidth(definition, driver == "ESRI Shapefile" ? 40 : 0)
        OGR_L_CreateField(handle, definition, 1)
        OGR_Fld_Destroy(definition)
      }
      for (text, values) in rows {
        let feature = OGR_F_Create(OGR_L_GetLayerDefn(handle))
        for (column, value) in values.enumerated() {
          OGR_F_SetFieldString(feature, Int32(column), value)
        }
        if let text {
          text.withCString { start in
            var rest: UnsafeMutablePointer<CChar>? = UnsafeMutablePointer(mutating: start)
            var geometry: OGRGeometryH?
            OGR_G_CreateFromWkt(&rest, nil, &geometry)
            OGR_F_SetGeometryDirectly(feature, geometry)
          }
        }
        _ = OGR_L_CreateFeature(handle, feature)
        OGR_F_Destroy(feature)
      }
    }
  }
}
