import PlanningModel
import Targets

extension Wording {
  /// How a covered-rule or a measure is called; unknown ones stand as written.
  func rule(_ rule: String) -> String {
    // An alternative by another mode is written `within_time:motor`.
    let parts = rule.split(separator: ":")
    if parts.count == 2, let mode = TravelMode(rawValue: String(parts[1])) {
      let base = self.rule(String(parts[0]))
      return language("\(base)（\(self.mode(mode))）", "\(base) (\(self.mode(mode)))")
    }
    return wording(ofRule: rule)
  }

  private func wording(ofRule rule: String) -> String {
    switch rule {
    case "hosted": language("按驻点", "hosted")
    case "assigned": language("按服务范围", "assigned")
    case "activity": language("按开展活动", "activity")
    case "within_time": language("按时间可达", "within time")
    case "record": language("按台账记录", "record")
    case "catchment": language("按服务片区", "catchment")
    case "intensity": language("按配置标准", "intensity")
    case "count": language("按数量", "count")
    case "rate": language("按比率", "rate")
    case "share_population": language("按人口占比", "share of people")
    case "share_units": language("按单元占比", "share of units")
    case "named_units": language("按点名单元", "named units")
    case "hierarchy": language("按服务网络", "network")
    case "milestone": language("按工作节点", "milestone")
    case "milestone_per_unit": language("按各单元节点", "milestone in each unit")
    case "quarterly_tasks": language("按季度任务", "tasks by quarter")
    case "task_table": language("按任务分工表", "table of tasks")
    case "report": language("按报送情况", "reports received")
    case "issue_ledger": language("按问题销号", "issues closed")
    case "trend": language("按增减趋势", "trend")
    case "parameter": language("政策参数", "parameter")
    default: rule
    }
  }

  /// What a covered-rule or a measure counts, as a sentence; nil for unknown ones.
  func definition(_ rule: String) -> String? {
    switch rule {
    case "hosted":
      language("本辖区内设有正在运营的设施，计为覆盖", "an operating facility stands in the unit")
    case "assigned":
      language(
        "列入某一运营设施申报的服务范围，计为覆盖；未申报服务范围的设施只服务驻地",
        "the unit is in the declared range of an operating facility; one without a declared "
          + "range serves its host only")
    case "activity":
      language("当年有开展服务的活动记录，计为覆盖", "an activity record of the year exists")
    case "within_time":
      language(
        "规定时限内可到达运营设施的人口达到规定比例，计为覆盖",
        "enough of its people are within the limit of an operating facility")
    case "record": language("台账中有相应记录，计为完成", "the ledger holds the record")
    case "count":
      language("按写明的状态计数，与要求数比较", "things in the stated state are counted")
    case "rate": language("完成数占应完成数的比例", "the served as a share of the registered")
    case "share_population":
      language(
        "规定时限内可到达运营设施的人口占该人群总数的比例",
        "people within the limit of an operating facility as a share of the cohort")
    default: definition(ofProgress: rule)
    }
  }

  /// What measures of work in progress count.
  private func definition(ofProgress rule: String) -> String? {
    switch rule {
    case "catchment":
      language(
        "多数居民可到达某一运营设施，归入最近设施的服务片区，计为覆盖",
        "most of its people reach an operating facility and belong to the catchment of the nearest")
    case "intensity":
      language(
        "本辖区设施的面积或容量按户（人）折算达到规定水平，计为覆盖；同址设施面积只计一次",
        "the floor area or capacity in the unit suffices for its households; a shared building counts once"
      )
    case "hierarchy":
      language(
        "逐级核对：各级达到要求数且有设施的下级单元上级也有设施，该级计为建成",
        "level by level: a level is complete when enough units have a facility and none of them lacks one above it"
      )
    case "milestone", "milestone_per_unit":
      language(
        "按最近一条有佐证的进展记录判定，到达规定状态计为完成", "the latest state on record decides")
    case "quarterly_tasks", "task_table":
      language("逐项核对完成记录，到期未完成的计为逾期", "each task by its record and its own day")
    case "report":
      language("应报份数按报送单位乘以报送日期计，收到一份计一份", "one report a sender and due day; received or not")
    case "issue_ledger":
      language("台账所列问题全部销号计为完成", "every issue on record is closed")
    case "trend": language("现值与基期比较", "the figure now compared with the baseline's")
    case "parameter":
      language("文件规定的参数，供其他口径使用，不作考核", "a threshold that other rules use; not judged")
    default: nil
    }
  }

  /// The kind of a due date.
  func dueKind(_ kind: String) -> String {
    switch kind {
    case "hard": language("明确时限", "fixed date")
    case "soft": language("力争", "aim")
    case "stage": language("阶段目标", "stage")
    case "immediate": language("即时完成", "immediate")
    case "continuous": language("持续推进", "continuous")
    case "recurring": language("定期", "recurring")
    case "transition": language("过渡期", "transition")
    case "inferred": language("原文未写明，按年度推定", "inferred from the plan's year")
    default: kind
    }
  }

  /// A way of travelling.
  func mode(_ mode: TravelMode) -> String {
    switch mode {
    case .walk: language("步行", "on foot")
    case .motor: language("电动车、摩托车", "e-bike or motorcycle")
    case .car: language("小汽车", "car")
    case .bus: language("公交", "bus")
    }
  }

  /// A travel profile in a few words: how, how fast, which way.
  func profile(_ profile: TravelProfile?) -> String {
    guard let profile else { return "—" }
    let pace = ExactDecimal(profile.paceMillimetresPerSecond, over: 1000)?.description ?? ""
    let mode =
      profile.mode == .walk
      ? language("步行 \(pace) 米/秒", "on foot at \(pace) m/s") : self.mode(profile.mode)
    let direction =
      switch profile.direction {
      case .to: language("去程", "to the facility")
      case .from: language("返程", "from the facility")
      case .roundTrip: language("往返平均", "mean of there and back")
      case .worst: language("往返中较长的一程", "the longer way")
      }
    return language("\(mode)，\(direction)", "\(mode), \(direction)")
  }
}
