import Geometry
import PlanningModel
import Terrain
import TestSupport
import Testing

/// Equality with the naive reading of the rules on random ground with everything on it.
@Suite struct CostSurfaceRandomTests {
  /// Random ground and the same for the naive search.
  static func ground(
    _ random: inout SeededRandom
  ) throws -> (surface: CostSurface, naive: NaiveSurface) {
    let columns = Int.random(in: 1...19, using: &random)
    let rows = Int.random(in: 1...19, using: &random)
    let (cellWidth, cellHeight) = Bool.random(using: &random) ? (30.0, 30.0) : (24.0, 31.0)
    func raster(_ value: () -> Float) -> Raster {
      Raster(
        width: columns, height: rows, west: 500_000, north: 3_200_000, cellWidth: cellWidth,
        cellHeight: cellHeight, referenceSystem: "EPSG:4545",
        cells: (0..<columns * rows).map { _ in value() })
    }
    let relief = Float([0, 5, 30].randomElement(using: &random) ?? 0)
    let elevation = raster {
      Double.random(in: 0..<1, using: &random) < 0.06
        ? .nan : relief * Float.random(in: 0...1, using: &random)
    }
    let slopes: [SurfaceSlopeRule] = [
      .walking(WalkingSpeed()),
      .walking(WalkingSpeed(function: .tobler, steepestSlope: 2, isCappedAtFlat: false)),
      .walking(WalkingSpeed(function: .irmischerClarke)), .langmuir(LangmuirCoefficients()),
      .walking(WalkingSpeed(function: .none)),
    ]
    let rules = CostSurfaceRules(
      neighbours: Bool.random(using: &random) ? .eight : .sixteen,
      slope: slopes.randomElement(using: &random) ?? slopes[0],
      paceMetresPerSecond: Double.random(in: 0.5...1.5, using: &random),
      barriersCutRoads: Bool.random(using: &random))
    var naive = NaiveSurface(
      columns: columns, rows: rows, heights: elevation.cells,
      speed: [Double](repeating: rules.paceMetresPerSecond * 3.6, count: columns * rows),
      isOnFoot: [Bool](repeating: true, count: columns * rows),
      isBarrier: [Bool](repeating: false, count: columns * rows), roadSteps: [], roadCells: [],
      rules: rules, cellWidth: cellWidth, cellHeight: cellHeight)
    var cover: LandCover?
    if Bool.random(using: &random) {
      let table = [
        1: GroundSpeed(kilometresPerHour: 5), 2: GroundSpeed(kilometresPerHour: 0.05),
        3: GroundSpeed(kilometresPerHour: 15, isOnFoot: false),
        4: GroundSpeed(kilometresPerHour: 0),
      ]
      let classes = raster { Float([1, 1, 1, 2, 3, 4, 9].randomElement(using: &random) ?? 1) }
      for (cell, coverClass) in classes.cells.enumerated() {
        naive.speed[cell] = table[Int(coverClass)]?.kilometresPerHour ?? 0
        naive.isOnFoot[cell] = table[Int(coverClass)]?.isOnFoot ?? true
      }
      cover = LandCover(
        raster: classes, speeds: LandCoverSpeeds(byClass: table), file: "lc.tif")
    }
    func place(_ x: Double, _ y: Double) -> Position {
      Position(x: 500_000 + x * cellWidth, y: 3_200_000 - y * cellHeight)
    }
    var barriers: [Shape] = []
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      let corners = (0..<3).map { _ in
        (
          Double.random(in: -2...Double(columns + 2), using: &random),
          Double.random(in: -2...Double(rows + 2), using: &random)
        )
      }
      let isArea = Double.random(in: 0..<1, using: &random) < 0.3
      let ring = corners + [corners[0]]
      barriers.append(
        isArea
          ? .polygon(Polygon(exterior: ring.map { place($0.0, $0.1) }))
          : .lineString(corners.map { place($0.0, $0.1) }))
      for cell in 0..<columns * rows
      where NaiveShapes.touches(
        isArea ? ring : corners, isArea: isArea, column: cell % columns, row: cell / columns)
      {
        naive.isBarrier[cell] = true
      }
    }
    var roads: [SurfaceRoad] = []
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      // Along the axes and diagonals of the grid, so that nobody can differ about its cells.
      let speed = GroundSpeed(
        kilometresPerHour: [2.0, 8, 60].randomElement(using: &random) ?? 8,
        isOnFoot: Bool.random(using: &random))
      var cell = Int.random(in: 0..<columns * rows, using: &random)
      var line = [cell]
      for _ in 0..<12 {
        let column = cell % columns + Int.random(in: -1...1, using: &random)
        let row = cell / columns + Int.random(in: -1...1, using: &random)
        guard (0..<columns).contains(column), (0..<rows).contains(row) else { continue }
        let next = row * columns + column
        if next != cell {
          naive.roadSteps.insert([cell, next])
          naive.roadSteps.insert([next, cell])
          line.append(next)
        }
        cell = next
      }
      guard line.count > 1 else { continue }
      naive.roadCells.formUnion(line)
      for cell in line where speed.kilometresPerHour > naive.speed[cell] {
        naive.speed[cell] = speed.kilometresPerHour
        naive.isOnFoot[cell] = speed.isOnFoot
      }
      roads.append(
        SurfaceRoad(
          line: line.map { place(Double($0 % columns) + 0.5, Double($0 / columns) + 0.5) },
          speed: speed))
    }
    return (
      try CostSurface(
        elevation: elevation, unit: .metres, rules: rules, landCover: cover, roads: roads,
        barriers: barriers),
      naive
    )
  }

  @Test(arguments: 0..<60)
  func equalsTheNaiveSearch(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let (surface, naive) = try Self.ground(&random)
    let cells = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      Int.random(in: 0..<surface.grid.count, using: &random)
    }
    let limit =
      Bool.random(using: &random) ? 3_000_000_000 : Int.random(in: 0...900_000, using: &random)
    var travel = SurfaceTravelTimes(surface, threads: 2)
    for direction in [TravelDirection.to, .from, .roundTrip, .worst] {
      let times = travel.times(
        sources: cells.map { surface.grid.centre(of: $0) }, direction: direction,
        within: UInt32(exactly: limit).map { TravelTime(milliseconds: $0) })
      let expected = naive.times(cells, direction, limit: limit)
      #expect(
        times.milliseconds == expected.map { $0.map { UInt32($0.time) } ?? .max },
        "\(direction), \(surface.grid.width) × \(surface.grid.height)")
      #expect(times.source == expected.map { $0.map { UInt32($0.source) } ?? .max })
    }
  }
}

