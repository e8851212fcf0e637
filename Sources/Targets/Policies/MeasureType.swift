/// The types of measure (DOMAIN §2.1).
public enum MeasureType: String, Sendable, CaseIterable {
  /// How many.
  case count
  /// A share of units.
  case shareUnits = "share_units"
  /// A share of a cohort within a limit of travel.
  case sharePopulation = "share_population"
  /// A share of registered people.
  case rate
  /// Each named unit.
  case namedUnits = "named_units"
  /// Levels complete and linked.
  case hierarchy
  /// A state reached by a date.
  case milestone
  /// The same in every unit.
  case milestonePerUnit = "milestone_per_unit"
  /// Tasks by quarter.
  case quarterlyTasks = "quarterly_tasks"
  /// An annex of tasks.
  case taskTable = "task_table"
  /// Reports received.
  case report
  /// Issues closed.
  case issueLedger = "issue_ledger"
  /// A direction against the baseline.
  case trend
  /// A threshold that other rules use; never a score.
  case parameter
}

extension MeasureType {
  /// What reports call it.
  public var label: String {
    switch self {
    case .count: "计数"
    case .shareUnits: "单位占比"
    case .sharePopulation: "人口占比"
    case .rate: "服务率"
    case .namedUnits: "点名单位"
    case .hierarchy: "分级网络"
    case .milestone: "阶段任务"
    case .milestonePerUnit: "分单位阶段任务"
    case .quarterlyTasks: "季度任务"
    case .taskTable: "任务分工表"
    case .report: "报送"
    case .issueLedger: "问题台账"
    case .trend: "趋势"
    case .parameter: "政策参数"
    }
  }
}
