import PlanningModel

extension Wording {
  /// What a check looks at, in a few words; a check without a label is shown by its id.
  ///
  /// The label of the id itself is preferred to that of its family, the part before the dot.
  func check(_ id: String) -> String {
    let family = id.prefix { $0 != "." }
    let label = FindingLabels.checks[id] ?? FindingLabels.families[String(family)]
    return label?.text(in: language) ?? id
  }
}

/// Short names of checks, as the report prints them.
enum FindingLabels {
  /// Names by the part of the id before the dot.
  static let families: [String: Bilingual] = [
    "cell": Bilingual("单元格内容", "cells"),
    "cohort": Bilingual("人群列", "cohort columns"),
    "column": Bilingual("表格列名", "columns"),
    "count": Bilingual("数量", "counts"),
    "datum": Bilingual("坐标基准", "datum"),
    "decision": Bilingual("决定", "decisions"),
    "facility": Bilingual("设施", "facilities"),
    "landcover": Bilingual("地表覆盖", "land cover"),
    "layer": Bilingual("图层", "layers"),
    "network": Bilingual("路网", "road network"),
    "people": Bilingual("人口", "population"),
    "place": Bilingual("坐标位置", "places"),
    "policy": Bilingual("目标文件", "policy files"),
    "polygon": Bilingual("乡镇街道边界", "unit polygons"),
    "record": Bilingual("活动与进度记录", "records"),
    "register": Bilingual("登记册", "registers"),
    "road_rules": Bilingual("道路规则", "road rules"),
    "roads": Bilingual("道路图层", "roads"),
    "row": Bilingual("表格行", "rows"),
    "scenario": Bilingual("情景文件", "scenarios"),
    "settings": Bilingual("工作区设置", "settings"),
    "source": Bilingual("数据来源", "sources"),
    "surface": Bilingual("地形图层", "terrain layers"),
    "table": Bilingual("表格格式", "table form"),
    "unit": Bilingual("乡镇街道", "units"),
    "unit_change": Bilingual("单元变更", "changes of units"),
    "village": Bilingual("村（社区）", "villages"),
    "waiver": Bilingual("豁免", "waivers"),
    "yaml": Bilingual("YAML 书写", "YAML"),
  ]

  /// Names of the checks that let an import pass, which is what reports list.
  static let checks: [String: Bilingual] = [
    "cell.date_serial": Bilingual("日期为数字", "date written as a number"),
    "cell.date_spelling": Bilingual("日期写法", "spelling of dates"),
    "cell.folded": Bilingual("全角数字", "full-width digits"),
    "cohort.no_column": Bilingual("缺少人群列", "cohort without column"),
    "column.absent": Bilingual("写明而不存在的列", "columns declared and not there"),
    "column.personal": Bilingual("个人信息列", "personal data"),
    "column.unknown": Bilingual("未读取的列", "columns not read"),
    "datum.doubtful": Bilingual("坐标基准存疑", "doubtful datum"),
    "datum.undeclared": Bilingual("未声明坐标基准", "datum not declared"),
    "facility.capacity_zero": Bilingual("设施容量为 0", "capacity of 0"),
    "facility.closed_but_operating": Bilingual("已停办仍标运营", "closed but operating"),
    "facility.duplicate_name": Bilingual("设施重名", "facilities of one name"),
    "facility.no_host": Bilingual("设施无所在地", "facility without host"),
    "facility.no_opening": Bilingual("缺少开办日期", "no opening date"),
    "facility.opened_later": Bilingual("开办晚于评价日", "opens after the date"),
    "facility.shared_area": Bilingual("面积重复填报", "floor area given twice"),
    "facility.too_near": Bilingual("设施疑似重复", "facilities very near"),
    "network.empty": Bilingual("没有道路", "no roads"),
    "network.island": Bilingual("孤立路网", "detached roads"),
    "network.no_elevation": Bilingual("道路缺少高程", "roads without elevation"),
    "network.off_road": Bilingual("居住点远离道路", "far from any road"),
    "people.cohort_above_total": Bilingual("人群超过总人口", "cohort above total"),
    "people.cohort_order": Bilingual("年龄段人数矛盾", "ages contradict"),
    "people.sum_differs": Bilingual("村级合计与本级不符", "villages do not add up"),
    "people.sum_inexact": Bilingual("村级合计略有出入", "sum slightly off"),
    "people.year_mismatch": Bilingual("人口年份不一致", "population of another year"),
    "people.zero": Bilingual("人口为 0", "no people"),
    "place.identical": Bilingual("坐标相同", "identical coordinates"),
    "place.missing": Bilingual("缺少坐标", "no coordinates"),
    "place.outside_unit": Bilingual("坐标在边界外", "outside its unit"),
    "policy.universe_count": Bilingual("口径数量不符", "count of the universe"),
    "policy.universe_names": Bilingual("口径名单不符", "names of the universe"),
    "polygon.missing": Bilingual("缺少边界", "no polygon"),
    "polygon.overlap": Bilingual("边界重叠", "polygons overlap"),
    "record.duplicate": Bilingual("记录重复", "repeated records"),
    "reading.unknown_target": Bilingual("补救读法的条目不存在", "readings of unknown targets"),
    "record.unknown_target": Bilingual("记录的条目不存在", "records of unknown targets"),
    "register.unknown_target": Bilingual("登记册的条目不存在", "registers of unknown targets"),
    "unit.former_name": Bilingual("按原名称计入", "former names"),
    "unit.former_name_late": Bilingual("仍用原名称", "former names after the change"),
    "unit_change.former_listed": Bilingual("已变更的单元仍在台账", "changed units still listed"),
    "road_rules.new_class": Bilingual("新增道路等级", "new road class"),
    "roads.crossing_without_junction": Bilingual("交叉而无节点", "crossings without junction"),
    "roads.joined_ends": Bilingual("相接的道路端点", "ends of roads joined"),
    "roads.missing_nodes": Bilingual("道路数据不完整", "roads cut off"),
    "roads.not_a_line": Bilingual("道路图层含非线要素", "roads that are no lines"),
    "settings.path_absolute": Bilingual("文件在工作区外", "file outside the workspace"),
    "table.hidden_sheet": Bilingual("隐藏工作表", "hidden sheets"),
    "table.merged": Bilingual("合并单元格", "merged cells"),
    "table.no_rows": Bilingual("空表", "empty tables"),
    "table.other_sheets": Bilingual("其他工作表", "other sheets"),
    "table.title_rows": Bilingual("表头上方的行", "rows above the header"),
    "unit.class_digit": Bilingual("代码与类别不符", "code against class"),
    "unit.same_stem": Bilingual("名称易混淆", "names easily confused"),
    "waiver.unused": Bilingual("豁免已无用", "waiver not needed"),
  ]
}
