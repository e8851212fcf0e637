import Foundation
import GRDB
import Geometry
import PlanningModel

extension StoreWriter {
  func writeUnits(_ contents: StoreContents) throws {
    let units = contents.units.sorted { $0.id < $1.id }
    var extent: Bounds?
    var seatExtent: Bounds?
    var rows: [[(any DatabaseValueConvertible)?]] = []
    var codes: [[(any DatabaseValueConvertible)?]] = []
    var seats: [[(any DatabaseValueConvertible)?]] = []
    for unit in units {
      let outline = contents.unitShapes[unit.id]
      if let bounds = outline?.shape.bounds { extent = extent?.joined(with: bounds) ?? bounds }
      rows.append([
        outline.map { Data(GeoPackageBlob.encode($0.shape)) }, unit.id.rawValue, unit.name,
        unit.nameEnglish, unit.unitClass.rawValue, unit.parent.rawValue, unit.population,
        unit.populationProvenance?.rawValue, unit.areaSquareKilometres?.description, unit.source,
        unit.seatProvenance?.rawValue, outline?.provenance.rawValue,
      ])
      let systems = unit.codes.keys.sorted {
        $0.rawValue.utf8.lexicographicallyPrecedes($1.rawValue.utf8)
      }
      for system in systems {
        codes.append([unit.id.rawValue, system.rawValue, unit.codes[system]])
      }
      if let seat = point(unit.seat, &seatExtent) {
        seats.append([seat, unit.id.rawValue, unit.name, unit.seatProvenance?.rawValue])
      }
    }
    try insert(
      "unit",
      [
        "geom", "code", "name", "name_en", "class", "parent", "population",
        "population_provenance", "area_km2", "source", "seat_provenance", "shape_provenance",
      ], rows)
    try insert("unit_code", ["unit", "system", "code"], codes)
    try insert("seat", ["geom", "unit", "name", "provenance"], seats)
    try GeoPackageContainer.setExtent(extent, of: "unit", in: database)
    try GeoPackageContainer.setExtent(seatExtent, of: "seat", in: database)
  }

  func writeVillages(_ points: [DemandPoint]) throws {
    let points = points.sorted { $0.id < $1.id }
    var extent: Bounds?
    var rows: [[(any DatabaseValueConvertible)?]] = []
    var people: [[(any DatabaseValueConvertible)?]] = []
    for village in points {
      rows.append([
        point(village.position, &extent), village.id.rawValue, village.code, village.name,
        village.unitClass.rawValue, village.unit?.rawValue, village.band.rawValue,
        village.positionProvenance.rawValue, village.peopleProvenance.rawValue,
      ])
      for (cohort, count) in village.people.sorted(by: { $0.key < $1.key }) {
        people.append([village.id.rawValue, cohort.rawValue, count])
      }
    }
    try insert(
      "village",
      [
        "geom", "id", "code", "name", "class", "unit", "band", "position_provenance",
        "people_provenance",
      ], rows)
    try insert("village_people", ["village", "cohort", "count"], people)
    try insert(
      "village_urban_rural", ["village", "code"],
      points.compactMap { village in
        village.urbanRuralCode.map { [village.id.rawValue, $0] }
      })
    try insert(
      "village_tag", ["village", "tag"],
      points.flatMap { village in village.tags.map { [village.id.rawValue, $0] } })
    try GeoPackageContainer.setExtent(extent, of: "village", in: database)
  }

  func writeFacilities(_ facilities: [Facility]) throws {
    let facilities = facilities.sorted { $0.id < $1.id }
    var extent: Bounds?
    var rows: [[(any DatabaseValueConvertible)?]] = []
    for facility in facilities {
      let provenance = facility.provenance
      rows.append([
        point(facility.position, &extent), facility.id.rawValue, facility.name,
        facility.kind.rawValue, facility.host?.rawValue, facility.village?.rawValue,
        facility.state.rawValue, facility.opened?.description, facility.closed?.description,
        facility.capacity, facility.floorAreaSquareMetres?.description,
        facility.serviceRange != nil, facility.site, facility.band.rawValue,
        provenance.record.rawValue, provenance.host.rawValue, provenance.position.rawValue,
        provenance.range.rawValue,
      ])
    }
    try insert(
      "facility",
      [
        "geom", "id", "name", "kind", "host", "village", "state", "opened", "closed", "capacity",
        "floor_area_m2", "range_declared", "site", "band", "record_provenance",
        "host_provenance", "position_provenance", "range_provenance",
      ], rows)
    try insert(
      "facility_range", ["facility", "unit"],
      facilities.flatMap { facility in
        (facility.serviceRange ?? []).map { [facility.id.rawValue, $0.rawValue] }
      })
    try insert(
      "facility_designation", ["facility", "designation"],
      facilities.flatMap { facility in
        facility.designations.map { [facility.id.rawValue, $0] }
      })
    try insert(
      "facility_shared_capacity", ["facility", "capacity"],
      facilities.compactMap { facility in
        facility.sharedCapacity.map { [facility.id.rawValue, $0] }
      })
    try GeoPackageContainer.setExtent(extent, of: "facility", in: database)
  }

  func writeRecords(_ contents: StoreContents) throws {
    try insert(
      "activity",
      ["unit", "activity", "year", "sessions", "served_people", "evidence", "provenance"],
      contents.activities.map {
        [
          $0.unit.rawValue, $0.activity, $0.year, $0.sessions, $0.servedPeople, $0.evidence,
          $0.provenance.rawValue,
        ]
      })
    try insert(
      "progress", ["indicator", "value", "as_of", "unit", "evidence", "provenance"],
      contents.ledger.map {
        [
          $0.indicator, $0.value, $0.asOf.description, $0.unit?.rawValue, $0.evidence,
          $0.provenance.rawValue,
        ]
      })
  }
}
