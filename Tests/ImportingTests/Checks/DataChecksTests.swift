import Geometry
import Importing
import PlanningModel
import Testing

@Suite struct DataChecksTests {
  let date = CivilDate(year: 2024, month: 12, day: 31) ?? CivilDate.endOfYear(2024)

  func data(
    units: [AdministrativeUnit] = LedgerFixture.units, villages: [DemandPoint] = [],
    facilities: [Facility] = [], polygons: [UnitPolygon] = [], populationYear: Int? = nil
  ) throws -> LoadedData {
    func places<Key: Hashable>(_ keys: [Key], _ file: String) -> [Key: SourcePlace] {
      Dictionary(
        keys.enumerated().map { ($1, SourcePlace(file: file, row: $0 + 2)) },
        uniquingKeysWith: { first, _ in first })
    }
    return LoadedData(
      district: District(
        code: "500156", name: "武隆区", nameEnglish: "Wulong", codeSystem: .nbs2023, units: units,
        demandPoints: villages, facilities: facilities),
      asOf: try #require(date), populationYear: populationYear, polygons: polygons,
      unitPlaces: places(units.map(\.id), "u.csv"),
      demandPointPlaces: places(villages.map(\.id), "v.csv"),
      facilityPlaces: places(facilities.map(\.id), "f.csv"))
  }

  func village(
    _ name: String, _ people: [CohortID: Int], x: Double? = nil, unit: UnitID = "500156101"
  ) -> DemandPoint {
    DemandPoint(
      id: DemandPointID("\(unit)/\(name)"), name: name, unitClass: .village, unit: unit,
      position: x.map { GeographicPosition(longitude: $0, latitude: 29.5) }, people: people,
      positionProvenance: .official, peopleProvenance: .official)
  }

  func facility(
    _ id: FacilityID, _ name: String, x: Double? = nil, state: FacilityState = .operating,
    opened: String? = "2020-01-01", closed: String? = nil, capacity: Int? = 1,
    area: ExactDecimal? = nil, site: String? = nil
  ) -> Facility {
    Facility(
      id: id, name: name, kind: "elder_canteen", host: "500156101",
      position: x.map { GeographicPosition(longitude: $0, latitude: 29.5) }, state: state,
      opened: opened.flatMap { CivilDate($0) }, closed: closed.flatMap { CivilDate($0) },
      capacity: capacity, floorAreaSquareMetres: area, site: site,
      provenance: FacilityProvenance(record: .official))
  }

  func square(_ unit: UnitID, west: Double, row: Int, cross: Bool = false) -> UnitPolygon {
    let corners = [(0.0, 0.0), (0.1, 0.0), (0.1, 0.1), (0.0, 0.1), (0.0, 0.0)]
    let order = cross ? [0, 2, 1, 3, 4] : [0, 1, 2, 3, 4]
    return UnitPolygon(
      unit: unit,
      shape: .polygon(
        Polygon(
          exterior: order.map { Position(x: west + corners[$0].0, y: 29.45 + corners[$0].1) })),
      place: SourcePlace(file: "p.geojson", row: row))
  }

  func found(_ data: LoadedData) -> [String] {
    DataChecks.run(data).map { "\($0.file) \(brief($0))" }
  }

  @Test func cleanDataHasNoFindings() throws {
    let clean = try data(
      units: [LedgerFixture.units[1]],
      villages: [
        village("甲村", ["total": 60, "pop_60plus": 20, "pop_80plus": 5], x: 107.51),
        village("乙村", ["total": 40], x: 107.52),
      ],
      facilities: [facility("a", "甲", x: 107.51), facility("b", "乙", x: 107.52)],
      polygons: [square("500156101", west: 107.5, row: 1)], populationYear: 2024)
    #expect(found(clean).isEmpty)
  }

  @Test func findsFaultsOfPeople() throws {
    let villages = [
      village("甲村", ["total": 0]),
      village("乙村", ["total": 10, "pop_60plus": 11, "pop_80plus": 12]),
      village("丙村", ["total": 98], unit: "500156102"),
      village("丁村", ["pop_60plus": 98], unit: "500156201"),
    ]
    #expect(
      found(try data(villages: villages, populationYear: 2010)) == [
        "u.csv - population_2010 people.year_mismatch", "u.csv 3 population people.sum_differs",
        "u.csv 4 population people.sum_inexact", "v.csv 2 total people.zero",
        "v.csv 3 pop_60plus people.cohort_above_total",
        "v.csv 3 pop_80plus people.cohort_above_total", "v.csv 3 pop_80plus people.cohort_order",
      ])
  }

  @Test func findsFaultsOfFacilities() throws {
    let facilities = [
      facility("a", "甲", x: 107.5, capacity: 0, area: ExactDecimal(100), site: "s"),
      facility("b", "乙", x: 107.5003, opened: nil),
      facility("c", "乙", x: 107.6, opened: "2025-01-01"),
      facility("d", "丁", x: 107.7, closed: "2024-12-31"),
      facility("e", "戊", x: 107.7, state: .planned, opened: nil),
      facility("f", "己", area: ExactDecimal(100), site: "s"),
    ]
    #expect(
      found(try data(facilities: facilities)) == [
        "f.csv 2 capacity facility.capacity_zero", "f.csv 3 opened facility.no_opening",
        "f.csv 3 lon facility.too_near", "f.csv 4 name facility.duplicate_name",
        "f.csv 4 opened facility.opened_later", "f.csv 5 closed facility.closed_but_operating",
        "f.csv 6 lon facility.too_near", "f.csv 6 lon place.identical",
        "f.csv 7 floor_area_m2 facility.shared_area",
      ])
  }

  @Test func findsFaultsOfPolygonsAndPlaces() throws {
    var units = LedgerFixture.units
    units[1].seat = GeographicPosition(longitude: 107.0, latitude: 29.5)
    let polygons = [
      square("500156101", west: 107.5, row: 1), square("500156102", west: 107.55, row: 2),
      square("500156201", west: 107.8, row: 3, cross: true),
      square("999", west: 108.2, row: 4),
    ]
    let villages = [
      village("甲村", ["total": 95], x: 107.52), village("乙村", ["total": 5], x: 107.99),
    ]
    #expect(
      found(try data(units: units, villages: villages, polygons: polygons)) == [
        "p.geojson 2 geometry polygon.overlap", "p.geojson 3 geometry polygon.invalid",
        "p.geojson 4 code polygon.unknown_unit", "u.csv 2 name polygon.missing",
        "u.csv 3 lon place.outside_unit", "v.csv 3 lon place.outside_unit",
      ])
  }

  @Test func findsUnitsOfOneStem() throws {
    let units = [
      LedgerFixture.unit("500108005", "1", "南坪街道", .street),
      LedgerFixture.unit("500108100", "2", "南坪镇", .town),
    ]
    #expect(found(try data(units: units)) == ["u.csv 3 name unit.same_stem"])
  }

  @Test func findsVillagesAtOnePoint() throws {
    let villages = [
      village("乙村", ["total": 60], x: 107.5), village("甲村", ["total": 40], x: 107.5),
    ]
    #expect(found(try data(villages: villages)) == ["v.csv 3 lon place.identical"])
  }

  @Test func idsAreDottedAndDistinct() {
    let ids = ImportCheck.allCases.map(\.rawValue)
    #expect(Set(ids).count == ids.count)
    #expect(
      ids.allSatisfy { id in
        id.split(separator: ".").count == 2
          && id.utf8.allSatisfy { (97...122).contains($0) || $0 == 46 || $0 == 95 }
      })
  }
}
