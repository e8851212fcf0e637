public import PlanningModel

extension SurfaceTravelTimes {
  /// The cell before each cell on its quickest way from a seed of the last question.
  ///
  /// Follows the labels of the last call of `labels(from:direction:within:)`, which must have
  /// been asked for the same direction; of equally quick ways the one whose move comes first.
  ///
  /// - Returns: −1 for a seed and for a cell that was not reached, and everywhere for `worst`,
  ///   which has two ways.
  public func cellsBefore(_ direction: TravelDirection) -> [Int32] {
    let grid = surface.grid
    var before = [Int32](repeating: -1, count: grid.count)
    guard direction != .worst, let times = moveTimes[direction], !scratch.labels.isEmpty else {
      return before
    }
    let labels = scratch.labels.span
    let moveTimes = times.milliseconds.span
    let margin = times.tiles.margin
    for row in 0..<grid.height {
      for column in 0..<grid.width {
        let here = labels[margin &+ times.tiles.place(row: row, column: column)]
        if here == .max { continue }
        for number in 0..<times.moves.count {
          let move = times.moves[number]
          let (fromRow, fromColumn) = (row &- move.rows, column &- move.columns)
          if fromRow < 0 || fromRow >= grid.height { continue }
          if fromColumn < 0 || fromColumn >= grid.width { continue }
          let place = times.tiles.place(row: fromRow, column: fromColumn)
          let known = labels[margin &+ place]
          let lane = place &* times.moves.count &+ number
          // Moves take time, so nobody follows these cells in a circle.
          if known != .max,
            known &+ UInt64(moveTimes[lane >> 3][lane & 7]) << 32 == here
          {
            before[row &* grid.width &+ column] = Int32(fromRow &* grid.width &+ fromColumn)
            break
          }
        }
      }
    }
    return before
  }
}
