import CPROJ
import Foundation
import Geometry
import Projections
import TestSupport
import Testing

@Suite struct TransformationTests {
  @Test func ordnanceSurveyExampleOfTheRegistry() throws {
    // EPSG Guidance Note 7-2, Transverse Mercator: OSGB 1936 to the British National Grid.
    let transformation = try Transformation(
      from: ReferenceSystem("EPSG:4277"), to: ReferenceSystem("EPSG:27700"))
    let grid = try transformation.transformed([Position(x: 0.5, y: 50.5)])[0]
    #expect(abs(grid.x - 577_274.99) < 0.01)
    #expect(abs(grid.y - 69_740.50) < 0.01)
  }

  @Test(arguments: [("EPSG:4545", 500_000.0), ("EPSG:4524", 36_500_000.0)])
  func theCentralMeridianIsTheMeridianArc(code: String, falseEasting: Double) throws {
    // On the central meridian a Gauss–Krüger northing is the arc from the equator, taken here
    // by Simpson's rule over the meridian radius.
    let grid = try Transformation(from: .cgcs2000, to: ReferenceSystem(code))
      .transformed([Position(x: 108, y: 29.3)])[0]
    let steps = 2000
    let width = 29.3 / Double(steps)
    let arc = (0...steps).reduce(0.0) { sum, step in
      let weight = step == 0 || step == steps ? 1.0 : step % 2 == 1 ? 4.0 : 2.0
      let scale = EllipsoidalMetric.metresPerDegree(atLatitude: Double(step) * width)
      return sum + weight * scale.north * width / 3
    }
    #expect(abs(grid.x - falseEasting) < 1e-3)
    #expect(abs(grid.y - arc) < 1e-3)
  }

  @Test(arguments: ["EPSG:4545", "EPSG:4544", "EPSG:4523", "EPSG:4524", "EPSG:32648"])
  func roundTripsStayWithinAMillimetre(code: String) throws {
    let transformation = try Transformation(from: .wgs84, to: ReferenceSystem(code))
    var generator = SeededRandom(seed: 4545)
    let places = (0..<2000).map { _ in
      Position(
        x: .random(in: 105.2...110.2, using: &generator),
        y: .random(in: 28.1...32.3, using: &generator))
    }
    var changed = places
    try transformation.transform(&changed)
    #expect(changed.allSatisfy { $0.x > 100_000 && $0.y > 3_000_000 && $0.y < 3_700_000 })
    if code == "EPSG:4523" { #expect(changed.allSatisfy { $0.x > 35_000_000 }) }
    try transformation.transform(&changed, .inverse)
    let worst = zip(places, changed).map { before, after in
      EllipsoidalMetric.lengthMetres(
        longitude1: before.x, latitude1: before.y, longitude2: after.x, latitude2: after.y)
    }.max()
    #expect((worst ?? 1) < 0.001)
  }

  @Test func whatHasNoImageIsNotANumberAndSparesTheRest() throws {
    let transformation = try Transformation(from: ReferenceSystem("EPSG:4545"), to: .wgs84)
    let places = try transformation.transformed([
      Position(x: 500_000, y: 3_250_000), Position(x: .nan, y: 3_250_000),
      Position(x: 1e30, y: 1e30), Position(x: 500_000, y: 3_250_000),
    ])
    #expect(places[0] == places[3])
    #expect(abs(places[0].x - 108) < 1e-9)
    #expect(places[1].x.isNaN && places[2].y.isNaN)
  }

  @Test func concurrentCallersGetTheSameNumbers() async throws {
    let transformation = try Transformation(from: .wgs84, to: ReferenceSystem("EPSG:4545"))
    let places = (0..<5000).map { Position(x: 107 + Double($0) * 1e-4, y: 29.3) }
    let expected = try transformation.transformed(places)
    try await withThrowingTaskGroup(of: [Position].self) { group in
      for _ in 0..<8 { group.addTask { try transformation.transformed(places) } }
      for try await answer in group { #expect(answer == expected) }
    }
  }

  @Test(arguments: ["EPSG:999999", "nonsense", "", "+proj=merc"])
  func unknownSystemsAreErrors(text: String) {
    let error = #expect(throws: ProjectionError.self) { try ReferenceSystem(text) }
    #expect(error?.code == .unknownSystem)
    #expect(error?.message.isEmpty == false)
  }

  @Test func systemsAreNamedByTheirCode() throws {
    let system = try ReferenceSystem("epsg:4545")
    #expect(system.definition == "EPSG:4545")
    #expect(system.name == "CGCS2000 / 3-degree Gauss-Kruger CM 108E")
    #expect(!system.isGeographic)
    #expect(try ReferenceSystem("EPSG:4490") == .cgcs2000)
    #expect(try ReferenceSystem("EPSG:4326") == .wgs84)
  }

  @Test func shapesAreTransformedWhole() throws {
    let ring = [
      Position(x: 107, y: 29), Position(x: 108, y: 29), Position(x: 108, y: 30),
      Position(x: 107, y: 29),
    ]
    let transformation = try Transformation(from: .wgs84, to: ReferenceSystem("EPSG:4545"))
    let shape = try transformation.transformed(
      Shape.multiPolygon([Polygon(exterior: ring, interiors: [ring]), Polygon(exterior: ring)]))
    let expected = try transformation.transformed(ring)
    #expect(
      shape
        == .multiPolygon([
          Polygon(exterior: expected, interiors: [expected]), Polygon(exterior: expected),
        ]))
  }

  @Test func lengthsAgreeWithTheGeodesicsOfPROJ() throws {
    let context = proj_context_create()
    let ellipsoid = proj_create(context, "+proj=longlat +ellps=WGS84")
    defer {
      proj_destroy(ellipsoid)
      proj_context_destroy(context)
    }
    var generator = SeededRandom(seed: 9)
    var worst = 0.0
    for index in 0..<5000 {
      let latitude = Double.random(in: -58...58, using: &generator)
      let longitude = Double.random(in: -170...170, using: &generator)
      let scale = EllipsoidalMetric.metresPerDegree(atLatitude: latitude)
      // The first half under 10 km, the second up to 3,000 km.
      let length = Double.random(in: 1...(index < 2500 ? 10_000 : 3_000_000), using: &generator)
      let angle = Double.random(in: 0...(2 * .pi), using: &generator)
      let longitude2 = longitude + length * cos(angle) / scale.east
      let latitude2 = max(-85, min(85, latitude + length * sin(angle) / scale.north))
      let ours = EllipsoidalMetric.lengthMetres(
        longitude1: longitude, latitude1: latitude, longitude2: longitude2, latitude2: latitude2)
      let radian = Double.pi / 180
      let theirs = proj_geod(
        ellipsoid, proj_coord(longitude * radian, latitude * radian, 0, 0),
        proj_coord(longitude2 * radian, latitude2 * radian, 0, 0)
      ).v.0
      worst = max(worst, (abs(ours - theirs) - 1e-6) / theirs)
    }
    #expect(worst < 1e-6)
  }
}
