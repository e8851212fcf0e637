import Importing
import PlanningModel
import Testing

@Suite struct RowCodesTests {
  private func villages(_ rows: String) throws -> Reading<DemandPoint> {
    let rules = VillageLedger.columns(try LedgerFixture.context().cohorts)
    return VillageLedger.read(
      try LedgerFixture.table(
        "name,kind,township,code,urban_rural_code,tags,lon,lat,total,pop_60plus\n" + rows, rules),
      in: try LedgerFixture.context())
  }

  @Test func readsUrbanRuralCodesAndTags() throws {
    let reading = try villages("甲村,村,白马镇,,２２０,安置点、示范,107.5,29.4,1,1\n乙村,村,白马镇,,,,107.6,29.4,1,1\n")
    #expect(reading.values.map(\.urbanRuralCode) == ["220", nil])
    #expect(reading.values.map(\.tags) == [["安置点", "示范"], []])
    let wrong = try villages("甲村,村,白马镇,,230,,107.5,29.4,1,1\n")
    #expect(wrong.values.isEmpty)
    #expect(wrong.faults.map(brief) == ["2 urban_rural_code cell.unknown_word"])
  }

  /// A code with an exponent is its digits, or nothing; zeros are never invented.
  @Test(arguments: [
    ("5.00156101200E+11", "500156101200"), ("5.00156101201e+11", "500156101201"),
    ("500156101200", "500156101200"), ("５００１５６１０１２００", "500156101200"),
  ])
  func keepsCodesThatAreWhole(written: String, code: String) throws {
    let reading = try villages("甲村,村,白马镇,\(written),,,107.5,29.4,1,1\n")
    #expect(reading.values.map(\.code) == [code])
    let isScientific = written.contains("+")
    #expect(reading.faults.map(\.check) == (isScientific ? ["cell.scientific_exact"] : []))
  }

  @Test(arguments: ["5.00156E+11", "5E+11", "5.00156101E+11", "5.001561012000E+11"])
  func refusesCodesThatLostDigits(written: String) throws {
    let reading = try villages("甲村,村,白马镇,\(written),,,107.5,29.4,1,1\n")
    #expect(reading.values.isEmpty)
    #expect(reading.faults.map(brief) == ["2 code cell.scientific"])
  }

  @Test func shortNamesAreReadByAliasAndSaid() throws {
    let reading = try villages("甲村,村,白云,,,,107.5,29.4,1,1\n")
    #expect(reading.values.map(\.unit) == ["500156201"])
    #expect(reading.faults.map(brief) == ["2 township unit.alias"])
    #expect(try villages("甲村,村,白马,,,,107.5,29.4,1,1\n").values.isEmpty)
  }
}
