import Geometry
import PlanningModel
import RoadNetwork
import TestSupport
import Testing

/// Gaps between lines, closed and left open; a cell is 100 m, and ends are moved by metres.
@Suite struct EndJoiningTests {
  /// Lines through places given in metres east and north of one place on the equator.
  static func lines(
    _ ways: [(id: Int64, tags: [String: String], places: [(Double, Double)])]
  ) -> TaggedLines {
    let scale = EllipsoidalMetric.metresPerDegree(atLatitude: 0)
    var lines = TaggedLines(keys: ["bridge", "highway", "layer"])
    for way in ways {
      for (east, north) in way.places {
        lines.longitude.append(107 + east / scale.east)
        lines.latitude.append(north / scale.north)
      }
      lines.firstVertex.append(UInt32(lines.longitude.count))
      lines.lineIDs.append(way.id)
      for key in lines.keys {
        let text = way.tags[key] ?? (key == "highway" ? "residential" : "")
        let known = lines.strings.firstIndex(of: text)
        if known == nil { lines.strings.append(text) }
        lines.values.append(UInt32(known ?? lines.strings.count - 1))
      }
    }
    return lines
  }

  static func place(_ east: Double, _ north: Double) -> GeographicPosition {
    let scale = EllipsoidalMetric.metresPerDegree(atLatitude: 0)
    return GeographicPosition(longitude: 107 + east / scale.east, latitude: north / scale.north)
  }

  static func join(_ lines: TaggedLines, _ tolerance: Double = 1) -> EndJoining {
    EndJoining(lines, rules: RoadRules(), toleranceMetres: tolerance)
  }

  /// A road 200 m east, and a stem from 0.4 m north of its middle.
  static let gap = lines([
    (1, [:], [(0, 0), (200, 0)]), (2, [:], [(100, 100), (100, 0.4)]),
  ])

  @Test func aTeeWithAGapJoinsWithinTheTolerance() throws {
    func seconds(_ lines: TaggedLines) throws -> Double? {
      try RoadTravelTimes(lines, snapping: SnapSettings(candidateCount: 1))
        .seconds(Self.place(0, 0), Self.place(100, 100))
    }
    #expect(Self.join(Self.gap, 0).joints == [])
    #expect(Self.join(Self.gap, 0.39).joints == [])
    #expect(try seconds(Self.join(Self.gap, 0).lines) == nil)
    let joined = Self.join(Self.gap, 1)
    #expect(joined.joints.count == 1)
    #expect(isClose(joined.joints.first?.metres, 0.4))
    #expect(joined.joints.first?.line == 2)
    #expect(joined.joints.first?.otherLine == 1)
    #expect(joined.lines.firstVertex == [0, 3, 6])
    #expect(isClose(try seconds(joined.lines), 200))
    #expect(RoadNetwork(lines: joined.lines).nodeCount == 4)
  }

  @Test func withVertexIdsTheJointGetsOneOfItsOwn() throws {
    var lines = Self.gap
    lines.vertexIDs = [10, 11, 12, -5]
    let joined = Self.join(lines, 1)
    #expect(joined.lines.vertexIDs == [10, -6, 11, 12, -5, -6])
    #expect(RoadNetwork(lines: joined.lines).nodeCount == 4)
    // End to end: the id of the end that is there.
    var facing = Self.lines([(1, [:], [(0, 0), (100, 0)]), (2, [:], [(100.5, 0), (200, 0)])])
    facing.vertexIDs = [1, 2, 3, 4]
    #expect(Self.join(facing, 1).lines.vertexIDs == [1, 2, 3, 3, 4])
  }

  @Test func endsThatFaceEachOtherAreJoinedOnce() throws {
    let lines = Self.lines([(1, [:], [(0, 0), (100, 0)]), (2, [:], [(100.6, 0), (200, 0)])])
    let joined = Self.join(lines)
    #expect(joined.joints.map(\.line) == [1])
    #expect(isClose(joined.joints.first?.metres, 0.6))
    let source = RoadTravelTimes(joined.lines)
    #expect(isClose(try source.seconds(Self.place(0, 0), Self.place(200, 0)), 200))
  }

