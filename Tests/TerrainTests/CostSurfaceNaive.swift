import Foundation
import Geometry
import PlanningModel
import Terrain

/// The rules of `docs/methods/terrain.md` again, cell by cell and as slowly as they read.
struct NaiveSurface {
  var columns: Int
  var rows: Int
  var heights: [Float]
  /// Kilometres an hour; 0 is impassable.
  var speed: [Double]
  var isOnFoot: [Bool]
  var isBarrier: [Bool]
  /// Pairs of cells between which a road leads.
  var roadSteps: Set<[Int]>
  var roadCells: Set<Int>
  var rules: CostSurfaceRules
  var cellWidth: Double
  var cellHeight: Double

  private func isStandable(_ cell: Int) -> Bool {
    heights[cell].isFinite && speed[cell] > 0 && (!isBarrier[cell] || isBridge(cell))
  }

  private func isBridge(_ cell: Int) -> Bool {
    isBarrier[cell] && roadCells.contains(cell) && !rules.barriersCutRoads
  }

  private func isFree(_ cell: Int) -> Bool { isStandable(cell) && !isBridge(cell) }

  /// What a move takes, nil when it is forbidden or not a move.
  func milliseconds(_ a: Int, _ b: Int) -> Int? {
    let (dx, dy) = (b % columns - a % columns, b / columns - a / columns)
    guard isStandable(a), isStandable(b), a != b else { return nil }
    let byRoad = roadSteps.contains([a, b])
    var crossed = [a, b]
    switch (abs(dx), abs(dy)) {
    case (0, 1), (1, 0):
      if !byRoad, isBridge(a) || isBridge(b) { return nil }
    case (1, 1):
      let corners = isFree(a + dx) || isFree(a + dy * columns)
      if !byRoad, isBridge(a) || isBridge(b) || !corners { return nil }
    case (2, 1):
      crossed += [a + dx / 2, a + dx / 2 + dy * columns]
      if !crossed.allSatisfy(isFree) { return nil }
    case (1, 2):
      crossed += [a + dy / 2 * columns, a + dy / 2 * columns + dx]
      if !crossed.allSatisfy(isFree) { return nil }
    default: return nil
    }
    if crossed.count == 4, rules.neighbours == .eight { return nil }
    let (east, north) = (Double(dx) * cellWidth, Double(dy) * cellHeight)
    let metres = (east * east + north * north).squareRoot()
    let factor = rules.slope.timeFactor(
      atSlope: (Double(heights[b]) - Double(heights[a])) / metres)
    var seconds = 0.0
    for cell in crossed {
      let perMetre = 3.6 / speed[cell]
      seconds += metres / Double(crossed.count) * perMetre * (isOnFoot[cell] ? factor : 1)
    }
    return max(1, Int((seconds * 1000).rounded()))
  }

  /// The best (time, source) of each cell, with arcs priced by `cost(from, to)`.
  func search(
    _ sources: [Int], cost: (Int, Int) -> Int?
  ) -> [(time: Int, source: Int)?] {
    var best = [(time: Int, source: Int)?](repeating: nil, count: columns * rows)
    var open: [(time: Int, source: Int, cell: Int)] = []
    for (source, cell) in sources.enumerated() where isStandable(cell) {
      open.append((0, source, cell))
    }
    while let next = open.min(by: { ($0.time, $0.source, $0.cell) < ($1.time, $1.source, $1.cell) })
    {
      open.removeAll { $0.cell == next.cell }
      guard best[next.cell] == nil else { continue }
      best[next.cell] = (next.time, next.source)
      for row in max(0, next.cell / columns - 2)...min(rows - 1, next.cell / columns + 2) {
        for column in max(0, next.cell % columns - 2)...min(columns - 1, next.cell % columns + 2) {
          let other = row * columns + column
          guard best[other] == nil, let arc = cost(next.cell, other) else { continue }
          open.append((next.time + arc, next.source, other))
        }
      }
    }
    return best
  }

  /// Times and sources in a direction; nil where nothing is reached within the limit.
  func times(
    _ sources: [Int], _ direction: TravelDirection, limit: Int
  ) -> [(time: Int, source: Int)?] {
    var found: [(time: Int, source: Int)?]
    switch direction {
    case .from: found = search(sources) { milliseconds($0, $1) }
    case .to: found = search(sources) { milliseconds($1, $0) }
    case .roundTrip:
      found = search(sources) { a, b in
        guard let there = milliseconds(a, b), let back = milliseconds(b, a) else { return nil }
        return there + back
      }
      found = found.map { $0.map { ((time: ($0.time + 1) / 2, source: $0.source)) } }
    case .worst:
      let (to, from) = (
        times(sources, .to, limit: limit), times(sources, .from, limit: limit)
      )
      found = zip(to, from).map { to, from in
        guard let to, let from else { return nil }
        return to.time > from.time ? to : from
      }
    }
    return found.map { $0.flatMap { $0.time <= limit ? $0 : nil } }
  }
}
