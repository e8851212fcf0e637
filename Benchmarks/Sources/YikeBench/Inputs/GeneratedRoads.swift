import Foundation
import Geometry

/// A made-up road network over hills: a wiggly grid of 300 m with gaps and a few diagonals, main
/// roads every sixteen lines, ways of up to twelve edges as in OpenStreetMap.
///
/// Everything is a function of the seed and of the place, so ten million nodes take no memory
/// beyond the lines themselves.
struct GeneratedRoads {
  /// Nodes along one side.
  let side: Int
  /// The seed.
  let seed: UInt64
  private let numbers: SeededNumbers

  private static let spacingMetres = 300.0
  private static let metresPerDegree = 111_195.0
  private static let south = 24.0
  private static let west = 102.0
  private static let longestWay = 12
  private enum Purpose {
    static let east: UInt64 = 1
    static let north: UInt64 = 2
    static let gapAlongRow: UInt64 = 3
    static let gapAlongColumn: UInt64 = 4
    static let diagonal: UInt64 = 5
    static let hills: UInt64 = 6
  }

  init(nodeCount: Int, seed: UInt64) {
    side = max(2, Int(Double(nodeCount).squareRoot().rounded()))
    self.seed = seed
    numbers = SeededNumbers(seed: seed)
  }

  /// What messages call it.
  var name: String { "generated, side \(side), seed \(seed)" }

  /// Degrees east and north of a grid point.
  func position(row: Int, column: Int) -> Position {
    let point = row * side + column
    let x = Double(column) + 0.8 * (numbers.unit(point, Purpose.east) - 0.5)
    let y = Double(row) + 0.8 * (numbers.unit(point, Purpose.north) - 0.5)
    let degrees = Self.spacingMetres / Self.metresPerDegree
    return Position(
      x: Self.west + x * degrees / cos(Self.south * .pi / 180), y: Self.south + y * degrees)
  }

  /// The height of a place: hills of 3 to 60 km, some 900 m high together.
  func heightMetres(_ place: Position) -> Double {
    var height = 900.0
    for wave in 0..<6 {
      let turn = numbers.unit(wave, Purpose.hills) * 2 * .pi
      let shift = numbers.unit(wave + 100, Purpose.hills) * 2 * .pi
      let lengthMetres = 60_000 / pow(1.8, Double(wave))
      let along = (place.x * cos(turn) + place.y * sin(turn)) * Self.metresPerDegree
      height += 400 / pow(1.6, Double(wave)) * sin(2 * .pi * along / lengthMetres + shift)
    }
    return height
  }

  /// The roads as lines, with node numbers as vertex ids.
  func lines() -> TaggedLines {
    var lines = TaggedLines(keys: ["highway"])
    lines.strings = ["", "secondary", "tertiary", "unclassified", "track"]
    for row in 0..<side {
      appendRuns(alongRow: true, row, Purpose.gapAlongRow, &lines)
    }
    for column in 0..<side {
      appendRuns(alongRow: false, column, Purpose.gapAlongColumn, &lines)
    }
    for row in 0..<side - 1 {
      for column in 0..<side - 1 {
        let chance = numbers.unit(row * side + column, Purpose.diagonal)
        if chance < 0.03 {
          append([(row, column), (row + 1, column + 1)], value: 4, &lines)
        } else if chance < 0.06 {
          append([(row, column + 1), (row + 1, column)], value: 4, &lines)
        }
      }
    }
    return lines
  }

  /// Ways along one grid line, cut at gaps and after twelve edges.
  private func appendRuns(
    alongRow: Bool, _ line: Int, _ purpose: UInt64, _ lines: inout TaggedLines
  ) {
    let isMain = line % 16 == 8
    var run: [(row: Int, column: Int)] = []
    func flush() {
      let value: UInt32 = isMain ? (line % 64 == 8 ? 1 : 2) : 3
      if run.count > 1 { append(run, value: value, &lines) }
    }
    for step in 0..<side {
      let point = alongRow ? (line, step) : (step, line)
      run.append(point)
      let isGap = !isMain && numbers.unit(line * side + step, purpose) > 0.74
      if isGap || run.count > Self.longestWay {
        flush()
        run = isGap ? [] : [point]
      }
    }
    flush()
  }

  private func append(
    _ points: [(row: Int, column: Int)], value: UInt32, _ lines: inout TaggedLines
  ) {
    for point in points {
      let place = position(row: point.row, column: point.column)
      lines.longitude.append(place.x)
      lines.latitude.append(place.y)
      lines.vertexIDs.append(Int64(point.row * side + point.column) + 1)
    }
    lines.firstVertex.append(UInt32(lines.longitude.count))
    lines.lineIDs.append(Int64(lines.lineIDs.count) + 1)
    lines.values.append(value)
  }
}
