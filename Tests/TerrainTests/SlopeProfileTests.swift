import Geometry
import Terrain
import Testing

@Suite struct SlopeProfileTests {
  static let metres = EllipsoidalMetric.metresPerDegree(atLatitude: 0)

  /// A model whose height is a function of metres east and north of (107°, 0°), known at
  /// centres every 10 m.
  static func model(_ height: (Double, Double) -> Double) -> ElevationModel {
    let side = 300
    var cells: [Float] = []
    for row in 0..<side {
      for column in 0..<side {
        cells.append(
          Float(height(Double(column - side / 2) * 10, Double(side / 2 - row) * 10)))
      }
    }
    let raster = Raster(
      width: side, height: side, west: -Double(side) * 5 - 5, north: Double(side) * 5 + 5,
      cellWidth: 10, cellHeight: 10, referenceSystem: "local", cells: cells)
    return ElevationModel(raster: raster) {
      $0.map { Position(x: ($0.x - 107) * metres.east, y: $0.y * metres.north) }
    }
  }

  /// Lines through places in metres, from joint to joint.
  static func lines(
    _ all: [(joints: (UInt32, UInt32), isStructure: Bool, places: [(Double, Double)])]
  ) -> SlopeLines {
    var lines = SlopeLines(jointCount: 10)
    for line in all {
      for place in line.places {
        lines.longitude.append(107 + place.0 / metres.east)
        lines.latitude.append(place.1 / metres.north)
      }
      lines.firstPosition.append(UInt32(lines.longitude.count))
      lines.start.append(line.joints.0)
      lines.end.append(line.joints.1)
      lines.isStructure.append(line.isStructure)
    }
    return lines
  }

  @Test func aTiltedPlaneHasItsSlopeEverywhere() throws {
    let model = Self.model { east, north in 0.1 * east - 0.05 * north }
    let profile = try SlopeProfile(
      of: Self.lines([
        ((0, 1), false, [(0, 0), (600, 0)]), ((1, 2), false, [(600, 0), (600, 300)]),
        ((2, 3), false, [(600, 300), (590, 300)]), ((3, 4), true, [(590, 300), (570, 300)]),
      ]), over: model)
    #expect(profile.firstStep == [0, 8, 12, 13, 14])
    for step in 0..<8 { #expect(abs(profile.slope[step] - 0.1) < 1e-4) }
    for step in 8..<12 { #expect(abs(profile.slope[step] + 0.05) < 1e-4) }
    #expect(abs(profile.slope[12] + 0.1) < 1e-4)
    #expect(abs(profile.slope[13] + 0.1) < 1e-4)
    #expect(profile.unknownMetres == 0)
  }

  @Test func aBridgeOverACanyonIsFlat() throws {
    // A canyon 100 m deep between 200 and 400 m east.
    let model = Self.model { east, _ in east > 200 && east < 400 ? 0 : 100 }
    let road = Self.lines([((0, 1), false, [(100, 0), (500, 0)])])
    let bridge = Self.lines([((0, 1), true, [(100, 0), (500, 0)])])
    #expect(try SlopeProfile(of: road, over: model).slope.contains { abs($0) > 0.5 })
    #expect(try SlopeProfile(of: bridge, over: model).slope == [0])
  }

  @Test func jointsBetweenBridgesHangInTheAir() throws {
    let model = Self.model { east, _ in
      east > 200 && east < 400 ? 0 : east <= 200 ? 100 : 140
    }
    let profile = try SlopeProfile(
      of: Self.lines([
        ((0, 1), false, [(0, 0), (100, 0)]), ((1, 2), true, [(100, 0), (250, 0)]),
        ((2, 3), true, [(250, 0), (350, 0)]), ((4, 3), true, [(500, 0), (350, 0)]),
        ((4, 5), false, [(500, 0), (600, 0)]),
      ]), over: model)
    // 40 m over 400 m, whichever way a line runs.
    #expect(abs(profile.slope[1] - 0.1) < 1e-3)
    #expect(abs(profile.slope[2] - 0.1) < 1e-3)
    #expect(abs(profile.slope[3] + 0.1) < 1e-3)
  }

  @Test func unknownHeightsAreFlatAndCounted() throws {
    let model = Self.model { east, _ in east > 100 ? .nan : 0.2 * east }
    let profile = try SlopeProfile(
      of: Self.lines([((0, 1), false, [(0, 0), (225, 0)])]), over: model)
    #expect(profile.slope.count == 3)
    #expect(abs(profile.slope[0] - 0.2) < 1e-3)
    #expect(profile.slope[2] == 0)
    #expect(abs(profile.unknownMetres - 150) < 0.1)
  }

  @Test func aShortClosedLineIsFlat() throws {
    let model = Self.model { east, _ in 0.3 * east }
    let profile = try SlopeProfile(
      of: Self.lines([((0, 0), false, [(0, 0), (10, 0), (10, 10), (0, 0)])]), over: model)
    #expect(profile.slope == [0])
  }
}
