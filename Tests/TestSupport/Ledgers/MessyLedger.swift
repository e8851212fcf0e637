/// A ledger with the habits of planners, and what to know to read it.
public struct MessyLedger: Sendable, CustomStringConvertible {
  /// What it is about.
  public var name: String
  /// Its sheets; a text file has the first.
  public var sheets: [LedgerSheet]
  /// What `columns` of the source says.
  public var renames: [String: String] = [:]
  /// What `fill_down` of the source says where merged cells are lost.
  public var fillDown: [String] = []
  /// The checks that must be reported, each once or more.
  public var applied: Set<String>

  /// The name.
  public var description: String { name }

  /// Titles, two header rows, units, 小计 and 合计, remarks, 无, full-width digits, separators.
  public static let people = MessyLedger(
    name: "people by village",
    sheets: [
      LedgerSheet(
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
        ],
        merges: ["A1:H1", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:F2", "G2:H2", "D4:D5", "A9:H9"])
    ],
    renames: [
      "村（社区）": "name", "类别": "kind", "乡镇": "township", "位置/经度": "lon", "位置/纬度": "lat",
      "人口/总数": "total", "其中60岁以上": "pop_60plus",
    ],
    applied: [
      "table.title_rows", "table.header_rows", "column.unit", "column.unknown", "cell.separators",
      "cell.folded", "cell.empty_word", "table.filled_down", "table.totals", "table.notes",
    ])

  /// The columns of a ledger of villages.
  public static let villageColumns = [
    "name", "kind", "township", "lon", "lat", "total", "pop_60plus",
  ]

  /// The total on top, 同上, dashes, short names.
  public static let total = MessyLedger(
    name: "total on top",
    sheets: [
      LedgerSheet(rows: [
        villageColumns, ["全区合计", "", "", "", "", "2734", "260"],
        ["甲村", "村", "白马镇", "107.5", "29.4", "1234", "200"],
        ["乙村", "村", "同上", "107.6", "29.4", "1000", "——"],
        ["丙社区", "社区", "凤山街道", "107.7", "29.3", "500", "60"],
        ["备注1：不含流动人口", "", "", "", "", "", ""],
      ])
    ], applied: ["cell.empty_word", "table.filled_down", "table.totals", "table.notes"])

  /// Submissions with dates in five spellings.
  public static let dates = MessyLedger(
    name: "submissions in five spellings",
    sheets: [
      LedgerSheet(rows: [
        ["target", "unit", "due", "received", "evidence"],
        ["T1", "白马镇", "2024-06-10", "2024/6/9", "收文1号"],
        ["T1", "桐梓镇", "2024.06.10", "2024年6月8日", "略"],
        ["T1", "白云", "45453", "无", "—"],
        ["说明：以收文日期为准", "", "", "", ""],
      ])
    ],
    applied: [
      "cell.date_spelling", "cell.date_serial", "cell.empty_word", "unit.alias", "table.notes",
    ])

  /// Merged townships say that they hold for all rows; blank ones only where the planner says so.
  public static let facilities = MessyLedger(
    name: "facilities under merged townships",
    sheets: [
      LedgerSheet(
        rows: [
          ["编号", "名称", "类型", "乡镇街道", "状态", "开办", "建筑面积（㎡）", "床位（张）"],
          ["1", "甲食堂", "老年食堂", "白马镇", "运营", "2023年5月1日", "1,200.5", "３０"],
          ["2", "乙食堂", "老年食堂", "", "运营", "2023.6.1", "/", "20"],
          ["", "小计", "", "", "", "", "1200.5", "50"],
          ["3", "丙食堂", "老年食堂", "桐梓镇", "在建", "无", "300", "—"],
          ["总 计", "", "", "", "", "", "1500.5", "50"],
        ], merges: ["D2:D3"])
    ],
    renames: [
      "编号": "id", "名称": "name", "类型": "kind", "乡镇街道": "township", "状态": "state", "开办": "opened",
      "建筑面积": "floor_area_m2", "床位": "capacity",
    ], fillDown: ["township"],
    applied: [
      "table.filled_down", "table.totals", "column.unit", "cell.empty_word", "cell.separators",
      "cell.folded", "cell.date_spelling",
    ])

  /// Three header rows, quarters under years, and a district's line that is no total.
  public static let progress = MessyLedger(
    name: "progress under three header rows",
    sheets: [
      LedgerSheet(
        rows: [
          ["指标台账", "", "", ""], ["指标", "完成情况", "", "镇街"], ["", "累计", "", ""],
          ["", "数量（户）", "截至", ""], ["households_retrofitted", "1,076", "2024.9.30", "白马镇"],
          ["households_retrofitted", "2000", "2024年9月30日", "武隆区"], ["备注", "", "", ""],
        ], merges: ["A2:A4", "B2:C2", "B3:C3", "D2:D4"])
    ],
    renames: [
      "指标": "indicator", "数量": "value", "完成情况/累计/截至": "as_of", "镇街": "unit",
    ],
    applied: [
      "table.title_rows", "table.header_rows", "column.unit", "cell.separators",
      "cell.date_spelling", "table.notes",
    ])

  /// A sheet for each township; a sheet of another name is passed over.
  public static let townships: MessyLedger = {
    let head = ["name", "kind", "lon", "lat", "total", "pop_60plus"]
    return MessyLedger(
      name: "a sheet for each township",
      sheets: [
        LedgerSheet("汇总", rows: [["合计", "2734"]]),
        LedgerSheet(
          "白马镇",
          rows: [
            head, ["甲村", "村", "107.5", "29.4", "1234", "200"],
            ["乙村", "村", "107.6", "29.4", "1000", ""],
          ]),
        LedgerSheet(
          "凤山街道",
          rows: [
            head, ["丙社区", "社区", "107.7", "29.3", "500", "60"], ["合计", "", "", "", "500", "60"],
          ]),
      ], applied: ["table.unit_sheets", "table.other_sheets", "table.totals"])
  }()
}
