import Geometry
import Journeys
import PlanningModel
import RoadNetwork
import Terrain
import TestSupport
import Testing
import TravelTimes

/// Terrain and road composed into one cost, against a naive search of both together.
@Suite struct NaiveGroundTests {
  private static func place(_ east: Double, _ north: Double) -> GeographicPosition {
    let scale = EllipsoidalMetric.metresPerDegree(atLatitude: 0)
    return GeographicPosition(longitude: 107 + east / scale.east, latitude: north / scale.north)
  }

  /// Straight roads between random towns south of the place.
  private static func roads(_ random: inout SeededRandom) -> TaggedLines {
    var lines = TaggedLines(keys: ["highway"])
    lines.strings = ["residential"]
    let towns = (0..<5).map { _ in
      place(
        Double.random(in: -900...900, using: &random),
        Double.random(in: -1100...(-250), using: &random))
    }
    for (number, pair) in [(0, 1), (1, 2), (2, 3), (3, 4), (4, 0)].enumerated() {
      for end in [pair.0, pair.1] {
        lines.longitude.append(towns[end].longitude)
        lines.latitude.append(towns[end].latitude)
        lines.vertexIDs.append(Int64(end))
      }
      lines.firstVertex.append(UInt32(lines.longitude.count))
      lines.lineIDs.append(Int64(number))
      lines.values.append(0)
    }
    return lines
  }

  @Test(arguments: 0..<30)
  func equalToOneSearchOfBoth(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let bumps = (0..<6).map { _ in
      (
        Double.random(in: -1200...1200, using: &random),
        Double.random(in: -1200...1200, using: &random), Double.random(in: 0...1, using: &random)
      )
    }
    let hasGaps = seed % 3 == 0
    let model = DrawnGround.model(cellMetres: 40, reachMetres: 1600) { east, north in
      if hasGaps, (Int(east + 5000) / 160 + Int(north + 5000) / 120 * 3) % 7 == 0 {
        return east * east + north * north < 14_400 ? 300 : .nan
      }
      return bumps.reduce(300) { height, bump in
        let (x, y) = ((east - bump.0) / 300, (north - bump.1) / 300)
        return height + 120 * bump.2 / (1 + x * x + y * y)
      }
    }
    let home = Self.place(0, 0)
    let network = RoadNetwork(lines: Self.roads(&random))
    let roads = RoadTravelTimes(
      network: network, snapping: SnapSettings(capMetres: 60), ground: SlopeWalks(over: model))
    let node = Int.random(in: 0..<network.nodeCount, using: &random)
    let end = GeographicPosition(
      longitude: network.nodeLongitude[node], latitude: network.nodeLatitude[node])
    let source = JourneySource(roads: roads, detour: nil)
    let reach = try #require(
      try roads.groundReachMetres(at: [home], profile: DrawnGround.walking(.to))[0])
    let naive = try NaiveGround(
      network, model, at: home, to: end, node: node, reachMetres: reach, pace: 1)
    for direction in [TravelDirection.to, .from, .roundTrip] {
      let matrix = try source.times(
        from: [home], to: [end], profile: DrawnGround.walking(direction), within: nil)
      var expected = try #require(naive.milliseconds(direction))
      // The sum of both ways, halved once here and leg by leg there.
      if direction == .roundTrip { expected = (expected + 1) / 2 }
      let found = Int(try #require(matrix.milliseconds.first))
      #expect(abs(found - expected) <= (direction == .roundTrip ? 3 : 0))
      let turned = try source.times(
        from: [end], to: [home],
        profile: DrawnGround.walking(
          direction == .to ? .from : direction == .from ? .to : .roundTrip), within: nil)
      #expect(turned.milliseconds == matrix.milliseconds)
    }
  }
}
