import PlanningModel
import YAMLDocuments

extension ScenarioReader {
  /// A target with what is required of it in each period.
  mutating func goal(
    _ entry: YAMLEntry, _ years: [Int], _ known: Set<String>
  ) -> MultiYearPlan.Goal? {
    faults.allow(["id", "rule", "require"], in: entry)
    let id = target(faults.require("id", in: entry), known)
    guard let written = faults.require("require", in: entry) else { return nil }
    var required: [PlanPeriod: MultiYearPlan.Amount] = [:]
    for pair in faults.pairs(of: written) {
      guard let period = period(pair.key, at: pair.value, years, line: pair.line),
        let amount = amount(pair.value)
      else { continue }
      required[period] = amount
    }
    checkGrowth(required, at: written)
    guard let id else { return nil }
    return .init(
      target: id, rule: faults.text(entry.find("rule")), required: required,
      origin: entry.origin)
  }

  /// `12`, or `60%` of the universe.
  private mutating func amount(_ entry: YAMLEntry) -> MultiYearPlan.Amount? {
    guard let text = faults.text(entry) else { return nil }
    guard text.hasSuffix("%") else { return count(entry).map { .count($0) } }
    guard let share = faults.decimal(entry) else { return nil }
    guard share >= ExactDecimal(0), share <= ExactDecimal(1) else {
      faults.add(
        "plan.share", at: entry, value: text,
        rule: Bilingual("占比为 0% 至 100%", "a share is 0% to 100%"),
        remedy: Bilingual("例：60%", "for example 60%"))
      return nil
    }
    return .share(share)
  }

  /// Nothing is un-built, so that what is required never falls.
  private mutating func checkGrowth(
    _ required: [PlanPeriod: MultiYearPlan.Amount], at entry: YAMLEntry
  ) {
    let order = required.keys.sorted()
    for (earlier, later) in zip(order, order.dropFirst()) {
      let falls =
        switch (required[earlier], required[later]) {
        case (.count(let before), .count(let after)): after < before
        case (.share(let before), .share(let after)): after < before
        default: false
        }
      guard falls else { continue }
      faults.add(
        "plan.years_conflict", at: entry, value: "\(earlier.label) > \(later.label)",
        rule: Bilingual(
          "\(later.label) 的要求低于 \(earlier.label)，而已建成的不会拆除",
          "\(later.label) requires less than \(earlier.label), yet nothing is un-built"),
        remedy: Bilingual("更正其中一年的数", "correct one of the two"))
    }
  }

  /// What units are owed from a period on.
  mutating func floor(
    _ entry: YAMLEntry, _ years: [Int], _ known: Set<String>
  ) -> MultiYearPlan.Floor? {
    faults.allow(["units", "sites", "share", "target", "by"], in: entry)
    let units = faults.items(of: faults.require("units", in: entry)).compactMap { unit($0) }
    let by = period(faults.require("by", in: entry), years)
    let sites = count(entry.find("sites"))
    let share = faults.decimal(entry.find("share"))
    let target = entry.find("target").flatMap { self.target($0, known) }
    if (sites == nil) == (share == nil) || (share == nil) != (entry.find("target") == nil) {
      faults.add(
        "plan.floor", at: entry,
        rule: Bilingual(
          "底线写 sites，或者写 share 和 target", "a floor has sites, or share with target"),
        remedy: Bilingual(
          "例：{units: [某乡], sites: 1, by: 2026}", "for example {units: [X], sites: 1, by: 2026}"))
    }
    guard let by else { return nil }
    return .init(
      units: units, sites: sites, share: share, target: target, by: by, origin: entry.origin)
  }

  /// A target that the policies know.
  mutating func target(_ entry: YAMLEntry?, _ known: Set<String>) -> String? {
    guard let entry, let id = faults.text(entry) else { return nil }
    guard !known.contains(id) else { return id }
    let near = faults.nearest(to: id, among: known.sorted())
    faults.add(
      "plan.unknown_target", at: entry, value: id,
      rule: Bilingual("政策文件中没有目标“\(id)”", "the policies know no target “\(id)”"),
      remedy: near.map { Bilingual("是否为“\($0)”？", "did you mean “\($0)”?") }
        ?? Bilingual("写 policies/ 中目标的编号", "write the id of a target in policies/"))
    return nil
  }
}