/// Which cells a barrier covers, decided one cell at a time.
enum NaiveShapes {
  typealias Place = (Double, Double)

  static func touches(_ line: [Place], isArea: Bool, column: Int, row: Int) -> Bool {
    let (x, y) = (Double(column), Double(row))
    for (a, b) in zip(line, line.dropFirst()) where meets(a, b, x, y) { return true }
    guard isArea else { return false }
    var isInside = false
    for (a, b) in zip(line, line.dropFirst()) where (a.1 > y + 0.5) != (b.1 > y + 0.5) {
      if x + 0.5 < a.0 + (y + 0.5 - a.1) / (b.1 - a.1) * (b.0 - a.0) { isInside.toggle() }
    }
    return isInside
  }

  /// Whether a segment meets the closed unit square at (x, y): Liang and Barsky's clipping.
  private static func meets(_ a: Place, _ b: Place, _ x: Double, _ y: Double) -> Bool {
    var (enter, leave) = (0.0, 1.0)
    for (start, end, low) in [(a.0, b.0, x), (a.1, b.1, y)] {
      let delta = end - start
      if delta == 0 {
        if start < low || start > low + 1 { return false }
      } else {
        let (near, far) = ((low - start) / delta, (low + 1 - start) / delta)
        enter = max(enter, min(near, far))
        leave = min(leave, max(near, far))
      }
    }
    return enter <= leave
  }
}
