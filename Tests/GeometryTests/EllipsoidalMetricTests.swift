import Geometry
import TestSupport
import Testing

@Suite struct EllipsoidalMetricTests {
  @Test func aDegreeHasTheLengthsOfTheTables() {
    // WGS 84 by the defining constants: equator and pole.
    let equator = EllipsoidalMetric.metresPerDegree(atLatitude: 0)
    #expect(abs(equator.east - 111_319.4908) < 1e-4)
    #expect(abs(equator.north - 110_574.2758) < 1e-4)
    let pole = EllipsoidalMetric.metresPerDegree(atLatitude: 90)
    #expect(abs(pole.east) < 1e-9)
    #expect(abs(pole.north - 111_693.9795) < 1e-3)
  }

  @Test func longLinesFollowTheGeodesic() {
    // Vincenty's line between Flinders Peak and Buninyong, on WGS 84 (Geoscience Australia).
    let metres = EllipsoidalMetric.lengthMetres(
      longitude1: 144 + 25.0 / 60 + 29.52440 / 3600, latitude1: -(37 + 57.0 / 60 + 3.72030 / 3600),
      longitude2: 143 + 55.0 / 60 + 35.38390 / 3600, latitude2: -(37 + 39.0 / 60 + 10.15610 / 3600))
    #expect(abs(metres - 54_972.271) < 0.001)
    // A quarter of the equator and a quarter of the meridian.
    let equator = EllipsoidalMetric.geodesicMetres(
      longitude1: 0, latitude1: 0, longitude2: 90, latitude2: 0)
    #expect(abs(equator - 6_378_137 * Double.pi / 2) < 1e-3)
    let meridian = EllipsoidalMetric.geodesicMetres(
      longitude1: 30, latitude1: 0, longitude2: 30, latitude2: 90)
    #expect(abs(meridian - 10_001_965.7293) < 1e-3)
  }

  @Test func shortLinesMatchTheGeodesicWithinOneMillionth() {
    var generator = SeededRandom(seed: 1)
    var worst = 0.0
    for _ in 0..<20_000 {
      let latitude = Double.random(in: -58...58, using: &generator)
      let longitude = Double.random(in: -170...170, using: &generator)
      let scale = EllipsoidalMetric.metresPerDegree(atLatitude: latitude)
      let length = Double.random(in: 1...10_000, using: &generator)
      let direction = Double.random(in: -1...1, using: &generator)
      let east = length * direction
      let north = length * (1 - direction * direction).squareRoot()
      let (longitude2, latitude2) = (longitude + east / scale.east, latitude + north / scale.north)
      let short = EllipsoidalMetric.lengthMetres(
        longitude1: longitude, latitude1: latitude, longitude2: longitude2, latitude2: latitude2)
      let geodesic = EllipsoidalMetric.geodesicMetres(
        longitude1: longitude, latitude1: latitude, longitude2: longitude2, latitude2: latitude2)
      worst = max(worst, (abs(short - geodesic) - 1e-6) / geodesic)
    }
    #expect(worst < 1e-6)
  }

  @Test func lengthIsZeroAndSymmetric() {
    #expect(
      EllipsoidalMetric.lengthMetres(
        longitude1: 107.7, latitude1: 29.3, longitude2: 107.7, latitude2: 29.3) == 0)
    let there = EllipsoidalMetric.lengthMetres(
      longitude1: 107.7, latitude1: 29.3, longitude2: 107.71, latitude2: 29.31)
    let back = EllipsoidalMetric.lengthMetres(
      longitude1: 107.71, latitude1: 29.31, longitude2: 107.7, latitude2: 29.3)
    #expect(there == back)
  }

  @Test func aPointProjectsOntoASegment() {
    let middle = EllipsoidalMetric.projection(
      longitude: 107.755, latitude: 29.33, longitude1: 107.75, latitude1: 29.32,
      longitude2: 107.76, latitude2: 29.32)
    #expect(abs(middle.fraction - 0.5) < 1e-9)
    #expect(abs(middle.latitude - 29.32) < 1e-12)
    #expect(abs(middle.distanceMetres - 1108.5) < 0.1)
    let before = EllipsoidalMetric.projection(
      longitude: 107.7, latitude: 29.32, longitude1: 107.75, latitude1: 29.32,
      longitude2: 107.76, latitude2: 29.32)
    #expect(before.fraction == 0)
    #expect(before.longitude == 107.75)
    let degenerate = EllipsoidalMetric.projection(
      longitude: 107.7, latitude: 29.32, longitude1: 107.75, latitude1: 29.32,
      longitude2: 107.75, latitude2: 29.32)
    #expect(degenerate.fraction == 0)
    #expect(abs(degenerate.distanceMetres - before.distanceMetres) < 1e-9)
  }
}
