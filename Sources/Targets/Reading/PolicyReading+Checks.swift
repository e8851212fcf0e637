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
          rule: "the loaded members are " + members.map(\.name).joined(separator: "、"),
          remedy: "correct the names, or the units", severity: .warning)
      }
    }
    for target in policies.targets { checkRequired(target, policies, resolver) }
  }

  /// A planner's own count of the units needed must be the computed one.
  private mutating func checkRequired(
    _ target: Target, _ policies: Policies, _ resolver: UniverseResolver
  ) {
    guard let required = target.requiredUnits, case .shareUnits(let share) = target.measure,
      let value = share.value, let universe = policies.universe(share.universe),
      universe.isDefined
    else { return }
    var size = universe.declaredCount
    if case .members(let members) = resolver.members(of: universe) { size = members.count }
    guard let size else { return }
    let computed = Requirement(share: value, share.comparison, of: size).threshold
    if computed != required {
      add(
        "policy.required_units", file: target.file, line: target.line,
        key: "\(target.id).required_units", value: String(required),
        rule: "\(ShareText.promised(value)) of \(size) needs \(computed)",
        remedy: "write \(computed), or correct the share or the universe", severity: .blocking)
    }
  }

  /// Each name must be that of exactly one unit.
  mutating func checkNames(_ policies: Policies) {
    guard let units = known.units else { return }
    let names = UnitNames(units, aliases: known.aliases)
    for target in policies.targets {
      let (key, given): (String, [String]) =
        switch target.measure {
        case .namedUnits(let named): ("names", named.names)
        case .count(let count): ("hosts_named", count.hostsNamed)
        default: ("", [])
        }
      var seen: Set<String> = []
      for name in given {
        if names.find(name: name) == nil {
          let near = names.nearest(to: name)
          add(
            "policy.unknown_unit", file: target.file, line: target.line,
            key: "\(target.id).measure.\(key)", value: name,
            rule: "the name is not that of exactly one unit of the district",
            remedy: near.isEmpty
              ? "correct the name" : "nearest names: " + near.joined(separator: "、"),
            severity: .blocking)
        } else if !seen.insert(name).inserted {
          add(
            "policy.duplicate_name", file: target.file, line: target.line,
            key: "\(target.id).measure.\(key)", value: name, rule: "the name is given twice",
            remedy: "remove one of them", severity: .blocking)
        }
      }
    }
  }

  private mutating func warn(_ universe: Universe, key: String, value: Int, loaded: Int) {
    add(
      "policy.universe_count", file: universe.file, line: universe.line,
      key: "universes.\(universe.id).\(key)", value: String(value),
      rule: "the policy says \(value), but \(loaded) are loaded",
      remedy: "find out which is right; the loaded \(loaded) are used", severity: .warning)
  }

  private mutating func add(
    _ check: String, file: String, line: Int, key: String, value: String, rule: String,
    remedy: String, severity: Severity
  ) {
    later.append(
      InputFault(
        check: check, severity: severity, file: file, row: line, column: key, value: value,
        rule: rule, remedy: remedy))
  }
}
