import Importing
import PlanningModel
import TestSupport
import Testing

/// Six ledgers with the habits of planners, as GBK CSV and as XLSX: each gives the records of its
/// clean twin, and says which rules were applied.
@Suite struct MessyLedgersTests {
  static let villageColumns = MessyLedger.villageColumns

  private func villages(
    _ tables: [Table], _ messy: MessyLedger? = nil
  ) throws -> Reading<DemandPoint> {
    let context = try LedgerFixture.context()
    let (table, _) = try TableFile.choose(tables, file: "t")
    let rules = VillageLedger.columns(context.cohorts)
    return VillageLedger.read(
      HeaderedTable(table, rules: rules, renames: messy?.renames ?? [:]), in: context)
  }

  static let villagesClean = [
    villageColumns, ["甲村", "村", "白马镇", "107.5", "29.4", "1234", "200"],
    ["乙村", "村", "白马镇", "107.6", "29.4", "1000", ""],
    ["丙社区", "社区", "凤山街道", "107.7", "29.3", "500", "60"],
  ]

  @Test(arguments: [MessyLedger.people, .total])
  func villagesAreThoseOfTheCleanTwin(messy: MessyLedger) throws {
    let clean = try villages(try LedgerForms.gbk(Self.villagesClean))
    #expect(clean.values.count == 3 && clean.faults.isEmpty)
    let forms = [
      try LedgerForms.gbk(messy.sheets[0].rows), try LedgerForms.workbook(messy.sheets),
    ]
    for tables in forms {
      let read = try villages(tables, messy)
      #expect(read.values == clean.values, "\(read.faults)")
      #expect(!read.faults.contains { $0.severity == .blocking }, "\(read.faults)")
      // A workbook has numbers that are numbers.
      #expect(
        Set(read.faults.map(\.check)).union(["cell.separators"])
          == messy.applied.union(["cell.separators"]))
      #expect(!read.faults.contains { "\($0)".contains("某某") })
    }
  }

  @Test func datesInFiveSpellings() throws {
    let clean = [
      ["target", "unit", "due", "received", "evidence"],
      ["T1", "白马镇", "2024-06-10", "2024-06-09", "收文1号"],
      ["T1", "桐梓镇", "2024-06-10", "2024-06-08", ""], ["T1", "白云乡", "2024-06-10", "", ""],
    ]
    func read(_ tables: [Table]) throws -> Reading<SubmissionRecord> {
      SubmissionLedger.read(
        HeaderedTable(
          try TableFile.choose(tables, file: "t").table, rules: SubmissionLedger.columns),
        in: try LedgerFixture.context())
    }
    let twin = try read(try LedgerForms.gbk(clean))
    #expect(twin.values.count == 3 && twin.faults.isEmpty)
    for tables in [
      try LedgerForms.gbk(MessyLedger.dates.sheets[0].rows),
      try LedgerForms.workbook(MessyLedger.dates.sheets),
    ] {
      let messy = try read(tables)
      #expect(messy.values == twin.values, "\(messy.faults)")
      #expect(Set(messy.faults.map(\.check)) == MessyLedger.dates.applied)
    }
  }

  private func facilities(
    _ tables: [Table], fillDown: [String] = []
  ) throws -> Reading<Facility> {
    var rules = FacilityLedger.columns
    rules.repeated += fillDown
    return FacilityLedger.read(
      HeaderedTable(
        try TableFile.choose(tables, file: "t").table, rules: rules,
        renames: MessyLedger.facilities.renames),
      in: try LedgerFixture.context())
  }

  /// Merged townships say that they hold for all rows; blank ones only where the planner says so.
  @Test func facilitiesUnderMergedTownships() throws {
    let clean = [
      ["id", "name", "kind", "township", "state", "opened", "floor_area_m2", "capacity"],
      ["1", "甲食堂", "老年食堂", "白马镇", "运营", "2023-05-01", "1200.5", "30"],
      ["2", "乙食堂", "老年食堂", "白马镇", "运营", "2023-06-01", "", "20"],
      ["3", "丙食堂", "老年食堂", "桐梓镇", "在建", "", "300", ""],
    ]
    let twin = try facilities(try LedgerForms.gbk(clean))
    #expect(twin.values.count == 3)
    let messy = MessyLedger.facilities
    let rows = messy.sheets[0].rows
    let book = try facilities(try LedgerForms.workbook(messy.sheets))
    #expect(book.values == twin.values, "\(book.faults)")
    let text = try facilities(try LedgerForms.gbk(rows), fillDown: messy.fillDown)
    #expect(text.values == twin.values, "\(text.faults)")
    for read in [book, text] {
      let applied = Set(read.faults.map(\.check))
      for check in messy.applied { #expect(applied.contains(check), "\(check)") }
    }
    let unsaid = try facilities(try LedgerForms.gbk(rows))
    #expect(unsaid.values.map(\.host) == ["500156101", nil, "500156102"])
  }

  /// Three header rows, quarters under years, and a district's line that is no total.
  @Test func progressUnderThreeHeaderRows() throws {
    let ledger = MessyLedger.progress
    for tables in [
      try LedgerForms.gbk(ledger.sheets[0].rows), try LedgerForms.workbook(ledger.sheets),
    ] {
      let reading = ProgressLedger.read(
        HeaderedTable(
          try TableFile.choose(tables, file: "t").table, rules: ProgressLedger.columns,
          renames: ledger.renames), in: try LedgerFixture.context())
      #expect(reading.values.map(\.value) == [1076, 2000], "\(reading.faults)")
      #expect(reading.values.map(\.unit) == ["500156101", nil])
      #expect(reading.values.map(\.asOf.description) == ["2024-09-30", "2024-09-30"])
      #expect(Set(reading.faults.map(\.check)) == ledger.applied)
    }
  }

  /// A sheet for each township; a sheet of another name is passed over and said.
  @Test func aSheetForEachTownship() throws {
    let tables = try LedgerForms.workbook(MessyLedger.townships.sheets)
    let context = try LedgerFixture.context()
    let names = UnitNames(LedgerFixture.units)
    let (sheets, faults) = TableFile.unitSheets(tables, file: "t.xlsx") {
      names.find(name: $0) != nil
    }
    #expect(sheets.map(\.sheet) == ["白马镇", "凤山街道"])
    #expect(faults.map(\.check) == ["table.unit_sheets", "table.other_sheets"])
    let readings = sheets.map { table in
      VillageLedger.read(
        HeaderedTable(
          table, rules: VillageLedger.columns(context.cohorts),
          unit: ("township", table.sheet ?? "")), in: context)
    }
    let clean = try villages(try LedgerForms.gbk(Self.villagesClean))
    #expect(readings.flatMap(\.values) == clean.values)
    #expect(readings.flatMap(\.faults).map(\.check) == ["table.totals"])
  }
}
