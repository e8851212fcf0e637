import Foundation
import Geometry
import Importing
import Testing

@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["YIKE_TEST_DATA"] != nil,
    "YIKE_TEST_DATA names no folder with test data"))
struct VectorRealDataTests {
  let folder = ProcessInfo.processInfo.environment["YIKE_TEST_DATA"] ?? ""

  @Test func outlinesAreReadAndValid() throws {
    for name in ["outline_wgs84.geojson", "outline_gcj02.geojson"] {
      let layer = try VectorLayer.read("\(folder)/wulong/\(name)")
      #expect(layer.features.count == 1)
      let shape = try #require(layer.features[0].shape)
      #expect(try shape.validity().isValid)
      #expect(try shape.rightHanded().validity().isValid)
      // 武隆 has about 2,901 km²; a square degree here about 10,710 km².
      #expect(abs(try shape.planarArea() - 0.27) < 0.02)
    }
  }

  @Test func theElevationOfPortoAlegreIsRead() throws {
    let raster = try RasterFile.read("\(folder)/poa/poa_elevation.tif")
    #expect(raster.width == 413 && raster.height == 403)
    #expect(raster.referenceSystem == "EPSG:4326")
    #expect(abs(raster.west + 51.254861) < 1e-6 && abs(raster.north + 29.997639) < 1e-6)
    #expect(raster.cells.allSatisfy { $0.isNaN || (0...255).contains($0) })
  }
}
