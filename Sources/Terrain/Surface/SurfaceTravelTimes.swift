public import Geometry
public import PlanningModel

/// Answers questions about one surface, one after another.
///
/// The table of move times is kept for the direction last asked for, and the search's scratch is
/// used again. One value serves one task.
public struct SurfaceTravelTimes: Sendable {
  /// The surface.
  public let surface: CostSurface
  private let threads: Int
  private(set) var moveTimes: [TravelDirection: SurfaceMoveTimes] = [:]
  private(set) var scratch = SurfaceSearch()

  /// Prepares for questions; `threads` is how many compute the move times.
  public init(_ surface: CostSurface, threads: Int = 1) {
    self.surface = surface
    self.threads = threads
  }

  /// Computes the move times of a direction now rather than at the first question.
  public mutating func prepare(_ direction: TravelDirection) {
    let needed: [TravelDirection] = direction == .worst ? [.to, .from] : [direction]
    moveTimes = moveTimes.filter { needed.contains($0.key) }
    for direction in needed where moveTimes[direction] == nil {
      moveTimes[direction] = SurfaceMoveTimes(surface, direction: direction, threads: threads)
    }
  }

  /// The time between each cell and the nearest of some sources.
  ///
  /// - Parameters:
  ///   - sources: places in the surface's reference system; each stands for the cell that
  ///     contains it. One that no search can begin at has its reason in `sourceStatus`.
  ///   - direction: `to` is from the cells to the sources.
  ///   - limit: cells beyond it are not reached (a time equal to it is within).
  public mutating func times(
    sources: [Position?], direction: TravelDirection, within limit: TravelTime? = nil
  ) -> SurfaceTimes {
    let status = sources.map { surface.status(at: $0) }
    let seeds = zip(sources, status).enumerated().compactMap { number, source -> SurfaceSeed? in
      guard source.1 == .reached, let position = source.0,
        let cell = surface.grid.cell(at: position)
      else { return nil }
      return SurfaceSeed(cell: cell, source: UInt32(number))
    }
    let (milliseconds, nearest) = labels(from: seeds, direction: direction, within: limit)
    return SurfaceTimes(
      surface, milliseconds: milliseconds, source: nearest, sourceStatus: status)
  }

  /// The time of each cell and its nearest seed, for searches that begin on the way.
  ///
  /// `UInt32.max` where nothing was reached. Seeds on cells that are closed are passed over.
  public mutating func labels(
    from seeds: [SurfaceSeed], direction: TravelDirection, within limit: TravelTime? = nil
  ) -> (milliseconds: [UInt32], source: [UInt32]) {
    let open = seeds.filter { surface.access[$0.cell] != .closed }
    let limit = limit?.milliseconds ?? SurfaceSearch.longest
    prepare(direction)
    switch direction {
    case .to, .from: return search(direction, open, limit)
    case .roundTrip:
      // Both ways are added up and halved at the end, half a millisecond upwards.
      let doubled = open.map { seed in
        var seed = seed
        seed.milliseconds = min(seed.milliseconds, SurfaceSearch.longest) * 2
        return seed
      }
      var both = search(direction, doubled, min(limit, SurfaceSearch.longest / 2) * 2)
      for cell in both.milliseconds.indices where both.milliseconds[cell] != .max {
        both.milliseconds[cell] = (both.milliseconds[cell] + 1) / 2
      }
      return both
    case .worst:
      let to = search(.to, open, limit)
      var worst = search(.from, open, limit)
      for cell in worst.milliseconds.indices
      where to.milliseconds[cell] > worst.milliseconds[cell] {
        worst.milliseconds[cell] = to.milliseconds[cell]
        worst.source[cell] = to.source[cell]
      }
      return worst
    }
  }

  private mutating func search(
    _ direction: TravelDirection, _ seeds: [SurfaceSeed], _ limit: UInt32
  ) -> (milliseconds: [UInt32], source: [UInt32]) {
    let count = surface.grid.count
    guard let times = moveTimes[direction], !seeds.isEmpty else {
      let nothing = [UInt32](repeating: .max, count: count)
      return (nothing, nothing)
    }
    scratch.search(times, from: seeds, within: limit)
    var milliseconds: [UInt32] = []
    var source: [UInt32] = []
    milliseconds.reserveCapacity(count)
    source.reserveCapacity(count)
    for row in 0..<surface.grid.height {
      for column in 0..<surface.grid.width {
        let label = scratch.labels[
          times.tiles.margin + times.tiles.place(row: row, column: column)]
        milliseconds.append(UInt32(truncatingIfNeeded: label >> 32))
        source.append(UInt32(truncatingIfNeeded: label))
      }
    }
    return (milliseconds, source)
  }
}
