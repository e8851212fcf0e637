import Foundation
import Geometry
import Terrain

/// What slope and ground do to a step, as the two other tools compute it.
enum SlopeForm: String, CaseIterable {
  /// Langmuir's sum on bare ground: GRASS `r.walk` with a friction of nothing.
  case langmuir
  /// Tobler relative to the flat, times the mean of the two cells' pace.
  case tobler
}

/// A surface searched plainly: eight moves, real numbers, a binary heap.
struct NaiveSurface {
  private let problem: TerrainProblem
  private let form: SlopeForm

  init(_ problem: TerrainProblem, _ form: SlopeForm) {
    self.problem = problem
    self.form = form
  }

  /// Seconds from the nearest source to each cell; infinite where there is no way.
  func seconds() -> [Double] {
    let size = problem.elevation.width
    var times = [Double](repeating: .infinity, count: size * size)
    var isDone = [Bool](repeating: false, count: size * size)
    var heap = NaiveHeap()
    for source in problem.sources {
      times[source.row * size + source.column] = 0
      heap.push(time: 0, node: UInt32(source.row * size + source.column))
    }
    // The heap orders by milliseconds; what it rounds away is settled by taking a cell again.
    while let (_, node) = heap.pop() {
      let cell = Int(node)
      if isDone[cell] { continue }
      isDone[cell] = true
      let (row, column) = (cell / size, cell % size)
      for down in -1...1 {
        for right in -1...1 where (down, right) != (0, 0) {
          guard (0..<size).contains(row + down), (0..<size).contains(column + right) else {
            continue
          }
          let next = cell + down * size + right
          // Nobody slips through between two lakes that touch at a corner.
          if problem.secondsPerMetre[cell + down * size].isNaN,
            problem.secondsPerMetre[cell + right].isNaN
          {
            continue
          }
          let sum = times[cell] + step(cell, next, isDiagonal: down != 0 && right != 0)
          // Tobler's exponential makes a cliff dearer than any time that counts (49 days).
          if sum < times[next], sum * 1000 < Double(UInt32.max - 1) {
            times[next] = sum
            isDone[next] = false
            heap.push(time: UInt32(sum * 1000), node: UInt32(next))
          }
        }
      }
    }
    return times
  }

  private func step(_ from: Int, _ to: Int, isDiagonal: Bool) -> Double {
    let (here, there) = (problem.secondsPerMetre[from], problem.secondsPerMetre[to])
    if here.isNaN || there.isNaN { return .infinity }
    let length = TerrainProblem.cellMetres * (isDiagonal ? 2.0.squareRoot() : 1)
    let rise = Double(problem.elevation.cells[to]) - Double(problem.elevation.cells[from])
    switch form {
    case .langmuir:
      let weight = rise >= 0 ? 6.0 : rise / length > -0.2125 ? 1.9998 : -1.9998
      return 0.72 * length + weight * rise
    case .tobler:
      let factor = exp(3.5 * abs(rise / length + 0.05) - 3.5 * 0.05)
      return Double(here + there) / 2 * length * factor
    }
  }
}
