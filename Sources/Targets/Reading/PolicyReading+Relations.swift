import PlanningModel
import YAMLDocuments

extension PolicyReading {
  /// Targets that lead back to themselves, and promises that would be counted twice.
  mutating func checkRelations(_ policies: Policies) {
    let relations: [(key: String, of: (Target) -> [String])] = [
      ("part_of", { $0.relations.partOf.map { [$0] } ?? [] }),
      ("limited_by", { $0.relations.limitedBy.map { [$0] } ?? [] }),
      ("implements", { $0.relations.implements }),
      // These two may be said of both targets; of itself a target says nothing.
      ("same_as", { target in target.relations.sameAs.filter { $0 == target.id } }),
      ("may_overlap", { target in target.relations.mayOverlap.filter { $0 == target.id } }),
    ]
    for relation in relations {
      let edges = Dictionary(
        policies.targets.map { ($0.id, relation.of($0)) }, uniquingKeysWith: { first, _ in first })
      for id in onRings(edges) {
        guard let place = targetPlaces[id] else { continue }
        faults.add(
          "policy.relation_cycle", at: place, key: "\(place.path).relations.\(relation.key)",
          value: id,
          rule: Bilingual(
            "“\(relation.key)”绕回到该目标自身", "“\(relation.key)” leads back to the target itself"),
          remedy: Bilingual("去掉其中一环", "take out one link"))
      }
    }
    for target in policies.targets { checkLevels(target, policies) }
    checkRestated(policies)
  }

  /// Those that lead back to themselves, sorted.
  ///
  /// What has no way on is taken away until nothing changes; of the rest each is followed.
  private func onRings(_ edges: [String: [String]]) -> [String] {
    var incoming: [String: [String]] = [:]
    var open: [String: Int] = [:]
    for (id, targets) in edges {
      let known = targets.filter { edges[$0] != nil }
      open[id] = known.count
      for target in known { incoming[target, default: []].append(id) }
    }
    var ends = open.filter { $0.value == 0 }.map(\.key)
    while let end = ends.popLast() {
      open[end] = nil
      for id in incoming[end] ?? [] {
        guard let count = open[id] else { continue }
        open[id] = count - 1
        if count == 1 { ends.append(id) }
      }
    }
    // A ring of thousands is no honest file: the first hundred of it say enough.
    return open.keys.sorted().prefix(100).filter { leadsBack($0, edges) }
  }

  private func leadsBack(_ id: String, _ edges: [String: [String]]) -> Bool {
    var seen: Set<String> = []
    var waiting = edges[id] ?? []
    while let next = waiting.popLast() {
      if next == id { return true }
      if seen.insert(next).inserted { waiting += edges[next] ?? [] }
    }
    return false
  }

  /// A level asks for what other targets ask for; a network among those would never end.
  private mutating func checkLevels(_ target: Target, _ policies: Policies) {
    guard case .hierarchy(let network) = target.measure, let place = targetPlaces[target.id] else {
      return
    }
    for case .targets(let ids) in network.levels.map(\.required) {
      for id in ids {
        guard case .hierarchy? = policies.target(id)?.measure else { continue }
        faults.add(
          "policy.relation_cycle", at: place, key: "\(place.path).measure.levels", value: id,
          rule: Bilingual("层级不能再以分级网络为准", "a level cannot be measured by another network"),
          remedy: Bilingual("改写为其他类型的目标", "refer to a target of another type"))
      }
    }
  }

  /// One promise entered twice: what an entry says is restated elsewhere must not be an entry too.
  private mutating func checkRestated(_ policies: Policies) {
    let byQuote = Dictionary(grouping: policies.targets, by: \.cite.quote)
    for target in policies.targets {
      let others = target.cite.restated.flatMap { restated in
        (byQuote[restated.quote] ?? []).filter { $0.cite.clause == restated.clause }
      }
      for other in others where other.id != target.id {
        guard other.cite.document == target.cite.document,
          other.measure.isSameSort(as: target.measure), let place = targetPlaces[other.id]
        else { continue }
        faults.add(
          "policy.restated_twice", at: place, key: "\(place.path).cite.quote",
          value: other.cite.quote,
          rule: Bilingual(
            "“\(target.id)”已把这段话列为重述，同一承诺会计两次",
            "“\(target.id)” lists these words as a restatement; the promise would count twice"),
          remedy: Bilingual(
            "删去其中一条，或从 restated 中去掉", "remove one of the entries, or the restatement"))
      }
    }
  }

  /// Hints where the words of a quote ask for something else than the entry.
  mutating func checkWords(_ policies: Policies) {
    for target in policies.targets {
      guard let place = targetPlaces[target.id] else { continue }
      let quote = target.cite.quote
      if let (comparison, value) = target.measure.comparedNumber,
        let worded = PromiseWords.comparison(in: quote), worded == .moreThan,
        comparison == .atLeast
      {
        faults.add(
          "policy.words_op", at: place, key: "\(place.path).measure.op", value: value,
          rule: Bilingual("“余”“超过”“高于”不含本数", "余, 超过 and 高于 do not include the figure"),
          remedy: Bilingual("写“op: \">\"”", "write “op: \">\"”"), severity: .warning)
      }
      if target.due.kind == .hard, PromiseWords.isSoft(quote) {
        faults.add(
          "policy.words_due", at: place, key: "\(place.path).due.kind", value: "hard",
          rule: Bilingual("“力争”“早日”“努力”是力争的期限", "力争, 早日 and 努力 strive for a date"),
          remedy: Bilingual("写“kind: soft”", "write “kind: soft”"), severity: .warning)
      }
      if let state = target.measure.state, case .state(let asked)? = PromiseWords.asked(by: quote),
        !(state.minimum >= asked.minimum) || (asked.isDesignated && !state.isDesignated)
      {
        faults.add(
          "policy.words_state", at: place, key: "\(place.path).measure.state_min",
          value: state.minimum.rawValue,
          rule: Bilingual(
            "动词要求\(asked.isDesignated ? "建成并挂牌命名" : "更进一步的状态")",
            "the verb asks for \(asked.isDesignated ? "a designation" : "a later state")"),
          remedy: Bilingual(
            "写“state_min: \(asked.isDesignated ? "designated" : asked.minimum.rawValue)”",
            "write “state_min: \(asked.isDesignated ? "designated" : asked.minimum.rawValue)”"),
          severity: .warning)
      }
    }
  }
}

extension Measure {
  /// Whether two measures count the same things.
  fileprivate func isSameSort(as other: Measure) -> Bool {
    switch (self, other) {
    case (.count(let one), .count(let two)): one.subject == two.subject
    default: self == other
    }
  }

  /// The comparison of a promised number; nil where none is promised.
  fileprivate var comparedNumber: (Comparison, String)? {
    guard case .count(let count) = self, let value = count.value else { return nil }
    return (count.comparison, String(value))
  }

  /// How far facilities must have come, where the measure counts facilities that are built.
  fileprivate var state: StateRequirement? {
    switch self {
    case .count(let count):
      if case .facilities = count.subject, count.counting != .relocation {
        count.state
      } else {
        nil
      }
    case .namedUnits(let named): named.state
    default: nil
    }
  }
}
