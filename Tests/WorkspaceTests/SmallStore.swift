import Geometry
import PlanningModel
import Workspace

/// Contents with every field filled once and left empty once.
enum SmallStore {
  static var contents: StoreContents {
    var contents = StoreContents(settingsSHA256: String(repeating: "a", count: 64))
    contents.sources = [
      SourceRecord(
        role: .units, path: "geodata/units.csv", sha256: String(repeating: "1", count: 64),
        provenance: .official, publisher: "国家统计局"),
      SourceRecord(
        role: .roads, path: "geodata/邻区.geojson", sha256: String(repeating: "2", count: 64),
        provenance: .illustrative, band: .neighbour),
    ]
    contents.units = [
      AdministrativeUnit(
        id: "500156001", name: "凤山街道", nameEnglish: "Fengshan Subdistrict", unitClass: .street,
        parent: "500156", codes: [.nbs2023: "500156001", .mca: "500156101"],
        seat: GeographicPosition(longitude: 107.7495, latitude: 29.3275),
        seatProvenance: .illustrative, population: 44001, populationProvenance: .derived,
        areaSquareKilometres: ExactDecimal("188.60"), source: "x"),
      AdministrativeUnit(
        id: "500156200", name: "石桥苗族土家族乡", unitClass: .ethnicTownship, parent: "500156"),
    ]
    contents.unitShapes = [
      "500156001": UnitShape(
        shape: .polygon(
          Polygon(exterior: square(107, 29, 0.5), interiors: [square(107.1, 29.1, 0.1)])),
        provenance: .illustrative)
    ]
    contents.demandPoints = [
      DemandPoint(
        id: "500156001/万银村", name: "万银村", unitClass: .village, unit: "500156001",
        position: GeographicPosition(longitude: 107.738056, latitude: 29.337958),
        people: ["total": 1749, "pop_60plus": 392, "households": 0],
        urbanRuralCode: "112", tags: ["易地扶贫搬迁安置点", "示范"], positionProvenance: .illustrative,
        peopleProvenance: .estimated),
      DemandPoint(
        id: "邻区/一号村", code: "500102001200", name: "一号村", unitClass: .community, unit: nil,
        position: nil, people: [:], band: .neighbour, positionProvenance: .surveyed,
        peopleProvenance: .official),
    ]
    contents.facilities = [
      Facility(
        id: "c1", name: "“老年食堂”'; --", kind: "elder_canteen", host: "500156001",
        village: "500156001/万银村",
        position: GeographicPosition(longitude: 107.749086, latitude: 29.329005),
        state: .operating, opened: CivilDate("2022-05-18"), closed: CivilDate("2025-01-01"),
        designations: ["市级示范", "老年友好"], capacity: 90,
        floorAreaSquareMetres: ExactDecimal("320.5"), serviceRange: ["500156200", "500156001"],
        site: "s1",
        provenance: FacilityProvenance(
          record: .official, host: .official, position: .illustrative, range: .derived)),
      Facility(
        id: "c2", name: "b", kind: "elder_meal_point", host: nil, position: nil,
        state: .underConstruction, serviceRange: [], band: .neighbour,
        provenance: FacilityProvenance(record: .illustrative)),
      Facility(
        id: "c3", name: "c", kind: "elder_meal_point", host: "500156200", position: nil,
        state: .suspended, sharedCapacity: 25, site: "s1",
        provenance: FacilityProvenance(record: .secondary)),
    ]
    contents.activities = [
      ActivityRecord(
        unit: "500156200", activity: "精康服务", year: 2024, sessions: 12, servedPeople: 30,
        evidence: "台账", provenance: .official),
      ActivityRecord(unit: "500156001", activity: "精康服务", year: 2024, provenance: .derived),
    ]
    let (june, nine) = (CivilDate("2024-06-10"), CivilDate("2024-06-09"))
    if let june, let nine {
      contents.submissions = [
        SubmissionRecord(
          target: "T1", unit: "500156001", due: june, received: nine, evidence: "收文1号",
          provenance: .official),
        SubmissionRecord(
          target: "T1", series: "专项", office: "区妇联", due: june, received: nil,
          provenance: .secondary),
      ]
      contents.milestones = [
        MilestoneRecord(
          target: "T2", unit: "500156001", row: "3", quarter: 2, state: "印发", date: june,
          evidence: "文号", provenance: .official),
        MilestoneRecord(target: "T3", date: nine, provenance: .derived),
      ]
      contents.unitChanges = [
        UnitChange(
          date: CivilDate("2024-03-01"), change: "renamed", fromSystem: .nbs2023,
          fromCode: "500156199", fromName: "旧镇", toSystem: .nbs2023, toCode: "500156101",
          toName: "新镇", note: "n", provenance: .official),
        UnitChange(
          date: nil, fromSystem: CodeSystem(rawValue: ""), fromCode: "", fromName: "无码乡",
          toSystem: CodeSystem(rawValue: ""), toCode: ""),
      ]
      contents.issues = [
        IssueRecord(
          target: "T4", id: "1", unit: "500156001", found: nine, due: june, closed: june,
          evidence: "照片", provenance: .official),
        IssueRecord(target: "T4", id: "2", found: nine, provenance: .surveyed),
      ]
    }
    contents.ledger = [
      LedgerEntry(
        indicator: "households_retrofitted", value: 76, asOf: CivilDate("2024-09-30")!,
        unit: "500156001", evidence: "验收单", provenance: .official),
      LedgerEntry(
        indicator: "home_care_beds", value: 0, asOf: CivilDate("2024-09-30")!,
        provenance: .secondary),
    ]
    contents.roads = roads
    contents.rivers = [
      BackgroundLine(
        name: "乌江", nameEnglish: "Wu River",
        positions: [Position(x: 108.2, y: 29.245), Position(x: 108.1, y: 29.2)],
        provenance: .illustrative)
    ]
    contents.elevation = ElevationLayer(
      raster: raster([1, .nan, -32, 32767, 0, 5]), provenance: .derived)
    contents.findings = [
      InputFault(
        check: "people.year_mismatch", severity: .warning, file: "geodata/units.csv", layer: "一",
        row: 3, column: "population_2010", value: "2010",
        rule: Bilingual("规则", "r"), remedy: Bilingual("办法", "m")),
      InputFault(
        check: "a", severity: .hint, file: "f", rule: Bilingual("r", "r"),
        remedy: Bilingual("办法", "m")),
    ]
    return contents
  }

