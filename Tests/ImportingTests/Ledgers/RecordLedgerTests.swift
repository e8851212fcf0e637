import Importing
import PlanningModel
import Testing

@Suite struct RecordLedgerTests {
  @Test func readsActivities() throws {
    let reading = ActivityLedger.read(
      try LedgerFixture.table(
        """
        unit,activity,year,sessions,served_people,evidence,provenance
        白马镇,精康服务,2024,12,30,照片,official
        500156201,精康服务,2024,,,,derived
        白牛镇,精康服务,24,x,-1,,
        白马镇,精康服务,2024,12,30,照片,official
        ,精康服务,,,,,

        """, ActivityLedger.columns), in: try LedgerFixture.context())
    #expect(reading.values.map(\.unit) == ["500156101", "500156201", "500156101"])
    #expect(reading.values[0].sessions == 12 && reading.values[0].evidence == "照片")
    #expect(reading.values[1].provenance == .derived)
    #expect(
      reading.faults.map(brief) == [
        "4 unit unit.unmatched", "4 year record.year_outside", "4 sessions cell.not_number",
        "4 served_people cell.negative", "5 activity record.duplicate", "6 unit cell.missing",
        "6 year cell.missing",
      ])
  }

  @Test func readsProgress() throws {
    let reading = ProgressLedger.read(
      try LedgerFixture.table(
        """
        indicator,value,as_of,unit,evidence,provenance
        home_care_beds,10,2024-12-31,,,official
        home_care_beds,3,2024.6.30,白马镇,,official
        home_care_beds,7,2024-06-30,武隆区,,
        home_care_beds,,2024-13-01,白,,

        """, ProgressLedger.columns), in: try LedgerFixture.context())
    #expect(reading.values.map(\.value) == [10, 3, 7])
    #expect(reading.values.map(\.unit) == [nil, "500156101", nil])
    #expect(
      reading.faults.map(brief) == [
        "3 as_of cell.date_spelling", "5 value cell.missing", "5 as_of cell.not_date",
        "5 unit unit.unmatched",
      ])
  }

  @Test func errorsOfFormulasBlock() throws {
    let table = Table(
      file: "t.xlsx", sheet: "一",
      rows: [
        TableRow(number: 1, cells: ["indicator", "value", "as_of"].map { TableCell($0) }),
        TableRow(
          number: 2,
          cells: [
            TableCell("a"), TableCell("#REF!", kind: .error),
            TableCell("2024-01-01", kind: .date),
          ]),
      ])
    let reading = ProgressLedger.read(
      HeaderedTable(table, rules: ProgressLedger.columns), in: try LedgerFixture.context())
    #expect(reading.faults.map(brief) == ["2 value cell.error"])
    #expect(reading.faults.first?.layer == "一")
  }
}
