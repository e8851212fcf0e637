import Importing
import PlanningModel
import Testing

/// Six ledgers with the habits of planners, as GBK CSV and as XLSX: each gives the records of its
/// clean twin, and says which rules were applied.
@Suite struct MessyLedgersTests {
  struct Messy: Sendable, CustomTestStringConvertible {
    var name: String
    var rows: [[String]]
    /// Merged cells of the workbook.
    var merges: [String] = []
    var renames: [String: String] = [:]
    /// Columns that `fill_down` names.
    var fillDown: [String] = []
    /// The checks that must be reported, each once or more.
    var applied: Set<String>
    var testDescription: String { name }
  }

  static let villageColumns = ["name", "kind", "township", "lon", "lat", "total", "pop_60plus"]

  private func villages(
    _ tables: [Table], _ messy: Messy? = nil
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

  /// Titles, two header rows, units, 小计 and 合计, remarks, 无, full-width digits, separators.
  static let people = Messy(
    name: "people by village",
    rows: [
      ["武隆区分村人口台账", "", "", "", "", "", "", ""],
      ["序号", "村（社区）", "类别", "乡镇", "位置", "", "人口", ""],
      ["", "", "", "", "经度", "纬度", "总数（人）", "其中60岁以上（人）"],
      ["1", "甲村", "村", "白马镇", "107.5", "29.4", "1,234", "２００"],
      ["2", "乙村", "村", "", "107.6", "29.4", "1,000", "未统计"],
      ["", "小计", "", "", "", "", "2,234", "200"],
      ["3", "丙社区", "社区", "凤山街道", "107.7", "29.3", "500", "60"],
      ["合计", "", "", "", "", "", "2734", "260"],
      ["注：人口为常住人口", "", "", "", "", "", "", ""],
      ["填表人：某某", "", "", "", "审核人：某某", "", "", ""],
    ], merges: ["A1:H1", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:F2", "G2:H2", "D4:D5", "A9:H9"],
    renames: [
      "村（社区）": "name", "类别": "kind", "乡镇": "township", "位置/经度": "lon", "位置/纬度": "lat",
      "人口/总数": "total", "总数": "total", "其中60岁以上": "pop_60plus",
    ],
    applied: [
      "table.title_rows", "table.header_rows", "column.unit", "column.unknown", "cell.separators",
      "cell.folded", "cell.empty_word", "table.filled_down", "table.totals", "table.notes",
    ])

  /// The total on top, 同上, dashes, short names.
  static let total = Messy(
    name: "total on top",
    rows: [
      villageColumns, ["全区合计", "", "", "", "", "2734", "260"],
      ["甲村", "村", "白马镇", "107.5", "29.4", "1234", "200"],
      ["乙村", "村", "同上", "107.6", "29.4", "1000", "——"],
      ["丙社区", "社区", "凤山街道", "107.7", "29.3", "500", "60"],
      ["备注1：不含流动人口", "", "", "", "", "", ""],
    ], applied: ["cell.empty_word", "table.filled_down", "table.totals", "table.notes"])

  @Test(arguments: [people, total]) func villagesAreThoseOfTheCleanTwin(messy: Messy) throws {
    let clean = try villages(try LedgerForms.gbk(Self.villagesClean))
    #expect(clean.values.count == 3 && clean.faults.isEmpty)
    let forms = [
      try LedgerForms.gbk(messy.rows),
      try LedgerForms.workbook([("台账", messy.rows, messy.merges)]),
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

  static let dates = Messy(
    name: "submissions in five spellings",
    rows: [
      ["target", "unit", "due", "received", "evidence"],
      ["T1", "白马镇", "2024-06-10", "2024/6/9", "收文1号"],
      ["T1", "桐梓镇", "2024.06.10", "2024年6月8日", "略"],
      ["T1", "白云", "45453", "无", "—"],
      ["说明：以收文日期为准", "", "", "", ""],
    ],
    applied: [
      "cell.date_spelling", "cell.date_serial", "cell.empty_word", "unit.alias", "table.notes",
    ])

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
      try LedgerForms.gbk(Self.dates.rows), try LedgerForms.workbook([("台账", Self.dates.rows, [])]),
    ] {
      let messy = try read(tables)
      #expect(messy.values == twin.values, "\(messy.faults)")
      #expect(Set(messy.faults.map(\.check)) == Self.dates.applied)
    }
  }

  static let facilityHead = ["编号", "名称", "类型", "乡镇街道", "状态", "开办", "建筑面积（㎡）", "床位（张）"]
  static let facilityNames = [
    "编号": "id", "名称": "name", "类型": "kind", "乡镇街道": "township", "状态": "state", "开办": "opened",
    "建筑面积": "floor_area_m2", "床位": "capacity",
  ]

  private func facilities(
    _ tables: [Table], fillDown: [String] = []
  ) throws -> Reading<Facility> {
    var rules = FacilityLedger.columns
    rules.repeated += fillDown
    return FacilityLedger.read(
      HeaderedTable(
        try TableFile.choose(tables, file: "t").table, rules: rules, renames: Self.facilityNames),
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
    let messy = [
      Self.facilityHead, ["1", "甲食堂", "老年食堂", "白马镇", "运营", "2023年5月1日", "1,200.5", "３０"],
      ["2", "乙食堂", "老年食堂", "", "运营", "2023.6.1", "/", "20"],
      ["", "小计", "", "", "", "", "1200.5", "50"],
      ["3", "丙食堂", "老年食堂", "桐梓镇", "在建", "无", "300", "—"],
      ["总 计", "", "", "", "", "", "1500.5", "50"],
    ]
    let twin = try facilities(try LedgerForms.gbk(clean))
    #expect(twin.values.count == 3)
    let book = try facilities(try LedgerForms.workbook([("台账", messy, ["D2:D3"])]))
    #expect(book.values == twin.values, "\(book.faults)")
    let text = try facilities(try LedgerForms.gbk(messy), fillDown: ["township"])
    #expect(text.values == twin.values, "\(text.faults)")
    for read in [book, text] {
      let applied = Set(read.faults.map(\.check))
      for check in [
        "table.filled_down", "table.totals", "column.unit", "cell.empty_word", "cell.separators",
        "cell.folded", "cell.date_spelling",
      ] { #expect(applied.contains(check), "\(check)") }
    }
    let unsaid = try facilities(try LedgerForms.gbk(messy))
    #expect(unsaid.values.map(\.host) == ["500156101", nil, "500156102"])
  }

  /// Three header rows, quarters under years, and a district's line that is no total.
  @Test func progressUnderThreeHeaderRows() throws {
    let rows = [
      ["指标台账", "", "", ""], ["指标", "完成情况", "", "镇街"], ["", "累计", "", ""],
      ["", "数量（户）", "截至", ""], ["households_retrofitted", "1,076", "2024.9.30", "白马镇"],
      ["households_retrofitted", "2000", "2024年9月30日", "武隆区"], ["备注", "", "", ""],
    ]
    let renames = [
      "指标": "indicator", "数量": "value", "完成情况/累计/截至": "as_of", "镇街": "unit",
    ]
    for tables in [
      try LedgerForms.gbk(rows),
      try LedgerForms.workbook([
        ("台账", rows, ["A2:A4", "B2:C2", "B3:C3", "D2:D4"])
      ]),
    ] {
      let reading = ProgressLedger.read(
        HeaderedTable(
          try TableFile.choose(tables, file: "t").table, rules: ProgressLedger.columns,
          renames: renames), in: try LedgerFixture.context())
      #expect(reading.values.map(\.value) == [1076, 2000], "\(reading.faults)")
      #expect(reading.values.map(\.unit) == ["500156101", nil])
      #expect(reading.values.map(\.asOf.description) == ["2024-09-30", "2024-09-30"])
      #expect(
        Set(reading.faults.map(\.check)) == [
          "table.title_rows", "table.header_rows", "column.unit", "cell.separators",
          "cell.date_spelling", "table.notes",
        ])
    }
  }

  /// A sheet for each township; a sheet of another name is passed over and said.
  @Test func aSheetForEachTownship() throws {
    let head = ["name", "kind", "lon", "lat", "total", "pop_60plus"]
    let tables = try LedgerForms.workbook([
      ("汇总", [["合计", "2734"]], []),
      (
        "白马镇",
        [
          head, ["甲村", "村", "107.5", "29.4", "1234", "200"],
          ["乙村", "村", "107.6", "29.4", "1000", ""],
        ], []
      ),
      (
        "凤山街道",
        [head, ["丙社区", "社区", "107.7", "29.3", "500", "60"], ["合计", "", "", "", "500", "60"]], []
      ),
    ])
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
