/// An empty ledger: a row that explains each column, then the header.
///
/// Readers take the row that names most columns for the header, so that the explanations above it
/// are passed over, and so is whatever title a planner puts there.
struct LedgerTemplate {
  /// The file's name, without its ending.
  var name: String
  /// The columns with what belongs into them.
  var columns: [(name: String, note: String)]

  /// The text of the file.
  ///
  /// A byte-order mark goes before it, so that spreadsheets keep the encoding.
  var text: String {
    "\u{FEFF}" + columns.map { Self.cell($0.note) }.joined(separator: ",") + "\n"
      + columns.map(\.name).joined(separator: ",") + "\n"
  }

  private static func cell(_ note: String) -> String {
    note.contains(where: { ",\"\n".contains($0) })
      ? "\"" + note.replacing("\"", with: "\"\"") + "\"" : note
  }

  /// Columns that end most ledgers.
  private static let sourceColumns: [(name: String, note: String)] = [
    ("provenance", "数据性质：official、surveyed、secondary、derived、estimated 或 illustrative"),
    ("source", "谁发布、何时"), ("note", "备注"),
  ]

  private static let figureColumns: [(name: String, note: String)] = [
    ("indicator", "指标名，与政策文件中的 object、numerator、denominator 一致（必填）"),
    ("value", "累计数，整数（必填）"), ("as_of", "截至日期，如 2024-12-31（必填）"),
    ("unit", "乡镇街道；全区留空"), ("evidence", "依据的文件"),
  ]

  /// All ledgers of a new workspace.
  static let all: [LedgerTemplate] = [
    LedgerTemplate(
      name: "unit_changes",
      columns: [
        ("date", "生效日期；来源未写明则留空（列须有）"),
        ("change", "变更：split、merged、renamed、recoded、abolished；只划出一部分写 part"),
        ("from_system", "原代码的体系，如 nbs2023"), ("from_code", "原代码；不得编造"), ("from_name", "原名称"),
        ("to_system", "现代码的体系"), ("to_code", "现代码；分设的每个单位一行，合并的每个原单位一行"), ("to_name", "现名称"),
      ] + sourceColumns),
    LedgerTemplate(
      name: "units",
      columns: [
        ("code_nbs2023", "统计用区划代码，九位，不得编造（必填）"), ("name", "全称（必填）"), ("name_en", "英文名"),
        ("class", "街道、镇、乡或民族乡（必填）"), ("lon", "驻地经度"), ("lat", "驻地纬度"),
        ("seat_provenance", "驻地位置的数据性质"), ("population", "人口；列名可写成 population_2020"),
        ("population_provenance", "人口的数据性质"), ("area_km2", "面积，平方千米"), ("source", "谁发布、何时"),
        ("note", "备注"),
      ]),
    LedgerTemplate(
      name: "villages",
      columns: [
        ("name", "村或社区名称（必填）"), ("kind", "村 或 社区（必填）"), ("township", "所属乡镇街道全称（必填）"),
        ("township_code_nbs2023", "其九位代码；与名称须一致"),
        ("urban_rural_code", "城乡分类代码，三位"), ("tags", "政策文件分母口径所用的标记，多个用、分隔"),
        ("lon", "经度"), ("lat", "纬度"), ("total", "常住人口；不知道就留空，不填0"), ("pop_60plus", "60岁及以上"),
        ("pop_80plus", "80岁及以上"),
        ("children", "儿童"), ("women", "妇女"), ("households", "户数"),
        ("registered_mh_subjects", "登记康复对象；只填人数，不得有姓名、证件号、电话"), ("name_provenance", "名称的数据性质"),
        ("position_provenance", "位置的数据性质"), ("people_provenance", "人数的数据性质"),
        ("source", "谁发布、何时"), ("note", "备注"),
      ]),
    LedgerTemplate(
      name: "facilities",
      columns: [
        ("id", "编号，不得重复（必填）"), ("name", "名称（必填）"), ("kind", "服务类型，yike.yaml 所列（必填）"),
        ("township", "所在乡镇街道（必填）"), ("village", "所在村或社区"), ("lon", "经度"), ("lat", "纬度"),
        ("state", "规划、批复、在建、建成、验收、运营、暂停或关闭（必填）"), ("opened", "开办日期（含当日）"),
        ("closed", "停办日期（不含当日）"), ("designation", "挂牌或命名，多个用、分隔"), ("capacity", "容量"),
        ("shared_capacity", "同一场所各服务合用的容量，须填 site"), ("floor_area_m2", "面积，平方米"),
        ("service_range", "服务范围：乡镇街道名，用、分隔；全区；不填则只服务所在单位"), ("site", "场所编号；同一建筑填同一编号"),
        ("provenance", "数据性质"), ("host_provenance", "所在单位的数据性质"),
        ("position_provenance", "位置的数据性质"), ("range_provenance", "服务范围的数据性质"),
        ("source", "谁发布、何时"), ("note", "备注"),
      ]),
    LedgerTemplate(
      name: "activities",
      columns: [
        ("unit", "乡镇街道名称或代码（必填）"), ("activity", "活动名称，与政策文件一致（必填）"), ("year", "年份（必填）"),
        ("sessions", "场次"), ("served_people", "服务人数，只填合计"), ("evidence", "依据的文件"),
      ] + sourceColumns),
    LedgerTemplate(name: "served", columns: figureColumns + sourceColumns),
    LedgerTemplate(name: "households", columns: figureColumns + sourceColumns),
    LedgerTemplate(name: "progress", columns: figureColumns + sourceColumns),
    LedgerTemplate(
      name: "submissions",
      columns: [
        ("target", "条目 id（必填）"), ("series", "同一条目有几种材料时，哪一种"), ("unit", "报送的乡镇街道；部门报送时留空"),
        ("office", "报送的部门；镇街报送时留空"), ("due", "应报日期（必填）"), ("received", "收到日期；未报留空"),
        ("evidence", "收文号"),
      ] + sourceColumns),
    LedgerTemplate(
      name: "milestones",
      columns: [
        ("target", "条目 id（必填）"), ("unit", "各镇街分别推进时，哪个镇街"), ("row", "任务表中的序号"),
        ("quarter", "季度任务的季度，1至4"), ("state", "达到的阶段，用条目中的说法；留空为完成"), ("date", "达到的日期（必填）"),
        ("evidence", "证明的文件"),
      ] + sourceColumns),
    LedgerTemplate(
      name: "issues",
      columns: [
        ("target", "条目 id（必填）"), ("id", "问题编号（必填）；内容留在本单位台账，这里不写"), ("unit", "哪个镇街；区级留空"),
        ("found", "发现日期（必填）"), ("due", "整改时限"), ("closed", "销号日期；未销号留空"), ("evidence", "依据的文件"),
      ] + sourceColumns),
  ]
}
