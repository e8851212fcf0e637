import PlanningModel
import YAMLDocuments

extension PolicyReading {
  /// Reads a measure; kinds may also stand under `covered`, where some entries put them.
  mutating func readMeasure(
    _ entry: YAMLEntry, covered: YAMLEntry?, target id: String?, document: String?
  ) -> Measure? {
    guard
      let type = faults.require("type", in: entry)
        .flatMap({ faults.choice($0, of: MeasureType.self) })
    else { return nil }
    faults.allow(["type"] + Self.keys(of: type), in: entry)
    let kinds = readKinds(entry) + (covered.map { readKinds($0) } ?? [])
    switch type {
    case .count: return readCount(entry, kinds: kinds).map { .count($0) }
    case .namedUnits:
      let names = readUnitNames(faults.require("names", in: entry))
      if names.isEmpty, let place = entry.find("names") { noNames(place) }
      let state = readState(entry)
      return .namedUnits(
        NamedUnitsMeasure(
          kinds: kinds, names: names,
          isOpenList: faults.boolean(entry.find("open_list")) ?? false, state: state))
    case .shareUnits:
      let universe = readShareUniverse(entry, target: id)
      let share = readShare(entry)
      let state = readState(entry)
      guard let universe else { return nil }
      return .shareUnits(
        ShareUnitsMeasure(
          universe: universe, value: share.value, comparison: share.comparison, kinds: kinds,
          needsEveryKind: (entry.find("kind_all") ?? covered?.find("kind_all")) != nil,
          state: state))
    case .sharePopulation:
      let cohort = faults.require("cohort", in: entry).flatMap { readCohort($0) }
      let limit = readLimit(faults.require("max_minutes", in: entry))
      let share = readShare(entry)
      if kinds.isEmpty { missingKinds(entry) }
      guard let cohort, let limit else { return nil }
      return .sharePopulation(
        SharePopulationMeasure(
          cohort: cohort, kinds: kinds, limit: limit, value: share.value,
          comparison: share.comparison))
    case .rate:
      let numerator = faults.require("numerator", in: entry).flatMap { faults.text($0) }
      let denominator = faults.require("denominator", in: entry).flatMap { faults.text($0) }
      let share = readShare(entry)
      guard let numerator, let denominator else { return nil }
      return .rate(
        RateMeasure(
          numerator: numerator, denominator: denominator, value: share.value,
          comparison: share.comparison))
    case .hierarchy: return readHierarchy(entry).map { .hierarchy($0) }
    case .milestone: return .milestone(readMilestone(entry))
    case .milestonePerUnit:
      let universe = readUniverseMention(faults.require("universe", in: entry))
      let has = entry.find("where_has").flatMap { readKind($0) }
      let milestone = readMilestone(entry)
      guard let universe else { return nil }
      return .milestonePerUnit(
        MilestonePerUnitMeasure(universe: universe, whereHas: has, milestone: milestone))
    case .quarterlyTasks: return readQuarterlyTasks(entry).map { .quarterlyTasks($0) }
    case .taskTable: return readTaskTable(entry, document: document).map { .taskTable($0) }
    case .report: return readReport(entry).map { .report($0) }
    case .issueLedger:
      if let done = entry.find("done_when") { _ = faults.choice(done, of: IssuesDone.self) }
      return .issueLedger(IssueLedgerMeasure(ledger: faults.text(entry.find("ledger"))))
    case .trend: return readTrend(entry, kinds: kinds).map { .trend($0) }
    case .parameter: return readParameters(entry).map { .parameter($0) }
    }
  }

  /// When a ledger of issues is done with.
  private enum IssuesDone: String, CaseIterable {
    case allClosed = "all_closed"
  }

