import Geometry
import Journeys
import PlanningModel
import RoadNetwork
import Terrain
import TestSupport
import Testing
import TravelTimes

/// A road of 1,000 m that climbs 100 m from A to B.
@Suite struct SlopedRoadTests {
  static let map = ASCIIMap("A         B         C")

  /// Ground that rises 1 in 10 towards the east.
  static let hillside: ElevationModel = {
    let side = 400
    var cells: [Float] = []
    for _ in 0..<side { cells += (0..<side).map { Float($0) } }
    let raster = Raster(
      width: side, height: side, west: -1005, north: 2000, cellWidth: 10, cellHeight: 10,
      referenceSystem: "local", cells: cells)
    let scale = EllipsoidalMetric.metresPerDegree(atLatitude: 0)
    return ElevationModel(raster: raster) {
      $0.map { Position(x: ($0.x - 107) * scale.east, y: $0.y * scale.north) }
    }
  }()

  static func seconds(
    _ walking: WalkingSpeed, _ direction: TravelDirection, _ from: GeographicPosition,
    _ to: GeographicPosition, mode: TravelMode = .walk,
    lines: TaggedLines = map.roads("AB", "BC")
  ) throws -> Double {
    let network = RoadNetwork(lines: lines)
    let slopes = try RoadSlopes(of: network, over: hillside, walking: walking)
    #expect(slopes.unknownMetres == 0)
    let source = RoadTravelTimes(
      network: network, slopes: slopes.edges, snapping: SnapSettings(candidateCount: 1))
    let profile = TravelProfile(
      mode: mode, paceMillimetresPerSecond: 900, direction: direction)
    let matrix = try source.times(from: [from], to: [to], profile: profile, within: nil)
    let path = try source.path(from: from, to: to, profile: profile)
    #expect(path?.time.milliseconds == matrix.milliseconds[0])
    return Double(matrix.milliseconds[0]) / 1000
  }

  /// Tobler: uphill 0.1 takes e^0.35 of the flat time, downhill e^−0.35 · e^0.35 … capped at 1.
  @Test func thereAndBackDiffer() throws {
    let elder = WalkingSpeed()
    let (a, b) = (Self.map.place("A"), Self.map.place("B"))
    let flat = 1000 / 0.9
    let uphill = flat * 1.4190675
    #expect(abs(try Self.seconds(elder, .to, a, b) - uphill) < 0.5)
    #expect(abs(try Self.seconds(elder, .from, b, a) - uphill) < 0.5)
    #expect(abs(try Self.seconds(elder, .from, a, b) - flat) < 0.5)
    #expect(abs(try Self.seconds(elder, .worst, a, b) - uphill) < 0.5)
    #expect(abs(try Self.seconds(elder, .worst, b, a) - uphill) < 0.5)
    #expect(abs(try Self.seconds(elder, .roundTrip, a, b) - (uphill + flat) / 2) < 0.5)
    #expect(
      try Self.seconds(elder, .roundTrip, a, b) == Self.seconds(elder, .roundTrip, b, a))
    let raw = WalkingSpeed(isCappedAtFlat: false)
    // |−0.1 + 0.05| = |0 + 0.05|: Tobler walks 10 % downhill as on the flat.
    #expect(abs(try Self.seconds(raw, .from, a, b) - flat) < 0.5)
    #expect(abs(try Self.seconds(WalkingSpeed(function: .none), .to, a, b) - flat) < 0.01)
  }

  @Test func aPartOfAnEdgeTakesItsOwnSlope() throws {
    let elder = WalkingSpeed()
    let from = Self.map.place("A", east: 250)
    let to = Self.map.place("A", east: 500)
    #expect(abs(try Self.seconds(elder, .to, from, to) - 250 / 0.9 * 1.4190675) < 0.2)
  }

  @Test func steepRoadsSlowVehiclesDown() throws {
    let (a, b) = (Self.map.place("A"), Self.map.place("B"))
    // Residential 18 km/h × 0.8 above 8 %.
    #expect(
      abs(try Self.seconds(WalkingSpeed(), .to, a, b, mode: .car) - 1000 * 3.6 / 14.4) < 0.1)
  }

  @Test func climbIsReported() throws {
    let network = RoadNetwork(lines: Self.map.roads("AB", "BC"))
    let slopes = try RoadSlopes(of: network, over: Self.hillside)
    let source = RoadTravelTimes(
      network: network, slopes: slopes.edges, snapping: SnapSettings(candidateCount: 1))
    let profile = TravelProfile(
      mode: .walk, paceMillimetresPerSecond: 900, direction: .roundTrip)
    let path = try #require(
      try source.path(
        from: Self.map.place("A", east: 500), to: Self.map.place("C"), profile: profile))
    #expect(abs(path.climbMetres - 150) < 0.1)
    #expect(path.stretches.allSatisfy { $0.descentMetres < 0.01 })
    #expect(abs(path.metres - 1500) < 0.01)
  }
}
