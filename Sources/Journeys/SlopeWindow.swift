import Geometry
import PlanningModel
import RoadNetwork
import Terrain

/// The ground around one place, searched once: how long it is walked to each cell, and how.
struct SlopeWindow: Sendable {
  private let walking: WalkingSpeed
  private let direction: TravelDirection
  private let millisecondsPerMetre: Double
  private let place: GeographicPosition
  private let plane: LocalPlane
  private let grid: CostSurfaceGrid
  private let heights: [Float]
  /// The time of each cell; `UInt32.max` where it was not reached.
  private let milliseconds: [UInt32]
  /// The length of the quickest way to each cell.
  private var metres: [Float]
  /// The cell before each on that way; −1 for the first, and where there is none.
  private var before: [Int32]

  var cellCount: Int { heights.count }

  /// Nil when the place has no height, or the ground cannot be laid out.
  init?(
    over elevation: ElevationModel, _ walking: WalkingSpeed, at place: GeographicPosition,
    direction: TravelDirection, pace: Int, reachMetres: Double
  ) {
    guard pace > 0, reachMetres > 0, direction != .worst else { return nil }
    self.walking = walking
    self.direction = direction
    self.place = place
    millisecondsPerMetre = 1_000_000 / Double(pace)
    plane = LocalPlane(atLatitude: place.latitude)
    let side = max(
      SlopeWalks.cellMetres, reachMetres / (Double(SlopeWalks.mostCellsToEdge) + 0.5))
    let count = 2 * max(1, Int((reachMetres / side - 0.5).rounded(.up))) + 1
    let edge = Double(count) / 2 * side
    var positions: [Position] = []
    positions.reserveCapacity(count * count)
    for row in 0..<count {
      let north = edge - (Double(row) + 0.5) * side
      for column in 0..<count {
        let east = (Double(column) + 0.5) * side - edge
        positions.append(
          Position(
            x: place.longitude + east / plane.eastMetresPerDegree,
            y: place.latitude + north / plane.northMetresPerDegree))
      }
    }
    let rules = CostSurfaceRules(
      neighbours: .sixteen, slope: .walking(walking), paceMetresPerSecond: Double(pace) / 1000)
    guard let heights = try? elevation.heightsOutsideGaps(at: positions),
      heights[count * count / 2].isFinite,
      let surface = try? CostSurface(
        elevation: Raster(
          width: count, height: count, west: -edge, north: edge, cellWidth: side,
          cellHeight: side, referenceSystem: "", cells: heights),
        unit: .metres, rules: rules)
    else { return nil }
    self.heights = heights
    grid = surface.grid
    var search = SurfaceTravelTimes(surface)
    milliseconds =
      search.labels(
        from: [SurfaceSeed(cell: count * count / 2, source: 0)], direction: direction
      ).milliseconds
    before = search.cellsBefore(direction)
    metres = []
    metres = lengths()
  }

  /// The walk to a place on the ground: over cells to a centre next to it, then straight.
  func walk(to other: Position, height: Float) -> GroundWalk? {
    way(to: other, height).map { way in
      GroundWalk(
        time: TravelTime(milliseconds: way.milliseconds),
        metres: Double(metres[way.cell]) + distance(grid.centre(of: way.cell), way.end))
    }
  }

  /// The same walk with its line.
  func path(to other: Position, height: Float) -> GroundPath? {
    guard let way = way(to: other, height), let walk = walk(to: other, height: height) else {
      return nil
    }
    var trail = [way.cell]
    while let cell = trail.last, before[cell] >= 0 { trail.append(Int(before[cell])) }
    trail.reverse()
    let ground = trail.map { Double(heights[$0]) } + (height.isFinite ? [Double(height)] : [])
    let rises = zip(ground, ground.dropFirst()).map { $1 - $0 }
    return GroundPath(
      walk: walk, positions: trail.map { global(grid.centre(of: $0)) } + [other],
      climbMetres: rises.reduce(0) { $0 + max(0, $1) },
      descentMetres: rises.reduce(0) { $0 + max(0, -$1) })
  }

  /// The centre from which a place is reached soonest, the first of equals row by row.
  private func way(to other: Position, _ height: Float) -> (
    cell: Int, end: Position, milliseconds: UInt32
  )? {
    guard let end = local(other), let cell = grid.cell(at: end) else { return nil }
    var best: (milliseconds: UInt64, cell: Int)?
    let (row, column) = (cell / grid.width, cell % grid.width)
    for nearRow in max(0, row - 1)...min(grid.height - 1, row + 1) {
      for nearColumn in max(0, column - 1)...min(grid.width - 1, column + 1) {
        let near = nearRow * grid.width + nearColumn
        guard milliseconds[near] != .max else { continue }
        let sum = UInt64(milliseconds[near]) + lastStep(from: near, to: end, height)
        if sum < best?.milliseconds ?? .max { best = (sum, near) }
      }
    }
    return best.flatMap { best in
      UInt32(exactly: best.milliseconds).map { (best.cell, end, $0) }
    }
  }

  /// Milliseconds between a cell's centre and a place near it; without a height, as on the flat.
  private func lastStep(from cell: Int, to end: Position, _ height: Float) -> UInt64 {
    let metres = distance(grid.centre(of: cell), end)
    guard metres > 0 else { return 0 }
    let slope = (Double(height) - Double(heights[cell])) / metres
    func milliseconds(_ slope: Double) -> UInt64 {
      UInt64((metres * millisecondsPerMetre * walking.timeFactor(atSlope: slope)).rounded())
    }
    switch direction {
    case .from, .worst: return milliseconds(slope)
    case .to: return milliseconds(-slope)
    case .roundTrip: return (milliseconds(slope) + milliseconds(-slope) + 1) / 2
    }
  }

  /// The length of the way to each cell, each from that of the cell before it.
  private func lengths() -> [Float] {
    var lengths = [Float](repeating: .nan, count: before.count)
    var trail: [Int] = []
    for cell in before.indices where milliseconds[cell] != .max {
      var here = cell
      while lengths[here].isNaN, before[here] >= 0 {
        trail.append(here)
        here = Int(before[here])
      }
      if lengths[here].isNaN { lengths[here] = 0 }
      while let next = trail.popLast() {
        lengths[next] =
          lengths[here] + Float(distance(grid.centre(of: here), grid.centre(of: next)))
        here = next
      }
    }
    return lengths
  }

  private func distance(_ first: Position, _ second: Position) -> Double {
    let (x, y) = (second.x - first.x, second.y - first.y)
    return (x * x + y * y).squareRoot()
  }

  /// Metres east and north of the place; nil for what is not a position.
  private func local(_ position: Position) -> Position? {
    let local = Position(
      x: (position.x - place.longitude) * plane.eastMetresPerDegree,
      y: (position.y - place.latitude) * plane.northMetresPerDegree)
    return local.x.isFinite && local.y.isFinite ? local : nil
  }

  private func global(_ local: Position) -> Position {
    Position(
      x: place.longitude + local.x / plane.eastMetresPerDegree,
      y: place.latitude + local.y / plane.northMetresPerDegree)
  }
}
