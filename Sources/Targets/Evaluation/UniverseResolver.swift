import PlanningModel

/// A unit or village as the member of a universe.
struct UnitMember: Hashable {
  /// The code, or `<township code>/<name>`.
  var id: String
  /// The official code, if it has one.
  var code: String?
  var name: String
  /// nil for a name that is not that of a loaded unit.
  var unitClass: UnitClass?
}

/// Finds the members of a universe among what is loaded.
struct UniverseResolver {
  /// The members, or why there are none to be had.
  enum Members: Hashable {
    case members([UnitMember])
    case unknown(Bilingual)
  }

  let district: String
  let units: [AdministrativeUnit]
  let demandPoints: [DemandPoint]
  let aliases: [String: String]
  var parameters: [String: Int] = [:]
  /// What cohorts are called.
  var cohorts: [CohortID: Bilingual] = [:]

  func members(of universe: Universe) -> Members {
    guard universe.isDefined else {
      let note = universe.note.map { "：\($0)" } ?? ""
      let english = (universe.noteEnglish ?? universe.note).map { ": \($0)" } ?? ""
      return .unknown(
        Bilingual(
          "口径“\(universe.name.chinese)”未界定\(note)",
          "the universe “\(universe.name.english)” is not defined\(english)"))
    }
    guard holds(universe) else { return notLoaded(universe) }
    if let parameter = universe.condition.people?.parameter,
      universe.condition.people?.value == nil, parameters[parameter] == nil
    {
      return .unknown(
        Bilingual(
          "口径“\(universe.name.chinese)”的门槛“\(parameter)”没有给出",
          "the threshold “\(parameter)” of the universe “\(universe.name.english)” is not given"))
    }
    switch universe.level {
    case .township:
      guard !units.isEmpty else { return notLoaded(universe) }
      if let list = universe.list { return .members(named(list)) }
      return .members(
        units.filter { includes($0.unitClass, universe) && includes($0, universe) }.map(member))
    case .village:
      let own = demandPoints.filter { $0.band == .own }
      guard !own.isEmpty else { return notLoaded(universe) }
      if let list = universe.list { return .members(villages(list, among: own)) }
      let classed = own.filter { includes($0.unitClass, universe) }
      if let reason = cannotTell(universe, classed) { return .unknown(reason) }
      return .members(classed.filter { includes($0, universe) }.map(member))
    case .district:
      return .members([
        UnitMember(id: district, code: district, name: district, unitClass: .district)
      ])
    case .settlement:
      // Settlements are kept as places that carry the universe's mark.
      guard universe.list != nil || universe.condition.tag != nil else {
        return notLoaded(universe)
      }
      let own = demandPoints.filter { $0.band == .own }
      if let list = universe.list { return .members(villages(list, among: own)) }
      let marked = own.filter { includes($0, universe) }
      return marked.isEmpty ? notLoaded(universe) : .members(marked.map(member))
    case .cell: return notLoaded(universe)
    }
  }

  /// The units of a list of names; a name that is not exactly one unit's stays, undecided.
  func named(_ names: [String]) -> [UnitMember] {
    let index = UnitNames(units, aliases: aliases)
    return names.map { name in
      let found = index.find(name: name).flatMap { index[$0] } ?? index[UnitID(name)]
      return found.map(member)
        ?? UnitMember(id: name, code: nil, name: name, unitClass: nil)
    }
  }

  private func villages(_ list: [String], among points: [DemandPoint]) -> [UnitMember] {
    let unitNames = Dictionary(
      units.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    var byName: [String: DemandPoint] = [:]
    for point in points {
      byName[point.id.rawValue] = point
      if let unit = point.unit.flatMap({ unitNames[$0] }) {
        byName["\(unit)/\(point.name)"] = point
      }
    }
    return list.map { name in
      byName[name].map(member) ?? UnitMember(id: name, code: nil, name: name, unitClass: nil)
    }
  }

  private func includes(_ unitClass: UnitClass, _ universe: Universe) -> Bool {
    universe.classes.map { $0.contains { unitClass.matches($0) } } ?? true
  }

  /// Whether the universe lies in what is loaded.
  ///
  /// That is the district by its code or its former one; a universe of a larger area (a code that
  /// ends in `0000`, of the city around it) has its part that lies in the district.
  private func holds(_ universe: Universe) -> Bool {
    if universe.within == district || universe.formerCode == district { return true }
    // Two digits a level: two for the city, four below it, six for the district.
    var prefix = universe.within
    while prefix.hasSuffix("00") { prefix.removeLast(2) }
    return prefix.count < universe.within.count && universe.level != .district
      && district.hasPrefix(prefix)
  }

  private func includes(_ unit: AdministrativeUnit, _ universe: Universe) -> Bool {
    let districts = universe.condition.districts
    return districts.isEmpty || districts.contains(unit.parent.rawValue)
      || unit.parentName.map(districts.contains) == true
  }

  private func includes(_ point: DemandPoint, _ universe: Universe) -> Bool {
    let condition = universe.condition
    if let tag = condition.tag, !point.tags.contains(tag) { return false }
    if !condition.urbanRuralPrefixes.isEmpty {
      guard let code = point.urbanRuralCode,
        condition.urbanRuralPrefixes.contains(where: { code.hasPrefix($0) })
      else { return false }
    }
    if !condition.districts.isEmpty {
      guard let unit = units.first(where: { $0.id == point.unit }), includes(unit, universe) else {
        return false
      }
    }
    guard let people = condition.people else { return true }
    guard let asked = people.value ?? people.parameter.flatMap({ parameters[$0] }),
      let count = point.people[people.cohort]
    else { return false }
    switch people.comparison {
    case .atLeast: return count >= asked
    case .moreThan: return count > asked
    case .atMost: return count <= asked
    }
  }

  /// Why the members cannot be told: some place lacks what the universe asks for.
  private func cannotTell(_ universe: Universe, _ points: [DemandPoint]) -> Bilingual? {
    let condition = universe.condition
    if !condition.urbanRuralPrefixes.isEmpty {
      let lacking = points.count { $0.urbanRuralCode == nil }
      if lacking > 0 {
        return Bilingual(
          "口径“\(universe.name.chinese)”：\(lacking)个村（社区）没有城乡分类代码",
          "the universe “\(universe.name.english)”: \(lacking) villages have no urban-rural code")
      }
    }
    if let cohort = condition.people?.cohort {
      let lacking = points.count { $0.people[cohort] == nil }
      if lacking > 0 {
        return Bilingual(
          "口径“\(universe.name.chinese)”：\(lacking)个村（社区）没有“\(cohorts[cohort]?.chinese ?? cohort.rawValue)”的人数",
          "the universe “\(universe.name.english)”: \(lacking) villages have no count of "
            + (cohorts[cohort]?.english ?? cohort.rawValue))
      }
    }
    return nil
  }

  private func member(_ unit: AdministrativeUnit) -> UnitMember {
    UnitMember(
      id: unit.id.rawValue, code: unit.id.rawValue, name: unit.name, unitClass: unit.unitClass)
  }

  private func member(_ point: DemandPoint) -> UnitMember {
    UnitMember(
      id: point.id.rawValue, code: point.code, name: point.name, unitClass: point.unitClass)
  }

  private func notLoaded(_ universe: Universe) -> Members {
    .unknown(
      Bilingual(
        "口径“\(universe.name.chinese)”的单元没有数据",
        "no units are loaded for the universe “\(universe.name.english)”"))
  }
}
