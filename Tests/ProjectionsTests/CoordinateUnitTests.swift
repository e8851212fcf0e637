import Projections
import Testing

@Suite struct CoordinateUnitTests {
  @Test(arguments: [
    ("EPSG:4545", "metre", true), ("EPSG:4326", "degree", true), ("EPSG:4490", "degree", true),
    ("EPSG:2263", "US survey foot", false), ("EPSG:4807", "grad", false),
    ("EPSG:4545+5737", "metre", true),
  ])
  func aSystemNamesItsUnit(code: String, name: String, isMetreOrDegree: Bool) throws {
    let unit = try ReferenceSystem(code).coordinateUnit()
    #expect(unit.name == name)
    #expect(unit.isMetreOrDegree == isMetreOrDegree)
  }
}
