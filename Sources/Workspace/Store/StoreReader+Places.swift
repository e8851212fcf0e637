import GRDB
import Geometry
import PlanningModel

extension StoreReader {
  func readUnits() throws -> ([AdministrativeUnit], [UnitID: UnitShape]) {
    var codes: [String: [CodeSystem: String]] = [:]
    _ = try rows("unit_code", "SELECT unit, system, code FROM unit_code ORDER BY fid") { row in
      codes[try row.text(0), default: [:]][CodeSystem(rawValue: try row.text(1))] =
        try row.text(2)
    }
    var seats: [String: GeographicPosition] = [:]
    _ = try rows("seat", "SELECT unit, geom FROM seat ORDER BY fid") { row in
      seats[try row.text(0)] = try position(row, 1)
    }
    var shapes: [UnitID: UnitShape] = [:]
    let units = try rows(
      "unit",
      """
      SELECT geom, code, name, name_en, class, parent, population, population_provenance,
        area_km2, source, seat_provenance, shape_provenance
      FROM unit ORDER BY fid
      """
    ) { row in
      let code = try row.text(1)
      if let shape = try row.withBytes(0, { GeoPackageBlob.decode($0) }) {
        shapes[UnitID(code)] = UnitShape(shape: shape, provenance: try row.choice(11))
      }
      return AdministrativeUnit(
        id: UnitID(code), name: try row.text(2), nameEnglish: try row.optionalText(3),
        unitClass: try row.choice(4), parent: UnitID(try row.text(5)),
        codes: codes[code] ?? [:], seat: seats[code], seatProvenance: try row.optionalChoice(10),
        population: try row.optionalInteger(6), populationProvenance: try row.optionalChoice(7),
        areaSquareKilometres: try row.optionalDecimal(8), source: try row.optionalText(9))
    }
    return (units, shapes)
  }

  func readVillages() throws -> [DemandPoint] {
    var people: [String: [CohortID: Int]] = [:]
    _ = try rows(
      "village_people", "SELECT village, cohort, count FROM village_people ORDER BY fid"
    ) { row in
      people[try row.text(0), default: [:]][CohortID(try row.text(1))] = try row.integer(2)
    }
    var codes: [String: String] = [:]
    _ = try rows(
      "village_urban_rural", "SELECT village, code FROM village_urban_rural ORDER BY fid"
    ) { codes[try $0.text(0)] = try $0.text(1) }
    var tags: [String: [String]] = [:]
    _ = try rows("village_tag", "SELECT village, tag FROM village_tag ORDER BY fid") {
      tags[try $0.text(0), default: []].append(try $0.text(1))
    }
    return try rows(
      "village",
      """
      SELECT geom, id, code, name, class, unit, band, position_provenance, people_provenance
      FROM village ORDER BY fid
      """
    ) { row in
      let id = try row.text(1)
      return DemandPoint(
        id: DemandPointID(id), code: try row.optionalText(2), name: try row.text(3),
        unitClass: try row.choice(4), unit: try row.optionalText(5).map { UnitID($0) },
        position: try position(row, 0), people: people[id] ?? [:], band: try row.choice(6),
        urbanRuralCode: codes[id], tags: tags[id] ?? [], positionProvenance: try row.choice(7),
        peopleProvenance: try row.choice(8))
    }
  }

  func readFacilities() throws -> [Facility] {
    var ranges: [String: [UnitID]] = [:]
    _ = try rows("facility_range", "SELECT facility, unit FROM facility_range ORDER BY fid") {
      ranges[try $0.text(0), default: []].append(UnitID(try $0.text(1)))
    }
    var marks: [String: [String]] = [:]
    _ = try rows(
      "facility_designation",
      "SELECT facility, designation FROM facility_designation ORDER BY fid"
    ) { marks[try $0.text(0), default: []].append(try $0.text(1)) }
    var shared: [String: Int] = [:]
    _ = try rows(
      "facility_shared_capacity",
      "SELECT facility, capacity FROM facility_shared_capacity ORDER BY fid"
    ) { shared[try $0.text(0)] = try $0.integer(1) }
    return try rows(
      "facility",
      """
      SELECT geom, id, name, kind, host, village, state, opened, closed, capacity,
        floor_area_m2, range_declared, site, band, record_provenance, host_provenance,
        position_provenance, range_provenance
      FROM facility ORDER BY fid
      """
    ) { row in
      let id = try row.text(1)
      let isRangeDeclared = try row.integer(11) != 0
      return Facility(
        id: FacilityID(id), name: try row.text(2), kind: ServiceKind(try row.text(3)),
        host: try row.optionalText(4).map { UnitID($0) },
        village: try row.optionalText(5).map { DemandPointID($0) },
        position: try position(row, 0), state: try row.choice(6),
        opened: try row.optionalDate(7), closed: try row.optionalDate(8),
        designations: marks[id] ?? [], capacity: try row.optionalInteger(9),
        sharedCapacity: shared[id], floorAreaSquareMetres: try row.optionalDecimal(10),
        serviceRange: isRangeDeclared ? ranges[id] ?? [] : nil, site: try row.optionalText(12),
        band: try row.choice(13),
        provenance: FacilityProvenance(
          record: try row.choice(14), host: try row.choice(15), position: try row.choice(16),
          range: try row.choice(17)))
    }
  }

  func readActivities() throws -> [ActivityRecord] {
    try rows(
      "activity",
      """
      SELECT unit, activity, year, sessions, served_people, evidence, provenance
      FROM activity ORDER BY fid
      """
    ) { row in
      ActivityRecord(
        unit: UnitID(try row.text(0)), activity: try row.text(1), year: try row.integer(2),
        sessions: try row.optionalInteger(3), servedPeople: try row.optionalInteger(4),
        evidence: try row.optionalText(5), provenance: try row.choice(6))
    }
  }

  func readLedger() throws -> [LedgerEntry] {
    try rows(
      "progress",
      "SELECT indicator, value, as_of, unit, evidence, provenance FROM progress ORDER BY fid"
    ) { row in
      guard let date = try row.optionalDate(2) else {
        throw row.damage(2, Bilingual("缺少日期", "a date is missing"))
      }
      return LedgerEntry(
        indicator: try row.text(0), value: try row.integer(1), asOf: date,
        unit: try row.optionalText(3).map { UnitID($0) }, evidence: try row.optionalText(4),
        provenance: try row.choice(5))
    }
  }

  private func position(_ row: StoreRow, _ index: Int) throws -> GeographicPosition? {
    guard let shape = try row.withBytes(index, { GeoPackageBlob.decode($0) }) else { return nil }
    guard case .point(let position) = shape else {
      throw row.damage(index, Bilingual("应为点", "no point"))
    }
    return GeographicPosition(longitude: position.x, latitude: position.y)
  }
}
