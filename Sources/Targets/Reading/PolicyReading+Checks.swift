import PlanningModel
import YAMLDocuments

extension PolicyReading {
  /// Compares declared counts with the loaded units; a difference is a warning with both.
  mutating func checkUniverses(_ policies: Policies) {
    guard let units = known.units, let district = known.district else { return }
    let resolver = UniverseResolver(
      district: district, units: units, demandPoints: known.demandPoints ?? [],
      aliases: known.aliases)
    for universe in policies.universes where universe.isDefined && universe.within == district {
      guard case .members(let members) = resolver.members(of: universe) else { continue }
      if let count = universe.declaredCount, count != members.count {
        warn(universe, key: "n", value: count, loaded: members.count)
      }
      for word in UnitClass.allCases {
        guard let count = universe.declaredCountByClass[word] else { continue }
        let loaded = members.filter { $0.unitClass?.matches(word) ?? false }.count
        if count != loaded {
          warn(universe, key: "by_class.\(word.rawValue)", value: count, loaded: loaded)
        }
      }
      if let names = universe.expectedNames, Set(names) != Set(members.map(\.name)) {
        add(
          "policy.universe_names", file: universe.file, line: universe.line,
          key: "universes.\(universe.id).names", value: names.joined(separator: "、"),
          rule: Bilingual(
            "实际读入的是 " + members.map(\.name).joined(separator: "、"),
            "the loaded members are " + members.map(\.name).joined(separator: "、")),
          remedy: Bilingual("更正名单，或更正乡镇街道台账", "correct the names, or the units"),
          severity: .warning)
      }
    }
    for target in policies.targets { checkRequired(target, policies, resolver) }
  }

  /// A planner's own count of the units needed must be the computed one.
  private mutating func checkRequired(
    _ target: Target, _ policies: Policies, _ resolver: UniverseResolver
  ) {
    guard let required = target.requiredUnits, let place = requiredPlaces[target.id],
      case .shareUnits(let share) = target.measure,
      let value = share.value, let universe = policies.universe(share.universe),
      universe.isDefined
    else { return }
    var size = universe.declaredCount
    if case .members(let members) = resolver.members(of: universe) { size = members.count }
    guard let size else { return }
    let computed = Requirement(share: value, share.comparison, of: size).threshold
    if computed != required {
      faults.add(
        "policy.required_units", at: place, value: String(required),
        rule: Bilingual(
          "\(size) 的 \(ShareText.promised(value)) 需要 \(computed)",
          "\(ShareText.promised(value)) of \(size) needs \(computed)"),
        remedy: Bilingual(
          "写 \(computed)，或更正比例或口径",
          "write \(computed), or correct the share or the universe"))
    }
  }

  private mutating func warn(_ universe: Universe, key: String, value: Int, loaded: Int) {
    add(
      "policy.universe_count", file: universe.file, line: universe.line,
      key: "universes.\(universe.id).\(key)", value: String(value),
      rule: Bilingual(
        "文件写 \(value) 个，实际读入 \(loaded) 个",
        "the policy says \(value), but \(loaded) are loaded"),
      remedy: Bilingual(
        "核对哪个正确；计算使用读入的 \(loaded) 个",
        "find out which is right; the loaded \(loaded) are used"), severity: .warning)
  }

  mutating func add(
    _ check: String, file: String, line: Int, key: String, value: String, rule: Bilingual,
    remedy: Bilingual, severity: Severity
  ) {
    later.append(
      InputFault(
        check: check, severity: severity, file: file, row: line, column: key, value: value,
        rule: rule, remedy: remedy))
  }
}
