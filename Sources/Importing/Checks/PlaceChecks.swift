import Geometry
import PlanningModel

/// Checks of where things stand.
enum PlaceChecks {
  /// A thing with a position: its declared unit, and where it stands in the files.
  private struct Placed {
    var label: Bilingual
    var position: GeographicPosition
    var unit: UnitID?
    var site: String
    var place: SourcePlace?
    var column: String
  }

  static func run(_ data: LoadedData) -> [InputFault] {
    let villages = data.district.demandPoints.compactMap { point in
      point.position.map {
        Placed(
          label: Bilingual(point.name, point.name), position: $0, unit: point.unit,
          site: point.id.rawValue,
          place: data.demandPointPlaces[point.id], column: "lon")
      }
    }
    let facilities = data.district.facilities.compactMap { facility in
      facility.position.map {
        Placed(
          label: Bilingual(facility.name, facility.name), position: $0, unit: facility.host,
          site: facility.site ?? facility.id.rawValue,
          place: data.facilityPlaces[facility.id], column: "lon")
      }
    }
    let seats = data.district.units.compactMap { unit in
      unit.seat.map {
        Placed(
          label: Bilingual("\(unit.name)驻地", "the seat of \(unit.name)"), position: $0,
          unit: unit.id,
          site: unit.id.rawValue, place: data.unitPlaces[unit.id], column: "lon")
      }
    }
    return outside(seats + villages + facilities, data) + identical(villages)
      + identical(facilities)
  }

  private static func outside(_ things: [Placed], _ data: LoadedData) -> [InputFault] {
    var faults: [InputFault] = []
    let byUnit = Dictionary(grouping: things.filter { $0.unit != nil }, by: \.unit)
    for polygon in data.polygons where PolygonChecks.problem(polygon.shape) == nil {
      guard let members = byUnit[polygon.unit],
        let inside = try? polygon.shape.covered(
          members.map { Position(x: $0.position.longitude, y: $0.position.latitude) })
      else { continue }
      for (thing, isInside) in zip(members, inside) where !isInside {
        let name =
          data.district.units.first { $0.id == polygon.unit }?.name ?? polygon.unit.rawValue
        faults.append(
          ImportCheck.placeOutsideUnit.fault(
            at: thing.place, thing.column,
            value: "\(thing.position.longitude), \(thing.position.latitude)",
            Bilingual(
              "\(thing.label.chinese)落在所填乡镇街道\(name)的边界之外",
              "\(thing.label.english) lies outside the polygon of \(name), its declared unit"),
            Bilingual(
              "核对坐标、坐标基准和所属乡镇街道", "check the coordinates, their datum, and the unit")))
      }
    }
    return faults
  }

  /// Several places at the very same coordinates, often the point of a whole township.
  ///
  /// Services of one building stand together rightly.
  private static func identical(_ things: [Placed]) -> [InputFault] {
    var order: [GeographicPosition] = []
    var groups: [GeographicPosition: [Placed]] = [:]
    for thing in things {
      if groups[thing.position] == nil { order.append(thing.position) }
      groups[thing.position, default: []].append(thing)
    }
    return order.compactMap { position in
      guard let group = groups[position], Set(group.map(\.site)).count > 1 else { return nil }
      let shown = group.prefix(5).map(\.label)
      let more = group.count > 5
      return ImportCheck.placeIdentical.fault(
        at: group[1].place, "lon", value: "\(position.longitude), \(position.latitude)",
        Bilingual(
          "\(group.count) 处坐标完全相同：" + shown.map(\.chinese).joined(separator: "、")
            + (more ? "等" : ""),
          "\(group.count) places have the same coordinates: "
            + shown.map(\.english).joined(separator: ", ") + (more ? " …" : "")),
        Bilingual(
          "核对是否用了乡镇街道的坐标，而不是各自的坐标",
          "check whether this is the point of the township and not of the places"))
    }
  }
}
