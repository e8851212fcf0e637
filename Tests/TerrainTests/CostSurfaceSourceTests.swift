import Geometry
import PlanningModel
import Terrain
import Testing

@Suite struct CostSurfaceSourceTests {
  static func travel(_ elevation: Raster) throws -> SurfaceTravelTimes {
    SurfaceTravelTimes(try CostSurface(elevation: elevation, unit: .metres))
  }

  @Test func everySourceHasAStatus() throws {
    let raster = Ground.raster(columns: 4, rows: 4) { column, _ in column == 3 ? .nan : 1 }
    var travel = try Self.travel(raster)
    let sources: [Position?] = [
      nil, Position(x: .nan, y: 3), Position(x: -1, y: 3), Ground.centre(3, 0, rows: 4),
      Ground.centre(0, 0, rows: 4), Position(x: 0, y: 120),
    ]
    let times = travel.times(sources: sources, direction: .to)
    #expect(
      times.sourceStatus == [.invalid, .invalid, .outside, .noElevation, .reached, .reached])
    #expect(times.source(at: Ground.centre(2, 2, rows: 4)) == 4, "two in one cell: the first")
    #expect(times.status(at: Ground.centre(3, 1, rows: 4)) == .noElevation)
    #expect(times.status(at: Position(x: 1000, y: 0)) == .outside)
    #expect(times.status(at: nil) == .invalid)
    #expect(times.time(at: nil) == nil)
    // The east and south edges belong to the last cells.
    #expect(times.grid.cell(at: Position(x: 120, y: 0)) == 15)

    let none = travel.times(sources: [Ground.centre(3, 0, rows: 4)], direction: .worst)
    #expect(none.milliseconds.allSatisfy { $0 == .max })
    #expect(none.status(at: Ground.centre(0, 0, rows: 4)) == .notReached)
    #expect(none.secondsRaster().cells.allSatisfy { $0.isNaN })
  }

  @Test func tiesGoToTheSmallestSource() throws {
    var travel = try Self.travel(Ground.flat(columns: 9, rows: 1))
    let ends = [Ground.centre(8, 0, rows: 1), Ground.centre(0, 0, rows: 1)]
    for direction in [TravelDirection.to, .from, .roundTrip, .worst] {
      let times = travel.times(sources: ends, direction: direction)
      #expect(times.source == [1, 1, 1, 1, 0, 0, 0, 0, 0])
      #expect(times.milliseconds == [0, 1, 2, 3, 4, 3, 2, 1, 0].map { $0 * 24_000 })
    }
  }

  @Test func aLimitIsIncluded() throws {
    var travel = try Self.travel(Ground.flat(columns: 9, rows: 1))
    for direction in [TravelDirection.to, .roundTrip, .worst] {
      let times = travel.times(
        sources: [Ground.centre(0, 0, rows: 1)], direction: direction,
        within: TravelTime(milliseconds: 72_000))
      #expect(times.milliseconds.prefix(5) == [0, 24_000, 48_000, 72_000, .max])
      let less = travel.times(
        sources: [Ground.centre(0, 0, rows: 1)], direction: direction,
        within: TravelTime(milliseconds: 71_999))
      #expect(less.milliseconds[3] == .max)
      #expect(less.secondsRaster().cells.prefix(3) == [0, 24, 48])
    }
  }

  @Test func degenerateGridsAnswer() throws {
    var empty = try Self.travel(Ground.flat(columns: 0, rows: 0))
    let times = empty.times(sources: [Position(x: 0, y: 0)], direction: .roundTrip)
    #expect(times.sourceStatus == [.outside])
    #expect(times.milliseconds.isEmpty)
    var single = try Self.travel(Ground.flat(columns: 1, rows: 1))
    #expect(
      single.times(sources: [Position(x: 1, y: 1)], direction: .to).milliseconds == [0])
    var flawed = Ground.flat(columns: 2, rows: 2)
    flawed.cellWidth = 0
    #expect(throws: WorkError.self) { try Self.travel(flawed) }
    #expect(throws: WorkError.self) {
      try CostSurface(
        elevation: Ground.flat(columns: 2, rows: 2), unit: .metres,
        rules: CostSurfaceRules(paceMetresPerSecond: 0))
    }
    #expect(throws: WorkError.self) {
      try CostSurface(
        elevation: Ground.flat(columns: 2, rows: 2), unit: .metres,
        rules: CostSurfaceRules(
          slope: .langmuir(LangmuirCoefficients(secondsPerMetreDownModerate: 5))))
    }
  }

  @Test func searchesFromTheMiddleOfAJourneyKeepTheirStart() throws {
    var travel = try Self.travel(Ground.flat(columns: 6, rows: 1))
    let seeds = [
      SurfaceSeed(cell: 0, milliseconds: 100_000, source: 3),
      SurfaceSeed(cell: 5, milliseconds: 7, source: 2),
    ]
    for direction in [TravelDirection.to, .roundTrip, .worst] {
      let labels = travel.labels(from: seeds, direction: direction)
      #expect(labels.milliseconds == [100_000, 96_007, 72_007, 48_007, 24_007, 7])
      #expect(labels.source == [3, 2, 2, 2, 2, 2])
    }
  }
}
