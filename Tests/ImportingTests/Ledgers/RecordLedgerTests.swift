import Importing
import PlanningModel
import Testing

@Suite struct RecordLedgerTests {
  @Test func readsActivities() throws {
    let reading = ActivityLedger.read(
      try LedgerFixture.table(
        """
        unit,activity,year,sessions,served_people,evidence,provenance
        ,精康服务,,,,,
        白马镇,精康服务,2024,12,30,照片,official
        500156201,精康服务,2024,,,,derived
        白牛镇,精康服务,24,x,-1,,
        白马镇,精康服务,2024,12,30,照片,official

        """, ActivityLedger.columns), in: try LedgerFixture.context())
    #expect(reading.values.map(\.unit) == ["500156101", "500156201", "500156101"])
    #expect(reading.values[0].sessions == 12 && reading.values[0].evidence == "照片")
    #expect(reading.values[1].provenance == .derived)
    #expect(
      reading.faults.map(brief) == [
        "2 year cell.missing", "2 unit cell.missing", "5 year record.year_outside",
        "5 unit unit.unmatched", "5 sessions cell.not_number",
        "5 served_people cell.negative", "6 activity record.duplicate",
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

  @Test func readsSubmissions() throws {
    let reading = SubmissionLedger.read(
      try LedgerFixture.table(
        """
        target,series,unit,office,due,received,evidence
        T1,,白马镇,,2024-06-10,2024-06-09,收文1号
        T1,,白马镇,,2024-09-10,,
        T1,,,区妇联,2024-06-10,2024-06-10,
        T1,,白马镇,,2024-06-10,2024-06-11,
        T1,,白马镇,区妇联,2024-12-10,,
        T1,,,,2024-12-10,,
        ,,白牛镇,,6月10日,x,

        """, SubmissionLedger.columns), in: try LedgerFixture.context())
    #expect(reading.values.map(\.unit) == ["500156101", "500156101", nil, "500156101"])
    #expect(reading.values[0].received == CivilDate("2024-06-09"))
    #expect(reading.values[1].received == nil && reading.values[2].office == "区妇联")
    #expect(
      reading.faults.map(brief) == [
        "5 target record.duplicate", "6 unit record.sender", "7 unit record.sender",
        "8 target cell.missing", "8 due cell.not_date", "8 unit unit.unmatched",
        "8 received cell.not_date",
      ])
  }

  @Test func readsMilestones() throws {
    let reading = MilestoneLedger.read(
      try LedgerFixture.table(
        """
        target,unit,row,quarter,state,date,evidence
        T1,,,,印发,2024-05-01,文号
        T2,,3,2,,2024-06-30,
        T3,白云,,,开展,2024-06-30,
        T2,,3,5,,2024-06-30,
        T2,,,,,,

        """, MilestoneLedger.columns), in: try LedgerFixture.context())
    #expect(reading.values.map(\.target) == ["T1", "T2", "T3"])
    #expect(reading.values[1].row == "3" && reading.values[1].quarter == 2)
    #expect(reading.values[0].state == "印发" && reading.values[2].unit == "500156201")
    #expect(
      reading.faults.map(brief) == [
        "4 unit unit.alias", "5 quarter record.quarter", "6 date cell.missing",
      ])
  }

  @Test func readsIssues() throws {
    let reading = IssueLedger.read(
      try LedgerFixture.table(
        """
        target,id,unit,found,due,closed
        T1,1,白马镇,2024-03-01,2024-04-01,2024-03-20
        T1,2,,2024-03-02,,
        T1,1,,2024-03-03,,
        T1,3,,2024-03-03,,2024-03-01

        """, IssueLedger.columns), in: try LedgerFixture.context())
    #expect(reading.values.map(\.id) == ["1", "2", "1"])
    #expect(reading.values[0].closed == CivilDate("2024-03-20") && reading.values[1].closed == nil)
    #expect(
      reading.faults.map(brief) == ["4 id record.duplicate", "5 closed record.closed_before_found"])
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
