import Geometry
import PlanningModel
import Terrain
import Testing

@Suite struct CostSurfaceLandCoverTests {
  static func cover(_ classes: Raster, _ speeds: [Int: GroundSpeed]) -> LandCover {
    LandCover(raster: classes, speeds: LandCoverSpeeds(byClass: speeds), file: "lc.tif")
  }

  @Test func halfAMoveBelongsToEachCell() throws {
    let classes = Ground.raster(columns: 3, rows: 1) { column, _ in [1, 2, 2][column] }
    let surface = try CostSurface(
      elevation: Ground.flat(columns: 3, rows: 1), unit: .metres,
      landCover: Self.cover(
        classes, [1: GroundSpeed(kilometresPerHour: 5), 2: GroundSpeed(kilometresPerHour: 2)]))
    var travel = SurfaceTravelTimes(surface)
    let times = travel.times(sources: [Ground.centre(0, 0, rows: 1)], direction: .to)
    // 15 m at 5 km/h and 15 m at 2 km/h, then 30 m at 2 km/h.
    #expect(times.milliseconds == [0, 10_800 + 27_000, 10_800 + 27_000 + 54_000])
    #expect(surface.warnings.isEmpty)
  }

  @Test func aKnightsMoveSpendsAQuarterInEachCell() throws {
    // (0, 0) to (2, 1) passes (1, 0) and (1, 1); the slow cells cannot be walked around.
    let classes = Ground.raster(columns: 3, rows: 2) { column, _ in [1, 2, 1][column] }
    let surface = try CostSurface(
      elevation: Ground.flat(columns: 3, rows: 2), unit: .metres,
      rules: CostSurfaceRules(neighbours: .sixteen),
      landCover: Self.cover(
        classes, [1: GroundSpeed(kilometresPerHour: 3.6), 2: GroundSpeed(kilometresPerHour: 0.9)]))
    var travel = SurfaceTravelTimes(surface)
    let times = travel.times(sources: [Ground.centre(0, 0, rows: 2)], direction: .to)
    // 30·√5 / 4 · (1 + 4 + 4 + 1) seconds.
    #expect(times.milliseconds[5] == 167_705)
  }

  @Test func vehiclesDoNotFeelTheSlope() throws {
    let surface = try CostSurface(
      elevation: Ground.raster(columns: 2, rows: 1) { column, _ in Float(column) * 9 },
      unit: .metres,
      landCover: Self.cover(
        Ground.raster(columns: 2, rows: 1) { _, _ in 4 },
        [4: GroundSpeed(kilometresPerHour: 18, isOnFoot: false)]))
    var travel = SurfaceTravelTimes(surface)
    for direction in [TravelDirection.to, .from, .roundTrip, .worst] {
      let times = travel.times(sources: [Ground.centre(0, 0, rows: 1)], direction: direction)
      #expect(times.milliseconds == [0, 6_000])
    }
  }

  @Test func classesComeFromTheCellAroundTheCentreAndTheUnlistedAreCounted() throws {
    // Land cover cells of 50 m under cells of 30 m; the last column has no land cover.
    let classes = Raster(
      width: 2, height: 2, west: 0, north: 90, cellWidth: 50, cellHeight: 50,
      referenceSystem: "EPSG:4545", cells: [1, 7, 1, 9])
    let surface = try CostSurface(
      elevation: Ground.flat(columns: 4, rows: 3), unit: .metres,
      landCover: Self.cover(classes, [1: GroundSpeed(kilometresPerHour: 4)]))
    #expect(surface.warnings.map(\.value) == ["7", "9", nil])
    #expect(surface.warnings.map(\.severity) == [.warning, .warning, .warning])
    // Centres at 15, 45, 75 and 105 m: two columns of class 1, one of 7 (two rows) and 9.
    #expect(surface.warnings[0].rule.contains("2 cells"))
    #expect(surface.warnings[1].rule.contains("1 cells"))
    #expect(surface.warnings[2].rule.contains("3 cells"))
    #expect(surface.status(at: Ground.centre(1, 2, rows: 3)) == .reached)
    #expect(surface.status(at: Ground.centre(2, 0, rows: 3)) == .impassable)
  }

  @Test func speedTableListsAllItsFaults() {
    let (speeds, faults) = LandCoverSpeeds.read(
      [
        (2, ["class": "10", "speed_kmh": "3.5"]),
        (3, ["class": "20", "speed_kmh": "0", "mode": "walk"]),
        (4, ["class": "30", "speed_kmh": "20", "mode": "motor"]),
        (5, ["class": "10", "speed_kmh": "4"]),
        (6, ["class": "x", "speed_kmh": "-1", "mode": "fly"]),
        (7, ["class": "40", "speed_kmh": "nan"]),
      ], file: "speeds.csv")
    #expect(speeds.byClass.count == 3)
    #expect(speeds.byClass[30]?.isOnFoot == false)
    #expect(faults.map(\.row) == [5, 6, 6, 6, 7])
    #expect(faults.allSatisfy { $0.severity == .blocking && $0.file == "speeds.csv" })
    #expect(speeds.scaled(by: 0.5).byClass[10]?.kilometresPerHour == 1.75)
    #expect(speeds.scaled(by: 0.5).byClass[30]?.kilometresPerHour == 20)
  }
}
