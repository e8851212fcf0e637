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
          Bilingual("边界不属于任何已知的乡镇街道", "the polygon belongs to no known unit"),
          Bilingual(
            "核对代码及代码体系，或删去该边界",
            "check the code and its code system, or take the polygon out")))
    }
    let drawn = Set(data.polygons.map(\.unit))
    for unit in data.district.units where !drawn.contains(unit.id) {
      faults.append(
        ImportCheck.polygonMissing.fault(
          at: data.unitPlaces[unit.id], "name", value: unit.name,
          Bilingual("\(unit.name)没有边界", "\(unit.name) has no polygon"),
          Bilingual(
            "在图层中补上；制图和坐标核对都要用", "add it to the layer; maps and place checks need it")))
    }
    return faults + invalid(data) + overlaps(data)
  }

  private static func invalid(_ data: LoadedData) -> [InputFault] {
    data.polygons.compactMap { polygon in
      guard let reason = problem(polygon.shape) else { return nil }
      return ImportCheck.polygonInvalid.fault(
        at: polygon.place, "geometry", value: polygon.unit.rawValue,
        Bilingual("边界图形无效：\(reason.chinese)", "the polygon is not valid: \(reason.english)"),
        Bilingual(
          "修复图形，例如用 QGIS 的“修正几何图形”",
          "mend it, for example with “Fix geometries” in QGIS"))
    }
  }

  /// Why a territory is none; nil when it is in order.
  static func problem(_ shape: Shape) -> Bilingual? {
    guard !shape.polygons.isEmpty else {
      return Bilingual("这是 \(shape.kind)，不是面", "it is a \(shape.kind) and not an area")
    }
    do {
      let validity = try shape.validity()
      guard let reason = validity.reason else { return nil }
      guard let place = validity.place else { return Bilingual(reason, reason) }
      return Bilingual(
        "\(reason)，位于 \(place.x), \(place.y)", "\(reason) at \(place.x), \(place.y)")
    } catch {
      return Bilingual(error.message, error.message)
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
            Bilingual(
              "\(names[0])与\(names[1])的边界重叠 \(Int(squareMetres.rounded())) m²",
              "\(names[0]) and \(names[1]) overlap by \(Int(squareMetres.rounded())) m²"),
            Bilingual("调整其中一条边界", "move one of the borders")))
      }
    }
    return faults
  }

  private static func name(_ unit: UnitID, in data: LoadedData) -> String {
    data.district.units.first { $0.id == unit }?.name ?? unit.rawValue
  }
}
