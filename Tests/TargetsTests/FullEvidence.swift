import PlanningModel

@testable import Targets

/// Evidence for every promise of a set of policies: all kept, or none, on complete registers.
struct FullEvidence {
  let policies: Policies
  let example: ExampleDistrict
  let asOf: CivilDate
  let isKept: Bool
  private var facilities: [Facility] = []
  private var activities: [ActivityRecord] = []
  private var ledger: [LedgerEntry] = []
  private var submissions: [SubmissionRecord] = []
  private var milestones: [MilestoneRecord] = []
  private var issues: [IssueRecord] = []
  private var register = Register(id: "all", isComplete: true)

  init(_ policies: Policies, _ example: ExampleDistrict, asOf: CivilDate, isKept: Bool) {
    self.policies = policies
    self.example = example
    self.asOf = asOf
    self.isKept = isKept
    for target in policies.targets { add(target) }
  }

  var district: District {
    example.district(
      facilities: facilities, activities: activities, ledger: ledger, submissions: submissions,
      milestones: milestones, issues: issues, registers: [register])
  }

  private func year(of target: Target) -> Int {
    (target.due.judgedDate ?? target.due.date)?.year
      ?? policies.document(target.cite.document)?.year ?? asOf.year
  }

  private mutating func add(_ target: Target) {
    register.targets.append(target.id)
    register.kinds += target.measure.kinds
    register.activities +=
      (target.covered?.activity.map { [$0] } ?? []) + (target.covered?.allOf ?? [])
    switch target.measure {
    case .count(let count): add(count, target)
    case .rate(let rate):
      add(rate.numerator, isKept ? 100 : 0, target)
      add(rate.denominator, 100, target)
    case .namedUnits(let named):
      let names = UnitNames(example.units)
      cover(named.names.compactMap { names.find(name: $0)?.rawValue }, named.kinds, target)
    case .shareUnits(let share): cover(members(share.universe), share.kinds, target)
    case .hierarchy(let network): add(network, target)
    case .milestone(let milestone): add(milestone, target, unit: nil)
    case .milestonePerUnit(let own):
      if let kind = own.whereHas { stand(kind, in: example.units[0].id.rawValue, target) }
      for member in members(own.universe) {
        add(own.milestone, target, unit: UnitID(member))
      }
    case .quarterlyTasks(let table):
      for row in table.rows {
        for quarter in 1...4 where row.quarters[quarter - 1] != nil {
          add(target, row: row.id, quarter: quarter)
        }
      }
    case .taskTable(let table): for row in table.rows { add(target, row: row.id, quarter: nil) }
    case .report(let report): add(report, target)
    case .issueLedger: add(issueOf: target)
    case .trend(let trend): add(trend, target)
    case .sharePopulation, .parameter: break
    }
  }

  private func members(_ universe: String) -> [String] {
    let resolver = UniverseResolver(
      district: example.code, units: example.units, demandPoints: example.demandPoints,
      aliases: [:])
    guard let universe = policies.universe(universe),
      case .members(let members) = resolver.members(of: universe)
    else { return [] }
    return members.map(\.id)
  }

  private func date(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    min(CivilDate(year: year, month: month, day: day) ?? asOf, asOf)
  }

  private mutating func add(
    _ indicator: String, _ value: Int, _ target: Target, unit: UnitID? = nil
  ) {
    register.indicators.append(indicator)
    ledger.append(
      LedgerEntry(
        indicator: indicator, value: value, asOf: date(year(of: target), 12, 1), unit: unit,
        provenance: .official))
  }

  private mutating func add(_ count: CountMeasure, _ target: Target) {
    let value = count.value ?? 1
    let kept = count.comparison == .moreThan ? value + 1 : value
    switch count.subject {
    case .indicators(let indicators):
      // A ceiling is kept by nothing, and broken by one.
      let isCeiling = count.comparison == .atMost
      for indicator in indicators {
        add(indicator, isCeiling ? (isKept ? 0 : 1) : (isKept ? kept : 0), target)
      }
    case .facilities(let kinds):
      let hosts =
        count.hostsNamed.isEmpty
        ? (0..<kept).map { example.units[$0 % example.units.count].id.rawValue }
        : count.hostsNamed.compactMap { UnitNames(example.units).find(name: $0)?.rawValue }
      for host in hosts {
        stand(kinds[0], in: host, target, designation: count.designation ?? "挂牌")
      }
      if count.counting == .relocation {
        stand(kinds[0], in: hosts[0], target, closed: date(year(of: target), 6, 1))
      }
    }
  }

