import Foundation
import Geometry
import Importing
import PlanningModel
import Testing

@Suite struct VectorShapefileTests {
  static let names = ["武隆区羊角街道", "后坪苗族土家族乡", "浩口苗族仡佬族乡"]

  /// A Shapefile of three points whose table is stored in an encoding.
  private func folder(_ encoding: String, system: String? = "EPSG:4545") throws -> VectorFolder {
    let folder = try VectorFolder()
    VectorFixture.write(
      folder.file("点.shp"), driver: "ESRI Shapefile", layer: "点", system: system,
      fields: ["名称", "kind"], rows: Self.names.map { ("POINT (500000 3242500)", [$0, "乡"]) },
      encoding: encoding)
    return folder
  }

  /// Sets the language byte of the table.
  private func setLanguage(_ folder: VectorFolder, _ byte: UInt8) throws {
    var table = try folder.bytes("点.dbf")
    table[29] = byte
    try folder.set("点.dbf", table)
  }

  private func check(_ folder: VectorFolder, _ encoding: String?) throws {
    let before = folder.names
    let layer = try VectorLayer.read(folder.file("点.shp"))
    #expect(layer.fields == ["名称", "kind"])
    #expect(layer.features.map { $0.values[0] } == Self.names)
    #expect(layer.features.map(\.row) == [1, 2, 3])
    #expect(layer.textEncoding == encoding)
    #expect(layer.faults.isEmpty, "\(layer.faults)")
    #expect(folder.names == before)
  }

  @Test(arguments: ["GBK", "GB18030", "UTF-8"]) func aStatedEncodingIsBelieved(encoding: String)
    throws
  {
    let folder = try folder(encoding)
    #expect(folder.names.contains("点.cpg"))
    try check(folder, encoding)
  }

  @Test(arguments: [0, 0x57, 0x4D] as [UInt8]) func gbkWithoutPageIsFound(language: UInt8) throws {
    let folder = try folder("GBK")
    try folder.remove("点.cpg")
    try setLanguage(folder, language)
    try check(folder, language == 0x4D ? "CP936" : "GB18030")
  }

  @Test func utf8WithoutPageIsFound() throws {
    let folder = try folder("UTF-8")
    try folder.remove("点.cpg")
    try setLanguage(folder, 0)
    try check(folder, "UTF-8")
  }

  @Test func aPageThatSaysUTF8AndLiesIsOverruled() throws {
    let folder = try folder("GBK")
    try folder.write("点.cpg", "UTF-8")
    try check(folder, "GB18030")
  }

  @Test func theSystemComesFromThePrjFile() throws {
    let folder = try folder("UTF-8")
    #expect(try VectorLayer.read(folder.file("点.shp")).referenceSystem == "EPSG:4545")
    try folder.remove("点.prj")
    #expect(try VectorLayer.read(folder.file("点.shp")).referenceSystem == nil)
  }

  @Test(arguments: ["点.shx", "点.dbf"]) func missingPartsAreNamed(part: String) throws {
    let folder = try folder("UTF-8")
    try folder.remove(part)
    let before = folder.names
    let error = #expect(throws: WorkError.self) {
      try VectorLayer.read(folder.file("点.shp"), name: "点.shp")
    }
    #expect(error?.code == .unreadable)
    #expect(error?.message.contains(String(part.suffix(4))) == true)
    #expect(folder.names == before)
  }
}
