import Foundation
import Geometry
import PlanningModel
import Terrain
import Testing

/// Surfaces whose times are known in closed form.
@Suite struct CostSurfaceClosedFormTests {
  static let side = 61
  static let middle = 30

  /// Times from the middle of a square in milliseconds.
  static func times(
    _ neighbours: SurfaceNeighbours, _ direction: TravelDirection,
    _ height: (_ east: Double, _ north: Double) -> Double
  ) throws -> SurfaceTimes {
    let raster = Ground.raster(columns: side, rows: side) { column, row in
      Float(height(Double(column - middle) * Ground.cell, Double(middle - row) * Ground.cell))
    }
    let surface = try CostSurface(
      elevation: raster, unit: .metres,
      rules: CostSurfaceRules(neighbours: neighbours, paceMetresPerSecond: 0.9))
    var travel = SurfaceTravelTimes(surface)
    return travel.times(
      sources: [Ground.centre(middle, middle, rows: side)], direction: direction)
  }

  /// What a straight way takes, as a multiple of what the surface says, for cells at least ten
  /// steps away.
  static func ratios(
    _ times: SurfaceTimes, factor: (_ east: Double, _ north: Double, _ metres: Double) -> Double
  ) -> [Double] {
    (0..<side * side).compactMap { cell in
      let east = Double(cell % side - middle) * Ground.cell
      let north = Double(middle - cell / side) * Ground.cell
      let metres = (east * east + north * north).squareRoot()
      guard metres >= 10 * Ground.cell else { return nil }
      return Double(times.milliseconds[cell]) / (metres / 0.9 * 1000 * factor(east, north, metres))
    }
  }

  @Test(arguments: [(SurfaceNeighbours.eight, 1.0824), (.sixteen, 1.0275)])
  func circlesOnTheFlat(_ neighbours: SurfaceNeighbours, _ bound: Double) throws {
    let times = try Self.times(neighbours, .to) { _, _ in 250 }
    let ratios = Self.ratios(times) { _, _, _ in 1 }
    #expect(ratios.allSatisfy { $0 >= 0.9999 && $0 <= bound })
    #expect((ratios.max() ?? 0) > bound - 0.002, "the bound is reached")
    // 30 m and 30·√2 m at 0.9 m/s, rounded to milliseconds.
    #expect(times.milliseconds[Self.middle * Self.side + Self.middle + 20] == 20 * 33_333)
    #expect(times.milliseconds[(Self.middle + 20) * Self.side + Self.middle + 20] == 20 * 47_140)
  }

  @Test(arguments: [(SurfaceNeighbours.eight, 1.0824), (.sixteen, 1.0275)])
  func tiltedPlane(_ neighbours: SurfaceNeighbours, _ bound: Double) throws {
    // Rising eastward by a tenth; on this slope nobody gains by zigzags.
    let walking = WalkingSpeed()
    let times = try Self.times(neighbours, .from) { east, _ in 1000 + east / 10 }
    let ratios = Self.ratios(times) { east, _, metres in
      walking.timeFactor(atSlope: east / 10 / metres)
    }
    #expect(ratios.allSatisfy { $0 >= 0.9999 && $0 <= bound * 1.005 })
    // Tobler up a tenth: exp(3.5 · 0.1); down it the cap holds.
    let up = (33_333.333 * exp(0.35)).rounded()
    let row = Self.middle * Self.side + Self.middle
    #expect(times.milliseconds[row + 20] == 20 * UInt32(up))
    #expect(times.milliseconds[row - 20] == 20 * 33_333)
  }

  @Test func cone() throws {
    let walking = WalkingSpeed()
    let (outward, inward) = (
      walking.timeFactor(atSlope: 0.15), walking.timeFactor(atSlope: -0.15)
    )
    // A pit whose sides rise by 0.15: uphill all the way out, downhill all the way in.
    let from = try Self.times(.eight, .from) { 0.15 * ($0 * $0 + $1 * $1).squareRoot() }
    let to = try Self.times(.eight, .to) { 0.15 * ($0 * $0 + $1 * $1).squareRoot() }
    #expect(Self.ratios(from) { _, _, _ in outward }.allSatisfy { $0 > 0.9999 && $0 < 1.0824 })
    #expect(Self.ratios(to) { _, _, _ in inward }.allSatisfy { $0 > 0.9999 && $0 < 1.0824 })
    let eastward = Double(from.milliseconds[Self.middle * Self.side + Self.middle + 25])
    #expect(abs(eastward / (25 * 30 / 0.9 * 1000 * outward) - 1) < 0.0001)
  }

  @Test func directionsOnASlope() throws {
    let height: (Double, Double) -> Double = { east, north in 500 + east / 8 + north / 20 }
    let to = try Self.times(.sixteen, .to, height).milliseconds
    let from = try Self.times(.sixteen, .from, height).milliseconds
    let both = try Self.times(.sixteen, .roundTrip, height).milliseconds
    let worst = try Self.times(.sixteen, .worst, height).milliseconds
    #expect(worst == zip(to, from).map { max($0, $1) })
    let east = Self.middle * Self.side + Self.middle + 12
    #expect(to[east] < from[east], "it lies higher")
    for cell in to.indices {
      // One path both ways cannot beat a best path each way.
      #expect(Int(both[cell]) * 2 + 1 >= Int(to[cell]) + Int(from[cell]))
      #expect(both[cell] == both[both.count - 1 - cell], "a plane looks the same both ways")
    }
  }

  @Test func langmuirInItsOwnCoefficients() throws {
    let coefficients = LangmuirCoefficients()
    let surface = try CostSurface(
      elevation: Ground.raster(columns: 3, rows: 1) { column, _ in [10, 16, 8][column] },
      unit: .metres,
      rules: CostSurfaceRules(
        slope: .langmuir(coefficients), paceMetresPerSecond: coefficients.paceMetresPerSecond))
    var travel = SurfaceTravelTimes(surface)
    let times = travel.times(sources: [Ground.centre(0, 0, rows: 1)], direction: .from)
    // 0.72 · 30 + 6 · 6, then 0.72 · 30 − 1.9998 · (−8), for −8 in 30 is steep.
    #expect(times.milliseconds == [0, 57_600, 57_600 + 37_598])
    let back = travel.times(sources: [Ground.centre(0, 0, rows: 1)], direction: .to)
    // Down 6 in 30 is moderate: 21.6 − 1.9998 · 6.
    #expect(back.milliseconds == [0, 9_601, 9_601 + 69_600])
  }

  @Test func degreesAreMeasuredOnTheEllipsoid() throws {
    let raster = Raster(
      width: 3, height: 3, west: 107, north: 30, cellWidth: 0.001, cellHeight: 0.001,
      referenceSystem: "EPSG:4326", cells: [Float](repeating: 1, count: 9))
    let surface = try CostSurface(
      elevation: raster, unit: .degrees, rules: CostSurfaceRules(paceMetresPerSecond: 1))
    var travel = SurfaceTravelTimes(surface)
    let centre = Position(x: 107.0015, y: 29.9985)
    let times = travel.times(sources: [centre], direction: .to).milliseconds
    let others = [(5, 107.0025, 29.9985), (1, 107.0015, 29.9995), (2, 107.0025, 29.9995)]
    for (cell, east, north) in others {
      let metres = EllipsoidalMetric.lengthMetres(
        longitude1: centre.x, latitude1: centre.y, longitude2: east, latitude2: north)
      #expect(abs(Double(times[cell]) - metres * 1000) <= 1)
    }
  }
}
