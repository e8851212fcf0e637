import Foundation
import Importing
import PlanningModel
import Testing

@Suite struct VectorMalformedTests {
  private func failure(_ path: String) -> WorkError? {
    #expect(throws: WorkError.self) { try VectorLayer.read(path, name: "layer") }
  }

  @Test func missingFilesAndFoldersAreToldApart() throws {
    let folder = try VectorFolder()
    let missing = failure(folder.file("none.gpkg"))
    #expect(missing?.code == .unreadable)
    #expect(missing?.message == "没有这个文件 · there is no such file")
    let directory = failure(folder.path)
    #expect(directory?.code == .unreadable)
    #expect(directory?.message.contains("directory") == true)
  }

  @Test(arguments: ["a.geojson", "a.gpkg", "a.fgb", "a.kml", "a.txt"])
  func filesOfAnotherFormatAreRefused(name: String) throws {
    let folder = try VectorFolder()
    let error = failure(try folder.write(name, "姓名,年龄\n甲,81\n"))
    #expect(error?.code == .malformed)
    #expect(error?.subject == "layer")
    #expect(error?.message.contains(folder.path) == false, "\(error?.message ?? "")")
    #expect(error?.remedy.isEmpty == false)
    #expect(folder.names == [name])
  }

  @Test func anEmptyFileIsRefused() throws {
    let folder = try VectorFolder()
    #expect(failure(try folder.write("a.geojson", ""))?.code == .malformed)
    #expect(failure(try folder.write("a.gpkg", ""))?.code == .malformed)
  }

  @Test func everyTruncationOfAGeojsonIsRefused() throws {
    let folder = try VectorFolder()
    let bytes = Array(VectorLayerTests.geojson.utf8)
    for length in stride(from: 1, to: bytes.count, by: 7) {
      try folder.set("a.geojson", bytes[..<length])
      #expect(failure(folder.file("a.geojson"))?.code == .malformed, "\(length) bytes")
    }
  }

  @Test func truncatedGeoPackagesAreRefused() throws {
    let folder = try VectorFolder()
    VectorFixture.write(
      folder.file("a.gpkg"), driver: "GPKG", layer: "a", fields: ["name"],
      rows: (0..<2000).map { ("POINT (\($0) 1)", ["村\($0)"]) })
    let bytes = try folder.bytes("a.gpkg")
    for part in 1..<10 {
      try folder.set("a.gpkg", bytes[..<(bytes.count * part / 10)])
      #expect(failure(folder.file("a.gpkg"))?.code == .malformed, "\(part) tenths")
    }
  }

  @Test func truncatedShapefilesAreRefused() throws {
    let folder = try VectorFolder()
    VectorFixture.write(
      folder.file("a.shp"), driver: "ESRI Shapefile", layer: "a", fields: ["name"],
      rows: (0..<50).map { ("LINESTRING (\($0) 1, 3 4, 5 6)", ["村\($0)"]) }, encoding: "UTF-8")
    for part in ["a.shp", "a.shx", "a.dbf"] {
      let bytes = try folder.bytes(part)
      for length in [0, 10, 50, bytes.count / 2, bytes.count - 20] {
        try folder.set(part, bytes[..<length])
        let error = failure(folder.file("a.shp"))
        #expect(error?.code == .malformed, "\(part) \(length) bytes")
      }
      try folder.set(part, bytes)
    }
    #expect(try VectorLayer.read(folder.file("a.shp")).features.count == 50)
  }
}
