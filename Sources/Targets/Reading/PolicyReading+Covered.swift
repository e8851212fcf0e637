import PlanningModel
import YAMLDocuments

extension PolicyReading {
  static let timeKeys = ["max_minutes", "mode", "cohort", "pop_share_min"]
  /// The keys of a covered-rule.
  static let coveredKeys =
    [
      "rule", "alternatives", "activity", "evidence_min", "all_of", "within_time", "kind",
      "kind_in", "kind_all", "attribute", "per", "op", "value",
    ] + timeKeys

  mutating func readCovered(_ entry: YAMLEntry?) -> CoveredRule? {
    guard let entry else { return nil }
    faults.allow(Self.coveredKeys, in: entry)
    let rule = faults.require("rule", in: entry)
      .flatMap { faults.choice($0, of: CoveredRuleKind.self) }
    let alternatives = faults.items(of: entry.find("alternatives"))
      .compactMap { faults.choice($0, of: CoveredRuleKind.self) }
    var evidence = EvidenceMinimum(sessionsInYear: 1, servedPeople: 1)
    if let minimum = entry.find("evidence_min") {
      faults.allow(["sessions_in_year", "or_served_people"], in: minimum)
      evidence.sessionsInYear = faults.integer(minimum.find("sessions_in_year")) ?? 1
      evidence.servedPeople = faults.integer(minimum.find("or_served_people")) ?? 1
    }
    var time: TimeRequirement?
    if let nested = entry.find("within_time") {
      faults.allow(Self.timeKeys, in: nested)
      time = readTime(nested)
    } else if entry.find("max_minutes") != nil {
      time = readTime(entry)
    }
    let activity = faults.text(entry.find("activity"))
    let allOf = faults.texts(entry.find("all_of"))
    guard let rule else { return nil }
    let used = [rule] + alternatives
    if used.contains(.activity), activity == nil {
      needs("activity", rule: .activity, in: entry)
    }
    if used.contains(.record), allOf.isEmpty {
      needs("all_of", rule: .record, in: entry)
    }
    if used.contains(.withinTime), time == nil, entry.find("within_time") == nil {
      needs("within_time", rule: .withinTime, in: entry)
    }
    var intensity: UnitIntensity?
    if used.contains(.intensity) {
      intensity = readIntensity(entry)
    }
    return CoveredRule(
      rule: rule, alternatives: alternatives, activity: activity, evidence: evidence,
      allOf: allOf, time: time, intensity: intensity)
  }

  /// `attribute: floor_area_m2, per: {households: 100}, op: ">=", value: 30`.
  private mutating func readIntensity(_ entry: YAMLEntry) -> UnitIntensity? {
    let attribute = faults.require("attribute", in: entry)
      .flatMap { faults.choice($0, of: UnitIntensity.Attribute.self) }
    let value = faults.require("value", in: entry).flatMap { faults.decimal($0) }
    var cohort: CohortID?
    var per = 0
    if let place = faults.require("per", in: entry) {
      for pair in faults.pairs(of: place).prefix(1) {
        if let known = known.cohorts, !known.contains(pair.key) {
          unknownWord("cohort", pair.key, among: known, at: pair.value, chinese: "人群")
        }
        cohort = CohortID(pair.key)
        per = faults.integer(pair.value) ?? 0
        if per <= 0 || per > 1_000_000 {
          faults.add(
            "policy.value_range", at: pair.value, value: String(per),
            rule: Bilingual("“每多少”应为正整数", "“per” is a positive number"),
            remedy: Bilingual("例如 {households: 100}", "write for example {households: 100}"))
        }
      }
    }
    guard let attribute, let value, let cohort, per > 0 else { return nil }
    return UnitIntensity(
      attribute: attribute, cohort: cohort, per: per,
      comparison: faults.choice(entry.find("op"), of: Comparison.self) ?? .atLeast, value: value)
  }

  private mutating func readTime(_ entry: YAMLEntry) -> TimeRequirement? {
    let limit = readLimit(faults.require("max_minutes", in: entry))
    let mode = faults.choice(entry.find("mode"), of: TravelMode.self) ?? .walk
    let cohort = entry.find("cohort").flatMap { readCohort($0) } ?? "total"
    let half = ExactDecimal(1, over: 2) ?? ExactDecimal(1)
    let share = faults.decimal(entry.find("pop_share_min")) ?? half
    guard let limit else { return nil }
    return TimeRequirement(
      limit: limit, mode: mode, cohort: cohort, populationShareMinimum: share)
  }

  private mutating func needs(_ key: String, rule: CoveredRuleKind, in entry: YAMLEntry) {
    faults.add(
      "policy.rule_incomplete", at: entry, key: "\(entry.path).\(key)",
      rule: Bilingual(
        "规则 \(rule.rawValue) 需要键“\(key)”", "the rule \(rule.rawValue) needs the key “\(key)”"),
      remedy: Bilingual("补上“\(key): …”", "add “\(key): …”"))
  }

  /// A measure of units must say when a unit counts as covered: 覆盖 has many meanings, and
  /// none is taken silently.
  mutating func checkCovered(_ covered: CoveredRule?, measure: Measure?, in entry: YAMLEntry) {
    guard let measure else { return }
    switch measure {
    case .namedUnits(let named):
      checkCovered(covered, kinds: named.kinds, in: entry)
    case .shareUnits(let share):
      checkCovered(covered, kinds: share.kinds, in: entry)
    default:
      if let place = entry.find("covered") {
        faults.add(
          "policy.covered_unused", at: place,
          rule: Bilingual("这种指标没有覆盖规则", "this type of measure has no covered-rule"),
          remedy: Bilingual("删去“covered”", "remove “covered”"))
      }
    }
  }

  private mutating func checkCovered(
    _ covered: CoveredRule?, kinds: [ServiceKind], in entry: YAMLEntry
  ) {
    guard let covered else {
      if entry.find("covered") == nil {
        faults.add(
          "policy.without_rule", at: entry, key: "\(entry.path).covered",
          rule: Bilingual(
            "没有写明单元在什么情况下算覆盖", "the entry does not say when a unit counts as covered"),
          remedy: Bilingual("补上“covered: {rule: …}”", "add “covered: {rule: …}”"))
      }
      return
    }
    let used = [covered.rule] + covered.alternatives
    if kinds.isEmpty,
      used.contains(where: {
        [.hosted, .assigned, .withinTime, .catchment, .intensity].contains($0)
      })
    {
      missingKinds(entry.find("measure") ?? entry)
    }
  }
}
