import PlanningModel
import YAMLDocuments

extension ScenarioReader {
  /// All changes of population.
  mutating func people(_ root: YAMLEntry) -> [PeoplePatch] {
    faults.items(of: root.find("people")).flatMap { patches($0) }
  }

  /// One entry is a change for each of its cohorts.
  private mutating func patches(_ entry: YAMLEntry) -> [PeoplePatch] {
    faults.allow(
      ["cohort", "growth", "in", "add", "to", "move", "from", "provenance"], in: entry)
    let cohorts = faults.items(of: faults.require("cohort", in: entry)).compactMap { cohort($0) }
    guard
      let provenance = faults.choice(
        faults.require("provenance", in: entry), of: Provenance.self),
      let effect = effect(entry)
    else { return [] }
    return cohorts.map {
      PeoplePatch(cohort: $0, effect: effect, provenance: provenance, origin: entry.origin)
    }
  }

  private mutating func effect(_ entry: YAMLEntry) -> PeoplePatch.Effect? {
    let verbs = ["growth", "add", "move"].filter { entry.find($0) != nil }
    guard verbs.count == 1 else {
      faults.add(
        "scenario.people", at: entry,
        rule: Bilingual(
          "一条只写 growth、add、move 之一", "an entry holds one of growth, add and move"),
        remedy: Bilingual(
          "例：{cohort: total, growth: 3%, in: all, provenance: estimated}",
          "for example {cohort: total, growth: 3%, in: all, provenance: estimated}"))
      return nil
    }
    switch verbs[0] {
    case "growth":
      guard let share = faults.decimal(entry.find("growth")),
        let area = faults.text(faults.require("in", in: entry))
      else { return nil }
      return .growth(share, in: area)
    case "add":
      guard let count = faults.integer(entry.find("add")),
        let village = faults.text(faults.require("to", in: entry))
      else { return nil }
      return .added(count, to: village)
    default:
      guard let count = count(entry.find("move")),
        let from = faults.text(faults.require("from", in: entry)),
        let to = faults.text(faults.require("to", in: entry))
      else { return nil }
      return .moved(count, from: from, to: to)
    }
  }

  private mutating func cohort(_ entry: YAMLEntry) -> CohortID? {
    guard let name = faults.text(entry) else { return nil }
    if cohorts.contains(CohortID(name)) { return CohortID(name) }
    let known = cohorts.map(\.rawValue).sorted().joined(separator: ", ")
    faults.add(
      "scenario.unknown_cohort", at: entry, value: name,
      rule: Bilingual("yike.yaml 没有声明人群“\(name)”", "yike.yaml declares no cohort “\(name)”"),
      remedy: Bilingual("已声明的人群：\(known)", "known cohorts: \(known)"))
    return nil
  }
}
