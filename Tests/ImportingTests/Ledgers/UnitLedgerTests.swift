import Importing
import PlanningModel
import Testing

@Suite struct UnitLedgerTests {
  static let head =
    "code_nbs2023,code_mca,name,name_en,class,parent_code,lon,lat,seat_provenance,"
    + "population_2010,population_provenance,area_km2,source,note\n"

  func read(_ rows: String) throws -> UnitLedger.Units {
    let table = try LedgerFixture.table(Self.head + rows, UnitLedger.columns(.nbs2023))
    return UnitLedger.read(table, in: try LedgerFixture.context())
  }

  @Test func readsAUnit() throws {
    let units = try read(
      "500156101,500156104,白马镇,Baima Town,镇,500156,107.5,29.4,official,12345,official,188.6,x,y\n")
    #expect(units.reading.faults.isEmpty)
    #expect(units.populationYear == 2010)
    let unit = try #require(units.reading.values.first)
    #expect(unit.id == "500156101" && unit.codes[.mca] == "500156104")
    #expect(unit.unitClass == .town && unit.parent == "500156" && unit.population == 12345)
    #expect(unit.seat == GeographicPosition(longitude: 107.5, latitude: 29.4))
    #expect(unit.seatProvenance == .official && unit.areaSquareKilometres?.description == "188.6")
    #expect(units.reading.places == [SourcePlace(file: "t.csv", row: 2)])
  }

  @Test func listsEveryFault() throws {
    let units = try read(
      """
      500156101,,白马镇,,镇,,,,,-5,,,,
      5.00156E+08,,甲镇,,镇,,,,,5,,,,
      12345,,乙镇,,镇,,,,,5,,,,
      ,,丙镇,,镇,,,,,5,,,,
      500156103,,丁镇,,市,,,,,5,,,,
      500156201,,戊镇,,镇,,,,,1.5,,,,
      500157104,,己镇,,镇,,,,,many,,,,
      500156105,,庚镇,,镇,999999999,,,,5,,,,
      500156106,,辛镇,,镇,500156107,,,,5,,,,
      500156107,,壬镇,,镇,500156106,,,,5,,,,
      500156108,500156108,癸镇,,镇,,,,,5,,,,
      500156108,500156109,子镇,,镇,,,,,5,,,,
      500156110,500156108,癸镇,,镇,,,,,5,,,,

      """)
    let faults = units.reading.faults.filter { $0.check != "place.missing" }
    #expect(
      Set(faults.map(brief)) == [
        "2 population_2010 cell.negative", "3 code_nbs2023 cell.scientific",
        "4 code_nbs2023 unit.code_malformed", "5 code_nbs2023 unit.code_missing",
        "6 class cell.unknown_word", "7 code_nbs2023 unit.class_digit",
        "7 population_2010 cell.not_whole", "8 population_2010 cell.not_number",
        "8 code_nbs2023 unit.code_outside", "9 parent_code unit.parent_missing",
        "10 parent_code unit.parent_cycle", "11 parent_code unit.parent_cycle",
        "13 code_nbs2023 unit.duplicate_code", "14 code_mca unit.duplicate_code",
        "14 name unit.duplicate_name",
      ])
    #expect(units.reading.values.map(\.name) == ["癸镇"])
    #expect(faults.allSatisfy { !$0.remedy.isEmpty && $0.file == "t.csv" })
  }

  @Test func aSelfParentIsACycle() throws {
    let units = try read("500156101,,白马镇,,镇,500156101,107.5,29.4,,1,,,,\n")
    #expect(units.reading.faults.map(\.check) == ["unit.parent_cycle", "unit.none"])
    #expect(try read("").reading.faults.map(\.check) == ["table.no_rows", "unit.none"])
  }

  @Test func unitsOfACityBelongToItsDistricts() throws {
    let table = try LedgerFixture.table(
      """
      code_nbs2023,name,class,parent_code
      500112109,古路镇,镇,500112
      500238103,古路镇,镇,500238
      500112110,甲镇,镇,500238
      510112111,乙镇,镇,510112
      500112112,丙镇,镇,500000

      """, UnitLedger.columns(.nbs2023))
    var context = try LedgerFixture.context()
    context.districtCode = "500000"
    let reading = UnitLedger.read(table, in: context).reading
    #expect(
      reading.faults.map(brief) == [
        "- lon place.missing", "5 code_nbs2023 unit.code_outside",
        "4 parent_code unit.parent_missing",
      ])
    #expect(reading.values.map(\.id) == ["500112109", "500238103", "500112112"])
  }

  @Test func missingColumnsOfCoordinatesAreSaidOnce() throws {
    let table = try LedgerFixture.table(
      "code_nbs2023,name,class\n500156101,白马镇,镇\n500156102,桐梓镇,镇\n",
      UnitLedger.columns(.nbs2023))
    let reading = UnitLedger.read(table, in: try LedgerFixture.context()).reading
    #expect(reading.faults.map(brief) == ["- lon place.missing"])
    #expect(reading.faults[0].rule(in: .en).contains("none of the 2 rows"))
    #expect(reading.values.map(\.seat) == [nil, nil])
  }
}
