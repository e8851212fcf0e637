import Dispatch
import PlanningModel

/// The time of every move of a surface in one direction of travel, in columns.
///
/// Move `k` of the cell at place `p` is lane `k % 8` of the vector `(p * moves.count + k) / 8`.
/// Its time is what it costs to go there (`from`), to come from there (`to`), or both added
/// (`round-trip`).
struct SurfaceMoveTimes: Sendable {
  /// A move that nobody can make; added to any label it exceeds every limit.
  static let blocked: UInt32 = 1 << 31
  /// Moves that would take this long or longer, twelve days, are not made.
  static let longest: UInt32 = 1 << 30

  /// The surface.
  let surface: CostSurface
  /// The direction of travel.
  let direction: TravelDirection
  let moves: [SurfaceMove]
  let tiles: SurfaceTiles
  let milliseconds: [SIMD8<UInt32>]
  /// The smallest and the largest time of a move that can be made; `1 ... 1` when there is none.
  let range: ClosedRange<UInt32>

  /// Computes the times of all moves; any number of threads gives the same.
  ///
  /// For ``TravelDirection/worst`` there is no such table: it takes two searches.
  init(_ surface: CostSurface, direction: TravelDirection, threads: Int) {
    self.surface = surface
    self.direction = direction
    moves = SurfaceMove.all(surface.rules.neighbours)
    tiles = SurfaceTiles(surface.grid)
    (milliseconds, range) =
      switch surface.rules.slope {
      case .walking(let walking):
        Self.compute(
          SurfaceRowTimes(
            surface, rule: PreparedWalkingSpeed(walking), moves: moves, direction: direction),
          height: surface.grid.height, tiles: tiles, moveCount: moves.count, threads: threads)
      case .langmuir(let coefficients):
        Self.compute(
          SurfaceRowTimes(surface, rule: coefficients, moves: moves, direction: direction),
          height: surface.grid.height, tiles: tiles, moveCount: moves.count, threads: threads)
      }
  }

  private static func compute(
    _ rows: SurfaceRowTimes<some SlopeTiming>, height: Int, tiles: SurfaceTiles, moveCount: Int,
    threads: Int
  ) -> (milliseconds: [SIMD8<UInt32>], range: ClosedRange<UInt32>) {
    var extremes = [ClosedRange<UInt32>?](repeating: nil, count: height)
    let count = tiles.count * moveCount / 8
    let milliseconds = [SIMD8<UInt32>](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = count
      buffer.initialize(repeating: SIMD8(repeating: Self.blocked))
      nonisolated(unsafe) let times = buffer
      extremes.withUnsafeMutableBufferPointer { found in
        nonisolated(unsafe) let found = found
        // Every row has its own places, so no two tasks write to one.
        let tasks = min(max(1, threads), max(1, height))
        DispatchQueue.concurrentPerform(iterations: tasks) { task in
          for row in height * task / tasks..<height * (task + 1) / tasks {
            found[row] = rows.compute(row, tiles: tiles, into: times)
          }
        }
      }
    }
    let known = extremes.compactMap { $0 }
    let smallest = known.map(\.lowerBound).min() ?? 1
    return (milliseconds, smallest...(known.map(\.upperBound).max() ?? smallest))
  }
}
