import Geometry
import PlanningModel

/// Land cover, barriers and roads laid over each other, before heights are looked at.
struct SurfaceLayers {
  private let grid: CostSurfaceGrid
  /// The speeds that occur; the first is impassable.
  private(set) var speeds = [GroundSpeed(kilometresPerHour: 0)]
  /// The position in `speeds` for each cell.
  private(set) var speedOfCell: [UInt16]
  /// What was noteworthy in the land cover, the barriers and the roads.
  private(set) var faults: [InputFault] = []
  private var positions: [GroundSpeed: UInt16] = [:]
  private var barriers: BarrierRasterisation
  private var roads: RoadRasterisation
  private var isBridge: [Bool] = []

  init(_ grid: CostSurfaceGrid, pace: Double, landCover: LandCover?) throws {
    self.grid = grid
    barriers = BarrierRasterisation(over: grid)
    roads = RoadRasterisation(over: grid)
    speedOfCell = []
    guard let landCover else {
      let walking = try position(of: GroundSpeed(kilometresPerHour: pace * 3.6))
      speedOfCell = [UInt16](repeating: walking, count: grid.count)
      return
    }
    var known: [Int: UInt16] = [:]
    for (coverClass, speed) in landCover.speeds.byClass.sorted(by: { $0.key < $1.key }) {
      known[coverClass] = try position(of: speed)
    }
    var unknown: [Int: Int] = [:]
    var missing = 0
    speedOfCell.reserveCapacity(grid.count)
    for coverClass in try landCover.classes(over: grid) {
      if let coverClass, let speed = known[coverClass] {
        speedOfCell.append(speed)
      } else {
        if let coverClass { unknown[coverClass, default: 0] += 1 } else { missing += 1 }
        speedOfCell.append(0)
      }
    }
    faults = landCover.faults(cellsWithoutSpeed: unknown, cellsWithoutClass: missing)
  }

  /// For each cell the directions in which a road goes on; empty when there are no roads.
  var roadMoves: [UInt8] { roads.roadMoves }

  mutating func cover(_ shapes: [Shape]) {
    var outside = 0
    for shape in shapes {
      let marks = barriers.marks
      barriers.cover(shape)
      if barriers.marks == marks { outside += 1 }
    }
    note("barriers", outside, of: shapes.count)
  }

  mutating func burn(_ lines: [SurfaceRoad], barriersCutRoads: Bool) throws {
    var outside = 0
    for line in lines where try !burn(line, barriersCutRoads: barriersCutRoads) { outside += 1 }
    note("roads", outside, of: lines.count)
  }

  /// Whether the road meets a cell.
  private mutating func burn(_ road: SurfaceRoad, barriersCutRoads: Bool) throws -> Bool {
    let speed = try position(of: road.speed)
    guard speed > 0 else { return false }
    if isBridge.isEmpty { isBridge = [Bool](repeating: false, count: grid.count) }
    var meets = false
    roads.burn(road) { cell in
      meets = true
      let known = speeds[Int(speedOfCell[cell])].kilometresPerHour
      if road.speed.kilometresPerHour > known { speedOfCell[cell] = speed }
      if barriers.isCovered[cell], !barriersCutRoads { isBridge[cell] = true }
    }
    return meets
  }

  /// Says how many of the lines or areas lie elsewhere: all of them is a wrong reference system.
  private mutating func note(_ layer: String, _ outside: Int, of count: Int) {
    guard outside > 0 else { return }
    faults.append(
      InputFault(
        check: "surface.outside", severity: outside == count ? .warning : .hint, file: layer,
        value: "\(outside)/\(count)",
        rule: Bilingual(
          "\(count) 个中有 \(outside) 个落在高程范围之外，或没有坐标、没有速度",
          "\(outside) of \(count) meet no cell of the elevation, or have no coordinates or no speed"
        ),
        remedy: Bilingual(
          "核对其坐标系是否与高程一致", "check that they are in the elevation's reference system")))
  }

  /// Which cells are open, given their heights.
  func access(heights: [Float]) -> [CostSurface.Access] {
    (0..<grid.count).map { cell in
      if !heights[cell].isFinite || speedOfCell[cell] == 0 { return .closed }
      guard barriers.isCovered[cell] else { return .open }
      return !isBridge.isEmpty && isBridge[cell] ? .bridge : .closed
    }
  }

  private mutating func position(of speed: GroundSpeed) throws -> UInt16 {
    guard speed.kilometresPerHour > 0, speed.kilometresPerHour.isFinite else { return 0 }
    if let known = positions[speed] { return known }
    guard let next = UInt16(exactly: speeds.count) else {
      throw WorkError(
        .unsupported, operation: "lay out surface", subject: "speeds",
        message: Bilingual(
          "不同的速度超过 65,535 种", "there are more than 65,535 different speeds"),
        remedy: Bilingual("将道路和地表的速度取整", "round the speeds of roads and land cover"))
    }
    positions[speed] = next
    speeds.append(speed)
    return next
  }
}
