import Foundation
import Geometry
import Terrain

/// A height model with ground on it, and places from which people set out.
struct TerrainProblem {
  /// What tables call it.
  var name: String
  /// Heights in metres, square cells of 30 m.
  var elevation: Raster
  /// Seconds a metre on the flat; NaN on lakes.
  var secondsPerMetre: [Float]
  /// The cells where searches begin: row and column.
  var sources: [(row: Int, column: Int)]

  /// The width of a cell.
  static let cellMetres = 30.0

  /// The places where searches begin.
  var places: [Position?] {
    sources.map { source in
      Position(
        x: (Double(source.column) + 0.5) * Self.cellMetres,
        y: elevation.north - (Double(source.row) + 0.5) * Self.cellMetres)
    }
  }

  /// Hills by several octaves of smooth noise; lakes at the bottom of another field.
  init(size: Int, seed: UInt64, sourceCount: Int) {
    let noise = SmoothNoise(SeededNumbers(seed: seed))
    var heights: [Float] = []
    var pace: [Float] = []
    for row in 0..<size {
      for column in 0..<size {
        let (x, y) = (Double(column), Double(row))
        heights.append(Float(1_800 * noise.value(x, y, field: 1, widest: 600)))
        let ground = noise.value(x, y, field: 2, widest: 150)
        let water = noise.value(x, y, field: 3, widest: 200)
        let speed = ground < 0.4 ? 5.0 : ground < 0.5 ? 4 : ground < 0.6 ? 3 : 2
        pace.append(water > 0.66 ? .nan : Float(3.6 / speed))
      }
    }
    let numbers = SeededNumbers(seed: seed)
    var sources: [(row: Int, column: Int)] = []
    var tries = 0
    while sources.count < sourceCount, tries < 100 * sourceCount {
      let cell = numbers.below(size * size, tries, 50)
      tries += 1
      if !pace[cell].isNaN { sources.append((cell / size, cell % size)) }
    }
    self.init(
      name: "\(size) × \(size) (generated, seed \(seed))", size: size, heights: heights,
      pace: pace, sources: sources)
  }

  /// Reads `FOLDER/dem_N.npy`, `friction_N.npy` and `dem_N_sources100.npy`.
  init(folder: String, size: Int) throws {
    let sources = try NumpyFile("\(folder)/dem_\(size)_sources100.npy")
    self.init(
      name: "\(size) × \(size) (dem_\(size))", size: size,
      heights: try NumpyFile("\(folder)/dem_\(size).npy").values.map { Float($0) },
      pace: try NumpyFile("\(folder)/friction_\(size).npy").values.map { Float($0) },
      sources: zip(sources.column(0), sources.column(1)).map { (Int($0), Int($1)) })
  }

  private init(
    name: String, size: Int, heights: [Float], pace: [Float],
    sources: [(row: Int, column: Int)]
  ) {
    self.name = name
    elevation = Raster(
      width: size, height: size, west: 0, north: Double(size) * Self.cellMetres,
      cellWidth: Self.cellMetres, cellHeight: Self.cellMetres, referenceSystem: "",
      cells: heights)
    secondsPerMetre = pace
    self.sources = sources
  }
}

/// Smooth noise from a lattice of numbers, in octaves.
struct SmoothNoise {
  private let numbers: SeededNumbers

  init(_ numbers: SeededNumbers) { self.numbers = numbers }

  /// A number from 0 to 1 whose widest features are so many cells wide.
  func value(_ x: Double, _ y: Double, field: UInt64, widest: Double) -> Double {
    var (sum, weights, weight, width) = (0.0, 0.0, 1.0, widest)
    for octave in 0..<6 {
      sum += weight * lattice(x / width, y / width, field * 100 + UInt64(octave))
      weights += weight
      weight /= 2
      width /= 2
    }
    return sum / weights
  }

  private func lattice(_ x: Double, _ y: Double, _ purpose: UInt64) -> Double {
    let (column, row) = (Int(x), Int(y))
    let (right, down) = (Self.eased(x - Double(column)), Self.eased(y - Double(row)))
    func corner(_ column: Int, _ row: Int) -> Double {
      numbers.unit(row * 65_536 + column, purpose)
    }
    let top = corner(column, row) * (1 - right) + corner(column + 1, row) * right
    let bottom = corner(column, row + 1) * (1 - right) + corner(column + 1, row + 1) * right
    return top * (1 - down) + bottom * down
  }

  private static func eased(_ t: Double) -> Double { t * t * (3 - 2 * t) }
}
