import PlanningModel
import YAMLDocuments

extension PolicyReading {
  /// Reads a measure; kinds may also stand under `covered`, where some entries put them.
  mutating func readMeasure(_ entry: YAMLEntry, covered: YAMLEntry?) -> Measure? {
    guard
      let type = faults.require("type", in: entry)
        .flatMap({ faults.choice($0, of: MeasureType.self) })
    else { return nil }
    faults.allow(["type"] + keys(of: type), in: entry)
    let kinds = readKinds(entry) + (covered.map { readKinds($0) } ?? [])
    switch type {
    case .count: return readCount(entry, kinds: kinds).map { .count($0) }
    case .namedUnits:
      let names = readUnitNames(faults.require("names", in: entry))
      let state = readState(entry)
      return .namedUnits(
        NamedUnitsMeasure(
          kinds: kinds, names: names,
          isOpenList: faults.boolean(entry.find("open_list")) ?? false, state: state))
    case .shareUnits:
      let universe = reference(faults.require("universe", in: entry), to: .universe)
      let share = readShare(entry)
      let state = readState(entry)
      guard let universe else { return nil }
      return .shareUnits(
        ShareUnitsMeasure(
          universe: universe, value: share.value, comparison: share.comparison, kinds: kinds,
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
    case .hierarchy, .milestone, .milestonePerUnit, .quarterlyTasks, .taskTable, .report,
      .issueLedger, .trend, .parameter:
      return .unevaluated(UnevaluatedMeasure(type: type, payload: payload(of: entry)))
    }
  }

  private func keys(of type: MeasureType) -> [String] {
    let kinds = ["kind", "kind_in", "kind_all"]
    let promised = ["value", "op"]
    switch type {
    case .count:
      return kinds + promised + [
        "object", "objects", "counting", "state_min", "where", "hosts_named", "place_named",
      ]
    case .namedUnits: return kinds + ["names", "open_list", "state_min"]
    case .shareUnits: return kinds + promised + ["universe", "state_min"]
    case .sharePopulation: return kinds + promised + ["cohort", "max_minutes"]
    case .rate: return promised + ["numerator", "denominator"]
    case .hierarchy: return ["levels", "linkage"]
    case .milestone: return ["states", "done_at", "stages"]
    case .milestonePerUnit: return ["universe", "where_has", "states", "done_at"]
    case .quarterlyTasks: return ["rows"]
    case .taskTable: return ["rows", "columns"]
    case .report: return ["cadence", "also", "from", "from_universe", "to", "dates"]
    case .issueLedger: return ["ledger", "states", "done_when"]
    case .trend: return kinds + ["object", "direction"]
    case .parameter: return ["values"]
    }
  }

  private mutating func readKinds(_ entry: YAMLEntry) -> [ServiceKind] {
    var kinds: [ServiceKind] = []
    for key in ["kind", "kind_in", "kind_all"] {
      for item in faults.items(of: entry.find(key)) {
        guard let word = faults.text(item) else { continue }
        if let known = known.kinds, !known.contains(word) {
          unknownWord("kind", word, among: known, at: item, chinese: "服务类型")
        }
        kinds.append(ServiceKind(word))
      }
    }
    return kinds
  }

  private mutating func readShare(
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

  private func payload(of entry: YAMLEntry) -> [UnevaluatedMeasure.Field] {
    func fields(_ entry: YAMLEntry, _ path: String) -> [UnevaluatedMeasure.Field] {
      switch entry.content {
      case .null: [UnevaluatedMeasure.Field(key: path, value: "null")]
      case .scalar(let text, _): [UnevaluatedMeasure.Field(key: path, value: text)]
      case .sequence(let items):
        items.enumerated().flatMap { fields($0.element, "\(path)[\($0.offset)]") }
      case .mapping(let pairs):
        pairs.flatMap { fields($0.value, path.isEmpty ? $0.key : "\(path).\($0.key)") }
      }
    }
    return fields(entry, "").filter { $0.key != "type" }
  }
}
