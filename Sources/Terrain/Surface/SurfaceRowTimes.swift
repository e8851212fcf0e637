import PlanningModel

/// Computes the times of the moves that begin in one row.
struct SurfaceRowTimes<Rule: SlopeTiming> {
  private let surface: CostSurface
  private let rule: Rule
  private let direction: TravelDirection
  private let moves: [SurfaceMove]
  /// Seconds a metre on the flat of each speed, where slope matters and where it does not.
  private let onFoot: [Double]
  private let onWheels: [Double]

  init(_ surface: CostSurface, rule: Rule, moves: [SurfaceMove], direction: TravelDirection) {
    self.surface = surface
    self.rule = rule
    self.moves = moves
    self.direction = direction
    func perMetre(_ speed: GroundSpeed, _ isOnFoot: Bool) -> Double {
      speed.kilometresPerHour > 0 && speed.isOnFoot == isOnFoot ? speed.secondsPerMetre : 0
    }
    onFoot = surface.speeds.map { perMetre($0, true) }
    onWheels = surface.speeds.map { perMetre($0, false) }
  }

  /// One move, with what is the same all along a row.
  private struct Step {
    let number: Int
    let isKnights: Bool
    let isDiagonal: Bool
    /// How far on, row by row, are the cell it leads to and the two that it passes, if any.
    let offset: Int
    let firstBetween: Int
    let secondBetween: Int
    let metres: Double
    /// The part of its length in each cell it crosses.
    let metresInCell: Double

    init(_ number: Int, _ move: SurfaceMove, fromRow row: Int, over grid: CostSurfaceGrid) {
      self.number = number
      isKnights = move.isKnights
      isDiagonal = move.between != nil && !move.isKnights
      offset = move.offset(width: grid.width)
      firstBetween = move.between?.first.offset(width: grid.width) ?? 0
      secondBetween = move.between?.second.offset(width: grid.width) ?? 0
      metres = grid.metres(fromRow: row, rows: move.rows, columns: move.columns)
      metresInCell = metres / (move.isKnights ? 4 : 2)
    }
  }

  /// Fills a row's times, cell by cell; returns the extremes of those that can be made.
  func compute(
    _ row: Int, tiles: SurfaceTiles, into times: UnsafeMutableBufferPointer<SIMD8<UInt32>>
  ) -> ClosedRange<UInt32>? {
    var smallest = UInt32.max
    var largest: UInt32 = 0
    let width = surface.grid.width
    for (number, move) in moves.enumerated() {
      let target = row + move.rows
      guard target >= 0, target < surface.grid.height else { continue }
      let step = Step(number, move, fromRow: row, over: surface.grid)
      for column in max(0, -move.columns)..<max(0, -move.columns, width - max(0, move.columns)) {
        let cell = row &* width &+ column
        guard isAllowed(step, from: cell) else { continue }
        let time = milliseconds(step, from: cell)
        guard time < SurfaceMoveTimes.blocked else { continue }
        let lane = tiles.place(row: row, column: column) &* moves.count &+ number
        times[lane >> 3][lane & 7] = time
        smallest = min(smallest, time)
        largest = max(largest, time)
      }
    }
    return smallest <= largest ? smallest...largest : nil
  }

  /// Whether a move keeps out of what is closed.
  @inline(__always)
  private func isAllowed(_ step: Step, from: Int) -> Bool {
    let access = surface.access.span
    let (start, end) = (access[from], access[from &+ step.offset])
    if start == .closed || end == .closed { return false }
    var isFree = start == .open && end == .open
    if step.isKnights || step.isDiagonal {
      let first = access[from &+ step.firstBetween] == .open
      let second = access[from &+ step.secondBetween] == .open
      if step.isKnights { return isFree && first && second }
      // Nobody slips through between two corners that touch.
      isFree = isFree && (first || second)
    }
    return isFree || isOnRoad(step, from: from)
  }

  private func isOnRoad(_ step: Step, from cell: Int) -> Bool {
    !surface.roadMoves.isEmpty && surface.roadMoves[cell] & (1 << step.number) != 0
  }

  /// The time of a move in the direction that is asked for.
  @inline(__always)
  private func milliseconds(_ step: Step, from: Int) -> UInt32 {
    let to = from &+ step.offset
    let speeds = surface.speedOfCell.span
    var foot = onFoot[Int(speeds[from])] + onFoot[Int(speeds[to])]
    var wheels = onWheels[Int(speeds[from])] + onWheels[Int(speeds[to])]
    if step.isKnights {
      let first = Int(speeds[from &+ step.firstBetween])
      let second = Int(speeds[from &+ step.secondBetween])
      foot += onFoot[first] + onFoot[second]
      wheels += onWheels[first] + onWheels[second]
    }
    let slope = (Double(surface.heights[to]) - Double(surface.heights[from])) / step.metres
    switch direction {
    case .from, .worst: return rounded(step, foot, wheels, slope)
    case .to: return rounded(step, foot, wheels, -slope)
    case .roundTrip:
      let there = rounded(step, foot, wheels, slope)
      let back = rounded(step, foot, wheels, -slope)
      return max(there, back) < SurfaceMoveTimes.blocked ? there + back : SurfaceMoveTimes.blocked
    }
  }

  /// To the nearest millisecond, halves upwards, and at least one.
  @inline(__always)
  private func rounded(
    _ step: Step, _ foot: Double, _ wheels: Double, _ slope: Double
  ) -> UInt32 {
    let seconds = step.metresInCell * (foot * rule.timeFactor(atSlope: slope) + wheels)
    let milliseconds = seconds * 1000 + 0.5
    return milliseconds < Double(SurfaceMoveTimes.longest)
      ? max(1, UInt32(milliseconds)) : SurfaceMoveTimes.blocked
  }
}
