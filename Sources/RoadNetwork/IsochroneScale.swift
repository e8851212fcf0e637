import Geometry

/// The grid on which an isochrone is drawn and what follows from its cell.
///
/// All limits of one place share it, which is what makes their areas nest.
public struct IsochroneScale: Hashable, Sendable {
  /// The side of a cell.
  public let cellMetres: Double
  /// The columns and rows of grid points.
  let columns: Int
  let rows: Int
  /// Metres east and north of the place at which the first grid point lies.
  let west: Double
  let south: Double

  /// The smallest cell.
  static let smallestCellMetres = 25.0
  /// More grid points than that make the cell twice as large.
  static let mostPoints = 65_536.0
  /// Within this many cells of a reached road everything is drawn as reached, so that the drawn
  /// area covers the road: the diagonal of a cell, and √2 times what rounding to sixteenths
  /// (1/16) and thinning (1/4) may take away.
  static let graceCells = 1.86
  /// Empty cells around what is drawn.
  private static let marginCells = 2.0

  /// How far from a reached road the area goes at most, as time allows at the walking pace.
  public var offRoadMetres: Double { max(100, 2 * cellMetres) }
  /// How far thinning may move the line.
  public var toleranceMetres: Double { Self.toleranceCells * cellMetres }
  /// Holes that are smaller are filled.
  public var smallestHoleSquareMetres: Double { max(10_000, 4 * cellMetres * cellMetres) }
  static let toleranceCells = 0.25

  /// The finest grid that holds the strokes.
  init(_ strokes: IsochroneStrokes) {
    let bounds = strokes.bounds
    var cell = Self.smallestCellMetres
    func size(_ from: Double, _ to: Double) -> Double {
      let margin = max(100, 2 * cell) + Self.marginCells * cell
      return ((to + margin) / cell).rounded(.up) - ((from - margin) / cell).rounded(.down) + 1
    }
    while size(bounds.west, bounds.east) * size(bounds.south, bounds.north) > Self.mostPoints {
      cell *= 2
    }
    let margin = max(100, 2 * cell) + Self.marginCells * cell
    cellMetres = cell
    west = ((bounds.west - margin) / cell).rounded(.down) * cell
    south = ((bounds.south - margin) / cell).rounded(.down) * cell
    columns = Int(size(bounds.west, bounds.east))
    rows = Int(size(bounds.south, bounds.north))
  }
}
