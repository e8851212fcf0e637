import Geometry
import PlanningModel
import Projections
import Testing

@Suite struct DatumTests {
  static let known = (0..<25).map {
    GeographicPosition(
      longitude: 107.3 + Double($0 % 5) * 0.17, latitude: 29.05 + Double($0 / 5) * 0.13)
  }
  static let positions = known.map { Position(x: $0.longitude, y: $0.latitude) }

  @Test func datumsAreReadAsPeopleWriteThem() throws {
    #expect(try Datum("WGS84") == .wgs84)
    #expect(try Datum("EPSG:4326") == .wgs84)
    #expect(try Datum("wgs 84") == .wgs84)
    #expect(try Datum("CGCS2000") == .cgcs2000)
    #expect(try Datum("GCJ-02") == .gcj02)
    #expect(try Datum("bd09") == .bd09)
    #expect(try Datum("EPSG:4545").description == "EPSG:4545")
    #expect(try Datum("EPSG:4545").isGeographic == false)
    #expect(throws: ProjectionError.self) { try Datum("火星坐标") }
  }

  @Test(arguments: ["wgs84", "cgcs2000", "gcj02", "bd09", "EPSG:4545", "EPSG:4524"])
  func everyDatumGoesThereAndBack(text: String) throws {
    let conversion = try DatumConversion(Datum(text))
    let back = try conversion.toWGS84(conversion.fromWGS84(Self.positions))
    for (before, after) in zip(Self.positions, back) {
      #expect(abs(before.x - after.x) < 1e-8 && abs(before.y - after.y) < 1e-8)
    }
  }

  @Test func placesOffTheGlobeAreNil() throws {
    let places = try DatumConversion(.wgs84).places([
      Position(x: 107, y: 29), Position(x: 29, y: 107), Position(x: .nan, y: 0),
    ])
    #expect(places == [GeographicPosition(longitude: 107, latitude: 29), nil, nil])
  }

  @Test func theTrueDatumIsFound() throws {
    for (datum, offset) in [(Datum.gcj02, 531.0), (.bd09, 1123.0)] {
      let points = try DatumConversion(datum).fromWGS84(Self.positions)
      let test = try DatumTest(points, declared: .wgs84, pairedWith: Self.known)
      #expect(test.best?.hypothesis == .datum(datum))
      #expect(test.best?.medianOffsetMetres ?? 9 < 0.01)
      #expect(abs((test.findings[0].medianOffsetMetres ?? 0) - offset) < 60)
      #expect(test.contradictsDeclaration)
      let near = try DatumTest(points, declared: .wgs84, near: Self.known)
      #expect(near.best?.hypothesis == .datum(datum))
      let right = try DatumTest(points, declared: datum, pairedWith: Self.known)
      #expect(right.best?.hypothesis == .declared)
      #expect(!right.contradictsDeclaration)
    }
  }

  @Test func swappedAxesAreFound() throws {
    let swapped = Self.positions.map { Position(x: $0.y, y: $0.x) }
    let degrees = try DatumTest(swapped, declared: .wgs84, pairedWith: Self.known)
    #expect(degrees.best?.hypothesis == .swappedAxes)
    #expect(degrees.findings[0].medianOffsetMetres == nil)
    #expect(degrees.contradictsDeclaration)
    let system = try Datum("EPSG:4545")
    let projected = try DatumConversion(system).fromWGS84(Self.positions)
      .map { Position(x: $0.y, y: $0.x) }
    let bounds = Bounds(west: 107.2, south: 28.9, east: 108.1, north: 29.7)
    let test = try DatumTest(projected, declared: system, inside: bounds)
    #expect(test.best?.hypothesis == .swappedAxes)
    #expect(test.best?.medianOffsetMetres == 0)
  }

  @Test func scatterDoesNotHideTheShift() throws {
    // Known places that are right to about a kilometre only, in all directions.
    var sign = 1.0
    let rough = Self.known.enumerated().map { index, place in
      sign = -sign
      return GeographicPosition(
        longitude: place.longitude + sign * 0.0004 * Double(index),
        latitude: place.latitude - sign * 0.0004 * Double((index * 7) % 25))
    }
    let points = try DatumConversion(.gcj02).fromWGS84(Self.positions)
    let test = try DatumTest(points, declared: .wgs84, pairedWith: rough)
    #expect(test.best?.hypothesis == .datum(.gcj02))
  }

  @Test func noPointsNoFinding() throws {
    let test = try DatumTest([], declared: .wgs84, pairedWith: [])
    #expect(test.best == nil)
    #expect(!test.contradictsDeclaration)
  }
}
