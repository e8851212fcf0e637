import PlanningModel

/// Computes the times of the moves that begin in one row.
struct SurfaceRowTimes {
  private let surface: CostSurface
  private let direction: TravelDirection
  private let moves: [SurfaceMove]
  /// Seconds a metre on the flat of each speed, of the share that slope changes and of the rest.
  private let onFoot: [Double]
  private let onWheels: [Double]

  init(_ surface: CostSurface, moves: [SurfaceMove], direction: TravelDirection) {
    self.surface = surface
    self.moves = moves
    self.direction = direction
    onFoot = surface.speeds.map { $0.isOnFoot && $0.kilometresPerHour > 0 ? $0.secondsPerMetre : 0 }
    onWheels = surface.speeds.map {
      !$0.isOnFoot && $0.kilometresPerHour > 0 ? $0.secondsPerMetre : 0
    }
  }

  /// Fills a row's times, cell by cell; returns the extremes of those that can be made.
  mutating func compute(
    _ row: Int, tiles: SurfaceTiles, into times: UnsafeMutableBufferPointer<SIMD8<UInt32>>
  ) -> ClosedRange<UInt32>? {
    var smallest = UInt32.max
    var largest: UInt32 = 0
    let width = surface.grid.width
    for (number, move) in moves.enumerated() {
      let target = row + move.rows
      guard target >= 0, target < surface.grid.height else { continue }
      let metres = surface.grid.metres(fromRow: row, rows: move.rows, columns: move.columns)
      let offset = move.offset(width: width)
      for column in max(0, -move.columns)..<max(0, -move.columns, width - max(0, move.columns)) {
        let cell = row * width + column
        guard isAllowed(number, move, from: cell, to: cell + offset) else { continue }
        let time = milliseconds(move, metres: metres, from: cell, to: cell + offset)
        guard time < SurfaceMoveTimes.blocked else { continue }
        let vector = (tiles.place(row: row, column: column) * moves.count + number) / 8
        times[vector][number % 8] = time
        smallest = min(smallest, time)
        largest = max(largest, time)
      }
    }
    return smallest <= largest ? smallest...largest : nil
  }

  /// Whether a move keeps out of what is closed.
  @inline(__always)
  private func isAllowed(_ number: Int, _ move: SurfaceMove, from: Int, to: Int) -> Bool {
    let ends = (surface.access[from], surface.access[to])
    if ends.0 == .closed || ends.1 == .closed { return false }
    if let between = move.between {
      let first = surface.access[from + between.first.offset(width: surface.grid.width)]
      let second = surface.access[from + between.second.offset(width: surface.grid.width)]
      if move.isKnights {
        return first == .open && second == .open && ends.0 == .open && ends.1 == .open
      }
      // Between two closed corners only a road leads on.
      if first != .open, second != .open { return isOnRoad(number, from: from) }
    }
    return ends.0 == .open && ends.1 == .open || isOnRoad(number, from: from)
  }

  private func isOnRoad(_ number: Int, from cell: Int) -> Bool {
    !surface.roadMoves.isEmpty && surface.roadMoves[cell] & (1 << number) != 0
  }

  /// The time of a move in the direction that is asked for.
  @inline(__always)
  private func milliseconds(_ move: SurfaceMove, metres: Double, from: Int, to: Int) -> UInt32 {
    let first = Int(surface.speedOfCell[from])
    let last = Int(surface.speedOfCell[to])
    var foot = onFoot[first] + onFoot[last]
    var wheels = onWheels[first] + onWheels[last]
    var share = metres / 2
    if move.isKnights, let between = move.between {
      let width = surface.grid.width
      let third = Int(surface.speedOfCell[from + between.first.offset(width: width)])
      let fourth = Int(surface.speedOfCell[from + between.second.offset(width: width)])
      foot += onFoot[third] + onFoot[fourth]
      wheels += onWheels[third] + onWheels[fourth]
      share = metres / 4
    }
    let slope = (Double(surface.heights[to]) - Double(surface.heights[from])) / metres
    func rounded(_ slope: Double) -> UInt32 {
      let seconds = share * (foot * surface.rules.slope.timeFactor(atSlope: slope) + wheels)
      let milliseconds = (seconds * 1000).rounded()
      return milliseconds < Double(SurfaceMoveTimes.longest)
        ? max(1, UInt32(milliseconds)) : SurfaceMoveTimes.blocked
    }
    switch direction {
    case .from, .worst: return rounded(slope)
    case .to: return rounded(-slope)
    case .roundTrip:
      let (there, back) = (rounded(slope), rounded(-slope))
      return max(there, back) < SurfaceMoveTimes.blocked ? there + back : SurfaceMoveTimes.blocked
    }
  }
}
