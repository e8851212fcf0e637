import Geometry
import Importing
import PlanningModel
import Projections
import Testing

@Suite struct CoordinateReadingTests {
  let truth = GeographicPosition(longitude: 107.76, latitude: 29.33)

  func read(_ datum: String, _ x: Double, _ y: Double) throws -> String {
    let (reading, faults) = CoordinateReading.declared(
      datum, box: LedgerFixture.box, file: "t.csv")
    #expect(faults.isEmpty)
    switch try #require(reading).read(x: x, y: y) {
    case .failure(let problem): return problem.check.rawValue
    case .success(let place):
      let metres = EllipsoidalMetric.lengthMetres(
        longitude1: place.longitude, latitude1: place.latitude, longitude2: truth.longitude,
        latitude2: truth.latitude)
      return metres < 0.5 ? "same" : "\(metres)"
    }
  }

  @Test func readsEveryDatum() throws {
    for datum in ["WGS 84", "CGCS2000", "GCJ-02", "BD-09", "EPSG:4545", "EPSG:4524"] {
      let declared = try Datum(datum)
      let conversion = try DatumConversion(declared)
      let written = try conversion.fromWGS84([Position(x: truth.longitude, y: truth.latitude)])[0]
      #expect(try read(datum, written.x, written.y) == "same", "\(datum)")
      #expect(try read(datum, written.y, written.x) == "place.swapped_axes", "\(datum)")
    }
  }

  @Test func refusesWhatCannotBe() throws {
    #expect(try read("WGS 84", 0, 0) == "place.zero")
    #expect(try read("WGS 84", 110, 29) == "place.outside_district")
    #expect(try read("WGS 84", 476_000, 3_246_000) == "place.not_degrees")
    #expect(try read("EPSG:4545", 107.76, 29.33) == "place.outside_district")
    #expect(try read("EPSG:4545", 1e300, 1e300) == "place.not_degrees")
  }

  @Test func undeclaredAndUnknownDatumsAreFaults() {
    let none = CoordinateReading.declared(nil, box: nil, file: "t.csv")
    #expect(none.reading != nil && none.faults.map(\.check) == ["datum.undeclared"])
    let odd = CoordinateReading.declared("GCJ-03", box: nil, file: "t.csv")
    #expect(odd.reading == nil && odd.faults.map(\.check) == ["datum.unknown"])
    #expect(odd.faults.first?.severity == .blocking)
  }
}
