import Geometry
import Importing
import PlanningModel
import Projections
import Testing

@Suite struct DatumCheckTests {
  let anchors = (0..<40).map {
    GeographicPosition(
      longitude: 107.3 + Double($0 % 8) * 0.06, latitude: 29.2 + Double($0 / 8) * 0.07)
  }

  func finding(written datum: Datum, declared: String?, count: Int = 40) throws -> InputFault? {
    let written = try DatumConversion(datum).fromWGS84(
      anchors.map { Position(x: $0.longitude, y: $0.latitude) })
    let rows = written.prefix(count).map { "\($0.x),\($0.y)\n" }.joined()
    let table = try LedgerFixture.table(
      "lon,lat\n" + rows, ColumnRules(required: ["lon", "lat"]))
    return DatumCheck.run(table, declared: declared, near: anchors)
  }

  @Test func findsTheDatumThatFits() throws {
    #expect(try finding(written: .wgs84, declared: nil) == nil)
    #expect(try finding(written: .gcj02, declared: "GCJ-02") == nil)
    let shifted = try #require(try finding(written: .gcj02, declared: nil))
    #expect(shifted.check == "datum.doubtful" && shifted.rule.contains("GCJ-02"))
    #expect(try finding(written: .bd09, declared: "WGS 84")?.rule.contains("BD-09") == true)
    #expect(try finding(written: .gcj02, declared: nil, count: 3) == nil)
    #expect(try finding(written: .gcj02, declared: "no such datum") == nil)
  }
}
