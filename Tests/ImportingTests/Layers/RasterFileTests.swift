import CGDAL
import Foundation
import Geometry
import PlanningModel
import Testing

@testable import Importing

@Suite struct RasterFileTests {
  private func raster(_ system: String = "EPSG:4545") -> Raster {
    Raster(
      width: 40, height: 30, west: 480_000, north: 3_250_000, cellWidth: 30, cellHeight: 25,
      referenceSystem: system,
      cells: (0..<1200).map { $0 % 7 == 0 ? .nan : Float($0) * 0.25 })
  }

  @Test func aRasterReadsBackWithTheSameBytesEachTime() throws {
    let folder = try VectorFolder()
    let path = folder.file("秒.tif")
    let raster = raster()
    try RasterFile.write(raster, to: path)
    let first = try folder.bytes("秒.tif")
    #expect(folder.names == ["秒.tif"])
    try RasterFile.write(raster, to: path)
    #expect(try folder.bytes("秒.tif") == first)
    let back = try RasterFile.read(path)
    #expect(back.width == 40 && back.height == 30)
    #expect(back.west == 480_000 && back.north == 3_250_000)
    #expect(back.cellWidth == 30 && back.cellHeight == 25)
    #expect(back.referenceSystem == "EPSG:4545")
    #expect(back.cells.map(\.bitPattern) == raster.cells.map(\.bitPattern))
    #expect(try RasterFile.size(path) == (40, 30))
    #expect(folder.names == ["秒.tif"])
  }

  @Test func wktAndNoSystemAreKept() throws {
    let folder = try VectorFolder()
    try RasterFile.write(raster(""), to: folder.file("a.tif"))
    #expect(try RasterFile.read(folder.file("a.tif")).referenceSystem == "")
    let wkt = """
      PROJCS["Local",GEOGCS["CGCS2000",DATUM["China_2000",SPHEROID["CGCS2000",6378137,\
      298.257222101]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],\
      PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],\
      PARAMETER["central_meridian",107.75],PARAMETER["scale_factor",1],\
      PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1]]
      """
    try RasterFile.write(raster(wkt), to: folder.file("b.tif"))
    let system = try RasterFile.read(folder.file("b.tif")).referenceSystem
    #expect(system.hasPrefix("PROJCS[\"Local\""))
  }

  @Test func failuresLeaveTheOldFile() throws {
    let folder = try VectorFolder()
    try RasterFile.write(raster(), to: folder.file("a.tif"))
    let before = try folder.bytes("a.tif")
    let system = #expect(throws: WorkError.self) {
      try RasterFile.write(raster("EPSG:999999"), to: folder.file("a.tif"))
    }
    #expect(system?.code == .unsupported)
    #expect(try folder.bytes("a.tif") == before)
    #expect(folder.names == ["a.tif"])
    let nowhere = #expect(throws: WorkError.self) {
      try RasterFile.write(raster(), to: folder.file("none/a.tif"))
    }
    #expect(nowhere?.code == .unwritable)
  }

  /// A 4 × 3 raster of whole numbers with a given placement.
  private func fixture(
    _ path: String, _ place: [Double]?, noData: Double? = nil, scale: Double? = nil
  ) {
    GDALSession.run { _ in
      let dataset = GDALCreate(GDALGetDriverByName("GTiff"), path, 4, 3, 1, GDT_Int16, nil)
      defer { GDALClose(dataset) }
      if var place { GDALSetGeoTransform(dataset, &place) }
      let band = GDALGetRasterBand(dataset, 1)
      if let noData { GDALSetRasterNoDataValue(band, noData) }
      if let scale { GDALSetRasterScale(band, scale) }
      var cells = (0..<12).map { Int16($0) }
      _ = GDALRasterIO(band, GF_Write, 0, 0, 4, 3, &cells, 4, 3, GDT_Int16, 0, 0)
    }
  }

  @Test func noDataAndScaleAreApplied() throws {
    let folder = try VectorFolder()
    fixture(folder.file("a.tif"), [107, 0.1, 0, 30, 0, -0.1], noData: 5, scale: 0.5)
    let cells = try RasterFile.read(folder.file("a.tif")).cells
    #expect(cells[4] == 2 && cells[5].isNaN && cells[6] == 3)
  }

  static let misplaced: [([Double]?, WorkError.Code, String)] = [
    ([107, 0.1, 0, 29, 0, 0.1], .unsupported, "northernmost"),
    ([107, 0.1, 0.05, 30, 0.05, -0.1], .unsupported, "rows"),
    (nil, .malformed, "where on the earth"),
  ]

  @Test(arguments: misplaced)
  func onlyNorthUpRastersAreTaken(place: [Double]?, code: WorkError.Code, words: String) throws {
    let folder = try VectorFolder()
    fixture(folder.file("a.tif"), place)
    let error = #expect(throws: WorkError.self) { try RasterFile.read(folder.file("a.tif")) }
    #expect(error?.code == code)
    #expect(error?.message.contains(words) == true)
    #expect(error?.remedy.isEmpty == false)
  }

  @Test func brokenFilesAreRefused() throws {
    let folder = try VectorFolder()
    func failure(_ path: String) -> WorkError.Code? {
      #expect(throws: WorkError.self) { try RasterFile.read(path, name: "dem") }?.code
    }
    #expect(failure(folder.file("none.tif")) == .unreadable)
    #expect(failure(folder.path) == .unreadable)
    #expect(failure(try folder.write("text.tif", "海拔")) == .malformed)
    try RasterFile.write(raster(), to: folder.file("a.tif"))
    let bytes = try folder.bytes("a.tif")
    for part in 0..<10 {
      try folder.set("a.tif", bytes[..<(bytes.count * part / 10)])
      #expect(failure(folder.file("a.tif")) == .malformed, "\(part) tenths")
    }
    #expect(folder.names == ["a.tif", "text.tif"])
  }
}
