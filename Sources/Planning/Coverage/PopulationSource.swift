import Coverage
import Geometry
import Importing
import PlanningModel
import Projections
import Workspace

/// Reads a population grid or a table of populated points as cells.
struct PopulationSource {
  /// Polygons of the townships, WGS 84; empty when none are loaded.
  let unitShapes: [UnitID: Shape]

  /// The cells of a GeoTIFF, or of a table `id,lon,lat,population[,village]` in WGS 84.
  ///
  /// Weights are whole millionths of what the file has. Where township polygons are loaded, a
  /// cell belongs to the first, by id, that covers its centre; cells that none covers are left
  /// out and noted.
  func cells(_ path: String, note: (String) -> Void) throws -> [PopulationCell] {
    let isTable = [".csv", ".tsv", ".txt", ".xlsx"].contains { path.lowercased().hasSuffix($0) }
    let cells = isTable ? try table(path) : try raster(path)
    guard !unitShapes.isEmpty else { return cells }
    let placed = try placed(cells)
    let left = cells.count - placed.count
    if left > 0 {
      note(
        Bilingual(
          "\(path)：\(left) 个有人的格或点在各乡镇界线以外，未用",
          "\(path): \(left) populated cells lie outside all townships and were not used"
        ).text)
    }
    return placed
  }

  private func raster(_ path: String) throws -> [PopulationCell] {
    let raster = try RasterFile.read(path)
    guard !raster.referenceSystem.isEmpty else {
      throw WorkError(
        .malformed, operation: "read population", subject: path,
        message: Bilingual("栅格没有坐标系", "the grid has no reference system"),
        remedy: Bilingual(
          "用 gdal_translate -a_srs 写入坐标系", "state it with gdal_translate -a_srs"))
    }
    var numbers: [Int] = []
    var positions: [Position] = []
    for (number, value) in raster.cells.enumerated() where value.isFinite && value > 0 {
      numbers.append(number)
      positions.append(
        Position(
          x: raster.west + (Double(number % raster.width) + 0.5) * raster.cellWidth,
          y: raster.north - (Double(number / raster.width) + 0.5) * raster.cellHeight))
    }
    let places = try Transformation(
      from: try ReferenceSystem(raster.referenceSystem), to: .wgs84
    ).transformed(positions)
    let digits = String(raster.cells.count).utf8.count
    return zip(numbers, places).compactMap { number, place in
      guard place.x.isFinite, place.y.isFinite else { return nil }
      let text = String(number)
      return PopulationCell(
        id: String(repeating: "0", count: digits - text.utf8.count) + text,
        position: GeographicPosition(longitude: place.x, latitude: place.y),
        weight: Self.millionths(Double(raster.cells[number])))
    }
  }

  private func table(_ path: String) throws -> [PopulationCell] {
    let points = try PointTable(path, datum: "WGS 84")
    let amounts = try AmountTable(path, amount: "population", keeping: ["village"])
    let villages = amounts.texts("village")
    let places = Dictionary(
      zip(points.ids, points.places), uniquingKeysWith: { first, _ in first })
    return amounts.ids.indices.compactMap { index in
      guard let place = places[amounts.ids[index]] ?? nil else { return nil }
      let village = villages?[index] ?? ""
      return PopulationCell(
        id: amounts.ids[index], position: place, weight: Self.millionths(amounts.doubles[index]),
        village: village.isEmpty ? nil : DemandPointID(village))
    }
  }

  private static func millionths(_ value: Double) -> Int64 {
    Int64(min(max(value, 0), 1e12) * 1_000_000)
  }

  /// The cells that lie in a township, with it; those that name their village stay as they are.
  private func placed(_ cells: [PopulationCell]) throws -> [PopulationCell] {
    var cells = cells
    var rest = cells.indices.filter { cells[$0].village == nil }
    for unit in unitShapes.keys.sorted() {
      guard let shape = unitShapes[unit] else { continue }
      let inside = try shape.covered(
        rest.map {
          Position(x: cells[$0].position.longitude, y: cells[$0].position.latitude)
        })
      for (index, isInside) in zip(rest, inside) where isInside { cells[index].unit = unit }
      rest = zip(rest, inside).filter { !$1 }.map(\.0)
    }
    return cells.filter { $0.unit != nil || $0.village != nil }
  }
}
