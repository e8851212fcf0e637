import Foundation
import Geometry
import PlanningModel
import Projections
import Testing

/// The same outline of 武隆 as two publishers draw it, one in WGS 84, one in GCJ-02.
@Suite(.enabled(if: TestData.folder != nil, "YIKE_TEST_DATA names no folder with test data"))
struct OutlineDatumTests {
  @Test func outlinesAgreeOnlyAfterConversion() throws {
    let wgs84 = try TestData.ring("outline_wgs84.geojson")
    let gcj02 = try TestData.ring("outline_gcj02.geojson")
    // Middle points of the drawn areas, since the outlines have different vertices.
    let truth = centroid(wgs84)
    let before = metres(truth, centroid(gcj02))
    let after = metres(truth, centroid(gcj02.map(GCJ02.toWGS84)))
    #expect((480...560).contains(before), "\(before) m")
    #expect(after < 25, "\(after) m")
  }

  @Test func theTestNamesTheDatum() throws {
    let anchors = densified(try TestData.ring("outline_wgs84.geojson")).map {
      GeographicPosition(longitude: $0.x, latitude: $0.y)
    }
    let test = try DatumTest(
      TestData.ring("outline_gcj02.geojson"), declared: .wgs84, near: anchors)
    #expect(test.best?.hypothesis == .datum(.gcj02), "\(test.findings)")
  }

  private func centroid(_ ring: [Position]) -> Position {
    let origin = ring[0]
    var (x, y, area) = (0.0, 0.0, 0.0)
    for (start, end) in zip(ring, ring.dropFirst()) {
      let (ax, ay) = (start.x - origin.x, start.y - origin.y)
      let (bx, by) = (end.x - origin.x, end.y - origin.y)
      let cross = ax * by - bx * ay
      area += cross
      x += (ax + bx) * cross
      y += (ay + by) * cross
    }
    return Position(x: origin.x + x / (3 * area), y: origin.y + y / (3 * area))
  }

  private func densified(_ ring: [Position]) -> [Position] {
    zip(ring, ring.dropFirst()).flatMap { start, end in
      (0..<40).map {
        let part = Double($0) / 40
        return Position(
          x: start.x + part * (end.x - start.x), y: start.y + part * (end.y - start.y))
      }
    }
  }

  private func metres(_ first: Position, _ second: Position) -> Double {
    EllipsoidalMetric.lengthMetres(
      longitude1: first.x, latitude1: first.y, longitude2: second.x, latitude2: second.y)
  }
}

enum TestData {
  static let folder = ProcessInfo.processInfo.environment["YIKE_TEST_DATA"]

  /// The longest outer ring of a file of polygons.
  static func ring(_ name: String) throws -> [Position] {
    let path = try #require(folder) + "/wulong/" + name
    let json = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(fileURLWithPath: path)))
    var found: [Position] = []
    func visit(_ value: Any) {
      if let object = value as? [String: Any] {
        for key in ["features", "geometry", "coordinates"] { object[key].map(visit) }
      } else if let ring = value as? [[Double]] {
        if ring.count > found.count { found = ring.map { Position(x: $0[0], y: $0[1]) } }
      } else if let list = value as? [Any] {
        list.forEach(visit)
      }
    }
    visit(json)
    return found
  }
}