  @Test func aRoadUnderABridgeIsNotJoinedToIt() {
    let bridge = ["bridge": "yes"]
    func joints(_ road: [String: String], _ deck: [String: String]) -> Int {
      Self.join(
        Self.lines([(1, deck, [(0, 0), (200, 0)]), (2, road, [(100, 100), (100, 0.4)])])
      ).joints.count
    }
    #expect(joints([:], [:]) == 1)
    #expect(joints([:], bridge) == 0)
    #expect(joints([:], ["layer": "1"]) == 0)
    #expect(joints(["layer": "1"], ["layer": "1"]) == 1)
    #expect(joints(["layer": "0"], [:]) == 1)
    // The end of a bridge comes down to the ground.
    #expect(joints(bridge, [:]) == 1)
    let facing = Self.lines([
      (1, bridge, [(0, 0), (100, 0)]), (2, [:], [(100.5, 0), (200, 0)]),
    ])
    #expect(Self.join(facing).joints.count == 1)
  }

  @Test func roadsThatNobodyMayUseAreNotJoined() {
    let lines = Self.lines([
      (1, ["highway": "proposed"], [(0, 0), (200, 0)]), (2, [:], [(100, 100), (100, 0.4)]),
      (3, [:], [(0, -0.5), (200, -0.5)]),
    ])
    let joints = Self.join(lines).joints
    #expect(joints.map(\.otherLine) == [3])
    #expect(isClose(joints.first?.metres, 0.9))
  }

  @Test func ofTwoEndsAsNearTheWesternOneIsTaken() {
    // Both lie 0.5 m away, and neither is nearer to the other than the stem is.
    let ways: [(id: Int64, tags: [String: String], places: [(Double, Double)])] = [
      (1, [:], [(0, 0), (0, 100)]), (2, [:], [(0.5, 0), (100, 0)]),
      (3, [:], [(-0.5, 0), (-100, 0)]),
    ]
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0], [0, 2, 1]] {
      let joined = Self.join(Self.lines(order.map { ways[$0] }), 0.75)
      let found = joined.joints.map { [$0.line, $0.otherLine] }
      #expect(found == [[3, 1], [2, 1]], "\(order)")
      #expect(RoadNetwork(lines: joined.lines).nodeCount == 4)
    }
    let apart = Self.lines([
      (1, [:], [(0, 0), (0, 100)]), (2, [:], [(0.5, 0), (100, 0)]),
      (3, [:], [(-0.5, 0), (-100, 0)]), (4, [:], [(0.5, 0), (0.5, -100)]),
      (5, [:], [(-0.5, 0), (-0.5, -100)]),
    ])
    #expect(Self.join(apart, 0.75).joints.map(\.otherLine).allSatisfy { [3, 5].contains($0) })
  }

  @Test func aStubIsNotLedBackToItsOwnRoad() {
    let lines = Self.lines([
      (1, [:], [(0, 0), (100, 0), (200, 0)]), (2, [:], [(100, 0), (100, 0.8)]),
    ])
    #expect(Self.join(lines).joints == [])
    // A loop of 140 m that stops short of its road is a gap.
    let loop = Self.lines([
      (1, [:], [(0, 0), (100, 0), (200, 0)]),
      (2, [:], [(100, 0), (100, 50), (140, 50), (140, 0.8)]),
    ])
    #expect(Self.join(loop).joints.count == 1)
  }

  @Test(arguments: 0..<20)
  func theOrderOfTheLinesDecidesNothing(seed: Int) {
    var random = SeededRandom(seed: seed)
    var ways: [(id: Int64, tags: [String: String], places: [(Double, Double)])] = []
    for id in 0..<60 {
      let start = (
        Double(Int.random(in: 0...40, using: &random)),
        Double(Int.random(in: 0...40, using: &random))
      )
      let end = (
        start.0 + Double(Int.random(in: -8...8, using: &random)),
        start.1 + Double(Int.random(in: 1...8, using: &random))
      )
      let tags: [String: String] =
        id % 7 == 0 ? ["bridge": "yes"] : id % 5 == 0 ? ["layer": "1"] : [:]
      ways.append((Int64(id), tags, [start, end]))
    }
    let first = Self.join(Self.lines(ways), 2)
    let shuffled = ways.shuffled(using: &random)
    let second = Self.join(Self.lines(shuffled), 2)
    #expect(!first.joints.isEmpty)
    #expect(first.joints == second.joints)
    for (position, way) in shuffled.enumerated() {
      #expect(shape(first.lines, Int(way.id)) == shape(second.lines, position))
    }
    #expect(first.joints.allSatisfy { $0.metres <= 2 })
    let crossings = UnjoinedCrossing.all(in: Self.lines(ways), rules: RoadRules())
    #expect(
      crossings == UnjoinedCrossing.all(in: Self.lines(shuffled), rules: RoadRules()))
  }

  private func shape(_ lines: TaggedLines, _ line: Int) -> [Position] {
    (Int(lines.firstVertex[line])..<Int(lines.firstVertex[line + 1])).map {
      Position(x: lines.longitude[$0], y: lines.latitude[$0])
    }
  }

  @Test func oddLinesAreNoReasonToStop() {
    var lines = Self.lines([
      (1, [:], [(0, 0), (0, 0)]), (2, [:], [(0, 0)]), (3, [:], [(0, 0.5), (50, 0)]),
      (4, [:], [(.nan, 0), (1, 0)]),
    ])
    lines.firstVertex.append(UInt32(lines.longitude.count))
    lines.lineIDs.append(5)
    lines.values += [0, 0, 0]
    #expect(Self.join(lines).joints == [])
    #expect(Self.join(TaggedLines(keys: [])).joints == [])
    #expect(UnjoinedCrossing.all(in: lines, rules: RoadRules()) == [])
  }
}

