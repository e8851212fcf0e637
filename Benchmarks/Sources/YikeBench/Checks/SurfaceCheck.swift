import Foundation
import Terrain

/// Compares the times of a surface's cells with others.
struct SurfaceCheck {
  private let milliseconds: [UInt32]

  init(_ times: SurfaceTimes) { milliseconds = times.milliseconds }

  /// The words for the table; fails unless the same cells are reached in the same times.
  ///
  /// Every move of ours is a whole number of milliseconds: half of one a move is rounding.
  func check(against seconds: [Double]) throws -> String {
    let compared = compare(seconds)
    try CheckFailure.unless(
      compared.onlyOurs + compared.onlyTheirs == 0,
      "\(compared.onlyOurs) cells are reached by us alone, \(compared.onlyTheirs) not by us")
    let largest = compared.differences.last ?? 0
    try CheckFailure.unless(largest < 2e-4, "a cell differs by \(largest) of its time")
    return "\(compared.differences.count) cells within "
      + String(format: "%.1e", largest) + " of the naive search"
  }

  /// How far another tool's answer in a file is from ours, in words.
  func agreement(with path: String) throws -> String {
    let compared = compare(try NumpyFile(path).values)
    let middle =
      compared.differences.isEmpty
      ? 0 : compared.differences[compared.differences.count / 2]
    return "median difference to the other tool " + String(format: "%.1e", middle)
      + ", \(compared.onlyTheirs) cells reached only by it"
  }

  /// Differences as shares of the time (of a minute at least), sorted.
  private func compare(_ expected: [Double]) -> (
    differences: [Double], onlyOurs: Int, onlyTheirs: Int
  ) {
    var differences: [Double] = []
    var (onlyOurs, onlyTheirs) = (0, 0)
    for (ours, theirs) in zip(milliseconds, expected) {
      switch (ours != .max, theirs.isFinite) {
      case (true, true):
        differences.append(abs(Double(ours) / 1000 - theirs) / max(60, theirs))
      case (true, false): onlyOurs += 1
      case (false, true): onlyTheirs += 1
      case (false, false): break
      }
    }
    return (differences.sorted(), onlyOurs, onlyTheirs)
  }
}
