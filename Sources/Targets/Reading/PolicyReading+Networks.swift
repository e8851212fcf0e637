import PlanningModel
import YAMLDocuments

extension PolicyReading {
  mutating func readHierarchy(_ entry: YAMLEntry) -> HierarchyMeasure? {
    var levels: [NetworkLevel] = []
    let order: [UniverseLevel] = [.district, .township, .village]
    for item in faults.items(of: faults.require("levels", in: entry)) {
      faults.allow(
        ["level", "kind", "kind_in", "kind_all", "all_of", "universe", "required"], in: item)
      let level = faults.require("level", in: item)
        .flatMap { faults.choice($0, of: UniverseLevel.self) }
      let kinds = readKinds(item)
      let records = faults.texts(item.find("all_of"))
      let universe = readUniverseMention(item.find("universe"))
      let required = readRequired(item.find("required"))
      guard let level else { continue }
      let rank = order.firstIndex(of: level)
      let above = levels.last.flatMap { order.firstIndex(of: $0.level) } ?? -1
      guard let rank, rank > above else {
        faults.add(
          "policy.level_order", at: item, value: level.rawValue,
          rule: Bilingual(
            "层级应自上而下：district、township、village",
            "levels go down: district, township, village"),
          remedy: Bilingual("更正层级或顺序", "correct the level or the order"))
        continue
      }
      levels.append(
        NetworkLevel(
          level: level, kinds: kinds, records: records, universe: universe, required: required))
    }
    guard !levels.isEmpty else { return nil }
    var measure = HierarchyMeasure(
      levels: levels, eachChildHasParent: false, maximumParentTime: nil)
    if let linkage = entry.find("linkage") {
      faults.allow(["each_child_has_parent", "max_parent_minutes"], in: linkage)
      measure.eachChildHasParent =
        faults.boolean(linkage.find("each_child_has_parent")) ?? false
      measure.maximumParentTime = readLimit(linkage.find("max_parent_minutes"))
    }
    return measure
  }

  /// `{op, value}` with a number or a share, or `{ref: [targets]}`; every unit when left out.
  private mutating func readRequired(_ entry: YAMLEntry?) -> LevelRequirement {
    guard let entry else { return .every }
    faults.allow(["op", "value", "ref"], in: entry)
    if let ref = entry.find("ref") { return .targets(referenceList(ref, to: .target)) }
    let comparison = faults.choice(entry.find("op"), of: Comparison.self) ?? .atLeast
    guard let place = faults.require("value", in: entry), let value = faults.decimal(place) else {
      return .every
    }
    guard value >= ExactDecimal(0) else {
      faults.add(
        "policy.value_range", at: place, value: value.description,
        rule: Bilingual("承诺的数量不得为负", "a promised number is not negative"),
        remedy: Bilingual("写 0 或以上的数", "write 0 or more"))
      return .every
    }
    // A whole number from 1 up counts units; 100% and what is below 1 is a share.
    let isShare: Bool =
      if case .scalar(let text, _) = place.content { text.hasSuffix("%") } else { false }
    if value.denominator == 1, !isShare { return .number(value.numerator, comparison) }
    return .share(value, comparison)
  }
}
