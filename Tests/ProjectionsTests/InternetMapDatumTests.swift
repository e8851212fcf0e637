import Geometry
import Projections
import Testing

@Suite struct InternetMapDatumTests {
  @Test(arguments: [
    (Position(x: 121.5272106, y: 31.1774276), Position(x: 121.531541859215, y: 31.17530398364597)),
    (
      Position(x: 113.912316, y: 22.543847), Position(x: 113.9171764808363, y: 22.540796131694766)
    ),
    (
      Position(x: 116.377817, y: 39.911954), Position(x: 116.38404722455657, y: 39.91334545536069)
    ),
  ])
  func publishedPairsAreMet(wgs84: Position, gcj02: Position) {
    let computed = GCJ02.fromWGS84(wgs84)
    #expect(abs(computed.x - gcj02.x) < 1e-6 && abs(computed.y - gcj02.y) < 1e-6)
    let back = GCJ02.toWGS84(gcj02)
    #expect(abs(back.x - wgs84.x) < 1e-6 && abs(back.y - wgs84.y) < 1e-6)
  }

  @Test func baiduPairIsMet() {
    let computed = BD09.fromGCJ02(Position(x: 116.404, y: 39.915))
    #expect(abs(computed.x - 116.41036949371029) < 1e-9)
    #expect(abs(computed.y - 39.92133699351021) < 1e-9)
  }

  @Test func offsetsInWulong() {
    let seat = Position(x: 107.76056, y: 29.32431)
    #expect(abs(metres(seat, GCJ02.fromWGS84(seat)) - 531) < 2)
    #expect(abs(metres(seat, BD09.fromWGS84(seat)) - 1123) < 3)
  }

  @Test func bothInvertOverAllOfChongqing() {
    // 105.28–110.20° E, 28.16–32.21° N in steps of about four kilometres.
    var worst = 0.0
    for column in 0..<124 {
      for row in 0..<102 {
        let place = Position(x: 105.28 + Double(column) * 0.04, y: 28.16 + Double(row) * 0.04)
        let gcj02 = GCJ02.toWGS84(GCJ02.fromWGS84(place))
        let bd09 = BD09.toWGS84(BD09.fromWGS84(place))
        worst = max(worst, abs(gcj02.x - place.x), abs(gcj02.y - place.y))
        worst = max(worst, abs(bd09.x - place.x), abs(bd09.y - place.y))
      }
    }
    // 10⁻⁹ degrees are a tenth of a millimetre; 0.5 m is what is owed.
    #expect(worst < 1e-9)
  }

  @Test func outsideChinaThereIsNoOffset() {
    let paris = Position(x: 2.35, y: 48.85)
    #expect(GCJ02.fromWGS84(paris) == paris)
    #expect(GCJ02.toWGS84(paris) == paris)
    #expect(GCJ02.toWGS84(Position(x: .nan, y: 1)).x.isNaN)
  }

  private func metres(_ first: Position, _ second: Position) -> Double {
    EllipsoidalMetric.lengthMetres(
      longitude1: first.x, latitude1: first.y, longitude2: second.x, latitude2: second.y)
  }
}
