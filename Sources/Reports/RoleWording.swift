extension Wording {
  /// What an input holds; an unknown role stands as written.
  func role(_ role: String) -> String {
    switch role {
    case "units": language("乡镇街道", "units")
    case "villages": language("村（社区）", "villages")
    case "facilities": language("设施台账", "facilities")
    case "activities": language("活动台账", "activities")
    case "progress": language("进度台账", "progress")
    case "submissions": language("报送台账", "submissions")
    case "milestones": language("节点台账", "milestones")
    case "issues": language("问题台账", "issues")
    case "unit_changes": language("区划变更", "changes of units")
    case "unit_polygons": language("乡镇街道界线", "outlines of units")
    case "roads": language("道路", "roads")
    case "elevation": language("高程", "elevation")
    case "rivers": language("河流", "rivers")
    case "road_rules": language("道路规则", "road rules")
    case "policies": language("政策条目", "policies")
    case "document": language("文件原文", "text of a document")
    case "settings": language("工作区设置", "settings")
    case "decisions": language("导入决定", "decisions on imports")
    case "scenario": language("情景", "scenario")
    case "scenario_base": language("情景的基础", "base of the scenario")
    case "compared_scenario": language("比较的情景", "scenario compared with")
    case "plan": language("建设计划", "plan")
    default: role
    }
  }
}
