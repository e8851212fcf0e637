public import PlanningModel

/// How a figure compares with the promised one.
public enum Comparison: String, Sendable, CaseIterable {
  /// 以上, 不低于, 达到: the figure itself suffices.
  case atLeast = ">="
  /// 超过, 余: strictly more.
  case moreThan = ">"
  /// 不超过, 零发生: the figure itself is the most.
  case atMost = "<="
}

/// What a count counts (DOMAIN §2.1).
public enum Counting: String, Sendable, CaseIterable {
  /// New in the year, whatever was closed.
  case grossNewInYear = "gross_new_in_year"
  /// What stands at the date.
  case netStock = "net_stock"
  /// The baseline's value and what came since.
  case cumulativeSinceBaseline = "cumulative_since_baseline"
  /// What happened in the year.
  case flowInPeriod = "flow_in_period"
  /// Moved elsewhere; the stock stays.
  case relocation
}

/// How far a facility must have come to count.
public struct StateRequirement: Sendable, Hashable {
  /// The lowest step of the ladder that counts.
  public var minimum: FacilityState
  /// Whether it must hold a designation besides (挂牌, 命名).
  public var isDesignated: Bool
}

/// What a count target counts.
public enum CountSubject: Sendable, Hashable {
  /// Facilities of these kinds.
  case facilities([ServiceKind])
  /// The sum of these indicators of the progress ledger.
  case indicators([String])
}

/// How many things, beds, events or people.
public struct CountMeasure: Sendable, Hashable {
  /// What is counted.
  public var subject: CountSubject
  /// The promised number; nil for 一批 and the like.
  public var value: Int?
  /// How the count compares with it.
  public var comparison: Comparison
  /// Stock or increment.
  public var counting: Counting
  /// How far a facility must have come.
  public var state: StateRequirement
  /// The designation it must hold; nil for any.
  public var designation: String?
  /// Units whose figures of the ledger are summed; empty for the whole district.
  public var within: [String] = []
  /// Units that must host; empty when the document names none.
  public var hostsNamed: [String]
  /// The place the document names, for information.
  public var placeNamed: String?
  /// Kinds that it should share a building with, for information.
  public var colocatedWith: [ServiceKind] = []
}

/// Each named unit covered.
public struct NamedUnitsMeasure: Sendable, Hashable {
  /// The kinds of facility that count.
  public var kinds: [ServiceKind]
  /// The names as the document writes them.
  public var names: [String]
  /// Whether the list is open (等).
  public var isOpenList: Bool
  /// How far a facility must have come; nil for operating.
  public var state: StateRequirement?
}

/// A share of the units of a universe.
public struct ShareUnitsMeasure: Sendable, Hashable {
  /// The universe's name.
  public var universe: String
  /// The promised share; nil when the document gives none.
  public var value: ExactDecimal?
  /// How the share compares with it.
  public var comparison: Comparison
  /// The kinds of facility that count.
  public var kinds: [ServiceKind]
  /// Whether a unit needs a facility of every kind, instead of any.
  public var needsEveryKind = false
  /// How far a facility must have come; nil for operating.
  public var state: StateRequirement?
}

/// A share of a cohort within a limit of travel.
public struct SharePopulationMeasure: Sendable, Hashable {
  /// Who is counted.
  public var cohort: CohortID
  /// The kinds of facility that count.
  public var kinds: [ServiceKind]
  /// The limit; a time equal to it is within.
  public var limit: TravelTime
  /// The promised share; nil when the document gives none.
  public var value: ExactDecimal?
  /// How the share compares with it.
  public var comparison: Comparison
}

/// A share of registered people or things, from the progress ledger.
public struct RateMeasure: Sendable, Hashable {
  /// The indicator of those served.
  public var numerator: String
  /// The indicator of all.
  public var denominator: String
  /// The promised share; nil when the document gives none.
  public var value: ExactDecimal?
  /// How the share compares with it.
  public var comparison: Comparison
}

/// What a promise measures.
public enum Measure: Sendable, Hashable {
  /// How many.
  case count(CountMeasure)
  /// Each named unit.
  case namedUnits(NamedUnitsMeasure)
  /// A share of units.
  case shareUnits(ShareUnitsMeasure)
  /// A share of a cohort within a limit of travel.
  case sharePopulation(SharePopulationMeasure)
  /// A share of registered people.
  case rate(RateMeasure)
  /// Levels complete and linked.
  case hierarchy(HierarchyMeasure)
  /// A state reached by a date.
  case milestone(MilestoneMeasure)
  /// The same in every unit.
  case milestonePerUnit(MilestonePerUnitMeasure)
  /// Tasks by quarter.
  case quarterlyTasks(QuarterlyTasksMeasure)
  /// An annex of tasks.
  case taskTable(TaskTableMeasure)
  /// Reports received.
  case report(ReportMeasure)
  /// Issues closed.
  case issueLedger(IssueLedgerMeasure)
  /// A direction against the baseline.
  case trend(TrendMeasure)
  /// Thresholds that other rules use.
  case parameter(ParameterMeasure)
}

extension Measure {
  /// Its type in files.
  public var type: MeasureType {
    switch self {
    case .count: .count
    case .namedUnits: .namedUnits
    case .shareUnits: .shareUnits
    case .sharePopulation: .sharePopulation
    case .rate: .rate
    case .hierarchy: .hierarchy
    case .milestone: .milestone
    case .milestonePerUnit: .milestonePerUnit
    case .quarterlyTasks: .quarterlyTasks
    case .taskTable: .taskTable
    case .report: .report
    case .issueLedger: .issueLedger
    case .trend: .trend
    case .parameter: .parameter
    }
  }

  /// Whether its evidence are records that name the target itself.
  public var readsOwnRecords: Bool {
    switch self {
    case .milestone, .milestonePerUnit, .quarterlyTasks, .taskTable, .report, .issueLedger: true
    case .count, .namedUnits, .shareUnits, .sharePopulation, .rate, .hierarchy, .trend, .parameter:
      false
    }
  }

  /// The records that the levels of a network are made up of.
  var records: [String] {
    if case .hierarchy(let network) = self { network.levels.flatMap(\.records) } else { [] }
  }

  /// The units that it counts; nil where it counts none of a universe.
  public var universe: String? {
    switch self {
    case .shareUnits(let share): share.universe
    case .milestonePerUnit(let milestone): milestone.universe
    case .report(let report):
      if case .universe(let id) = report.senders { id } else { nil }
    default: nil
    }
  }
}

extension Measure {
  /// The kinds of facility that it reads.
  public var kinds: [ServiceKind] {
    switch self {
    case .count(let count):
      if case .facilities(let kinds) = count.subject { kinds } else { [] }
    case .namedUnits(let named): named.kinds
    case .shareUnits(let share): share.kinds
    case .sharePopulation(let share): share.kinds
    case .hierarchy(let network): network.levels.flatMap(\.kinds)
    case .milestonePerUnit(let milestone): milestone.whereHas.map { [$0] } ?? []
    case .trend(let trend):
      if case .facilities(let kinds) = trend.subject { kinds } else { [] }
    case .rate, .milestone, .quarterlyTasks, .taskTable, .report, .issueLedger, .parameter: []
    }
  }
}
