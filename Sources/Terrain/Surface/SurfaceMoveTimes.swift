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
    let moves = SurfaceMove.all(surface.rules.neighbours)
    self.moves = moves
    let tiles = SurfaceTiles(surface.grid)
    self.tiles = tiles
    let height = surface.grid.height
    var extremes = [ClosedRange<UInt32>?](repeating: nil, count: height)
    let count = tiles.count * moves.count / 8
    milliseconds = [SIMD8<UInt32>](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = count
      buffer.initialize(repeating: SIMD8(repeating: Self.blocked))
      nonisolated(unsafe) let times = buffer
      extremes.withUnsafeMutableBufferPointer { found in
        nonisolated(unsafe) let found = found
        // Every row has its own places, so no two tasks write to one.
        let tasks = min(max(1, threads), max(1, height))
        DispatchQueue.concurrentPerform(iterations: tasks) { task in
          var rows = SurfaceRowTimes(surface, moves: moves, direction: direction)
          for row in height * task / tasks..<height * (task + 1) / tasks {
            found[row] = rows.compute(row, tiles: tiles, into: times)
          }
        }
      }
    }
    let known = extremes.compactMap { $0 }
    let smallest = known.map(\.lowerBound).min() ?? 1
    range = smallest...(known.map(\.upperBound).max() ?? smallest)
  }
}