/// Lines that cross without meeting.
@Suite struct UnjoinedCrossingTests {
  private func crossings(
    _ first: [String: String], _ second: [String: String],
    _ places: [(Double, Double)] = [(50, -50), (50, 50)], tolerance: Double = 0
  ) -> [UnjoinedCrossing] {
    UnjoinedCrossing.all(
      in: EndJoiningTests.lines([(2, first, [(0, 0), (100, 0)]), (1, second, places)]),
      rules: RoadRules(), toleranceMetres: tolerance)
  }

  @Test func twoRoadsOnOneLevelAreTold() throws {
    let found = crossings([:], [:])
    #expect(found.map { [$0.line, $0.otherLine] } == [[1, 2]])
    let place = try #require(found.first?.place)
    let scale = EllipsoidalMetric.metresPerDegree(atLatitude: 0)
    #expect(isClose((place.x - 107) * scale.east, 50))
    #expect(isClose(place.y * scale.north, 0))
  }

  @Test func bridgesLevelsJunctionsAndTouchesAreNot() {
    #expect(crossings(["bridge": "yes"], [:]).isEmpty)
    #expect(crossings(["layer": "1"], [:]).isEmpty)
    #expect(crossings(["layer": "1"], ["layer": "1"]).count == 1)
    #expect(crossings(["highway": "proposed"], [:]).isEmpty)
    // A shared vertex, an end on the road, and one that passes it by less than the tolerance.
    #expect(crossings([:], [:], [(100, -50), (100, 0), (100, 50)]).isEmpty)
    #expect(crossings([:], [:], [(50, -50), (50, 0)]).isEmpty)
    #expect(crossings([:], [:], [(50, -50), (50, 0.4)]).count == 1)
    #expect(crossings([:], [:], [(50, -50), (50, 0.4)], tolerance: 1).isEmpty)
  }
}
