import Geometry
import PlanningModel

/// Checks of the units' territories.
enum PolygonChecks {
  /// Overlaps up to this size come from rounding of coordinates.
  private static let toleranceSquareMetres = 1_000.0

  static func run(_ data: LoadedData) -> [InputFault] {
    guard !data.polygons.isEmpty else { return [] }
    let known = Set(data.district.units.map(\.id))
    var faults: [InputFault] = []
    for polygon in data.polygons where !known.contains(polygon.unit) {
      faults.append(
        ImportCheck.polygonUnknownUnit.fault(
          at: polygon.place, "code", value: polygon.unit.rawValue,
          "the polygon belongs to no known unit",
          "check the code and its code system, or take the polygon out"))
    }
    let drawn = Set(data.polygons.map(\.unit))
    for unit in data.district.units where !drawn.contains(unit.id) {
      faults.append(
        ImportCheck.polygonMissing.fault(
          at: data.unitPlaces[unit.id], "name", value: unit.name,
          "the unit has no polygon", "add it to the layer; maps and place checks need it"))
    }
    return faults + invalid(data) + overlaps(data)
  }

  private static func invalid(_ data: LoadedData) -> [InputFault] {
    data.polygons.compactMap { polygon in
      guard let reason = problem(polygon.shape) else { return nil }
      return ImportCheck.polygonInvalid.fault(
        at: polygon.place, "geometry", value: polygon.unit.rawValue,
        "the polygon is not valid: \(reason)",
        "mend it, for example with “Fix geometries” in QGIS")
    }
  }

  /// Why a territory is none; nil when it is in order.
  static func problem(_ shape: Shape) -> String? {
    guard !shape.polygons.isEmpty else { return "it is a \(shape.kind) and not an area" }
    do {
      let validity = try shape.validity()
      guard let reason = validity.reason else { return nil }
      return validity.place.map { "\(reason) at \($0.x), \($0.y)" } ?? reason
    } catch {
      return error.message
    }
  }

  private static func overlaps(_ data: LoadedData) -> [InputFault] {
    let sound = data.polygons.filter { problem($0.shape) == nil }
    let boxes = sound.compactMap(\.shape.bounds)
    guard boxes.count == sound.count else { return [] }
    let index = SpatialIndex(boxes)
    var faults: [InputFault] = []
    for (first, polygon) in sound.enumerated() {
      for second in index.search(boxes[first]).sorted() where second > first {
        let other = sound[second]
        guard
          let common = (try? polygon.shape.intersection(with: other.shape)) ?? nil,
          let area = try? common.planarArea()
        else { continue }
        let latitude = (boxes[first].south + boxes[first].north) / 2
        let scale = EllipsoidalMetric.metresPerDegree(atLatitude: latitude)
        let squareMetres = area * scale.east * scale.north
        guard squareMetres.isFinite, squareMetres > toleranceSquareMetres else { continue }
        let names = [polygon, other].map { name($0.unit, in: data) }
        faults.append(
          ImportCheck.polygonOverlap.fault(
            at: other.place, "geometry", value: other.unit.rawValue,
            "\(names[0]) and \(names[1]) overlap by \(Int(squareMetres.rounded())) m²",
            "move one of the borders"))
      }
    }
    return faults
  }

  private static func name(_ unit: UnitID, in data: LoadedData) -> String {
    data.district.units.first { $0.id == unit }?.name ?? unit.rawValue
  }
}
