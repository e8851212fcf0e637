import PlanningModel
import YAMLDocuments

extension PolicyReading {
  mutating func readMilestone(_ entry: YAMLEntry) -> MilestoneMeasure {
    let states = faults.texts(entry.find("states"))
    let doneAt = faults.text(entry.find("done_at"))
    if let doneAt, let place = entry.find("done_at"), !states.contains(doneAt) {
      faults.add(
        "policy.milestone_state", at: place, value: doneAt,
        rule: Bilingual("“\(doneAt)”不在 states 之中", "“\(doneAt)” is not among the states"),
        remedy: Bilingual("写 states 中的一个", "write one of the states"))
    }
    if Set(states).count != states.count, let place = entry.find("states") {
      faults.add(
        "policy.milestone_state", at: place,
        rule: Bilingual("states 中有重复", "a state is given twice"),
        remedy: Bilingual("每个状态只写一次", "give each state once"))
    }
    var stages: [MilestoneStage] = []
    for item in faults.items(of: entry.find("stages")) {
      faults.allow(["by", "state"], in: item)
      guard let by = faults.require("by", in: item).flatMap({ faults.date($0) }) else { continue }
      if let last = stages.last, by <= last.by {
        faults.add(
          "policy.stage_order", at: item, value: by.description,
          rule: Bilingual("阶段应按日期先后排列", "stages stand in the order of their dates"),
          remedy: Bilingual("更正日期或顺序", "correct the date or the order"))
        continue
      }
      stages.append(MilestoneStage(by: by, state: faults.text(item.find("state"))))
    }
    return MilestoneMeasure(states: states, doneAt: doneAt, stages: stages)
  }

  mutating func readReport(_ entry: YAMLEntry) -> ReportMeasure? {
    let dates = faults.items(of: entry.find("dates")).compactMap { faults.date($0) }
    var series: [ReportSeries] = []
    if !dates.isEmpty {
      series.append(ReportSeries(name: nil, dates: dates.sorted(), everyMonths: nil))
    }
    for key in ["cadence", "also"] {
      guard let place = entry.find(key) else { continue }
      let items: [YAMLEntry] =
        if case .sequence(let items) = place.content { items } else { [place] }
      for item in items { if let read = readCadence(item) { series.append(read) } }
    }
    guard !series.isEmpty else {
      if entry.find("dates") == nil, entry.find("cadence") == nil {
        faults.add(
          "policy.report_without_dates", at: entry,
          rule: Bilingual("没有写明何时报送", "the entry does not say when reports are due"),
          remedy: Bilingual(
            "补上“dates: […]”或“cadence: {every: P6M}”", "add “dates: […]” or “cadence: {every: P6M}”")
        )
      }
      return nil
    }
    if Set(series.map(\.name)).count != series.count {
      faults.add(
        "policy.report_series", at: entry,
        rule: Bilingual("几种报送没有名称可分", "several sorts of report have no names to tell them apart"),
        remedy: Bilingual("补上“what: …”或“group: …”", "add “what: …” or “group: …”"))
    }
    let universe = readUniverseMention(entry.find("from_universe"))
    let offices = faults.texts(entry.find("from"))
    let senders: ReportSenders =
      if let universe { .universe(universe) } else if offices.isEmpty { .district } else {
        .offices(offices)
      }
    return ReportMeasure(
      senders: senders, series: series, recipient: faults.text(entry.find("to")))
  }

  /// `{every: P6M}`, with `what` or `group` where there are several.
  private mutating func readCadence(_ entry: YAMLEntry) -> ReportSeries? {
    faults.allow(["every", "what", "group"], in: entry)
    guard
      let every = faults.require("every", in: entry).flatMap({
        faults.choice($0, of: Cadence.self)
      })
    else { return nil }
    let name = faults.text(entry.find("what")) ?? faults.text(entry.find("group"))
    return ReportSeries(name: name, dates: [], everyMonths: every.months)
  }

  /// Durations of ISO 8601 that divide a year.
  private enum Cadence: String, CaseIterable {
    case month = "P1M"
    case quarter = "P3M"
    case halfYear = "P6M"
    case year = "P1Y"

    var months: Int {
      switch self {
      case .month: 1
      case .quarter: 3
      case .halfYear: 6
      case .year: 12
      }
    }
  }

  mutating func readTrend(_ entry: YAMLEntry, kinds: [ServiceKind]) -> TrendMeasure? {
    let indicators = faults.texts(entry.find("object"))
    let direction = faults.require("direction", in: entry)
      .flatMap { faults.choice($0, of: TrendDirection.self) }
    guard kinds.isEmpty != indicators.isEmpty else {
      missingKinds(entry)
      return nil
    }
    guard let direction else { return nil }
    return TrendMeasure(
      subject: kinds.isEmpty ? .indicators(indicators) : .facilities(kinds), direction: direction)
  }

  mutating func readParameters(_ entry: YAMLEntry) -> ParameterMeasure? {
    guard let values = faults.require("values", in: entry) else { return nil }
    return ParameterMeasure(
      values: faults.pairs(of: values).map { pair in
        PolicyParameter(name: pair.key, values: faults.texts(pair.value))
      })
  }
}
