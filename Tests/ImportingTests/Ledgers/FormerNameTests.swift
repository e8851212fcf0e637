import Importing
import PlanningModel
import Testing

/// Old names in ledgers: they hold before the change and are reported after it.
@Suite struct FormerNameTests {
  private func changes(_ rows: [String]) throws -> Reading<UnitChange> {
    UnitChangeLedger.read(
      try LedgerFixture.table(
        ([
          "date,change,from_system,from_code,from_name,to_system,to_code,to_name"
        ] + rows).joined(separator: "\n"), UnitChangeLedger.columns), provenance: .official,
      checkedAgainst: (
        LedgerFixture.units, "500156", CivilDate(year: 2024, month: 12, day: 31)!
      ))
  }

  private func progress(_ unit: String, _ date: String) throws -> Reading<LedgerEntry> {
    let list = try changes([
      "2024-06-01,renamed,nbs2023,500156120,旧马镇,nbs2023,500156101,白马镇",
      ",split,mca,500156190,巷口镇,nbs2023,500156001,凤山街道",
      ",split,mca,500156190,巷口镇,nbs2023,500156102,桐梓镇",
      ",recoded,nbs2023,500232,武隆县,nbs2023,500156,武隆区",
      ",abolished,,,土坎镇,,,",
    ])
    #expect(list.faults.isEmpty && list.values.count == 5, "\(list.faults)")
    var context = try LedgerFixture.context()
    context = LedgerContext(
      districtCode: context.districtCode, districtName: context.districtName,
      codeSystem: context.codeSystem, units: context.units, changes: list.values,
      asOf: CivilDate("2024-12-31"), coordinates: context.coordinates)
    return ProgressLedger.read(
      try LedgerFixture.table(
        "indicator,value,as_of,unit\nhomes,5,\(date),\(unit)\n", ProgressLedger.columns),
      in: context)
  }

  @Test func anOldNameHoldsBeforeItsDayAndIsReportedAfter() throws {
    for (date, check) in [
      ("2024-05-31", "2 unit unit.former_name"), ("2024-06-01", "2 unit unit.former_name_late"),
    ] {
      let reading = try progress("旧马镇", date)
      #expect(reading.values.map(\.unit) == ["500156101"])
      #expect(reading.faults.map(brief) == [check])
    }
    #expect(try progress("500156120", "2024-01-01").values.map(\.unit) == ["500156101"])
  }

  @Test func aUnitThatWasDividedMustBeSaid() throws {
    let reading = try progress("巷口镇", "2024-01-01")
    #expect(reading.values.isEmpty)
    #expect(reading.faults.map(brief) == ["2 unit unit.unmatched"])
    #expect(reading.faults.first?.remedy(in: .zh).contains("凤山街道、桐梓镇") == true)
    #expect(try progress("土坎镇", "2024-01-01").faults.map(brief) == ["2 unit unit.unmatched"])
  }

  @Test func theFormerCountyIsTheDistrict() throws {
    let reading = try progress("武隆县", "2024-01-01")
    #expect(reading.values.map(\.unit) == [nil] && reading.faults.isEmpty)
  }

  @Test func listsThatAreWrong() throws {
    let reading = try changes([
      "2024-02-30,merged,nbs2023,500156103,丙镇,nbs2023,500156102,桐梓镇",
      "2024-02-01,merged,,500156103,丙镇,nbs2023,,桐梓镇",
      "2024-02-01,merged,nbs2023,,,nbs2023,500156102,桐梓镇",
      "2024-02-01,renamed,nbs2023,500156201,白云乡,nbs2023,500156102,桐梓镇",
      "2024-02-01,part,nbs2023,500156101,白马镇,nbs2023,500156102,桐梓镇",
    ])
    #expect(
      reading.faults.map(brief) == [
        "2 date cell.not_date", "3 from_system cell.missing", "4 from_code cell.missing",
        "4 from_code cell.missing", "5 from_code unit_change.former_listed",
      ])
    #expect(reading.values.map(\.fromName) == ["白云乡", "白马镇"])
  }
}
