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

  func members(of universe: Universe) -> Members {
    guard universe.isDefined else {
      let note = universe.note.map { "：\($0)" } ?? ""
      let english = (universe.noteEnglish ?? universe.note).map { ": \($0)" } ?? ""
      return .unknown(
        Bilingual(
          "口径“\(universe.id)”未界定\(note)", "the universe \(universe.id) is not defined\(english)"))
    }
    guard universe.within == district else { return notLoaded(universe) }
    switch universe.level {
    case .township:
      guard !units.isEmpty else { return notLoaded(universe) }
      if let list = universe.list { return .members(named(list)) }
      return .members(units.filter { includes($0.unitClass, universe) }.map(member))
    case .village:
      let own = demandPoints.filter { $0.band == .own }
      guard !own.isEmpty else { return notLoaded(universe) }
      if let list = universe.list { return .members(villages(list, among: own)) }
      return .members(own.filter { includes($0.unitClass, universe) }.map(member))
    case .district:
      return .members([
        UnitMember(id: district, code: district, name: district, unitClass: .district)
      ])
    case .settlement, .cell: return notLoaded(universe)
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
        "口径“\(universe.id)”的单元没有数据", "no units are loaded for the universe \(universe.id)"))
  }
}
