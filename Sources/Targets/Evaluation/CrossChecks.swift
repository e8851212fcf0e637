import PlanningModel

extension EvaluationContext {
  /// Findings between targets, in the order of the policy files.
  func crossChecks(_ verdicts: [Verdict]) throws -> [CrossCheck] {
    let byID = Dictionary(verdicts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var checks: [CrossCheck] = []
    for target in policies.targets {
      if let check = try limitedBy(target) { checks.append(check) }
      if let check = mayOverlap(target) { checks.append(check) }
      if let check = namedPlanShort(target, byID) { checks.append(check) }
      if let check = restated(target) { checks.append(check) }
      checks += ledgerChecks(target)
      if let check = sharedBuildings(target) { checks.append(check) }
      if let check = strayStates(target) { checks.append(check) }
    }
    return checks + documentChecks()
  }

  /// Fewer facilities are promised than units are named.
  private func limitedBy(_ target: Target) throws -> CrossCheck? {
    guard case .namedUnits(let named) = target.measure, let covered = target.covered,
      let id = target.relations.limitedBy, let limiting = policies.target(id),
      case .count(let count) = limiting.measure, let value = count.value,
      value < named.names.count
    else { return nil }
    let members = universes.named(named.names)
    let input = RuleInput(
      kinds: named.kinds, state: named.state, covered: covered, year: year(of: target))
    let hosted = try evidence(.hosted, for: members, input) ?? []
    let most = mostHosted(hosted, of: target) ?? value
    let now = hosted.yesCount
    let assigned = try evidence(.assigned, for: members, input)?.yesCount ?? 0
    let shared = facilities(of: named.kinds).compactMap { facility -> (String, [String])? in
      guard qualifies(facility, named.state) else { return nil }
      let served = members.filter { facility.serves($0) }.map(\.name)
      return served.count > 1 ? (facility.name, served) : nil
    }
    let whoChinese =
      shared.isEmpty
      ? "台账中没有服务两个以上点名单位的站点"
      : shared.map { "由\($0.0)同时服务\($0.1.joined(separator: "、"))" }.joined(separator: "，")
    let whoEnglish =
      shared.isEmpty
      ? "no facility on record serves two of the named units"
      : shared.map { "\($0.0) serves \($0.1.joined(separator: " and "))" }.joined(separator: ", ")
    let names = members.count
    return CrossCheck(
      id: target.id, kind: "limited_by",
      text: "\(target.id)：\(limiting.title)（\(id)）少于点名的\(names)个单位；"
        + "按驻点口径最多\(most)个，仅靠这\(value)个不能全部驻点（现\(now)个）；"
        + "按服务范围口径现\(assigned)个，\(whoChinese)",
      textEnglish: "\(target.id): \(value) facilities (\(id)) are fewer than the \(names) named "
        + "units; hosted, at most \(most) can be reached by these alone (now \(now)); by service "
        + "range \(assigned) are reached, \(whoEnglish)")
  }

  /// Two promises may mean the same things.
  private func mayOverlap(_ target: Target) -> CrossCheck? {
    let others = target.relations.mayOverlap.compactMap { policies.target($0) }
    guard !others.isEmpty else { return nil }
    let own = countedIDs(target)
    let both = Set(others.flatMap { countedIDs($0) }).intersection(own).sorted()
    let names = both.compactMap { id in district.facilities.first { $0.id == id }?.name }
    let ids = others.map(\.id)
    let sharedChinese = names.isEmpty ? "" : "，现同时计入的有" + names.joined(separator: "、")
    let sharedEnglish = names.isEmpty ? "" : "; counted in both: " + names.joined(separator: ", ")
    return CrossCheck(
      id: target.id, kind: "may_overlap",
      text: "\(target.id)与\(ids.joined(separator: "、"))可能指同一批设施，数量不得相加\(sharedChinese)",
      textEnglish: "\(target.id) and \(ids.joined(separator: ", ")) may mean the same facilities; "
        + "their figures must not be added\(sharedEnglish)")
  }

  private func countedIDs(_ target: Target) -> [FacilityID] {
    guard case .count(let count) = target.measure else { return [] }
    return countedFacilities(count, of: target)
  }

  /// Every project that the document names is done, and the share is still not reached.
  private func namedPlanShort(_ target: Target, _ verdicts: [String: Verdict]) -> CrossCheck? {
    guard case .shareUnits(let share) = target.measure, let verdict = verdicts[target.id],
      let required = verdict.required, let achieved = verdict.achieved,
      let gap = verdict.gap, gap > 0, verdict.status != .met
    else { return nil }
    let named = policies.targets.filter { other in
      guard other.cite.document == target.cite.document, other.id != target.id else { return false }
      switch other.measure {
      case .count, .namedUnits:
        return !Set(other.measure.kinds).isDisjoint(with: share.kinds)
      default: return false
      }
    }
    guard !named.isEmpty, named.allSatisfy({ verdicts[$0.id]?.status == .met }) else { return nil }
    let ids = named.map(\.id)
    return CrossCheck(
      id: target.id, kind: "named_plan_short",
      text: "点名项目（\(ids.joined(separator: "、"))）全部完成，\(target.id)仍差\(gap)个："
        + "需要\(required)个，已知\(achieved)个",
      textEnglish: "all named projects (\(ids.joined(separator: ", "))) are done, and "
        + "\(target.id) still lacks \(gap): \(required) are needed, \(achieved) are known")
  }

  /// The document states the promise more than once; it counts once.
  private func restated(_ target: Target) -> CrossCheck? {
    guard !target.cite.restated.isEmpty else { return nil }
    let clauses = target.cite.restated.map(\.clause)
    return CrossCheck(
      id: target.id, kind: "restated",
      text: "\(target.id)在\(clauses.joined(separator: "；"))重述，只计一次",
      textEnglish:
        "\(target.id) is stated again in \(clauses.joined(separator: "; ")); it counts once")
  }
}