  /// The keys of a type of measure, besides `type`.
  static func keys(of type: MeasureType) -> [String] {
    let kinds = ["kind", "kind_in", "kind_all"]
    let promised = ["value", "op"]
    switch type {
    case .count:
      return kinds + promised + [
        "object", "objects", "counting", "state_min", "where", "hosts_named", "place_named",
        "within", "approx", "colocated_with",
      ]
    case .namedUnits: return kinds + ["names", "open_list", "state_min"]
    case .shareUnits:
      return kinds + promised + ["universe", "state_min", "where", "colocated_with"]
    case .sharePopulation: return kinds + promised + ["cohort", "max_minutes"]
    case .rate: return promised + ["numerator", "denominator"]
    case .hierarchy: return ["levels", "linkage"]
    case .milestone: return ["states", "done_at", "stages"]
    case .milestonePerUnit: return ["universe", "where_has", "states", "done_at"]
    case .quarterlyTasks: return ["rows", "table", "year"]
    case .taskTable: return ["rows", "columns", "table", "due_vocabulary"]
    case .report: return ["cadence", "also", "from", "from_universe", "to", "dates"]
    case .issueLedger: return ["ledger", "states", "done_when"]
    case .trend: return kinds + ["object", "direction"]
    case .parameter: return ["values"]
    }
  }

  mutating func readKinds(_ entry: YAMLEntry) -> [ServiceKind] {
    ["kind", "kind_in", "kind_all"].flatMap { readKindList(entry.find($0)) }
  }

  mutating func readKindList(_ entry: YAMLEntry?) -> [ServiceKind] {
    faults.items(of: entry).compactMap { readKind($0) }
  }

  mutating func readKind(_ entry: YAMLEntry) -> ServiceKind? {
    guard let word = faults.text(entry) else { return nil }
    if let known = known.kinds, !known.contains(word) {
      unknownWord("kind", word, among: known, at: entry, chinese: "服务类型")
    }
    return ServiceKind(word)
  }

  /// The universe of a share: a name, or one of its own under `universe` or `where`.
  private mutating func readShareUniverse(_ entry: YAMLEntry, target id: String?) -> String? {
    guard let place = faults.require("universe", in: entry) else { return nil }
    if case .mapping = place.content {
      let own = "\(id ?? place.path).universe"
      readUniverse(own, place)
      return own
    }
    guard let name = readUniverseMention(place) else { return nil }
    guard let filter = entry.find("where"), let parent = universePlaces[name].map({ universes[$0] })
    else { return name }
    var own = parent
    own.id = "\(id ?? place.path).universe"
    own.classes = readClasses(filter, parent: parent.classes)
    own.condition = readCondition(filter, parent: parent.condition)
    own.declaredCount = nil
    own.declaredCountByClass = [:]
    own.expectedNames = nil
    claim(own.id, in: .universe, at: filter)
    universePlaces[own.id] = universes.count
    universes.append(own)
    return own.id
  }

  mutating func readUniverseMention(_ entry: YAMLEntry?) -> String? {
    reference(entry, to: .universe)
  }

  mutating func readShare(
    _ entry: YAMLEntry
  ) -> (value: ExactDecimal?, comparison: Comparison) {
    let value = faults.decimal(entry.find("value"))
    let comparison = faults.choice(entry.find("op"), of: Comparison.self) ?? .atLeast
    if let value, value < ExactDecimal(0) || value > ExactDecimal(1) {
      faults.add(
        "policy.share_range", at: entry.find("value") ?? entry, value: value.description,
        rule: Bilingual("比例应在 0 至 1 之间", "a share lies between 0 and 1"),
        remedy: Bilingual("例如 0.6 或 60%", "write for example 0.6 or 60%"))
    }
    return (value, comparison)
  }

  mutating func readCohort(_ entry: YAMLEntry) -> CohortID? {
    guard let word = faults.text(entry) else { return nil }
    if let known = known.cohorts, !known.contains(word) {
      unknownWord("cohort", word, among: known, at: entry, chinese: "人群")
    }
    return CohortID(word)
  }

  /// Minutes as a positive decimal.
  mutating func readLimit(_ entry: YAMLEntry?) -> TravelTime? {
    guard let entry, let minutes = faults.decimal(entry) else { return nil }
    guard let limit = TravelTime("\(minutes)min"), limit.milliseconds > 0 else {
      faults.add(
        "policy.limit", at: entry, value: minutes.description,
        rule: Bilingual("时限应为正的分钟数", "a limit is a positive number of minutes"),
        remedy: Bilingual("例如 15", "write for example 15"))
      return nil
    }
    return limit
  }

  mutating func missingKinds(_ entry: YAMLEntry) {
    faults.add(
      "policy.without_kinds", at: entry,
      rule: Bilingual("没有写明设施类型", "no kind of facility is named"),
      remedy: Bilingual("补上“kind: …”或“kind_in: […]”", "add “kind: …” or “kind_in: […]”"))
  }
}
