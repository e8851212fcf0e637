import PlanningModel
import YAMLDocuments

extension PolicyReading {
  /// The keys of a universe.
  static let universeKeys = [
    "level", "within", "former_code", "of", "where", "list", "n", "by_class", "names",
    "defined", "custody_split", "as_of", "note", "note_en", "label", "label_en",
  ]

  /// Reads universes, each behind the one it is taken from; a ring of them is a fault.
  mutating func readUniverses(_ pairs: [(key: String, value: YAMLEntry)]) {
    let places = Dictionary(
      pairs.enumerated().map { ($0.element.key, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let parents = pairs.map { pair -> Int? in
      guard case .scalar(let parent, _)? = pair.value.find("of")?.content else { return nil }
      return places[parent]
    }
    var isDone = Array(repeating: false, count: pairs.count)
    for start in pairs.indices where !isDone[start] {
      var chain: [Int] = []
      var onChain: Set<Int> = []
      var next: Int? = start
      while let index = next, !isDone[index], onChain.insert(index).inserted {
        chain.append(index)
        next = parents[index]
      }
      let ring = next.flatMap { chain.firstIndex(of: $0) }
      for (place, index) in chain.enumerated().reversed() {
        isDone[index] = true
        let pair = pairs[index]
        guard let ring, place >= ring else {
          readUniverse(pair.key, pair.value)
          continue
        }
        claim(pair.key, in: .universe, at: pair.value)
        faults.add(
          "policy.universe_cycle", at: pair.value.find("of") ?? pair.value, value: pair.key,
          rule: Bilingual(
            "口径“\(pair.key)”绕回到自身", "the universe “\(pair.key)” is taken from itself"),
          remedy: Bilingual("更正“of”", "correct “of”"))
      }
    }
  }

  mutating func readUniverse(_ id: String, _ entry: YAMLEntry) {
    faults.allow(Self.universeKeys, in: entry)
    claim(id, in: .universe, at: entry)
    var parent: Universe?
    if let of = entry.find("of"), let name = reference(of, to: .universe) {
      parent = universePlaces[name].map { universes[$0] }
      if parent == nil, places["universe:\(name)"] != nil {
        faults.add(
          "policy.universe_order", at: of, value: name,
          rule: Bilingual(
            "所取自的口径“\(name)”未能读取", "the universe “\(name)” it is taken from could not be read"),
          remedy: Bilingual("先更正那一个", "correct that one first"))
      }
    }
    if let parent, parent.list != nil {
      faults.add(
        "policy.universe_list", at: entry, value: parent.id,
        rule: Bilingual(
          "按名单列出的口径“\(parent.id)”不能再按类别取一部分",
          "a part of the listed universe “\(parent.id)” cannot be taken by class"),
        remedy: Bilingual("在此列出成员", "list its members here"))
    }
    let within =
      faults.text(entry.find("within")) ?? parent?.within
      ?? (faults.require("within", in: entry).flatMap { faults.text($0) } ?? "")
    let level =
      faults.choice(entry.find("level"), of: UniverseLevel.self) ?? parent?.level ?? .township
    if entry.find("level") == nil, parent == nil, entry.find("of") == nil {
      _ = faults.require("level", in: entry)
    }
    if universePlaces[id] == nil { universePlaces[id] = universes.count }
    universes.append(
      Universe(
        id: id, level: level, within: within,
        formerCode: faults.text(entry.find("former_code")) ?? parent?.formerCode,
        classes: readClasses(entry.find("where"), parent: parent?.classes),
        condition: readCondition(entry.find("where"), parent: parent?.condition),
        list: entry.find("list").map { faults.texts($0) },
        declaredCount: faults.integer(entry.find("n")),
        declaredCountByClass: readCounts(entry.find("by_class")),
        expectedNames: entry.find("names").map { faults.texts($0) },
        isDefined: faults.boolean(entry.find("defined")) ?? parent?.isDefined ?? true,
        label: faults.text(entry.find("label")),
        labelEnglish: faults.text(entry.find("label_en")),
        note: faults.text(entry.find("note")) ?? faults.text(entry.find("custody_split")),
        noteEnglish: faults.text(entry.find("note_en")),
        file: entry.file, line: entry.line))
  }

  mutating func readClasses(
    _ entry: YAMLEntry?, parent: [UnitClass]?
  ) -> [UnitClass]? {
    guard let entry else { return parent }
    faults.allow(
      [
        "class", "class_in", "kind", "urban_rural_code_prefix", "tag", "district_in_list", "people",
      ], in: entry)
    let named = faults.items(of: entry.find("class")) + faults.items(of: entry.find("class_in"))
    var classes = named.compactMap { faults.choice($0, of: UnitClass.self) }
    for item in faults.items(of: entry.find("kind")) {
      switch faults.choice(item, of: CommitteeKind.self) {
      case .residents: classes.append(.community)
      case .villagers: classes.append(.village)
      case nil: break
      }
    }
    if named.isEmpty, entry.find("kind") == nil { return parent }
    guard let parent else { return classes }
    return classes.filter { wanted in parent.contains { wanted.matches($0) } }
  }

  /// The committees of villages and communities, in the words of the statistics office.
  private enum CommitteeKind: String, CaseIterable {
    case residents = "社区居委会"
    case villagers = "村委会"
  }

  /// What a universe asks besides the class; it adds to what its parent asks.
  mutating func readCondition(
    _ entry: YAMLEntry?, parent: UniverseCondition?
  ) -> UniverseCondition {
    var condition = parent ?? UniverseCondition()
    guard let entry else { return condition }
    let prefixes = faults.texts(entry.find("urban_rural_code_prefix"))
    if !prefixes.isEmpty { condition.urbanRuralPrefixes = prefixes }
    if let tag = faults.text(entry.find("tag")) { condition.tag = tag }
    let districts = faults.texts(entry.find("district_in_list"))
    if !districts.isEmpty { condition.districts = districts }
    if let people = entry.find("people") {
      faults.allow(["cohort", "op", "value", "param"], in: people)
      let cohort = faults.require("cohort", in: people).flatMap { readCohort($0) }
      let value = faults.integer(people.find("value"))
      let parameter = faults.text(people.find("param"))
      if value == nil, parameter == nil { _ = faults.require("value", in: people) }
      if let cohort {
        condition.people = UniverseCondition.PeopleCondition(
          cohort: cohort,
          comparison: faults.choice(people.find("op"), of: Comparison.self) ?? .atLeast,
          value: value, parameter: parameter)
      }
    }
    return condition
  }

  private mutating func readCounts(_ entry: YAMLEntry?) -> [UnitClass: Int] {
    guard let entry else { return [:] }
    var counts: [UnitClass: Int] = [:]
    let words = UnitClass.allCases.map(\.rawValue)
    faults.allow(words, in: entry)
    for pair in faults.pairs(of: entry) {
      guard let word = UnitClass(rawValue: pair.key) else { continue }
      counts[word] = faults.integer(pair.value)
    }
    return counts
  }
}
