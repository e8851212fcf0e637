import Geometry
import PlanningModel
import Terrain
import Testing

/// What is in the way, and what leads over it.
@Suite struct CostSurfaceBarrierTests {
  static let side = 21

  static func times(
    _ neighbours: SurfaceNeighbours = .sixteen, elevation: Raster? = nil,
    barriers: [Shape] = [], roads: [SurfaceRoad] = [], cut: Bool = false
  ) throws -> SurfaceTimes {
    let surface = try CostSurface(
      elevation: elevation ?? Ground.flat(columns: side, rows: side), unit: .metres,
      rules: CostSurfaceRules(neighbours: neighbours, barriersCutRoads: cut), roads: roads,
      barriers: barriers)
    var travel = SurfaceTravelTimes(surface)
    return travel.times(sources: [Ground.centre(1, 1, rows: side)], direction: .to)
  }

  static func place(_ column: Double, _ row: Double) -> Position {
    Ground.place(column, row, rows: side)
  }

  static func isReached(_ times: SurfaceTimes, _ column: Int, _ row: Int) -> Bool {
    times.time(at: Ground.centre(column, row, rows: side)) != nil
  }

  @Test(
    "A line from edge to edge parts the ground, at any angle",
    arguments: [SurfaceNeighbours.eight, .sixteen])
  func barrierLineDoesNotLeak(_ neighbours: SurfaceNeighbours) throws {
    let ends: [(Position, Position)] = [
      (Self.place(0, 21), Self.place(21, 0)),  // through the corners of cells
      (Self.place(0, 20.5), Self.place(20.5, 0)),  // through their centres
      (Self.place(0, 17.3), Self.place(21, 4.1)), (Self.place(8, 0), Self.place(5.5, 21)),
      (Self.place(10, -3), Self.place(10, 30)),  // along an edge
      (Self.place(-5, 12), Self.place(40, 12)),
    ]
    for (start, end) in ends {
      let times = try Self.times(neighbours, barriers: [.lineString([start, end])])
      #expect(Self.isReached(times, 2, 2))
      #expect(!Self.isReached(times, 19, 19), "\(start) – \(end)")
    }
  }

  @Test func diagonalStepsBetweenTwoObstaclesAreForbidden() throws {
    // A staircase of cells without data that touch by their corners alone.
    let holes = Ground.raster(columns: Self.side, rows: Self.side) { column, row in
      column + row == 20 ? .nan : 100
    }
    for neighbours in [SurfaceNeighbours.eight, .sixteen] {
      let times = try Self.times(neighbours, elevation: holes)
      #expect(!Self.isReached(times, 19, 19))
    }
  }

  @Test func knightsMovesDoNotJump() throws {
    // One closed row with nothing beside it to squeeze through.
    let wall = Ground.raster(columns: Self.side, rows: Self.side) { _, row in
      row == 10 ? .nan : 100
    }
    let times = try Self.times(elevation: wall)
    #expect(!Self.isReached(times, 10, 19))
  }

  @Test func polygonsAreClosedAndHolesOpen() throws {
    let ring = { (from: Double, to: Double) -> [Position] in
      [
        Self.place(from, from), Self.place(to, from), Self.place(to, to), Self.place(from, to),
        Self.place(from, from),
      ]
    }
    let times = try Self.times(
      barriers: [.polygon(Polygon(exterior: ring(5.5, 17.5), interiors: [ring(9.5, 13.5)]))])
    for (column, row) in [(5, 5), (7, 11), (17, 17), (9, 9)] {
      #expect(times.status(at: Ground.centre(column, row, rows: Self.side)) == .impassable)
    }
    #expect(times.status(at: Ground.centre(11, 11, rows: Self.side)) == .notReached)
    #expect(Self.isReached(times, 4, 11))
    #expect(Self.isReached(times, 19, 19))
  }

  @Test func aHoleWithoutDataIsWalkedAround() throws {
    let hole = Ground.raster(columns: Self.side, rows: Self.side) { column, row in
      (4...8).contains(column) && (0...8).contains(row) ? .nan : 100
    }
    let times = try Self.times(.eight, elevation: hole)
    let straight = try Self.times(.eight)
    let behind = Ground.centre(10, 1, rows: Self.side)
    #expect(times.status(at: Ground.centre(6, 2, rows: Self.side)) == .noElevation)
    // Round (3, 8)–(3, 9)–(8 or 9, 9)–(9, 8): 7 south, 2 + 5, 7 north, some of it diagonal.
    let back = try #require(times.time(at: behind))
    let direct = try #require(straight.time(at: behind))
    #expect(direct.milliseconds == 9 * 24_000)
    #expect(back.milliseconds > 2 * direct.milliseconds - 100_000)
  }

  @Test func aRoadBridgesABarrierAlongTheRoadOnly() throws {
    let river = Shape.lineString([Self.place(0, 10.5), Self.place(21, 10.5)])
    let road = SurfaceRoad(
      line: [Self.place(6.5, 6.5), Self.place(14.5, 14.5)],
      speed: GroundSpeed(kilometresPerHour: 18))
    let bridged = try Self.times(barriers: [river], roads: [road])
    #expect(Self.isReached(bridged, 19, 19))
    #expect(bridged.status(at: Ground.centre(9, 10, rows: Self.side)) == .impassable)
    let cut = try Self.times(barriers: [river], roads: [road], cut: true)
    #expect(!Self.isReached(cut, 19, 19))
    // A road along the bank, inside the barrier's cells, is no bridge.
    let bank = SurfaceRoad(
      line: [Self.place(0, 10.4), Self.place(21, 10.6)],
      speed: GroundSpeed(kilometresPerHour: 18))
    let along = try Self.times(barriers: [river], roads: [bank])
    #expect(!Self.isReached(along, 19, 19))
  }

  @Test func aRoadIsFasterWhereItIsFaster() throws {
    let line = [Self.place(1.5, 1.5), Self.place(19.5, 1.5)]
    let road = { SurfaceRoad(line: line, speed: GroundSpeed(kilometresPerHour: $0)) }
    // 1.25 m/s is 4.5 km/h.
    let (slow, none) = (try Self.times(roads: [road(3)]), try Self.times())
    #expect(slow.milliseconds == none.milliseconds)
    let times = try Self.times(roads: [road(18)])
    #expect(
      times.time(at: Ground.centre(11, 1, rows: Self.side)) == TravelTime(milliseconds: 60_000))
  }

  @Test func whatLiesElsewhereIsCounted() throws {
    let elsewhere = [Position(x: 107, y: 29), Position(x: 107.1, y: .nan)]
    let surface = try CostSurface(
      elevation: Ground.flat(columns: 3, rows: 3), unit: .metres,
      roads: [
        SurfaceRoad(line: elsewhere, speed: GroundSpeed(kilometresPerHour: 9)),
        SurfaceRoad(
          line: [Position(x: 0, y: 1), Position(x: 50, y: 1)],
          speed: GroundSpeed(kilometresPerHour: 9)),
      ],
      barriers: [.lineString(elsewhere), .point(Position(x: 1e12, y: -1e12))])
    #expect(surface.warnings.map(\.value) == ["2/2", "1/2"])
    #expect(surface.warnings.map(\.severity) == [.warning, .hint])
    #expect(surface.status(at: Ground.centre(2, 0, rows: 3)) == .reached)
  }
}