  static var roads: RoadLayer {
    // “Name” and “name” are two tags but one column name to SQLite; “fid” is taken.
    var lines = TaggedLines(keys: ["highway", "name", "Name", "fid", "a \"b\""])
    lines.strings = ["", "trunk", "沿江干道", "never used", "x"]
    append(&lines, [(107.1, 29.1), (107.2, 29.2), (107.3, -0.0)], id: 7, [1, 2, 4, 1, 2])
    append(&lines, [(107.2, 29.2), (1.0 / 3, 29.4)], id: -9, [1, 0, 0, 0, 0])
    return RoadLayer(
      lines: lines, bands: [.own, .neighbour], provenance: [.illustrative, .surveyed])
  }

  static func append(
    _ lines: inout TaggedLines, _ vertices: [(Double, Double)], id: Int64, _ values: [UInt32]
  ) {
    lines.longitude += vertices.map(\.0)
    lines.latitude += vertices.map(\.1)
    lines.firstVertex.append(UInt32(lines.longitude.count))
    lines.lineIDs.append(id)
    lines.values += values
  }

  static func raster(_ cells: [Float]) -> Raster {
    Raster(
      width: 3, height: 2, west: 416_800, north: 3_292_500, cellWidth: 100, cellHeight: 100.5,
      referenceSystem: "EPSG:4545", cells: cells)
  }

  static func square(_ x: Double, _ y: Double, _ side: Double) -> [Position] {
    [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map {
      Position(x: x + Double($0.0) * side, y: y + Double($0.1) * side)
    }
  }
}
