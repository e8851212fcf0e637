public import Geometry

/// Heights of the ground, read from a raster between its cell centres.
public struct ElevationModel: Sendable {
  /// Brings WGS 84 degrees into the raster's reference system, one call for a batch.
  public typealias Projecting = @Sendable ([Position]) throws -> [Position]

  /// The heights, in metres.
  public let raster: Raster
  private let project: Projecting

  /// Wraps a raster; `project` is called once per batch of positions and must keep their order.
  public init(raster: Raster, project: @escaping Projecting) {
    self.raster = raster
    self.project = project
  }

  /// Wraps a raster whose cells are in WGS 84 degrees.
  public init(geographic raster: Raster) {
    self.init(raster: raster) { $0 }
  }

  /// The height at each position in WGS 84 degrees; NaN outside and where data is missing.
  public func heights(at positions: [Position]) throws -> [Float] {
    try project(positions).map { height(atX: $0.x, y: $0.y) }
  }

  /// The same heights, but NaN also in every cell of the raster that has no data itself, so that
  /// gaps keep their width.
  public func heightsOutsideGaps(at positions: [Position]) throws -> [Float] {
    try project(positions).map { hasData(atX: $0.x, y: $0.y) ? height(atX: $0.x, y: $0.y) : .nan }
  }

  /// Whether the cell that contains a place in the raster's own system has data.
  private func hasData(atX x: Double, y: Double) -> Bool {
    let column = (x - raster.west) / raster.cellWidth
    let row = (raster.north - y) / raster.cellHeight
    guard column >= 0, row >= 0, column <= Double(raster.width), row <= Double(raster.height)
    else { return false }
    let cell =
      min(raster.height - 1, Int(row)) * raster.width + min(raster.width - 1, Int(column))
    return raster.cells[cell].isFinite
  }

  /// Bilinear between the four cell centres around a place in the raster's own system.
  ///
  /// Centres without data take no part and the others share their weight; within half a cell of
  /// the border the outermost centres count alone. NaN outside the raster, and where no centre
  /// with weight has data.
  public func height(atX x: Double, y: Double) -> Float {
    let column = (x - raster.west) / raster.cellWidth
    let row = (raster.north - y) / raster.cellHeight
    guard column >= 0, row >= 0, column <= Double(raster.width), row <= Double(raster.height)
    else { return .nan }
    let left = (column - 0.5).rounded(.down)
    let top = (row - 0.5).rounded(.down)
    let east = column - 0.5 - left
    let south = row - 0.5 - top
    var sum = 0.0
    var weights = 0.0
    for (rowStep, rowWeight) in [(0, 1 - south), (1, south)] {
      for (columnStep, columnWeight) in [(0, 1 - east), (1, east)] {
        let r = min(raster.height - 1, max(0, Int(top) + rowStep))
        let c = min(raster.width - 1, max(0, Int(left) + columnStep))
        let height = raster.cells[r * raster.width + c]
        let weight = rowWeight * columnWeight
        guard weight > 0, height.isFinite else { continue }
        sum += weight * Double(height)
        weights += weight
      }
    }
    return weights > 0 ? Float(sum / weights) : .nan
  }
}