  private mutating func stand(
    _ kind: ServiceKind, in place: String, _ target: Target, designation: String = "挂牌",
    closed: CivilDate? = nil, opened: CivilDate? = nil
  ) {
    guard isKept else { return }
    let point = example.demandPoints.first { $0.id.rawValue == place }
    facilities.append(
      Facility(
        id: FacilityID("\(target.id)-\(facilities.count)"), name: place, kind: kind,
        host: point?.unit ?? UnitID(place), village: point?.id, position: nil, state: .operating,
        opened: opened ?? (closed == nil ? date(year(of: target), 5, 1) : date(2010, 1, 1)),
        closed: closed, designations: [designation], provenance: .init(record: .official)))
  }

  private mutating func cover(_ places: [String], _ kinds: [ServiceKind], _ target: Target) {
    guard let covered = target.covered, isKept else { return }
    for place in places {
      switch covered.rule {
      case .activity, .record:
        for activity in covered.activity.map({ [$0] }) ?? covered.allOf {
          activities.append(
            ActivityRecord(
              unit: UnitID(place), activity: activity, year: year(of: target), sessions: 1,
              provenance: .official))
        }
      default: for kind in kinds { stand(kind, in: place, target) }
      }
    }
  }

  private mutating func add(_ network: HierarchyMeasure, _ target: Target) {
    let parents = Dictionary(grouping: example.units, by: \.parent)
    for level in network.levels {
      let places: [String] =
        switch level.level {
        case .district: parents.keys.sorted().compactMap { parents[$0]?.first?.id.rawValue }
        case .township: example.units.map(\.id.rawValue)
        default: example.demandPoints.map(\.id.rawValue)
        }
      guard let kind = level.kinds.first else { continue }
      for place in places { stand(kind, in: place, target) }
    }
  }

  private mutating func add(_ milestone: MilestoneMeasure, _ target: Target, unit: UnitID?) {
    guard isKept else { return }
    guard milestone.stages.isEmpty else {
      for stage in milestone.stages {
        milestones.append(
          MilestoneRecord(
            target: target.id, state: stage.state, date: stage.by, provenance: .official))
      }
      return
    }
    milestones.append(
      MilestoneRecord(
        target: target.id, unit: unit, state: milestone.doneAt, date: date(year(of: target), 11, 1),
        evidence: "印发文件", provenance: .official))
  }

  private mutating func add(_ target: Target, row: String, quarter: Int?) {
    guard isKept else { return }
    milestones.append(
      MilestoneRecord(
        target: target.id, row: row, quarter: quarter,
        date: date(year(of: target), (quarter ?? 4) * 3, 20), provenance: .official))
  }

  private mutating func add(_ report: ReportMeasure, _ target: Target) {
    guard isKept else { return }
    let document = policies.document(target.cite.document)
    let year = document?.year ?? document?.period.map { min(asOf.year, $0.upperBound) } ?? asOf.year
    for series in report.series {
      for due in series.dates(in: year) {
        switch report.senders {
        case .universe(let universe):
          for unit in members(universe) { receive(target, series, due, unit: UnitID(unit)) }
        case .offices(let offices):
          for office in offices { receive(target, series, due, office: office) }
        case .district: receive(target, series, due)
        }
      }
    }
  }

  private mutating func receive(
    _ target: Target, _ series: ReportSeries, _ due: CivilDate, unit: UnitID? = nil,
    office: String? = nil
  ) {
    submissions.append(
      SubmissionRecord(
        target: target.id, series: series.name, unit: unit, office: office, due: due,
        received: due, provenance: .official))
  }

  private mutating func add(issueOf target: Target) {
    issues.append(
      IssueRecord(
        target: target.id, id: "1", found: date(year(of: target), 3, 1),
        due: date(year(of: target), 6, 1), closed: isKept ? date(year(of: target), 5, 1) : nil,
        provenance: .official))
  }

  private mutating func add(_ trend: TrendMeasure, _ target: Target) {
    guard case .facilities(let kinds) = trend.subject else { return }
    stand(kinds[0], in: example.units[0].id.rawValue, target, opened: date(2015, 1, 1))
    stand(kinds[0], in: example.units[1].id.rawValue, target)
  }
}
